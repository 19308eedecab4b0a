"""The screen of panels: what is seen at a place, and how one gets from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.app import wording
from tui.app.at_once import DrawnAtOnce
from tui.app.moves import PanelMoves
from tui.app.navigation import COMPARISON, PAGES, PINS, SEARCH, Arrangement, History, Place
from tui.app.reader import Reader
from tui.app.seen import BESIDE, seen
from tui.app.widgets.bars import KeyBar, TitleBar
from tui.app.widgets.notice import Notice
from tui.app.widgets.page import Page
from tui.app.widgets.record_list import PINNED, RecordList
from tui.app.widgets.search_box import SearchBox
from tui.app.widgets.section_bar import SectionBar
from tui.render.glyphs import Glyphs
from tui.store import Row
from tui.text.encoding import encodable
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.app.application import BriefingApp

_SMALLEST = (40, 12)
"""Cells and lines below which nothing can be read."""


class Panels(Horizontal):
    """Stand side by side and cover it."""

    BLANK = True


class PlaceScreen(PanelMoves, DrawnAtOnce):
    """Title, sections, list, page, search, keys: all of them show the present place."""

    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (BESIDE, "-two"), (120, "-three")]  # noqa: RUF012

    def __init__(self, reader: Reader, place: Place, glyphs: Glyphs) -> None:
        super().__init__()
        self.keeping = reader.keeping
        self.reader = reader
        self.history = History(place)
        self.title_bar = TitleBar("title")
        self.section_bar = SectionBar(glyphs, "sections", self._section_moved)
        self.record_list = RecordList(glyphs, "list", self._record_moved, self._record_chosen)
        self.page = Page(glyphs, "page", self.follow)
        self.search_box = SearchBox("search", enters=True)
        self.narrow_box = SearchBox("narrow")
        self.collected: list[str] = []
        """Records that are marked for a comparison, in the order in which they were."""
        self._arrangements: dict[str, Arrangement] = {}
        self.notice = Notice("notice")
        self.key_bar = KeyBar("keys", reader.keeping.keymap)
        self.glyphs = glyphs
        self._too_small = Static(id="too-small")
        self._listed: tuple[str, str, Arrangement, str] | None = None
        self._total = 0
        self.record_list.marked = self.collected

    def compose(self) -> ComposeResult:
        """Panels between the two bars."""
        yield self.title_bar
        with Panels(id="panels"):
            yield self.section_bar
            yield self.record_list
            yield self.page
        yield self.search_box
        yield self.narrow_box
        yield self.notice
        yield self.key_bar
        yield self._too_small

    def on_mount(self) -> None:
        """Show the first place, and the hint if there is one."""
        if self.history.place.section == SEARCH:
            self.search_box.come_back(self.history.place.query)
        self.show_place()
        app = cast("BriefingApp", self.app)
        if app.hint:
            self.say(app.hint)

    def say(self, text: Wording, close: Wording | None = None) -> None:
        """Show a notice; in English where the terminal has no Chinese."""
        legible = encodable("字", cast("BriefingApp", self.app).terminal.encoding) == "字"
        language = self.reader.language if legible else "en"
        self.notice.show(text.of(language), (close or wording.CLOSE_NOTICE).of(language))

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size there is only a notice."""
        small = event.size.width < _SMALLEST[0] or event.size.height < _SMALLEST[1]
        self.set_class(small, "-small")
        self._choose_seen(event.size.width)

    # -- showing

    def show_place(self) -> None:
        """Show the present place in every panel."""
        language = self.reader.language
        self._show_list()
        if not self.history.place.record and self.record_list.row:
            self.history.adjust(record=self.record_list.row.id)
        place = self.history.place
        self._arrangements[place.section] = place.arranged
        self.section_bar.show(self.reader.section_names(), place.section)
        self.key_bar.show(language)
        self.search_box.placeholder = wording.SEARCH_HINT.of(language)
        self.narrow_box.placeholder = wording.NARROW_HINT.of(language)
        self._too_small.update(wording.TOO_SMALL.of(language), layout=False)
        self.show_page_title()
        self.page.put(self.reader.document(place), place.line, place.link)
        self._show_panels()

    def _show_list(self) -> None:
        place = self.history.place
        wanted = (place.section, place.query, place.arranged, self.reader.language)
        if place.section == PINS:  # what it lists changes while one is there
            self._listed = None
        self.record_list.show_pins(pin.id for pin in self.keeping.kept.pins)
        if wanted == self._listed:
            self.record_list.point_at(place.record, place.top)
        else:
            self._listed = wanted
            listed = self.reader.listed(place)
            self._total = listed.total
            self.record_list.show(listed, place.record, place.top)

    def show_page(self) -> None:
        """The page, and above it where one is."""
        place = self.history.place
        self.show_page_title()
        self.page.show(self.reader.document(place), place.line, place.link)

    def show_page_title(self) -> None:
        """Where one is, what of it is left out, in which order the rest stands."""
        place, language = self.history.place, self.reader.language
        section, count = self.reader.section_title(place.section), len(self.record_list.rows)
        listed = count or (place.arranged.filters and self._total)
        where = (
            f"{section} {min(self.record_list.cursor + 1, count)}/{count}" if listed else section
        )
        details = []
        if place.section not in PAGES and self.keeping.note(place.record) is not None:
            details.append(f"{PINNED}{wording.PINNED.of(language)}")
        if not self.reader.forecasts:
            details.append(wording.FORECASTS_HIDDEN.of(language))
        if place.section != SEARCH and place.arranged != Arrangement():
            from tui.app.arranging import said  # not before the first screen is drawn

            details += filter(None, [said(self.reader.store, place, language)])
        if self._total > count:
            details.append(wording.FILTERED.format(total=self._total).of(language))
        self.title_bar.show(self.reader.title(), where, "  ".join(details))

    def show_seen(self) -> None:
        """Show the panels that are seen, each in its place and filled for it."""
        self._choose_seen(self.app.size.width)
        self.lay_out_now()
        self.page.settle()

    def _choose_seen(self, width: int) -> None:
        shown = seen(self.history.place, width, alone=self.has_class("-alone"))
        self.record_list.be_seen(shown.list)
        self.page.be_seen(shown.page)
        self.search_box.display = shown.search
        self.narrow_box.display = shown.narrow

    def _show_panels(self) -> None:
        """Which panels are seen, and which has the focus."""
        place = self.history.place
        no_list = place.section in PAGES
        self.show_seen()
        panels = {
            "sections": self.section_bar,
            "list": self.page if no_list else self.record_list,
            "search": self.search_box,
            "narrow": self.narrow_box,
        }
        # At once, not by ``focus()``, which lets keys that were typed ahead pass by.
        self.set_focus(panels.get(place.panel, self.page), scroll_visible=False)

    # -- content that is being edited

    def briefing_changed(self) -> None:
        """Another briefing than before, at the same place as far as there still is one."""
        self.remember()
        self.reader.read_again()
        gone = self._fall_back()
        self._listed = None
        self._show_list()
        if gone:
            self.show_place()
            cast("BriefingApp", self.app).notice(gone)
            return
        place = self.history.place
        self.section_bar.show(self.reader.section_names(), place.section)
        self.show_page_title()
        self.page.renew(self.reader.document(place))

    def _fall_back(self) -> Wording | None:
        """Where the record that is seen has been removed: to what stands in its stead in the list.
        What is then said of it."""
        place, at = self.history.place, self.record_list.cursor
        if place.section in (*PAGES, PINS) or not place.record:
            return None
        if self.reader.store.row(place.record, self.reader.language):
            return None
        rows = self.reader.listed(place).rows
        record = rows[min(at, len(rows) - 1)].id if rows else ""
        self.history.adjust(record=record, cited_by="", citation=0, line=0, link=-1)
        return wording.RECORD_GONE.format(id=place.record)

    # -- going

    def go(self, place: Place) -> None:
        """Go to another place; the way back leads here."""
        self.remember()
        self.history.go(self._as_left(place))
        self.show_place()

    def _as_left(self, place: Place) -> Place:
        """The place with its section listed as when it was left, unless that leaves out the very
        record that is to be seen."""
        known = self._arrangements.get(place.section, Arrangement())
        if place.arranged != Arrangement() or place.section == COMPARISON:
            return place
        arranged = place._replace(arranged=known)
        if known.filters and place.record and place.section not in PAGES:
            rows = self.reader.listed(arranged).rows
            if all(row.id != place.record for row in rows):
                return place._replace(arranged=known.unfiltered)
        return arranged

    def rearrange(self, arrangement: Arrangement) -> None:
        """The same place, its list in another order or filtered otherwise: the cursor stays on
        its record, if that is still there."""
        self.history.adjust(arranged=arrangement, top=-1)
        self._show_list()
        row = self.record_list.row
        record = row.id if row else "" if self._total else self.history.place.record
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

    def here(self) -> Place:
        """Where the reader is, as it would be come back to."""
        self.remember()
        return self.history.place

    def turn_to(self, panel: str) -> None:
        """Another panel of the same place."""
        self.remember()
        self.history.adjust(panel=panel)
        self._show_panels()

    # -- what panels report: by calls, not by messages, which keys typed ahead would overtake

    def _section_moved(self, section: str) -> None:
        place = self._as_left(Place(section, panel="sections"))
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

    @on(Input.Changed, "#search")
    def _query_changed(self, event: Input.Changed) -> None:
        place = self.history.place
        if place.section == SEARCH and event.value != place.query:
            self.history.adjust(query=event.value, record="", line=0, link=-1)
            self.show_place()

    @on(Input.Submitted, "#search")
    def _query_entered(self) -> None:
        self.record_list.choose()
