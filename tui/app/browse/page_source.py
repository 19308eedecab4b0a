"""What is to be seen at a place: rows for the list, a document for the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app import messages
from tui.app.browse.generated_pages import page_named
from tui.app.browse.location import (
    COMPARISON,
    PINS,
    SEARCH,
    TIMELINE,
    ListQuery,
    Location,
    generated_location,
)
from tui.app.browse.user_session import UserSession
from tui.document import Document, Paragraph, Span
from tui.document.forecast_filter import without_forecasts
from tui.document.link_target import SECTION, parse_target
from tui.store import Fact, Row, Section, Store
from tui.store.lazy_rows import LazyRows
from tui.store.originals import Originals
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.search.match_highlight import Highlighter

_MOST_RESULTS = 50
_DISPUTE = "disagreement"
"""Records that bear the title of what is disputed: among others they say what they are."""


class Listed(NamedTuple):
    """A list: its columns (head, side) and rows."""

    columns: tuple[tuple[str, str], ...]
    rows: Sequence[Row]
    marks: Highlighter | None = None
    """Of a search: where in a row the query stands."""
    total: int = 0
    """Rows there would be if nothing were left out."""
    told: int = 0
    """The column by which it is ordered, shown even where there is no room for all."""


class PageSource:
    """Fetches from the store, in the language that is set."""

    def __init__(
        self,
        store: Store,
        originals: Originals,
        language: Language,
        keeping: UserSession | None = None,
    ) -> None:
        self.store = store
        self.originals = originals
        self.language: Language = language
        self.keeping = keeping or UserSession()
        self.forecasts = True
        """Whether figures that are forecasts are shown."""
        self._answers: tuple[str, dict[str, Fact]] = ("", {})
        """What the last query found."""
        self.sections: list[Section] = []
        self.read_again()

    def read_again(self) -> None:
        """The store is another briefing than before."""
        self.sections = self.store.sections()
        self._title, self._edition = self.store.title(), self.store.meta("edition")

    def title(self) -> str:
        """What the briefing is called, and its edition."""
        return f"{self._title.of(self.language)} {self._edition}"

    def section_title(self, identity: str) -> str:
        """The name of a section."""
        names = {
            COMPARISON: messages.COMPARISON.of(self.language),
            PINS: messages.PINS.of(self.language),
            **dict(self.section_names()),
        }
        return names.get(identity, messages.RESULTS.of(self.language))

    def section_names(self) -> list[tuple[str, str]]:
        """The sections with their names; pages that are made stand behind those of records."""
        names = [(section.id, section.title.of(self.language)) for section in self.sections]
        return [*names, (TIMELINE, messages.TIMELINE.of(self.language))]

    def listed(self, place: Location) -> Listed:
        """The list of the place's section; for the search, what its query finds."""
        if place.section == SEARCH:
            return self._found(place.query)
        if place.section == PINS:
            return self._pinned()
        for section in self.sections:
            if section.id == place.section:
                if place.arranged != ListQuery():
                    return self._arranged(section, place.arranged)
                rows = LazyRows(self.store, section.id, self.language)
                return Listed(section.columns(self.language), rows, None, len(rows))
        return Listed((), [])

    def _pinned(self) -> Listed:
        """The reader's pins in their order, with what each says and the note on it."""
        rows = []
        for pin in self.keeping.listed():
            row = self.store.row(pin.id, self.language)
            if row is None:
                cells = (pin.id, messages.PIN_GONE.of(self.language), pin.note)
                rows.append(Row(pin.id, "", PINS, Wording(pin.id, pin.id), False, cells))
                continue
            answers = self.store.facts(pin.id)
            answer = answers[0].answer.of(self.language) if answers else ""
            cells = (row.title.of(self.language), answer, pin.note)
            rows.append(row._replace(cells=cells))
        heads = (messages.PINS, messages.PIN_SAYS, messages.NOTE_ON)
        return Listed(tuple((head.of(self.language), "left") for head in heads), rows)

    def _arranged(self, section: Section, arrangement: ListQuery) -> Listed:
        from tui.app.browse.list_query import (  # not before the first screen is drawn
            arranged,
            column_of,
        )
        from tui.search.match_highlight import Highlighter

        whole = self.store.rows(section.id, self.language)
        kept = arranged(self.store, whole, arrangement, self.language)
        words = arrangement.words.strip()
        marks = Highlighter(self.store, words) if words else None
        told = column_of(section.kind, arrangement.order)
        return Listed(section.columns(self.language), kept, marks, len(whole), told)

    def _found(self, query: str) -> Listed:
        from tui.search import find_facts  # not before the first screen is drawn
        from tui.search.match_highlight import Highlighter

        facts = [found.fact for found in find_facts(self.store, query, _MOST_RESULTS)]
        self._answers = query, {fact.id: fact for fact in facts}
        disputed = self.store.disputed_answers(facts)
        sections = {section.kind: section.id for section in self.sections}
        rows = []
        for fact in facts:
            title = (
                messages.DISPUTE.format(title=fact.title) if fact.kind == _DISPUTE else fact.title
            )
            cells = title.of(self.language), fact.answer.of(self.language)
            section, doubted = sections[fact.kind], fact.number in disputed
            rows.append(Row(fact.id, fact.kind, section, fact.title, doubted, cells))
        columns = ((messages.RESULTS.of(self.language), "left"), ("", "left"))
        return Listed(columns, rows, Highlighter(self.store, query))

    def opened(self, row: Row, here: Location) -> Location:
        """The page of a row of the list; of one that a search found, where its answer stands."""
        place = Location(row.section, row.id, panel="page")
        fact = self._answer(here._replace(record=row.id))
        if not fact or not self.forecasts:  # without them its links are others
            return place
        from tui.app.browse.fact_link import link_at

        link = link_at(self.store, row.id, fact.fact, self.language)
        return place._replace(link=link, line=-1) if link >= 0 else place

    def place_of(self, target: str, here: Location) -> Location | None:
        """Where a link leads: ``record:ID``, ``section:ID``, ``cite:NUMBER`` of this page, or a
        page that is made, by its name."""
        link = parse_target(target)
        if link.kind == SECTION:
            return Location(link.name)
        if link.citation:
            return self._cited(link.citation, here)
        if place := generated_location(target):
            return place
        row = self.store.row(link.name, self.language)
        return Location(row.section, link.name, panel="page") if row else None

    def _cited(self, number: int, here: Location) -> Location | None:
        document = page_named(self.store, here.page, self.language)
        for quote in document.quotes if document else ():
            if quote.number == number:
                row = self.store.row(quote.source, self.language)
                if row:
                    return Location(row.section, quote.source, here.page, number, panel="page")
        return None

    def document(self, place: Location) -> Document:
        """The page of the place."""
        document = page_named(self.store, place.page, self.language)
        if document is None:
            text = messages.NOTHING_HERE
            if place.section == PINS:
                text = messages.PIN_GONE if place.record else self.no_pins()
            if place.section == SEARCH:
                text = messages.NOTHING_FOUND if place.query.strip() else messages.SEARCH_HINT
            elif place.section == COMPARISON:
                text = messages.NOTHING_COMPARED
            elif place.arranged.filters:
                text = messages.NOTHING_FITS
            return Document("", "", (Paragraph((Span(text.of(self.language), "muted"),)),))
        if place.cited_by:
            from tui.app.browse.citation_view import citation_view

            return citation_view(self.store, self.originals, self.language, place, document)
        page = document if self.forecasts else without_forecasts(document)
        return self._noted(self._answered(page, place), place.page)

    def _answered(self, document: Document, place: Location) -> Document:
        """The page that a search found, with its answer at the head."""
        fact = self._answer(place)
        if not fact:
            return document
        from tui.app.browse.search_answer import with_answer

        (entry,) = self.store.entries_for((fact,))
        return with_answer(document, entry, self.language)

    def _answer(self, place: Location) -> Fact | None:
        """What the query answers of the record, unless its page begins with that anyway."""
        query, facts = self._answers
        fact = facts.get(place.record)
        if place.section != SEARCH or place.query != query or not fact:
            return None
        from tui.app.browse.search_answer import answers_apart

        hidden = fact.status == "forecast" and not self.forecasts
        return None if hidden or not answers_apart(self.store, fact) else fact

    def _noted(self, document: Document, identity: str) -> Document:
        """The page with the reader's own words at its head."""
        note = self.keeping.note(identity)
        if not note:
            return document
        said = (Span(messages.YOUR_NOTE.of(self.language), "label"), Span(note))
        return document._replace(blocks=(Paragraph(said), *document.blocks))

    def no_pins(self) -> Wording:
        """How one pins."""
        keymap = self.keeping.keymap
        keys = {"pin": "toggle_pin", "note": "write_note"}
        said = {
            name: Wording(keymap.shown_of(action, "zh"), keymap.shown_of(action, "en"))
            for name, action in keys.items()
        }
        return messages.NO_PINS.format(**said)
