"""The page of a source: who speaks, when, with what interest, and what rests on it."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.catalogue import source_date
from tui.compile.page_builder import PageBuilder
from tui.model import Source


def source_page(page: PageBuilder, record: Source) -> None:
    """Bibliography, descriptor, weaknesses, losses, the records that cite it."""
    page.fields(
        [
            (labels.ORIGINAL_TITLE, record.title.zh if page.language == "en" else None),
            (labels.AUTHOR, record.author or page.of(labels.NO_DATE)),
            (labels.PRODUCER, record.producer),
            (labels.CONTAINER, record.container),
            (labels.PUBLISHED, source_date(record, page.language)),
            (labels.ADDRESS, record.url or record.url_note),
            (labels.LICENCE, page.of(record.license)),
            (labels.FILE, f"{record.original.file} ({record.original.size:,} B)"),
            (labels.CHECKSUM, record.original.sha256),
        ]
    )
    if record.date_inferred:
        page.paragraph(page.of(record.date_inferred.reason))
    page.heading(labels.DESCRIPTOR)
    page.paragraph(page.of(record.source_descriptor))
    for title, texts in ((labels.WEAKNESSES, record.weaknesses), (labels.MISSING, record.missing)):
        if texts:
            page.heading(title)
            for text in texts:
                page.paragraph(page.of(text), bullet="-")
    citing = page.catalogue.citing(record.id)
    page.heading(labels.WEIGHT)
    page.paragraph(page.of(labels.RESTS_COUNT.format(**page.catalogue.weight(record.id)._asdict())))
    page.links(
        labels.WHAT_RESTS, [(other, page.of(page.catalogue.kind(other))) for other in citing]
    )
