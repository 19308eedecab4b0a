"""The screen of panels: shows places, and goes from one to the next."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input, Static

from tui.app import wording
from tui.app.commands import bindings, digit_bindings
from tui.app.help import HelpScreen
from tui.app.moves import PanelMoves
from tui.app.navigation import OVERVIEW, SEARCH, History, Place
from tui.app.reader import Reader
from tui.app.widgets.bars import KeyBar, TitleBar
from tui.app.widgets.page import Page
from tui.app.widgets.panel import Panel
from tui.app.widgets.record_list import RecordList
from tui.app.widgets.search_box import SearchBox
from tui.app.widgets.section_bar import SectionBar
from tui.render.glyphs import Glyphs
from tui.store import Row
from tui.text.language import other

_SMALLEST = (40, 10)
"""Cells and lines below which nothing can be read."""


class BrowseScreen(PanelMoves, Screen[None]):
    """Title, sections, list, page, search, keys."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(), *digit_bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (80, "-two"), (120, "-three")]  # noqa: RUF012

    def __init__(self, reader: Reader, place: Place, glyphs: Glyphs) -> None:
        super().__init__()
        self.reader = reader
        self.history = History(place)
        self.title_bar = TitleBar("title")
        self.section_bar = SectionBar(glyphs, "sections", self._section_moved)
        self.record_list = RecordList(glyphs, "list", self._record_moved, self._record_chosen)
        self.page = Page(glyphs, "page", self._link_followed)
        self.search_box = SearchBox("search")
        self.key_bar = KeyBar("keys")
        self._glyphs = glyphs
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
        self._show_page()
        self._show_panels()

    def _show_list(self) -> None:
        place = self.history.place
        wanted = (place.section, place.query, self.reader.language)
        if wanted == self._listed:
            self.record_list.point_at(place.record)
        else:
            self._listed = wanted
            self.record_list.show(self.reader.listed(place), place.record)

    def _show_page(self) -> None:
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
        self._remember()
        self.history.go(place)
        self.show_place()

    def _remember(self) -> None:
        panel = self.focused.id if self.focused and self.focused.id else "page"
        self.history.adjust(panel=panel, line=self.page.top, link=self.page.link)

    def _turn_to(self, panel: str) -> None:
        """Another panel of the same place."""
        self._remember()
        self.history.adjust(panel=panel)
        self._show_panels()

    def action_go_back(self) -> None:
        """To the place before; at the beginning, to the overview."""
        if self.history.back() is None:
            self.history.place = Place(OVERVIEW, panel="page")
        if self.history.place.section == SEARCH:
            self.search_box.value = self.history.place.query
        self.show_place()

    def action_go_to_overview(self) -> None:
        """To the first page."""
        self.go(Place(OVERVIEW, panel="page"))

    def action_inward(self) -> None:
        """Along a row of sections; from a column of them to the list, from there to the page."""
        if self._along_sections(1):
            return
        self._turn_to("list" if self.focused is self.section_bar else "page")

    def action_outward(self) -> None:
        """Along a row of sections; from the page to the list, from there to the sections."""
        if self._along_sections(-1):
            return
        to_list = self.focused is self.page and self.history.place.section != OVERVIEW
        self._turn_to("list" if to_list else "sections")

    def _along_sections(self, steps: int) -> bool:
        if self.focused is not self.section_bar or self.section_bar.upright:
            return False
        self.section_bar.move(steps)
        return True

    def action_down(self) -> None:
        """A step down; from a row of sections, into the list."""
        if self.focused is self.section_bar and not self.section_bar.upright:
            self._turn_to("list")
        else:
            super().action_down()

    def action_enter(self) -> None:
        """Open what the cursor stands on."""
        if self.focused is self.record_list:
            self.record_list.choose()
        elif self.focused is self.page:
            self.page.follow()
        else:
            self._turn_to("list")

    def action_open_citation(self, number: int) -> None:
        """The citation of that number, of the page that is seen."""
        if self.page.display:
            self.page.follow_citation(number)

    def action_next_link(self) -> None:
        """The next link of the page."""
        self._to_link(1)

    def action_previous_link(self) -> None:
        """The link before."""
        self._to_link(-1)

    def _to_link(self, steps: int) -> None:
        if self.focused is not self.page:
            self._turn_to("page")
        self.page.move_link(steps)

    def panel(self) -> Panel | None:
        """While a query is typed, arrows move in the list of what it finds."""
        return self.record_list if self.focused is self.search_box else super().panel()

    # -- searching, language, help, leaving

    def action_open_search(self) -> None:
        """Type a query; what it finds is listed at once."""
        if self.history.place.section == SEARCH:
            self._turn_to("search")
        else:
            self.search_box.value = ""
            self.go(Place(SEARCH, panel="search"))

    @on(Input.Changed)
    def _query_changed(self, event: Input.Changed) -> None:
        place = self.history.place
        if place.section == SEARCH and event.value != place.query:
            self.history.adjust(query=event.value, record="", line=0, link=-1)
            self.show_place()

    @on(Input.Submitted)
    def _query_entered(self) -> None:
        self.record_list.choose()

    def action_change_language(self) -> None:
        """The other language, in the same place."""
        self._remember()
        self.reader.language = other(self.reader.language)
        self.show_place()

    def action_open_disagreement(self) -> None:
        """The disagreement that the page speaks of, if there is one."""
        for link in self.page.links:
            if link.target.startswith("record:disagreement-"):
                self._link_followed(link.target)
                return

    def action_toggle_forecasts(self) -> None:
        """Figures that are forecasts, hidden or shown."""
        self._remember()
        self.reader.forecasts = not self.reader.forecasts
        self._show_page()

    def action_open_help(self) -> None:
        """The keys and the marks."""
        self.app.push_screen(HelpScreen(self.reader.language, self._glyphs))

    def action_leave(self) -> None:
        """Quit."""
        self.app.exit()

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
        self._show_page()

    def _record_chosen(self, row: Row) -> None:
        self.go(Place(row.section, row.id, panel="page"))

    def _link_followed(self, target: str) -> None:
        place = self.reader.place_of(target, self.history.place)
        if place:
            self.go(place)
