"""Strategies for pages with any Unicode text, which every format must preserve."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from tui.document import (
    Document,
    Fields,
    FigureRow,
    Figures,
    Heading,
    Link,
    Links,
    Paragraph,
    Point,
    Quote,
    Quotes,
    Series,
    Span,
    Table,
    TableRow,
    plain_text,
)
from tui.export.collection import Collection, ExportedPage
from tui.render.palette import palette
from tui.store.bibliography import Reference
from tui.text.language import LANGUAGES, Wording

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"><svg onload='alert(1)'>",
    "&lt;b&gt; &amp; &#60;",
    "]]> --> <!--",
    "# *not* a **heading** #",
    "[^1]: [a](javascript:alert(1)) ![b](c) <http://x.example>",
    "1. one",
    "- - -",
    "| a | b |\\|",
    "`code` ~~gone~~ $x$ \\",
    "=cmd|' /C calc'!A1",
    "　医保 \u200f\u202e\ufeff",
    "\x00\x01\x1b[31m\x85\u2028",
    "https://example.org/a_b(c)",
    "    four blanks",
    "no picture!",
    "no footnote^",
)
texts = st.text(max_size=12) | st.sampled_from(HOSTILE)
_filled = texts.filter(lambda text: bool(text.strip()))
_roles = st.sampled_from([role for role in palette("dark") if role not in ("cite", "code")])
_targets = st.sampled_from(["", "", "record:page", "record:other", "section:players", "?"])
_spans = st.lists(st.builds(Span, texts, _roles, _targets), min_size=1, max_size=3).map(tuple)
_status = st.sampled_from(["reported", "estimate", "forecast"])


def _several(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, min_size=1, max_size=3).map(tuple)


_sizes = st.floats(-1e12, 1e12)
_rows = st.builds(
    FigureRow, texts, texts, _filled, _status, _filled, st.just(()), _several(_spans), texts
)
_points = st.builds(Point, texts, _sizes, texts, _status, texts)
_table_rows = st.builds(TableRow, _spans, st.tuples(_several(_spans)))
_CELL = (Span("head"),)
_blocks = st.one_of(
    st.builds(Heading, _filled, st.integers(1, 3)),
    st.builds(Paragraph, _spans, st.sampled_from([0, 2]), st.sampled_from(["", "-", "1", "2"])),
    st.builds(Fields, _several(st.tuples(_filled, _spans))),
    st.builds(Figures, _several(_rows)),
    st.builds(Series, texts, _several(_points), apart=_several(_points), unknown=_several(_points)),
    st.builds(Table, st.just((_CELL,)), _several(_table_rows), texts),
    st.builds(Links, _several(st.builds(Link, _targets, _filled, texts))),
)


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    """One page with a quotation that its first paragraph and a figure refer to, or two pages."""
    pages = tuple(
        ExportedPage(identity, ("players", draw(texts)), draw(st.booleans()), draw(_documents()))
        for identity in ("page", "other")[: draw(st.integers(1, 2))]
    )
    empty = Wording("", "")
    reference = Reference(
        "source",
        "webpage",
        Wording(draw(_filled), draw(_filled)),
        Wording(draw(_filled), draw(_filled)),
        Wording(draw(texts), draw(texts)),
        empty,
        Wording(draw(texts), draw(texts)),
        "zh",
        "2023-12-18",
        "",
        False,
        draw(st.sampled_from(["", "https://example.org/?a=1&b=<2>"])),
        Wording(draw(texts), draw(texts)),
    )
    title = draw(_filled)
    return Collection(draw(st.sampled_from(LANGUAGES)), title, "1", "2023", pages, (reference,))


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    mark = Span("[1]", "cite", "cite:1")
    quote = Quote(1, draw(_filled), "", "", "source", draw(_filled), draw(texts))
    row = FigureRow("", draw(texts), draw(_filled), "reported", draw(_filled), (1, 1))
    first = Paragraph((*draw(_spans), mark))
    return Document(
        draw(_filled),
        draw(texts),
        (first, *draw(_several(_blocks)), Figures((row,)), Quotes((quote,))),
    )


def texts_of(document: Document, *, charts: bool = True) -> Iterator[str]:
    """Every text that a reader must find again."""
    yield document.title
    yield document.kind
    for block in document.blocks:
        match block:
            case Heading(text):
                yield text
            case Paragraph(spans):
                yield plain_text(spans)
            case Fields(rows):
                for label, spans in rows:
                    yield from (label, plain_text(spans))
            case Figures(rows):
                for row in rows:
                    yield from (row.label, row.period, row.value, row.status_words, row.rank_words)
                    yield from (plain_text(remark) for remark in row.remarks)
            case Series(unit, points):
                if charts:
                    yield unit
                    yield from (point.label for point in points)
            case Table(heads, rows, label_head):
                yield from (label_head, *map(plain_text, heads))
                for row in rows:
                    yield from map(
                        plain_text, (row.label, *(each for c in row.cells for each in c))
                    )
            case Links(items):
                for link in items:
                    yield from (link.title, link.why)
            case Quotes(items):
                for quote in items:
                    yield from (quote.quoted_words, quote.title, quote.remark)
