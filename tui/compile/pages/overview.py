"""The first page: what a reader needs first, each line leading to its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.page_builder import PageBuilder
from tui.compile.sections import SectionSpec
from tui.document import Document, Fields, Span
from tui.document.link_target import record_target, section_target
from tui.text.dates import format_date
from tui.text.language import Language


def overview_page(
    catalogue: Catalogue, sections: Sequence[tuple[SectionSpec, int]], language: Language
) -> Document:
    """The five lines, the sections with the number of their records, the edition."""
    page = PageBuilder(catalogue, language)
    briefing = catalogue.content.briefing
    page.paragraph((Span(page.of(briefing.subtitle), "muted"),))
    page.heading(labels.FIVE_LINES)
    for number, line in enumerate(briefing.lines, start=1):
        lead = Span(page.of(catalogue.title(line.leads_to)), "link", record_target(line.leads_to))
        around = ("（见", "）") if language == "zh" else (" (see ", ")")
        spans = (*page.spans(page.of(line.text)), Span(around[0]), lead, Span(around[1]))
        page.paragraph(spans, bullet=f"{number}")
    page.heading(labels.CONTENTS)
    rows = []
    for section, count in sections:
        title = page.of(section.title)
        counted = page.of(labels.COUNT_RECORDS.format(count=count))
        rows.append((title, (Span(counted, "link", section_target(section.id)),)))
    page.add(Fields(tuple(rows)))
    as_of = format_date(briefing.as_of, language)
    page.fields(
        [
            (labels.EDITION, briefing.edition),
            (labels.AS_OF, as_of),
        ]
    )
    return page.document(page.of(briefing.title), page.of(labels.KINDS["overview"]))
