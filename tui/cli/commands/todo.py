"""``medbrief todo``: what is still to be done in the briefing."""

from __future__ import annotations

import os

from tui.cli import messages
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Command, Example, Options
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.repeated_options import folder_options
from tui.cli.settings import Settings
from tui.diagnostics import ContentError
from tui.store import find_content
from tui.store.originals import find_originals
from tui.text.language import Wording

_KINDS = {
    "draft": Wording("草稿", "drafts"),
    "unconfirmed": Wording("待核对", "to be confirmed"),
    "figure": Wording("未决的数字", "undecided figures"),
    "rival": Wording("与已有数值不同", "other values than recorded"),
    "gap": Wording("数据缺口", "data gaps"),
    "outdated": Wording("过时的内容", "outdated"),
}
_NOTHING = Wording("没有待办", "nothing to do")
_NO_ORIGINALS = Wording(
    "没有原件，未列出未决的数字：用--originals指定原件的文件夹",
    "no originals, so undecided figures are not listed: set --originals to their folder",
)


def run(options: Options, settings: Settings) -> int:
    """List what is to be done; return 3 for invalid content."""
    from pathlib import Path

    from tui.check.context import CheckContext
    from tui.edit.todo_list import TODO_KINDS, todo_items
    from tui.load import load_content

    language = settings.language
    folder = Path(find_content(settings.content, os.environ))
    originals = find_originals(settings.originals, settings.content, os.environ).folder
    try:
        context = CheckContext(load_content(folder), Path(originals) if originals else None)
        items = list(todo_items(context, folder, folder_options(settings)))
    except ContentError as error:
        write_output("".join(f"{problem.format(language)}\n" for problem in error.problems))
        print_error(messages.invalid_content(len(error.problems)).of(language), language)
        return 3
    except OSError as error:
        return report_unwritten(str(error.filename), error, language)
    if options.json:
        import json

        objects = [
            {"kind": one.kind, "file": one.file, "line": one.line, "message": one.text._asdict()}
            for one in items
        ]
        write_output(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
        return 0
    lines = []
    for kind in TODO_KINDS:
        own = [item for item in items if item.kind == kind]
        if own:
            lines += ["", f"{_KINDS[kind].of(language)}  {len(own)}"]
        for item in own:
            place = f"{item.file}:{item.line}" if item.line else item.file
            lines.append(f"  {printable(place, 200)}  {item.text.of(language)}")
    write_output("".join(f"{line}\n" for line in lines[1:]))
    if not items:
        print_message(_NOTHING.of(language))
    if originals is None:
        print_message(_NO_ORIGINALS.of(language))
    return 0


COMMAND = Command(
    "todo",
    Wording("列出还要做什么", "list what is still to be done"),
    run,
    (
        Example(
            "medbrief todo",
            Wording(
                "草稿、未决的数字、未查的缺口", "drafts, undecided figures, gaps not looked up"
            ),
        ),
    ),
    (JSON_OPTION,),
    needs_store=False,
    group="edit",
    details=(
        Wording(
            "草稿：写有draft = true的文件，或content/drafts/中的文件；读者看不到，不导出，"
            "也不影响校验。",
            "A draft is a file with draft = true, or one in content/drafts/: readers do not see "
            "it, it is not exported, and it does not make the content invalid.",
        ),
    ),
)
