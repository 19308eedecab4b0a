"""Documents of the page panel, and the destinations of their links."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import COMPARISON, PAGES, PINS, SEARCH, Location, generated_location
from tui.app.browse.sources.dispute_choices import DisputeChoice, dispute_choices
from tui.app.browse.sources.generated_pages import page_document
from tui.app.browse.sources.list_source import ListSource
from tui.app.browse.user_session import UserSession
from tui.document import Document, Paragraph, Span
from tui.document.folding import folded, section_names
from tui.document.forecast_filter import without_forecasts
from tui.document.link_target import DISAGREEMENT_PREFIX, SECTION, parse_target
from tui.render.page_layout import cards_of
from tui.store import AnswerRow, Row
from tui.store.originals import Originals
from tui.text.language import LANGUAGES, Wording
from tui.text.width import truncate

_STATISTIC = "statistic"


class PageSource:
    """Fetches pages from the store in the current language, with what the user added to them."""

    def __init__(self, lists: ListSource, originals: Originals, session: UserSession) -> None:
        self._lists = lists
        self._briefing = lists.briefing
        self._originals = originals
        self._session = session

    def document(self, location: Location) -> Document:
        """Return the page of a location; a hint where there is none."""
        briefing = self._briefing
        document = page_document(briefing.store, location.page, briefing.language)
        if document is None and location.section == SEARCH:
            from tui.app.browse.sources.nothing_found import nothing_found

            return nothing_found(briefing, location.query)
        if document is None:
            hint = self._empty_hint(location).of(briefing.language)
            filtered = location.list_query.has_filters
            title = briefing.section_title(location.section) if filtered else ""
            return Document(title, "", (Paragraph((Span(hint, "muted"),)),))
        if location.cited_by:
            from tui.app.browse.sources.citation_view import (
                citation_view,
            )

            return citation_view(
                briefing.store, self._originals, briefing.language, location, document
            )
        page = document if briefing.show_forecasts else without_forecasts(document)
        page = folded(page, self._session.closed_sections)
        return self._with_note(self._with_remark(page, location), location.page)

    def headings(self, location: Location) -> list[frozenset[str]]:
        """Return the headings of the sections of a page that can be folded away, each in both
        languages: a section stays folded when the language changes."""
        if location.cited_by:
            return []
        names: list[list[str]] = []
        for language in LANGUAGES:
            document = page_document(self._briefing.store, location.page, language)
            names.append(section_names(document) if document and not cards_of(document) else [])
        if len(names[0]) != len(names[1]):
            names = [names[LANGUAGES.index(self._briefing.language)]]
        return [frozenset(each) for each in zip(*names, strict=True)]

    def headings_of(self, location: Location, heading: str) -> frozenset[str]:
        """Return a heading of a page in both languages."""
        found = (names for names in self.headings(location) if heading in names)
        return next(found, frozenset((heading,)))

    def disputes(self, location: Location, shown: Document) -> list[DisputeChoice]:
        """Return the disputes that the page of a record links to in its paragraphs, also in those
        that are folded away; none on the page of a dispute itself. ``shown``: the page."""
        on_dispute = location.record.startswith(DISAGREEMENT_PREFIX)
        if location.cited_by or on_dispute or location.section in PAGES:
            return []
        store, language = self._briefing.store, self._briefing.language
        is_folded = bool(self._session.closed_sections)
        document = (is_folded and page_document(store, location.page, language)) or shown
        paragraphs = (block for block in document.blocks if isinstance(block, Paragraph))
        targets = (span.target for block in paragraphs for span in block.spans)
        return dispute_choices(store, language, targets)

    def _empty_hint(self, location: Location) -> Wording:
        if location.section == COMPARISON:
            return messages.NOTHING_COMPARED
        if location.list_query.has_filters:
            return messages.NO_MATCHES
        if location.section == PINS:
            return messages.PIN_GONE if location.record else self._lists.no_pins_hint()
        return messages.NOTHING_HERE

    def _with_remark(self, document: Document, location: Location) -> Document:
        """Put what a reader must know before an answer above the page that is opened from the
        results; beside the results the card has it."""
        result = self._lists.result(location)
        if not result or location.section == SEARCH:
            return document
        from tui.app.browse.sources.page_facts import with_remark

        words = truncate(location.query.strip(), messages.LONGEST_QUERY)
        language = self._briefing.language
        search = messages.ABOUT_SEARCH.format(words=words).of(language)
        return with_remark(document, search, result.verdict.remark.of(language))

    def _with_note(self, document: Document, identity: str) -> Document:
        """Put the user's note above the page."""
        note = self._session.note(identity)
        if not note:
            return document
        label = messages.YOUR_NOTE.of(self._briefing.language)
        paragraph = Paragraph((Span(label, "label"), Span(note)))
        return document._replace(blocks=(paragraph, *document.blocks))

    def opened(self, row: Row, here: Location) -> Location:
        """Return the location of a row's page; for a search result, at the answer it found."""
        location = Location(row.section, row.id, panel="page")
        result = self._lists.result(here._replace(record=row.id))
        if result and result.verdict.match != "exact":
            location = location._replace(query=here.query)
        return self._at_result(location, result.fact) if result else location

    def _at_result(self, location: Location, fact: AnswerRow) -> Location:
        """Return the location of a record's page at a fact with which it does not begin."""
        # Without forecasts the page has other links than the ones that are counted here.
        if not self._briefing.show_forecasts:
            return location
        from tui.app.browse.sources.page_facts import is_main_fact

        if is_main_fact(self._briefing.store, fact):
            return location
        return self.at_fact(location, fact.fact)

    def line_of_answer(self, location: Location) -> tuple[int, int]:
        """Return line and link of a location; in results whose page nobody has moved in, of the
        figure of a statistic that the query asks for, where the page does not begin with it."""
        if location.section == SEARCH and not location.line and location.link < 0:
            result = self._lists.result(location)
            if result and result.fact.kind == _STATISTIC:
                location = self._at_result(location, result.fact)
        return location.line, location.link

    def at_fact(self, location: Location, fact: str) -> Location:
        """Return the location of a record's page at the citation of a fact, if it is cited."""
        from tui.app.browse.sources.page_facts import (
            link_of_fact,
        )

        closed = self._session.closed_sections
        briefing = self._briefing
        link = link_of_fact(briefing.store, location.record, fact, briefing.language, closed)
        return location._replace(link=link, line=-1) if link >= 0 else location

    def destination(self, target: str, here: Location) -> Location | None:
        """Return where a link leads: ``record:ID``, ``section:ID``, ``cite:NUMBER`` of the page at
        ``here``, or the id of a generated page. None where the target does not exist."""
        link = parse_target(target)
        if link.kind == SECTION:
            return Location(link.name)
        if link.citation:
            return self._citation(link.citation, here)
        if location := generated_location(target):
            return location
        row = self._briefing.store.row(link.name, self._briefing.language)
        return Location(row.section, link.name, panel="page") if row else None

    def _citation(self, number: int, here: Location) -> Location | None:
        store, language = self._briefing.store, self._briefing.language
        document = page_document(store, here.page, language)
        for quote in document.quotes if document else ():
            if quote.number == number and (row := store.row(quote.source, language)):
                return Location(row.section, quote.source, here.page, number, panel="page")
        return None
