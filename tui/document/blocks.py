"""The blocks of a page, and the page."""

from __future__ import annotations

from typing import TypeAlias

from tui.document.spans import Spans
from tui.fast_namedtuple import NamedTuple


class Heading(NamedTuple):
    """The beginning of a part of the page. ``level``: 1 a part, 2 a thing in it, 3 a mere label."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """Running text. ``indent`` in cells; ``bullet`` stands before its first line."""

    spans: Spans
    indent: int = 0
    bullet: str = ""


class Fields(NamedTuple):
    """Names and values, one a row: ticker, founded, issuer."""

    rows: tuple[tuple[str, Spans], ...]


class FigureRow(NamedTuple):
    """One figure: of what (where one table shows several things), when, how much, how sure, on
    which citations, with what remarks."""

    label: str
    period: str
    value: str
    status: str
    """``reported``, ``estimate`` or ``forecast``; the page's language puts it in words."""
    status_words: str
    cites: tuple[int, ...]
    remarks: tuple[Spans, ...] = ()
    rank_words: str = ""
    """Empty unless the figure stands above or below others of the same key."""


class Figures(NamedTuple):
    """The observations of one measure, one a row."""

    rows: tuple[FigureRow, ...]


class Point(NamedTuple):
    """One bar of a chart. ``size`` is only for drawing: the figure itself is ``label``."""

    period: str
    size: float
    label: str
    status: str
    status_words: str
    apart: str = ""
    """Why it is not to be set against those before it; empty where it may be."""


class Series(NamedTuple):
    """A time series to be drawn. ``unit`` says what one bar measures; ``top``: the round size at
    which the axis ends, ``axis`` the same in words; ``whole``: the bars are parts of ``top``;
    ``notes``: what the whole is, what is not drawn."""

    unit: str
    points: tuple[Point, ...]
    top: float = 0.0
    axis: str = ""
    whole: bool = False
    notes: tuple[str, ...] = ()


Cell: TypeAlias = tuple[Spans, ...]
"""What stands in one place of a table: nothing, a text, or several, each on a line of its own."""


class TableRow(NamedTuple):
    """What the row is about, and a cell for each column."""

    label: Spans
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """Things side by side: a column each, what they have in common a row each."""

    heads: tuple[Spans, ...]
    rows: tuple[TableRow, ...]


class Quote(NamedTuple):
    """A numbered citation: the words, and where they stand."""

    number: int
    exact: str
    prefix: str
    suffix: str
    source: str
    """The source's id."""
    title: str
    """How lists call the source."""
    remark: str = ""
    """Passed on from whom; derived rather than quoted."""


class Quotes(NamedTuple):
    """The evidence of the page."""

    items: tuple[Quote, ...]


class Link(NamedTuple):
    """A record worth reading next, and why it is named here."""

    target: str
    title: str
    why: str = ""


class Links(NamedTuple):
    """Related records."""

    items: tuple[Link, ...]


Block: TypeAlias = Heading | Paragraph | Fields | Figures | Series | Table | Quotes | Links


class Document(NamedTuple):
    """A page: what it is called, what kind of thing it shows, and its blocks."""

    title: str
    kind: str
    """In the words of the page's language."""
    blocks: tuple[Block, ...]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every numbered citation of the page."""
        return tuple(
            item for block in self.blocks if isinstance(block, Quotes) for item in block.items
        )
