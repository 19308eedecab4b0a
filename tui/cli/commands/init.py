"""``medbrief init``: a new briefing of another subject, which runs at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_message, printable
from tui.cli.settings import Settings
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.text.language import Language

_LANGUAGES: dict[str, tuple[Language, ...]] = {
    "zh,en": ("zh", "en"),
    "zh": ("zh",),
    "en": ("en",),
}
_NOT_EMPTY = Wording(
    "文件夹{folder}中已有简报的文件：{file}；请另选文件夹",
    "the folder {folder} already has a file of a briefing: {file}; choose another folder",
)
_WROTE = Wording("已在{folder}写入{count}个文件", "wrote {count} files in {folder}")
_NEXT = Wording("下一步：medbrief --content {content}", "next: medbrief --content {content}")


def run(options: Options, settings: Settings) -> int:
    """Write the files; return 2 where some exist, 74 where one cannot be written."""
    from pathlib import Path

    from tui.edit.new_briefing import write_briefing

    folder = Path(options.folder)
    try:
        files = write_briefing(folder, _LANGUAGES[options.languages])
    except FileExistsError as error:
        names = {"folder": printable(str(folder), 200), "file": printable(error.filename, 200)}
        raise UsageError(_NOT_EMPTY.format(**names)) from error
    except (OSError, ValueError) as error:
        name = getattr(error, "filename", None) or folder
        return report_unwritten(str(name), error, settings.language)
    shown = printable(str(folder), 200)
    print_message(_WROTE.format(folder=shown, count=len(files)).of(settings.language))
    content = printable(str(folder / "content"), 200)
    print_message(_NEXT.format(content=content).of(settings.language))
    return 0


COMMAND = Command(
    "init",
    Wording("新建另一主题的简报", "start a briefing on another subject"),
    run,
    (
        Example(
            "medbrief init ferries --languages en",
            Wording("一份英文的示例简报", "an example briefing in English"),
        ),
    ),
    (
        Argument(("folder",), Wording("新文件夹", "the new folder"), "DIR", completion="folder"),
        Argument(
            ("--languages",),
            Wording("简报的语言（默认zh,en）", "languages of the briefing (default: zh,en)"),
            default="zh,en",
            choices=tuple(_LANGUAGES),
        ),
    ),
    needs_store=False,
    group="edit",
    details=(
        Wording(
            "示例中每一类记录各有一条，可立即打开和校验。标题、语言、单位、角色、政策层级、文号与"
            "财年在content/briefing.toml中设置。",
            "The example has one record of each kind. You can open and check it right away. Title, "
            "languages, units, roles, policy levels, document numbers and fiscal years are set in "
            "content/briefing.toml.",
        ),
    ),
)
