"""Questions for the meaning of a force, and for the most important gaps."""

from __future__ import annotations

import pytest

from tui.document.shared_labels import FORCE_MEANINGS, FORCE_ORDER
from tui.search import find
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "force"),
    [
        ("what does declarative mean", "stated"),
        ("what does explored mean", "explored"),
        ("meaning of encouraged", "encouraged"),
        ("what is meant by permitted", "permitted"),
        ("“推进”是什么意思", "promoted"),
        ("政策里的允许是什么意思", "permitted"),
    ],
)
def test_the_meaning_of_a_force_is_said(sample_store: Store, query: str, force: str) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.kind == "policy"
    assert FORCE_MEANINGS[force].en in first.verdict.remark.en
    assert FORCE_MEANINGS[force].zh in first.verdict.remark.zh


@pytest.mark.parametrize("query", ["what does force mean", "force of policies", "措辞是什么意思"])
def test_all_forces_are_explained(sample_store: Store, query: str) -> None:
    remark = find(sample_store, query)[0].verdict.remark
    assert all(meaning.en in remark.en for meaning in FORCE_MEANINGS.values())


@pytest.mark.parametrize("query", ["biggest data gaps", "what are the largest gaps", "最大的缺口"])
def test_the_biggest_gaps_are_all_by_importance(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.kind for hit in hits} == {"gap"}
    assert [hit.entry.id for hit in hits] == [hit.entry.id for hit in find(sample_store, "gaps")]


@pytest.mark.parametrize(
    ("query", "forces"),
    [
        ("推进和探索有什么区别", ("promoted", "explored")),
        ("鼓励与要求的区别", ("encouraged", "required")),
        ("允许和要求哪个强", ("permitted", "required")),
        ("difference between promoted and explored", ("promoted", "explored")),
        ("explored vs encouraged", ("explored", "encouraged")),
        ("how do permitted and required differ", ("permitted", "required")),
    ],
)
def test_the_difference_of_two_forces_is_said(
    sample_store: Store, query: str, forces: tuple[str, str]
) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.kind == "policy"
    for force in forces:
        assert FORCE_MEANINGS[force].en in first.verdict.remark.en
        assert FORCE_MEANINGS[force].zh in first.verdict.remark.zh
    assert FORCE_ORDER.en in first.verdict.remark.en
