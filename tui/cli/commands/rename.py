"""``medbrief rename``: rename an id wherever the briefing names it."""

from __future__ import annotations

import os

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.settings import Settings
from tui.diagnostics import ContentError
from tui.store import find_content
from tui.text.language import Wording, plural

_RENAMED = Wording("已改{places}处，写入{files}个文件", "changed {en_places} in {en_files}")


def run(options: Options, settings: Settings) -> int:
    """Rename; return 2 for an id that does not exist or is taken, 3 for invalid content, 74 for a
    file that cannot be written."""
    from pathlib import Path

    from tui.edit.renaming import RenameError, rename

    language = settings.language
    try:
        done = rename(Path(find_content(settings.content, os.environ)), options.old, options.new)
    except RenameError as error:
        raise UsageError(error.message) from error
    except ContentError as error:
        write_output("".join(f"{problem.format(language)}\n" for problem in error.problems))
        print_error(messages.invalid_content(len(error.problems)).of(language), language)
        return 3
    except OSError as error:
        return report_unwritten(str(error.filename), error, language)
    write_output("".join(f"{printable(file, 200)}\n" for file in done.files))
    print_message(_renamed(done.places, len(done.files)).of(language))
    return 0


def _renamed(places: int, files: int) -> Wording:
    english = {"en_places": plural(places, "place"), "en_files": plural(files, "file")}
    return _RENAMED.format(places=places, files=files, **english)


COMMAND = Command(
    "rename",
    Wording("给标识改名，处处改到", "rename an id wherever it is named"),
    run,
    (
        Example(
            "medbrief rename jd-health jd",
            Wording("记录、文件与全部引用", "the record, its file and every reference"),
        ),
    ),
    (
        Argument(
            ("old",),
            Wording(
                "记录、来源、主题；部分写作ID.指标、ID#比率",
                "a record, source or theme; a part as ID.METRIC, ID#RATE",
            ),
            "OLD",
            completion="record",
        ),
        Argument(("new",), Wording("新标识", "the new id"), "NEW"),
    ),
    needs_store=False,
    group="edit",
)
