"""The screen of panels: what is seen at a place, and how one gets from one to the next."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input, Static

from tui.app import wording
from tui.app.moves import PanelMoves
from tui.app.navigation import OVERVIEW, SEARCH, History, Place
from tui.app.reader import Reader
from tui.app.widgets.bars import KeyBar, TitleBar
from tui.app.widgets.page import Page
from tui.app.widgets.record_list import RecordList
from tui.app.widgets.search_box import SearchBox
from tui.app.widgets.section_bar import SectionBar
from tui.render.glyphs import Glyphs
from tui.store import Row

_SMALLEST = (40, 10)
"""Cells and lines below which nothing can be read."""


class PlaceScreen(PanelMoves, Screen[None]):
    """Title, sections, list, page, search, keys: all of them show the present place."""

    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (80, "-two"), (120, "-three")]  # noqa: RUF012

    def __init__(self, reader: Reader, place: Place, glyphs: Glyphs) -> None:
        super().__init__()
        self.reader = reader
        self.history = History(place)
        self.title_bar = TitleBar("title")
        self.section_bar = SectionBar(glyphs, "sections", self._section_moved)
        self.record_list = RecordList(glyphs, "list", self._record_moved, self._record_chosen)
        self.page = Page(glyphs, "page", self.follow)
        self.search_box = SearchBox("search")
        self.key_bar = KeyBar("keys")
        self.glyphs = glyphs
        self._too_small = Static(id="too-small")
        self._listed: tuple[str, str, str] | None = None

    def compose(self) -> ComposeResult:
        """Panels between the two bars."""
        yield self.title_bar
        with Horizontal(id="panels"):
            yield self.section_bar
            yield self.record_list
            yield self.page
        yield self.search_box
        yield self.key_bar
        yield self._too_small

    def on_mount(self) -> None:
        """Show the first place."""
        self.show_place()

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size there is only a notice."""
        small = event.size.width < _SMALLEST[0] or event.size.height < _SMALLEST[1]
        self.set_class(small, "-small")

    # -- showing

    def show_place(self) -> None:
        """Show the present place in every panel."""
        language = self.reader.language
        self._show_list()
        if not self.history.place.record and self.record_list.row:
            self.history.adjust(record=self.record_list.row.id)
        names = [(section.id, section.title.of(language)) for section in self.reader.sections]
        self.section_bar.show(names, self.history.place.section)
        self.key_bar.show(language)
        self.search_box.placeholder = wording.SEARCH_HINT.of(language)
        self._too_small.update(wording.TOO_SMALL.of(language))
        self.show_page()
        self._show_panels()

    def _show_list(self) -> None:
        place = self.history.place
        wanted = (place.section, place.query, self.reader.language)
        if wanted == self._listed:
            self.record_list.point_at(place.record)
        else:
            self._listed = wanted
            self.record_list.show(self.reader.listed(place), place.record)

    def show_page(self) -> None:
        """The page, and above it where one is."""
        place = self.history.place
        section, count = self.reader.section_title(place.section), len(self.record_list.rows)
        where = f"{section} {self.record_list.cursor + 1}/{count}" if count else section
        if not self.reader.forecasts:
            where = f"{wording.FORECASTS_HIDDEN.of(self.reader.language)}  {where}"
        self.title_bar.show(self.reader.title(), where)
        self.page.show(self.reader.document(place), place.line, place.link)

    def _show_panels(self) -> None:
        """Which panels are seen, and which has the focus."""
        place = self.history.place
        no_list = place.section == OVERVIEW
        self.set_class(no_list, "-no-list")
        self.set_class(place.section == SEARCH, "-searching")
        self.set_class(no_list or place.panel == "page", "-reading")
        panels = {
            "sections": self.section_bar,
            "list": self.page if no_list else self.record_list,
            "search": self.search_box,
        }
        # At once, not by ``focus()``, which lets keys that were typed ahead pass by.
        self.set_focus(panels.get(place.panel, self.page), scroll_visible=False)

    # -- going

    def go(self, place: Place) -> None:
        """Go to another place; the way back leads here."""
        self.remember()
        self.history.go(place)
        self.show_place()

    def remember(self) -> None:
        """Keep with the place how its panels stand."""
        panel = self.focused.id if self.focused and self.focused.id else "page"
        self.history.adjust(panel=panel, line=self.page.top, link=self.page.link)

    def turn_to(self, panel: str) -> None:
        """Another panel of the same place."""
        self.remember()
        self.history.adjust(panel=panel)
        self._show_panels()

    # -- what panels report: by calls, not by messages, which keys typed ahead would overtake

    def _section_moved(self, section: str) -> None:
        place = Place(section, panel="sections")
        if self.history.place.panel == "sections":  # going along the bar leaves no trail
            self.history.place = place
            self.show_place()
        else:
            self.go(place)

    def _record_moved(self, row: Row) -> None:
        self.history.adjust(record=row.id, cited_by="", citation=0, line=0, link=-1)
        self.show_page()

    def _record_chosen(self, row: Row) -> None:
        self.go(Place(row.section, row.id, panel="page"))

    def follow(self, target: str) -> None:
        """Go where a link leads."""
        place = self.reader.place_of(target, self.history.place)
        if place:
            self.go(place)

    @on(Input.Changed)
    def _query_changed(self, event: Input.Changed) -> None:
        place = self.history.place
        if place.section == SEARCH and event.value != place.query:
            self.history.adjust(query=event.value, record="", line=0, link=-1)
            self.show_place()

    @on(Input.Submitted)
    def _query_entered(self) -> None:
        self.record_list.choose()
