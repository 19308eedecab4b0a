"""The page of a statement."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.page_builder import PageBuilder
from tui.document import Span
from tui.model import Statement
from tui.text.dates import format_date
from tui.text.language import Wording
from tui.text.periods import format_period


def statement_page(page: PageBuilder, record: Statement) -> None:
    """What is said, what it is worth, what bears it out or speaks against it."""
    page.paragraph(page.cited(record.text, record.citations))
    marks = [labels.SELF_DESCRIPTION] if record.self_description else []
    marks += [labels.ANECDOTE] if record.anecdote else []
    basis = [labels.BASES[record.basis], *marks]
    comma = "，" if page.language == "zh" else ", "
    as_of = format_date(record.as_of, page.language) if record.as_of else None
    horizon = format_period(record.horizon, page.language) if record.horizon else None
    page.fields(
        [
            (labels.KIND, page.of(labels.STATEMENTS[record.kind])),
            (labels.BASIS, comma.join(page.of(word) for word in basis)),
            (labels.SAID_BY, record.said_by),
            (labels.AS_OF, as_of or page.of(labels.UNDATED)),
            (labels.HORIZON, horizon),
        ]
    )
    _evidence(page, labels.SUPPORTED_BY, [(reference, "") for reference in record.supports])
    disputes(page, record)
    if disagreement := page.catalogue.disagreement(record.id):
        mark = Span(page.of(labels.DISAGREE), "warning")
        page.paragraph((mark, page.link(disagreement)), indent=2)
    page.notes(record.notes)
    page.neighbours(record)


def disputes(page: PageBuilder, record: Statement) -> None:
    """What speaks against the statement."""
    items = [(dispute.by, page.of(dispute.reason)) for dispute in record.disputed_by]
    _evidence(page, labels.DISPUTED_BY, items)


def _evidence(page: PageBuilder, title: Wording, items: list[tuple[str, str]]) -> None:
    if not items:
        return
    page.heading(title)
    for reference, reason in items:
        fact = page.catalogue.fact(reference)
        spans = [page.link(fact.id)]
        value = fact.text.of(page.language)
        if value != spans[0].text:
            spans += [Span(" "), Span(value, "figure")]
        if reason:
            spans += [Span("：" if page.language == "zh" else ": "), *page.spans(reason)]
        page.paragraph(tuple(spans), bullet="-")
