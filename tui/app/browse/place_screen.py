"""How one gets from one place to the next on the screen of panels."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import Input

from tui.app.browse.location import COMPARISON, PAGES, SEARCH, ListQuery, Location
from tui.app.browse.shown_place import ShownPlace
from tui.store import Row

if TYPE_CHECKING:
    from tui.app.app import BriefingApp


class PlaceScreen(ShownPlace):
    """Going, turning to another panel, and what comes of what is done in the panels."""

    def on_mount(self) -> None:
        """Show the first place, and the hint if there is one."""
        if self.history.place.section == SEARCH:
            self.search_box.restore_query(self.history.place.query)
        self.show_place()
        app = cast("BriefingApp", self.app)
        if app.hint:
            self.say(app.hint)

    def go(self, place: Location) -> None:
        """Go to another place; the way back leads here."""
        self.remember()
        self.history.go(self._as_left(place))
        self.show_place()

    def _as_left(self, place: Location) -> Location:
        """The place with its section listed as when it was left, unless that leaves out the very
        record that is to be seen."""
        known = self.arrangements.get(place.section, ListQuery())
        if place.arranged != ListQuery() or place.section == COMPARISON:
            return place
        arranged = place._replace(arranged=known)
        if known.filters and place.record and place.section not in PAGES:
            rows = self.reader.listed(arranged).rows
            if all(row.id != place.record for row in rows):
                return place._replace(arranged=known.unfiltered)
        return arranged

    def rearrange(self, arrangement: ListQuery) -> None:
        """The same place, its list in another order or filtered otherwise: the cursor stays on
        its record, if that is still there."""
        self.history.adjust(arranged=arrangement, top=-1)
        self.show_list()
        row = self.record_list.row
        record = row.id if row else "" if self.total else self.history.place.record
        if record != self.history.place.record:
            self.history.adjust(record=record, cited_by="", citation=0, line=0, link=-1)
        elif self.history.place.section in PAGES:
            self.history.adjust(line=0, link=-1)
        else:
            self.history.adjust(line=self.page.top, link=self.page.link)
        self.show_place()

    def remember(self) -> None:
        """Keep with the place how its panels stand."""
        panel = self.focused.id if self.focused and self.focused.id else "page"
        line, link, top = self.page.top, self.page.link, self.record_list.top
        self.history.adjust(panel=panel, line=line, link=link, top=top)

    def here(self) -> Location:
        """Where the reader is, as it would be come back to."""
        self.remember()
        return self.history.place

    def turn_to(self, panel: str) -> None:
        """Another panel of the same place."""
        self.remember()
        self.history.adjust(panel=panel)
        self.show_panels()

    # -- what panels report: by calls, not by messages, which keys typed ahead would overtake

    def section_moved(self, section: str) -> None:
        """Another section: the place where it begins."""
        place = self._as_left(Location(section, panel="sections"))
        if self.history.place.panel == "sections":  # going along the bar leaves no trail
            self.history.place = place
            self.show_place()
        else:
            self.go(place)

    def record_moved(self, row: Row) -> None:
        """Another row: its page beside the list."""
        self.history.adjust(record=row.id, cited_by="", citation=0, line=0, link=-1)
        self.show_page()

    def record_chosen(self, row: Row) -> None:
        """A row that was entered: go to its page."""
        self.go(self.reader.opened(row, self.history.place))

    def follow(self, target: str) -> None:
        """Go where a link leads."""
        place = self.reader.place_of(target, self.history.place)
        if place:
            self.go(place)

    @on(Input.Changed, "#search")
    def _query_changed(self, event: Input.Changed) -> None:
        place = self.history.place
        if place.section == SEARCH and event.value != place.query:
            self.history.adjust(query=event.value, record="", line=0, link=-1)
            self.show_place()

    @on(Input.Submitted, "#search")
    def _query_entered(self) -> None:
        self.record_list.choose()
