"""The page of a policy."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.page_builder import PageBuilder
from tui.document import Span, Spans
from tui.model import Policy
from tui.text.dates import format_date
from tui.text.periods import format_period


def policy_page(page: PageBuilder, record: Policy) -> None:
    """Summary, identity, provisions one by one, notes, neighbours."""
    page.paragraph(page.cited(record.summary, record.citations))
    comma = "、" if page.language == "zh" else ", "
    issued = format_date(record.issued, page.language) if record.issued else None
    page.fields(
        [
            (labels.ORIGINAL_TITLE, record.title.zh if page.language == "en" else None),
            (labels.NUMBER, record.number),
            (labels.ISSUERS, _issuers(page, record)),
            (labels.ISSUED, issued or page.of(labels.NO_DATE)),
            (labels.LEVEL, page.of(labels.LEVELS[record.level])),
            (labels.REGION, record.region),
            (labels.IN_FORCE, record.period and format_period(record.period, page.language)),
            (labels.STATUS, page.of(labels.POLICY_STATUS[record.status])),
            (labels.ALSO_CALLED, comma.join(record.aliases)),
        ]
    )
    if record.issued_note:
        page.paragraph(page.of(record.issued_note))
    if record.provisions:
        page.heading(labels.PROVISIONS)
    for provision in record.provisions:
        page.paragraph(page.cited(provision.text, provision.citations), bullet="-")
    page.notes(record.notes)
    page.neighbours(record)


def _issuers(page: PageBuilder, record: Policy) -> Spans:
    spans: list[Span] = []
    for issuer in record.issuers:
        if spans:
            spans.append(Span("、" if page.language == "zh" else ", "))
        spans.append(page.link(issuer))
    if record.issuers_note:
        note = page.of(record.issuers_note)
        bracketed = f"（{note}）" if page.language == "zh" else f" ({note})"
        spans.append(Span(bracketed if spans else note))
    return tuple(spans)
