"""The screen of panels: what stands on it, and which of it is seen at a place in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Static

from tui.app import messages
from tui.app.browse.location import PAGES, History, Location
from tui.app.browse.page_source import PageSource
from tui.app.browse.visible_panels import BESIDE, visible_panels
from tui.app.dialogs.cursor_actions import CursorActions
from tui.app.textual_internals.single_frame_screen import SingleFrameScreen
from tui.app.widgets.document_view import DocumentView
from tui.app.widgets.record_list import RecordList
from tui.app.widgets.section_tabs import SectionTabs
from tui.app.widgets.status_bars import KeyBar, Notice, TitleBar
from tui.app.widgets.text_input import TextInput
from tui.render.glyphs import Glyphs
from tui.store import Row
from tui.text.encoding import replace_unencodable
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.app.app import BriefingApp

_SMALLEST = (40, 12)
"""Cells and lines below which nothing can be read."""


class Panels(Horizontal):
    """Stand side by side and cover it."""

    BLANK = True
    # Laid out once, they do not have the screen laid out again.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))


class PanelsScreen(CursorActions, SingleFrameScreen):
    """Title, sections, list, page, search, keys."""

    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (BESIDE, "-two"), (120, "-three")]  # noqa: RUF012

    def __init__(self, reader: PageSource, place: Location, glyphs: Glyphs) -> None:
        super().__init__()
        self.keeping = reader.keeping
        self.reader = reader
        self.history = History(place)
        self.title_bar = TitleBar("title")
        self.section_bar = SectionTabs(glyphs, "sections", self.section_moved)
        self.record_list = RecordList(glyphs, "list", self.record_moved, self.record_chosen)
        self.page = DocumentView(glyphs, "page", self.follow)
        self.search_box = TextInput("search", submit_pasted_line=True)
        self.narrow_box = TextInput("narrow")
        self.notice = Notice("notice")
        self.key_bar = KeyBar("keys", reader.keeping.keymap)
        self.glyphs = glyphs
        self.too_small = Static(id="too-small")

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
        yield self.too_small

    def say(self, text: Wording, close: Wording | None = None) -> None:
        """Show a notice; in English where the terminal has no Chinese."""
        legible = replace_unencodable("字", cast("BriefingApp", self.app).terminal.encoding) == "字"
        language = self.reader.language if legible else "en"
        self.notice.show(text.of(language), (close or messages.CLOSE_NOTICE).of(language))

    def on_resize(self, event: events.Resize) -> None:
        """Below the smallest size there is only a notice."""
        small = event.size.width < _SMALLEST[0] or event.size.height < _SMALLEST[1]
        self.set_class(small, "-small")
        self._choose_seen(event.size.width)

    def show_seen(self) -> None:
        """Show the panels that are seen, each in its place and filled for it."""
        self._choose_seen(self.app.size.width)
        self.lay_out_now()
        self.page.ensure_layout()

    def _choose_seen(self, width: int) -> None:
        shown = visible_panels(self.history.place, width, alone=self.has_class("-alone"))
        self.record_list.set_displayed(shown.list)
        self.page.set_displayed(shown.page)
        self.search_box.display = shown.search
        self.narrow_box.display = shown.narrow

    def show_panels(self) -> None:
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

    # What panels report: by calls, not by messages, which keys typed ahead would overtake.

    def section_moved(self, section: str) -> None:
        """Another section was chosen."""
        raise NotImplementedError

    def record_moved(self, row: Row) -> None:
        """The cursor of the list came to a row."""
        raise NotImplementedError

    def record_chosen(self, row: Row) -> None:
        """A row was entered or clicked."""
        raise NotImplementedError

    def follow(self, target: str) -> None:
        """Go where a link leads."""
        raise NotImplementedError
