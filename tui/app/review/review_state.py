"""What the review screen shows: the values that its controller returns and the screen applies.

As in ``browse/view_state.py``, a part that is the same object as before is not updated.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from tui.app.browse.effects import AskForLine, Leave, OpenHelp
from tui.document import Role, Span, Spans
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.render.panel_border import FrameKind, PanelTitles
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.edit.reviewed_source import Target

PANELS = ("original", "queue", "record")
"""Ids of the panels, from left to right."""
TWO_COLUMNS_WIDTH = 100
"""Cells from which all panels are visible."""


class QueueRow(NamedTuple):
    """A candidate in the queue. ``sign``: of its state; ``reading``: how it was read; ``target``:
    where it is or probably belongs."""

    number: int
    sign: Span
    text: str
    reading: str
    target: str


class QueueView(NamedTuple):
    """The queue. ``cursor``: the row under the cursor; ``empty``: what is said without rows."""

    rows: tuple[QueueRow, ...] = ()
    cursor: int = 0
    empty: str = ""


class MarkedLine(NamedTuple):
    """A line of text before it is wrapped. ``label``: in the margin of its first row; ``marks``:
    signs for the margin, each at an offset in the text."""

    spans: Spans
    label: str = ""
    marks: tuple[tuple[int, Span], ...] = ()


class MarkedText(NamedTuple):
    """A text in a panel. ``margin``: cells before each row, for sign and label; ``focus``: the
    line and offset to make visible; None leaves the window where it is."""

    lines: tuple[MarkedLine, ...] = ()
    margin: int = 0
    focus: tuple[int, int] | None = None


class ReviewTitles(NamedTuple):
    """The titles in the frames of the panels, by their ids in ``PANELS``."""

    original: PanelTitles = PanelTitles()
    queue: PanelTitles = PanelTitles()
    record: PanelTitles = PanelTitles()


class ReviewTitle(NamedTuple):
    """The title bar. ``details``: what limits the queue, and the position in it."""

    source: str = ""
    heading: str = ""
    details: str = ""


class ReviewBar(NamedTuple):
    """The key bar. ``message``: instead of the keys until the next key or click."""

    language: Language = "zh"
    message: Wording | None = None
    is_error: bool = False


class ChooseTarget(NamedTuple):
    """Ask for the record to add a candidate to. ``on_choice`` is called with its id."""

    title: str
    hint: str
    targets: Sequence[Target]
    on_choice: Callable[[str], None]


class EditFile(NamedTuple):
    """Open a file in the user's editor at a line."""

    file: str
    line: int


ReviewEffect: TypeAlias = AskForLine | ChooseTarget | EditFile | OpenHelp | Leave


class ReviewState(NamedTuple):
    """Everything that the panels show. ``visible``: ids of the visible panels; ``frame``: around
    each; ``query``: the text that filters the queue while it is typed or set, None for none;
    ``effect``: an action beyond the panels, carried out once."""

    title: ReviewTitle = ReviewTitle()
    titles: ReviewTitles = ReviewTitles()
    queue: QueueView = QueueView()
    original: MarkedText = MarkedText()
    record: MarkedText = MarkedText()
    bar: ReviewBar = ReviewBar()
    focus: str = "queue"
    visible: tuple[str, ...] = PANELS
    frame: FrameKind = "rule"
    query: str | None = None
    effect: ReviewEffect | None = None


SIGNS: dict[str, tuple[str, Role]] = {
    "open": ("?", "cite"),
    "draft": ("~", "estimate"),
    "used": ("=", "used"),
    "rejected": ("x", "muted"),
    "skipped": ("-", "muted"),
}
"""Sign and role of each state of a candidate; a draft is one whose quote has no translation."""
