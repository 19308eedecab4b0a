"""``medbrief disagreements``: disputed figures and statements, side by side."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Command, Example, Options
from tui.cli.commands import list_
from tui.cli.output.writer import write_lines
from tui.cli.settings import Settings
from tui.document import Figures, Span
from tui.render.line_wrap import BLANK, Line
from tui.render.list_layout import listing as list_lines
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the disputed measures, their values side by side, then the disputed statements."""
    if options.json:
        return list_.print_list(store, "disagreement", settings, as_json=True)
    language = settings.language
    lines: list[Line] = []
    section = next(item for item in store.sections() if item.kind == "disagreement")
    rows = store.rows(section.id, language)
    statements = []
    for row in rows:
        document = store.document(row.id, language)
        if document and any(isinstance(block, Figures) for block in document.blocks):
            lines += [*lay_out(document, settings.width, settings.glyphs), BLANK]
        else:
            statements.append(row.cells)
    if statements:
        lines.append((Span(section.title.of(language), "heading"),))
        width = settings.width if settings.fixed_width else None
        lines += list_lines(section.columns(language), statements, width)
    write_lines(lines, settings)
    return 0 if lines else 1


COMMAND = Command(
    "disagreements",
    Wording("列出各来源的分歧", "show where the sources disagree"),
    run,
    (Example("medbrief disagreements", Wording("并列各方数值", "all values side by side")),),
    (JSON_OPTION,),
    over_ssh="worker",
)
