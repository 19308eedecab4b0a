"""The overview: the first page of the briefing, each of its lines leading to its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.kinds.base import SectionKind
from tui.compile.page_builder import PageBuilder
from tui.compile.takeaways import takeaways
from tui.document import Document, Fields, Span
from tui.document.link_target import record_target, section_target
from tui.text.dates import format_date
from tui.text.language import Language, Wording

_TAKEAWAYS = Wording("要点", "Key takeaways")
_CONTENTS = Wording("内容", "Contents")
_COUNT = Wording("{count}条", "{count}")
_EDITION = Wording("版本", "Edition")


class Overview(SectionKind):
    """A section of one page and no records."""

    id = "overview"
    order = 0
    label = Wording("概览", "Overview")
    section = "overview"
    title = label

    def page(
        self, catalogue: Catalogue, sections: Sequence[tuple[SectionKind, int]], language: Language
    ) -> Document:
        """Return the page: the lines to read first, the sections with their counts, the edition."""
        page = PageBuilder(catalogue, language)
        briefing = catalogue.content.briefing
        from tui.compile.overview_cards import overview_cards  # imports the kinds

        page.add(overview_cards(catalogue, sections, language))
        page.paragraph((Span(page.of(briefing.subtitle), "muted"),))
        if briefing.lines:
            page.heading(_TAKEAWAYS)
        texts = takeaways(briefing.lines)
        for number, (line, text) in enumerate(zip(briefing.lines, texts, strict=True), start=1):
            lead = Span(
                page.of(catalogue.title(line.leads_to)), "link", record_target(line.leads_to)
            )
            around = ("（见", "）") if language == "zh" else (" (see ", ")")
            spans = (
                *page.labeled_spans(page.of(text)),
                Span(around[0]),
                lead,
                Span(around[1]),
            )
            page.paragraph(spans, bullet=f"{number}")
        page.heading(_CONTENTS)
        rows = []
        for section, count in sections:
            counted = page.of(_COUNT.format(count=count))
            rows.append(
                (page.of(section.title), (Span(counted, "link", section_target(section.section)),))
            )
        page.add(Fields(tuple(rows)))
        newest = catalogue.core_figures_to or briefing.as_of
        page.fields(
            [
                (_EDITION, briefing.edition),
                (labels.DATA_TO, format_date(newest, language)),
            ]
        )
        return page.document(page.of(briefing.title), page.of(self.label))
