"""What the panels show: the values that the controller returns and the screen applies.

The screen compares each part of a ``ViewState`` with that of the previous state by identity. It
updates the widgets of a part that is a new object. A part that is the same object is not updated,
so its widgets keep their scroll position and cursor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tui.app.browse.effects import Effect
from tui.app.browse.location import OVERVIEW, PAGES, SEARCH, Location
from tui.app.browse.sources.answer_view import AnswerView
from tui.app.browse.sources.list_source import ListContent
from tui.app.widgets.link_hints import PageLink
from tui.document import Document
from tui.fast_namedtuple import NamedTuple
from tui.render.panel_border import FrameKind
from tui.text.language import Language, Wording

TWO_PANELS_WIDTH = 100
"""Cells from which list and page are shown side by side, each in a frame."""
ANSWER_LINES = ((12, 3), (16, 7), (30, 9), (36, 11))
"""Lines of a window, and the most lines of the answer above the search results from there on."""

_BARS = 4
"""Title, sections, search box and key bar."""


class PanelPositions(NamedTuple):
    """How the panels are positioned when a command arrives: what only the widgets know.

    ``focus``: the id of the focused panel; ``line``: the first line of the page in the window;
    ``link``: the selected link of the page, -1 for none; ``links``: its links; ``top``: the first
    line of the list in the window; ``width``, ``height``: of the window.
    """

    focus: str = "page"
    line: int = 0
    link: int = -1
    links: Sequence[PageLink] = ()
    top: int = 0
    width: int = TWO_PANELS_WIDTH
    height: int = 24
    row: str = ""
    """The line of the selected link, where tables have a figure."""

    @property
    def target(self) -> str:
        """The target of the selected link, empty where none is selected."""
        return self.links[self.link].target if 0 <= self.link < len(self.links) else ""


class VisiblePanels(NamedTuple):
    """Which of the panels are visible. ``alone``: one panel at a time takes the whole width;
    ``frame`` and ``page_frame``: of the panels; ``answer``: most lines of the answer to a search, 0
    for none."""

    list: bool = True
    page: bool = True
    search: bool = False
    narrow: bool = False
    alone: bool = False
    frame: FrameKind = "rule"
    page_frame: FrameKind = "rule"
    answer: int = 0


def visible_panels(
    location: Location, width: int, height: int = 24, *, alone: bool, empty: bool = False
) -> VisiblePanels:
    """Return the panels that are visible at a location in a window of ``width`` x ``height`` cells.

    ``alone``: the user wants one panel at a time, whatever the width; ``empty``: the search has no
    results, so that its page, which says so, takes the whole width.
    """
    no_list = location.section in PAGES or empty
    reading = no_list or location.panel == "page"
    one = alone or width < TWO_PANELS_WIDTH
    frame: FrameKind = "box" if width >= TWO_PANELS_WIDTH else "rule"
    answer = max((lines for least, lines in ANSWER_LINES if height >= least), default=0)
    return VisiblePanels(
        list=not no_list and not (one and reading),
        page=reading or not one,
        search=location.section == SEARCH,
        narrow=location.panel == "narrow",
        alone=alone,
        frame=frame,
        page_frame="none" if location.section == OVERVIEW else frame,
        answer=answer if location.section == SEARCH and not (empty or (one and reading)) else 0,
    )


def least_result_lines(width: int, height: int) -> int:
    """Return the lines that search results have below the longest answer and the bars."""
    visible = visible_panels(Location(SEARCH), width, height, alone=False)
    return height - _BARS - visible.answer - (2 if visible.frame == "box" else 1)


class TitleView(NamedTuple):
    """The title bar. ``section``: its name; ``number``: of the row and of all rows; ``details``:
    conditions of what is shown; ``edition``: of the briefing; ``list_tag``: row number, filters and
    order, for the frame of the list; ``shorter``: short names and tags for a narrow list."""

    title: str = ""
    section: str = ""
    number: str = ""
    details: str = ""
    edition: str = ""
    list_tag: str = ""
    shorter: tuple[tuple[str, str], ...] = ()

    @property
    def position(self) -> str:
        """Section and row number."""
        return f"{self.section} {self.number}".strip()


class SectionsView(NamedTuple):
    """The section tabs. ``names``: ids and names; ``section``: the id of the current one;
    ``counts``: of the records of each."""

    names: list[tuple[str, str]]
    section: str
    counts: Mapping[str, int] = MappingProxyType({})


class ListView(NamedTuple):
    """The record list. ``cursor``: the row under the cursor; ``top``: the first line in the window,
    -1 for any that shows the cursor; ``pinned`` and ``marked``: ids of records with a sign;
    ``foot``: what can be done with the marked ones; ``foot_commands``: of each part of it."""

    content: ListContent
    cursor: int = 0
    top: int = -1
    pinned: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    foot: str = ""
    foot_commands: tuple[str, ...] = ()


class PageView(NamedTuple):
    """The page. ``line`` and ``link`` as in ``Location``; ``keep_position``: the document is a new
    version of the one shown, whose line and link are looked up in it."""

    document: Document
    line: int = 0
    link: int = -1
    keep_position: bool = False


class KeyBarView(NamedTuple):
    """The key bar. ``message``: shown instead of the keys until the next key or click;
    ``disputes``: the titles of those about the record; ``panel``: the one with the focus;
    ``is_first``: no page is before this one; ``alone``: the panel is zoomed."""

    language: Language = "zh"
    section: str = ""
    message: Wording | None = None
    disputes: tuple[str, ...] = ()
    panel: str = "list"
    one_language: bool = False
    is_first: bool = False
    alone: bool = False


class NoticeView(NamedTuple):
    """The notice above the key bar. ``close``: how to close it."""

    text: Wording
    close: Wording


class InputText(NamedTuple):
    """A text that is put into an input box. ``earlier``: from the history, so that what is typed
    replaces it."""

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
    answer: AnswerView = AnswerView()
    focus: str = "page"
    search: InputText | None = None
    narrow: InputText | None = None
    notice: NoticeView | None = None
    effect: Effect | None = None
