"""Replacement of characters that an output cannot show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.encoding import replace_ambiguous, replace_unencodable
from tui.text.width import cell_width


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("医保 2022", "utf-8", "医保 2022"),
        ("医保 2022", "ascii", "???? 2022"),
        ("医保 2022", "gbk", "医保 2022"),
        ("“Internet Plus” – a plan…", "ascii", '"Internet Plus" - a plan.'),
        ("“Internet Plus”", "latin-1", '"Internet Plus"'),
        ("3,099亿元（预测）", "ascii", "3,099????( ????) "),
        ("5 °C", "latin-1", "5 °C"),
        ("医▓", "gbk", "医▓"),
        ("🩺", "gbk", "??"),
    ],
)
def test_characters_that_the_encoding_lacks_are_replaced(
    text: str, encoding: str, written: str
) -> None:
    assert replace_unencodable(text, encoding) == written


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["ascii", "gbk"]))
def test_the_result_is_encodable_and_has_the_same_width(text: str, encoding: str) -> None:
    # A combining mark is dropped with the character that it is drawn onto.
    written = replace_unencodable(text, encoding)
    written.encode(encoding)
    plain = "".join(c for c in text if cell_width(c) and cell_width(f"a{c}") == 1 + cell_width(c))
    assert cell_width(replace_unencodable(plain, encoding)) == sum(map(cell_width, plain))


def test_ambiguous_characters_are_replaced_by_characters_of_one_cell() -> None:
    text = "“互联网＋”—见①→…±α"
    assert replace_ambiguous(text) == '"互联网＋"-见1>.??'
    assert cell_width(replace_ambiguous(text), ambiguous=2) == cell_width(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_without_ambiguous_characters_the_width_is_the_same_in_every_terminal(text: str) -> None:
    plain = replace_ambiguous(text)
    assert cell_width(plain, ambiguous=1) == cell_width(plain, ambiguous=2)
