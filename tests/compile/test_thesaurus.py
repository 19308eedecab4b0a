"""Texts are marked with the concepts that they mention, and queries get the same words."""

from __future__ import annotations

import pytest

from tui.compile.index.thesaurus import Thesaurus
from tui.model import Concept
from tui.text.fold import fold

_THESAURUS = Thesaurus(
    [
        Concept(id="revenue", measure=True, zh=("营收",), en=("revenue", "top line")),
        Concept(id="round", zh=("A轮",), en=("series a",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("上半年营收增长", ["~revenue"]),
        ("Revenues grew", ["~revenue"]),
        ("the top line of the year", ["~revenue"]),
        ("完成A轮融资", ["~round"]),
        ("the Series A round: revenue", ["~round", "~revenue"]),
        ("the top of the line", []),
    ],
)
def test_a_text_has_the_concepts_that_it_mentions(text: str, marks: list[str]) -> None:
    assert _THESAURUS.concepts_in([fold(text)]) == marks


def test_the_vocabulary_has_pinyin_and_roles() -> None:
    rows = set(_THESAURUS.vocabulary())
    assert ("yingshou", "revenue", "measure") in rows
    assert ("top line", "revenue", "measure") in rows
    assert ("duoshao", "amount", "question") in rows
    assert ("的", "", "filler") in rows


def test_a_letter_and_a_number_are_a_concept_but_not_a_number_alone() -> None:
    thesaurus = Thesaurus([Concept(id="five-g", en=("5g",)), Concept(id="five", en=("5",))])
    assert thesaurus.concepts_in(["5g networks in county 5"]) == ["~five-g"]
