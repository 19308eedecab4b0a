"""Documents as JSON."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import (
    Block,
    Card,
    CardRow,
    Cards,
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
    decode,
    encode,
    plain_text,
)
from tui.render.palette import palette

_TEXT = st.text(max_size=8) | st.sampled_from(["", " a ", "\n", "\u2028", '"', "医　保"])
_NUMBER = st.integers(0, 99)
_SPANS = st.lists(
    st.builds(Span, _TEXT, st.sampled_from(sorted(palette("dark"))), _TEXT), max_size=3
).map(tuple)


def _several(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


_STATUS = st.sampled_from(["reported", "estimate", "forecast"])
_ROW = st.builds(
    FigureRow, _TEXT, _TEXT, _TEXT, _STATUS, _TEXT, _several(_NUMBER), _several(_SPANS), _TEXT
)
_SIZE = st.floats(allow_nan=False)
_POINT = st.tuples(_TEXT, _SIZE, _TEXT, _STATUS, _TEXT, _SIZE, _TEXT).map(
    lambda fields: Point(*fields)
)
_LEGEND = _several(st.tuples(_TEXT, _TEXT))
_POINTS = _several(_POINT)
_SERIES = st.tuples(
    *(_TEXT, _POINTS, _SIZE, _TEXT, st.booleans(), _several(_TEXT), _LEGEND, _TEXT),
    *(_POINTS, _POINTS),
).map(lambda fields: Series(*fields))
_CARD_ROWS = _several(st.builds(CardRow, _TEXT, _SPANS, _TEXT, _TEXT, _SIZE, st.booleans()))
_CARD = st.builds(
    Card,
    _TEXT,
    _TEXT,
    rows=_CARD_ROWS,
    series=st.none() | _SERIES,
    facts=_CARD_ROWS,
    notes=_several(_TEXT),
    full_tails=st.booleans(),
)
_BLOCKS: dict[type, st.SearchStrategy[Block]] = {
    Heading: st.builds(Heading, _TEXT, st.integers(1, 3)),
    Paragraph: st.builds(Paragraph, _SPANS, _NUMBER, _TEXT),
    Fields: st.builds(Fields, _several(st.tuples(_TEXT, _SPANS))),
    Figures: st.builds(Figures, _several(_ROW)),
    Series: _SERIES,
    Cards: st.builds(Cards, _several(_CARD), _several(_CARD), _TEXT),
    Quotes: st.builds(Quotes, _several(st.builds(Quote, _NUMBER, *[_TEXT] * 5, remark=_TEXT))),
    Table: st.builds(
        Table,
        _several(_SPANS),
        _several(st.builds(TableRow, _SPANS, _several(_several(_SPANS)))),
    ),
    Links: st.builds(Links, _several(st.builds(Link, _TEXT, _TEXT, _TEXT))),
}
_DOCUMENTS = st.builds(Document, _TEXT, _TEXT, _several(st.one_of(*_BLOCKS.values())))


def test_these_tests_cover_every_type_of_block() -> None:
    assert set(_BLOCKS) == set(get_args(Block))


@given(_DOCUMENTS)
def test_a_document_survives_encoding_and_decoding(document: Document) -> None:
    decoded = decode(encode(document))
    assert decoded == document
    assert repr(decoded) == repr(document)  # the same types at every level


def test_the_quotes_of_a_document_are_those_of_all_its_blocks() -> None:
    first, second = (Quote(number, "医保", "", "", "a", "A") for number in (1, 2))
    blocks = (Heading("一"), Quotes((first,)), Paragraph(()), Quotes((second,)))
    assert Document("题", "类", blocks).quotes == (first, second)


@pytest.mark.parametrize(
    "text",
    ["", "null", "{}", '["title","kind"]', '["title","kind",[["Tableau",[]]]]', '["a","b",[1]]'],
)
def test_an_invalid_document_is_rejected(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        decode(text)


def test_plain_text_joins_the_texts_of_spans() -> None:
    assert plain_text((Span("医"), Span("保", "link", "record:x"), Span("。"))) == "医保。"
