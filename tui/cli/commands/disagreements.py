"""``medbrief disagreements``: disputes, figures side by side."""

from __future__ import annotations

from tui.cli.args.list_filters import FILTERS, HOW_FILTERS_COMBINE, requested_filters
from tui.cli.args.list_words import SUBJECT, narrowed_list
from tui.cli.args.output_format import FRONT_MATTER, TABLE, format_option, requested_format
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.sort_options import BRIEFING_ORDER, ORDER_OPTIONS, Order
from tui.cli.args.spec import Command, Example, Options
from tui.cli.commands import list_
from tui.cli.output.writer import write_lines
from tui.cli.settings import Settings
from tui.document import Span
from tui.render.line_wrap import BLANK, Line
from tui.render.page_layout import lay_out_text
from tui.store import Row, Store
from tui.text.language import Wording

_FILTERS = tuple(argument for argument in FILTERS if argument.dest != "kind")

_BOTH = Wording(
    "分歧：数字{figures}条，说法{statements}条",
    "Disputed figures: {figures}, statements: {statements}",
)
_STATEMENTS = Wording("说法的分歧：{count}", "Disputed statements: {count}")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the disputed measures, their values side by side, then the disputed statements. With a
    subject, a filter, an order or a format: as ``list disagreements`` does.

    Raises:
        UsageError: for an invalid filter, or contradicting formats.
    """
    filtered = any(getattr(options, argument.dest) for argument in _FILTERS)
    ordered = Order(options.sort, options.reverse) != BRIEFING_ORDER
    filtered = filtered or bool(options.subject)
    if filtered or ordered or requested_format(options, TABLE, settings) != TABLE:
        filters = requested_filters(store, options, "disagreement", _FILTERS)
        only = None
        if options.subject:
            subject = " ".join(options.subject)
            filters, only = narrowed_list(store, "disagreement", filters, subject)
        return list_.list_records(store, "disagreement", filters, options, settings, only)
    language = settings.language
    lines: list[Line] = []
    section = next(item for item in store.sections() if item.kind == "disagreement")
    rows = store.rows(section.id, language)
    statements: list[Row] = []
    figures = 0
    for row in rows:
        document = store.document(row.id, language)
        if document and _has_values(store, row.id):
            figures += 1
            lines += [*lay_out_text(document, settings.width, settings.glyphs), BLANK]
        else:
            statements.append(row)
    if statements:
        heading = _STATEMENTS.format(count=len(statements)).of(language)
        lines.append((Span(heading, "heading"),))
        if figures:
            both = _BOTH.format(figures=figures, statements=len(statements)).of(language)
            lines[:0] = [(Span(both, "heading"),), BLANK]
        lines += list_.section_lines(section, statements, settings)
    write_lines(lines, settings)
    return 0 if lines else 1


def _has_values(store: Store, disagreement: str) -> bool:
    """Return whether a disagreement is about a figure, not about a statement."""
    first, *_ = store.answers(disagreement)[0].disagrees
    return bool(first["value"])


COMMAND = Command(
    "disagreements",
    Wording("列出各来源的分歧", "show where the sources disagree"),
    run,
    (
        Example("medbrief disagreements", Wording("并列各方数值", "the values of all sides")),
        Example(
            "medbrief disagreements market size",
            Wording("关于某主题的分歧", "disagreements on one subject"),
        ),
        Example(
            "medbrief disagreements --source ofweek-2021",
            Wording("涉及某来源的分歧", "disagreements that involve one source"),
        ),
    ),
    (SUBJECT, *_FILTERS, *ORDER_OPTIONS, format_option(TABLE), FRONT_MATTER, JSON_OPTION),
    details=(HOW_FILTERS_COMBINE,),
    over_ssh="worker",
)
