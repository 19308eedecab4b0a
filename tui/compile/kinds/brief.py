"""Narrative briefings."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.kinds.base import Column, RecordKind
from tui.compile.page_builder import PageBuilder
from tui.document import Span, shared_labels
from tui.load.record_references import FACT_IN_TEXT
from tui.model import Brief, Citation
from tui.text.dates import format_date
from tui.text.language import LANGUAGES, Language, Wording


class BriefKind(RecordKind[Brief]):
    """A few minutes' reading, made of references to figures."""

    entry_type = Brief
    id = Brief.record_kind
    order = 10
    label = Wording("简报", "Brief")
    section = "briefs"
    title = Wording("简报", "Briefs")
    columns = (
        Column("name", Wording("标题", "Title")),
        Column("summary", Wording("内容", "Summary")),
    )
    words = ("briefs", "briefings", "简报", "简报文章")
    search_weight = -0.07
    overview_title = title
    overview_place = 6

    def cells(self, entry: Brief, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
        """Return title and summary."""
        return (entry.title.of(language), self.summary(entry, catalogue).of(language))

    def summary(self, entry: Brief, catalogue: Catalogue) -> Wording:
        """Return the summary with its figures filled in."""
        return catalogue.filled(entry.summary)

    def citations(self, entry: Brief, catalogue: Catalogue) -> tuple[Citation, ...]:
        """Return the evidence of the figures, statements and policies that the passages name."""
        cited = (
            citation
            for reference in _references(entry)
            for citation in catalogue.evidence(reference)
        )
        return tuple(dict.fromkeys(cited))

    def names(self, entry: Brief) -> Iterator[str]:
        """Yield the aliases."""
        yield from entry.aliases

    def build_page(self, page: PageBuilder, entry: Brief) -> None:
        """Add summary and passages, with a citation mark after what has evidence."""
        page.paragraph(page.with_evidence(page.of(entry.summary)))
        if newest := page.catalogue.core_figures_to:
            date = Wording(*(format_date(newest, language) for language in LANGUAGES))
            page.paragraph((Span(page.of(shared_labels.DATA_TO_DATE.format(date=date)), "muted"),))
        for passage in entry.passages:
            page.heading(passage.heading)
            for paragraph in passage.paragraphs:
                page.paragraph(page.with_evidence(page.of(paragraph)))


def _references(brief: Brief) -> Iterator[str]:
    for passage in brief.passages:
        for paragraph in passage.paragraphs:
            yield from FACT_IN_TEXT.findall(paragraph.zh)
