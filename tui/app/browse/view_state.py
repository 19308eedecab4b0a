"""What the panels show: the values that the controller returns and the screen applies.

The screen compares each part of a ``ViewState`` with that of the previous state by identity. It
updates the widgets of a part that is a new object. A part that is the same object is not updated,
so its widgets keep their scroll position and cursor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tui.app.browse.effects import Effect
from tui.app.browse.location import PAGES, SEARCH, Location
from tui.app.browse.sources.list_source import ListContent
from tui.app.widgets.link_hints import PageLink
from tui.document import Document
from tui.fast_namedtuple import NamedTuple
from tui.text.language import Language, Wording

TWO_PANELS_WIDTH = 80
"""Cells from which list and page are shown side by side."""


class PanelPositions(NamedTuple):
    """How the panels are positioned when a command arrives: what only the widgets know.

    ``focus``: the id of the focused panel; ``line``: the first line of the page in the window;
    ``link``: the selected link of the page, -1 for none; ``links``: its links; ``top``: the first
    line of the list in the window; ``width``: the cells of the window; ``tabs_in_column``: whether
    the sections are a column.
    """

    focus: str = "page"
    line: int = 0
    link: int = -1
    links: Sequence[PageLink] = ()
    top: int = 0
    width: int = TWO_PANELS_WIDTH
    tabs_in_column: bool = False

    @property
    def target(self) -> str:
        """The target of the selected link, empty where none is selected."""
        return self.links[self.link].target if 0 <= self.link < len(self.links) else ""


class VisiblePanels(NamedTuple):
    """Which of the panels are visible. ``alone``: one panel at a time takes the whole width."""

    list: bool = True
    page: bool = True
    search: bool = False
    narrow: bool = False
    alone: bool = False


def visible_panels(location: Location, width: int, *, alone: bool) -> VisiblePanels:
    """Return the panels that are visible at a location in a window of ``width`` cells.

    ``alone``: the user wants one panel at a time, whatever the width.
    """
    no_list = location.section in PAGES
    reading = no_list or location.panel == "page"
    one = alone or width < TWO_PANELS_WIDTH
    return VisiblePanels(
        list=not no_list and not (one and reading),
        page=reading or not one,
        search=location.section == SEARCH,
        narrow=location.panel == "narrow",
        alone=alone,
    )


class TitleView(NamedTuple):
    """The title bar. ``position``: section and row number; ``details``: filters, order and other
    conditions of the list; ``note``: shown in place of the title; ``edition``: of the briefing."""

    title: str = ""
    position: str = ""
    details: str = ""
    note: str = ""
    edition: str = ""


class SectionsView(NamedTuple):
    """The section tabs. ``names``: ids and names; ``section``: the id of the current one;
    ``counts``: of the records of each."""

    names: list[tuple[str, str]]
    section: str
    counts: Mapping[str, int] = MappingProxyType({})


class ListView(NamedTuple):
    """The record list. ``cursor``: the row under the cursor; ``top``: the first line in the window,
    -1 for any that shows the cursor; ``pinned`` and ``marked``: ids of records with a sign."""

    content: ListContent
    cursor: int = 0
    top: int = -1
    pinned: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()


class PageView(NamedTuple):
    """The page. ``line`` and ``link`` as in ``Location``; ``keep_position``: the document is a new
    version of the one shown, whose line and link are looked up in it."""

    document: Document
    line: int = 0
    link: int = -1
    keep_position: bool = False


class KeyBarView(NamedTuple):
    """The key bar. ``message``: shown instead of the keys until the next key or click."""

    language: Language = "zh"
    section: str = ""
    message: Wording | None = None


class NoticeView(NamedTuple):
    """The notice above the key bar. ``close``: how to close it."""

    text: Wording
    close: Wording


class InputText(NamedTuple):
    """A text that is put into an input box. ``earlier``: a query from the history, which a slash
    replaces."""

    text: str = ""
    earlier: bool = False


class ViewState(NamedTuple):
    """Everything that the panels show. ``focus``: the id of the focused panel; ``effect``: an
    action beyond the panels, carried out once."""

    location: Location
    title: TitleView
    sections: SectionsView
    list: ListView
    page: PageView
    key_bar: KeyBarView
    visible: VisiblePanels = VisiblePanels()
    focus: str = "page"
    search: InputText | None = None
    narrow: InputText | None = None
    notice: NoticeView | None = None
    effect: Effect | None = None
