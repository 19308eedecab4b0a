"""Locations in the briefing, how a list is queried there, and the history of locations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.app.browse.query_history import QueryHistory
from tui.document import link_target
from tui.document.link_target import (
    comparison_target,
    format_facets,
    parse_facets,
    parse_target,
    subject_target,
    timeline_target,
)
from tui.fast_namedtuple import NamedTuple

OVERVIEW = link_target.OVERVIEW
SEARCH = "search"
PINS = "pins"
TIMELINE = link_target.TIMELINE
COMPARISON = link_target.COMPARISON
SUBJECT = link_target.SUBJECT

DISAGREEMENTS = "disagreements"

PAGES = (OVERVIEW, TIMELINE, COMPARISON, SUBJECT)
"""Sections that consist of one page and have no list."""


def has_order(section: str) -> bool:
    """Return whether a section has a list that can be sorted and narrowed."""
    return section not in (*PAGES, PINS, SEARCH)


def has_facets(section: str) -> bool:
    """Return whether what a section shows can be filtered."""
    return has_order(section) or section == TIMELINE


class ListQuery(NamedTuple):
    """How a section is listed.

    ``order``: the sort order, empty for the section's own; ``words``: the words that rows must
    contain; ``facets``: the selected values of each facet; ``reverse``: whether the order is
    reversed.
    """

    order: str = ""
    words: str = ""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reverse: bool = False

    @property
    def selected(self) -> dict[str, tuple[str, ...]]:
        """The selected values by facet."""
        return dict(self.facets)

    def toggled(self, facet: str, value: str) -> ListQuery:
        """Return the query with the value selected, or deselected if it was selected."""
        selected = self.selected
        values = selected.get(facet, ())
        others = tuple(other for other in values if other != value)
        selected[facet] = others if value in values else (*values, value)
        return self._replace(facets=tuple((name, each) for name, each in selected.items() if each))

    @property
    def unfiltered(self) -> ListQuery:
        """The same order without any filter."""
        return ListQuery(self.order, reverse=self.reverse)

    @property
    def has_filters(self) -> bool:
        """Whether the query can leave out rows."""
        return bool(self.words.strip() or self.facets)


class Location(NamedTuple):
    """What is shown, and where in it the user is.

    ``record``: a record id, empty for the first record of the section; in a comparison, the ids
    separated by commas, in a short brief the tag of its subject. ``cited_by`` and
    ``citation``: set when ``record`` is a source that is shown at a citation of another page.
    ``query``: the query of the search section, or the one whose remark the page keeps.
    ``panel``: the id of the focused panel; ``line``: the first line of the page in the window,
    -1 for one with the selected link in view; ``link``: the selected link, -1 for none; ``top``:
    the first line of the list in the window, -1 for any that shows the cursor.
    """

    section: str
    record: str = ""
    cited_by: str = ""
    citation: int = 0
    query: str = ""
    panel: str = "list"
    line: int = 0
    link: int = -1
    list_query: ListQuery = ListQuery()
    top: int = -1

    @property
    def page(self) -> str:
        """The page id: a record id, or for a generated page a link target such as
        ``compare:ID,ID`` or ``timeline:type=launch``."""
        if self.section == TIMELINE:
            return timeline_target(self.list_query.facets)
        if self.section == COMPARISON:
            return comparison_target((self.record,))
        if self.section == SUBJECT:
            return subject_target(self.record)
        return OVERVIEW if self.section == OVERVIEW else self.record

    def to_fields(self) -> dict[str, str | int]:
        """Return the location as plain fields for the state file.

        Filters of a list are not saved: a returning user expects the record, not what was
        left out around it. Filters of a generated page are part of the page and are saved.
        """
        fields: dict[str, str | int] = {
            name: value for name, value in self._asdict().items() if isinstance(value, str | int)
        }
        if self.list_query.order:
            fields["order"] = self.list_query.order
        if self.list_query.reverse:
            fields["reverse"] = 1
        if self.section in PAGES and self.list_query.facets:
            fields["facets"] = format_facets(self.list_query.facets)
        return fields

    @staticmethod
    def from_fields(fields: Mapping[str, Any]) -> Location | None:
        """Return the location that ``to_fields`` saved, without fields of a wrong type; None where
        there is no section."""
        section = fields.get("section")
        if not isinstance(section, str) or not section:
            return None
        types = {name: type(value) for name, value in Location("")._asdict().items()}
        valid = {name: fields[name] for name in types if type(fields.get(name)) is types[name]}
        order = fields.get("order", "")
        facets = parse_facets(str(fields.get("facets", "")))
        name, reverse = order if isinstance(order, str) else "", fields.get("reverse") == 1
        list_query = ListQuery(name, "", facets, reverse)
        return Location(**valid)._replace(list_query=list_query)


def generated_location(page: str) -> Location | None:
    """Return the location of a generated page by its page id; None for any other page id."""
    target = parse_target(page)
    if target.kind == COMPARISON:
        return Location(COMPARISON, target.name, panel="page")
    if target.kind == SUBJECT:
        return Location(SUBJECT, target.name, panel="page")
    if target.kind == TIMELINE:
        list_query = ListQuery(facets=parse_facets(target.name))
        return Location(TIMELINE, panel="page", list_query=list_query)
    return None


def first_location(section: str, record: str = "") -> Location:
    """Return where the app opens for a section, or for the page of one of its records."""
    return Location(section, record, panel="page" if record or section == OVERVIEW else "list")


class History:
    """The current location, with the locations before it and those undone by going back;
    ``queries``: of the searches that were left."""

    _MAX_ENTRIES = 200

    def __init__(self, location: Location) -> None:
        self.location = location
        self._past: list[Location] = []
        self._future: list[Location] = []
        self.queries = QueryHistory()

    def go(self, location: Location) -> None:
        """Move to a location. Going back returns to the current one; the future is cleared."""
        self.keep_query()
        if location != self.location:
            self._past.append(self.location)
            del self._past[: -self._MAX_ENTRIES]
            self._future.clear()
        self.location = location

    def keep_query(self) -> None:
        """Keep the query of the current location, to recall it."""
        if self.location.section == SEARCH:
            self.queries.keep(self.location.query)

    def adjust(self, **changes: object) -> None:
        """Change fields of the current location without adding an entry."""
        self.location = self.location._replace(**changes)  # type: ignore[arg-type]

    @property
    def is_first(self) -> bool:
        """True where ``back`` leads nowhere."""
        return not self._past

    def back(self) -> Location | None:
        """Return to the location before; None at the first one."""
        return self._step(self._past, self._future)

    def forward(self) -> Location | None:
        """Undo a step back; None where there was none."""
        return self._step(self._future, self._past)

    @property
    def has_future(self) -> bool:
        """Whether a step back can be undone."""
        return bool(self._future)

    def _step(self, ahead: list[Location], behind: list[Location]) -> Location | None:
        self.keep_query()
        if not ahead:
            return None
        behind.append(self.location)
        self.location = ahead.pop()
        return self.location
