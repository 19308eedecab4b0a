"""How great something is that has no size of its own is a question about that thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.search.asked_extent import without_extent
from tui.search.find import find

if TYPE_CHECKING:
    from tui.store import Store


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("疫情影响多大", "疫情影响"),
        ("疫情影响有多大？", "疫情影响"),
        ("人才缺口多大", "人才缺口"),
        ("how big is the talent shortage?", "talent shortage"),
        ("How serious is the impact of the epidemic", "impact of the epidemic"),
    ],
)
def test_the_words_for_an_extent_are_left_out(text: str, rest: str) -> None:
    assert without_extent(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        "市场多大",
        "市场规模多大",
        "影响多大的用户",
        "how big is the market",
        "how big is the gap between the two figures",
    ],
)
def test_a_size_is_asked_for(text: str) -> None:
    assert without_extent(text) == text


def test_the_answer_is_that_without_these_words(sample_store: Store) -> None:
    asked, plain = (find(sample_store, text) for text in ("医生短缺有多大", "医生短缺"))
    assert [hit.entry for hit in asked] == [hit.entry for hit in plain]
