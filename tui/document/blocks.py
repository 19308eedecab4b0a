"""The blocks of a document, and the document."""

from __future__ import annotations

from typing import TypeAlias

from tui.document.gloss import in_quotation_marks, quoted_gloss
from tui.document.spans import Spans
from tui.fast_namedtuple import NamedTuple


class Heading(NamedTuple):
    """A heading. ``level``: 1 for a part of the page, 2 for an item in it, 3 for a label;
    ``hidden``: the number of items below it that are folded away, -1 while they are shown."""

    text: str
    level: int = 1
    hidden: int = -1


class Paragraph(NamedTuple):
    """Running text. ``indent``: in cells; ``bullet``: precedes its first line."""

    spans: Spans
    indent: int = 0
    bullet: str = ""


class Fields(NamedTuple):
    """A list of names and values, such as ticker, founded, issuer."""

    rows: tuple[tuple[str, Spans], ...]


class FigureRow(NamedTuple):
    """One figure with its status, the numbers of its citations, and remarks."""

    label: str
    """What the figure is of, where a table shows several things; else empty."""
    period: str
    value: str
    status: str
    """``reported``, ``estimate`` or ``forecast``; ``unknown`` for a period without a figure."""
    status_words: str
    """The status in the language of the page; empty for ``unknown``."""
    cites: tuple[int, ...]
    remarks: tuple[Spans, ...] = ()
    rank_words: str = ""
    """The rank in words, where several figures have the same period; else empty."""


class Figures(NamedTuple):
    """The observations of one measure, one per row."""

    rows: tuple[FigureRow, ...]


class Point(NamedTuple):
    """One bar of a chart. ``size`` is for drawing only; ``label`` is the figure."""

    period: str
    size: float
    label: str
    status: str
    status_words: str
    at: float = 0.0
    """The middle of the period in years, for an axis that is proportional to time."""
    short: str = ""
    """The number alone, in the unit of the largest one."""


class Series(NamedTuple):
    """A time series for a chart.

    ``unit``: what a bar measures; ``top``: the round size at which the axis ends; ``axis``: the
    same in words; ``shares``: the bars are shares of ``top``; ``notes``: what the whole is, what is
    not drawn; ``legend``: pairs of a status and what is said of it; ``break_note``: said of points
    beyond ``top``, which are drawn with a break; ``apart``: later points of shorter periods, drawn
    behind a gap in the axis; ``unknown``: periods between the points without a figure.
    """

    unit: str
    points: tuple[Point, ...]
    top: float = 0.0
    axis: str = ""
    shares: bool = False
    notes: tuple[str, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    break_note: str = ""
    apart: tuple[Point, ...] = ()
    unknown: tuple[Point, ...] = ()

    def is_broken(self, point: Point) -> bool:
        """Return whether a point is beyond the end of the axis."""
        return bool(self.break_note) and abs(point.size) > self.top

    def larger_than(self, point: Point) -> int:
        """Return how many sizes are larger than that of a point."""
        return len({abs(each.size) for each in self.points if abs(each.size) > abs(point.size)})


Cell: TypeAlias = tuple[Spans, ...]
"""The content of a table cell: any number of texts, each on its own line."""


class TableRow(NamedTuple):
    """A row: its label, and a cell for each column."""

    label: Spans
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """Rows with a label. A comparison has one column per subject and one row per attribute; any
    other table has one item per row, and ``label_head`` is the head of its labels.

    ``prose``: the last column is running text, which is laid below the rows where it does not fit.
    ``on_grid``: its columns are the subjects of the page, and begin at the same cells as those of
    other such tables.
    """

    heads: tuple[Spans, ...]
    rows: tuple[TableRow, ...]
    label_head: str = ""
    prose: bool = False
    on_grid: bool = False


class Quote(NamedTuple):
    """A numbered citation: the quoted words and their source."""

    number: int
    exact: str
    prefix: str
    suffix: str
    source: str
    """The id of the source."""
    title: str
    """The short title of the source."""
    remark: str = ""
    """From whom the source cites it; whether it is derived rather than quoted."""
    gloss: str = ""
    """The quoted words in English, by the editor; empty on Chinese pages."""

    @property
    def quoted_words(self) -> str:
        """The words in quotation marks, on one line."""
        return in_quotation_marks(self.exact)

    @property
    def quoted_gloss(self) -> str:
        """`` ‘gloss’``, to follow the quoted words; empty where there is none."""
        return quoted_gloss(self.gloss)

    @property
    def remark_after_source(self) -> str:
        """The remark behind the source: ``, cited from IT Juzi``; empty where there is none."""
        if not self.remark:
            return ""
        return f"{', ' if self.remark[0].isascii() else '，'}{self.remark}"


class Quotes(NamedTuple):
    """The quotations that the page cites."""

    items: tuple[Quote, ...]


class Link(NamedTuple):
    """A link to a related record. ``why``: how it is related."""

    target: str
    title: str
    why: str = ""


class Links(NamedTuple):
    """Links to related records."""

    items: tuple[Link, ...]


class CardRow(NamedTuple):
    """A row of a card. ``lead``: at the left, such as a date; ``tail``: at the right, as far as
    there is room; ``target``: where the row leads; ``share``: in percent, for a gauge or bar below
    it, -1 for none; ``charted``: the chart of the card shows it too."""

    lead: str
    spans: Spans
    tail: str = ""
    target: str = ""
    share: float = -1.0
    charted: bool = False


class Card(NamedTuple):
    """A card of a dashboard: a figure with its course, or (``figure`` empty) a list.

    ``target``: the page that it leads to; ``tag``: beside the title; ``status``, ``foot``: status
    and source of the figure; ``rows``: of a list, or the earlier values of a figure; ``series``:
    these as a chart; ``remark``: what contradicts the figure; ``facts``: rows below the chart: the
    change, other figures, what is not known; ``sentences``: the rows are sentences, never cut for
    others; ``notes``: below the rows of a list, or in empty lines below a figure; ``full_tails``:
    what follows a text stands below it where it has no room beside it, instead of being left out.
    """

    title: str
    target: str
    tag: str = ""
    figure: str = ""
    period: str = ""
    status: str = "reported"
    foot: str = ""
    rows: tuple[CardRow, ...] = ()
    series: Series | None = None
    remark: str = ""
    sentences: bool = False
    facts: tuple[CardRow, ...] = ()
    notes: tuple[str, ...] = ()
    full_tails: bool = False


class Cards(NamedTuple):
    """A dashboard: cards of figures, then cards of lists. A screen shows it in place of the other
    blocks of its document, which files have instead."""

    figures: tuple[Card, ...]
    lists: tuple[Card, ...]
    head: str = ""
    """The title of the figures where they are one table."""


Block: TypeAlias = Heading | Paragraph | Fields | Figures | Series | Table | Quotes | Links | Cards


class Document(NamedTuple):
    """A page: its title, the kind of record it shows, and its blocks."""

    title: str
    kind: str
    """The kind in the language of the page."""
    blocks: tuple[Block, ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All numbered citations of the page."""
        return tuple(
            item for block in self.blocks if isinstance(block, Quotes) for item in block.items
        )
