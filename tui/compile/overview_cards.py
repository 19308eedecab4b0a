"""The cards of the overview: the figures that briefing.toml names, and a list of each kind of
record that has a place there (``RecordKind.overview_title``)."""

from __future__ import annotations

from collections.abc import Sequence

from tui.compile.catalogue import Catalogue, PageSubject
from tui.compile.facts.timeline_events import in_order
from tui.compile.figure_cards import figure_card
from tui.compile.kinds import KINDS
from tui.compile.kinds.base import RecordKind, SectionKind
from tui.compile.page_builder import PageBuilder
from tui.compile.takeaways import takeaways
from tui.database.timeline import TimelineEvent
from tui.document import Card, CardRow, Cards, Span, Spans
from tui.document.link_target import record_target, section_target, timeline_target
from tui.model import Statistic
from tui.model.briefing import FigureCard
from tui.text.dates import format_date
from tui.text.language import Language, Wording

_KEY_FIGURES = Wording("关键数字", "Key figures")
_TAKEAWAYS = Wording("要点", "Key takeaways")
_EVENTS = Wording("近期大事", "Latest events")
_EVENTS_PLACE = 4
"""Among the lists: after those of the first two rows."""
_FIGURES = 5
"""Figures, where briefing.toml names none."""
_ROWS = 24
"""Rows of a list: as many as the largest screen shows."""
_ROWS_OF_RECORD = 5
"""Rows of one record in a list: others have room below it."""


def overview_cards(
    catalogue: Catalogue, sections: Sequence[tuple[SectionKind, int]], language: Language
) -> Cards:
    """Return the dashboard in one language. ``sections``: each with the number of its records."""
    page = PageBuilder(catalogue, language)
    first = next((kind.section for kind, count in sections if count), "")
    lists = [_takeaways(page, section_target(first))] if catalogue.content.briefing.lines else []
    kinds = [(kind, count) for kind, count in sections if isinstance(kind, RecordKind)]
    chosen = sorted((pair for pair in kinds if pair[0].overview_title), key=_place)
    lists += [each for each in (_list(page, kind) for kind, _ in chosen) if each.rows]
    if events := _events(page):
        lists.insert(_EVENTS_PLACE, events)
    figures = tuple(card for each in _figures(catalogue) if (card := figure_card(page, each)))
    return Cards(figures, tuple(lists), page.of(_KEY_FIGURES))


def _place(pair: tuple[RecordKind[PageSubject], int]) -> int:
    return pair[0].overview_place


def _figures(catalogue: Catalogue) -> Sequence[FigureCard]:
    if catalogue.content.briefing.cards:
        return catalogue.content.briefing.cards
    statistics = [each for each in catalogue.content.records if isinstance(each, Statistic)]
    return [FigureCard(figure=each.id) for each in statistics[:_FIGURES]]


def _takeaways(page: PageBuilder, target: str) -> Card:
    lines = page.catalogue.content.briefing.lines
    texts = enumerate(zip(lines, takeaways(lines), strict=True), start=1)
    rows = tuple(
        CardRow(str(number), _unlinked(page, page.of(text)), "", record_target(line.leads_to))
        for number, (line, text) in texts
    )
    title = page.of(_TAKEAWAYS)
    return Card(title, target, str(len(rows)), rows=rows, sentences=True)


def _unlinked(page: PageBuilder, text: str) -> Spans:
    return tuple(span._replace(target="") for span in page.labeled_spans(text))


def _list(page: PageBuilder, kind: RecordKind[PageSubject]) -> Card:
    """Return the list of a kind: the rows of each record below each other, the title in the first
    one."""
    catalogue = page.catalogue
    entries = [each for each in catalogue.entries() if each.record_kind == kind.id]
    if kind.overview_newest_first:
        entries.sort(key=kind.date, reverse=True)
    entries.sort(key=lambda entry: kind.overview_rank(entry, catalogue))
    rows, count = [], 0
    for entry in entries:
        of_entry = kind.overview_rows(entry, catalogue, page.language)
        for number, (lead, detail, tail) in enumerate(of_entry[:_ROWS_OF_RECORD]):
            title = Span(page.of(catalogue.short_title(entry.id)))
            spans: Spans = (Span(f"  {detail}", "muted"),) if detail else ()
            spans = spans if number and detail else (title, *spans)
            rows.append(CardRow(lead, spans, tail, record_target(entry.id)))
        count += bool(of_entry)
    heading = kind.overview_title or kind.title
    target, in_full = section_target(kind.section), kind.overview_in_full
    return Card(page.of(heading), target, str(count), rows=tuple(rows[:_ROWS]), full_tails=in_full)


def _events(page: PageBuilder) -> Card | None:
    """Return the latest events but the issue of policies, which have a list of their own."""
    catalogue = page.catalogue
    events: list[TimelineEvent] = []
    for entry in catalogue.entries():
        kind = KINDS[entry.record_kind]
        if not kind.overview_newest_first:
            events += kind.timeline_events(entry, catalogue)
    if not events:
        return None
    rows = tuple(
        CardRow(
            format_date(event.date[:7], page.language),
            (Span(page.of(event.title)),),
            page.of(event.type_words),
            record_target(event.id),
        )
        for event in reversed(in_order(events)[-_ROWS:])
    )
    return Card(page.of(_EVENTS), timeline_target(()), str(len(events)), rows=rows)
