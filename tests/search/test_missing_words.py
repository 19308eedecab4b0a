"""A remark names only the words that a reader needs to know are missing."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.search.verdict import GUESSED
from tui.store import Store


@pytest.mark.parametrize(
    "query",
    [
        "how many doctors signed by Qinghe Health",
        "by what rate did the consultation market grow",
        "长乐健康的营收里写进什么",
        "长乐健康用户1720万还是4000万",
    ],
)
def test_a_word_that_names_no_subject_is_not_in_the_remark(sample_store: Store, query: str) -> None:
    verdict = find(sample_store, query)[0].verdict
    assert verdict.match != "exact"
    assert (verdict.missing, verdict.remark) == ((), GUESSED)


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("Qinghe Health zzyzx doctors", ("zzyzx",)),
        ("doctors signed by Qinghe Health zzyzx", ("zzyzx",)),
        ("青禾健康 医生 茶", ("茶",)),
        ("长乐集团 船队", ("船队",)),
    ],
)
def test_a_subject_is_named(sample_store: Store, query: str, missing: tuple[str, ...]) -> None:
    verdict = find(sample_store, query)[0].verdict
    assert verdict.missing == missing
    assert f"“{missing[0]}”" in verdict.remark.en


def test_a_number_is_named_with_its_power_of_ten(sample_store: Store) -> None:
    verdict = find(sample_store, "长乐健康用户1720万还是4001万")[0].verdict
    assert verdict.missing == ("4001",)
    assert "“4001万”" in verdict.remark.en


@pytest.mark.parametrize("query", ["deals closed in 2022", "how many deals were closed in 2022"])
def test_the_rest_of_the_question_is_judged(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.match == "other_period"
    assert hit.verdict.remark.en == "no figure for 2022; showing H1 2021"


def test_another_form_of_a_word_is_not_missing(sample_store: Store) -> None:
    hit = find(sample_store, "night clinics standardization")[0]
    assert (hit.entry.id, hit.match) == ("policy-night-2023", "near")
    assert (hit.verdict.missing, hit.verdict.remark) == ((), GUESSED)


def test_a_definition_is_no_answer_that_has_the_word(sample_store: Store) -> None:
    remark = find(sample_store, "e-prescription duty online")[0].verdict.remark
    assert remark.en == "the closest match does not mention “e-prescription”"


@pytest.mark.parametrize(
    "query", ["Changle Health outcome follows", "Xiaoman Health compared former"]
)
def test_a_named_company_comes_before_a_brief_that_mentions_it(
    sample_store: Store, query: str
) -> None:
    first = find(sample_store, query)[0]
    assert first.entry.id == query.lower().replace(" ", "-")[: len(first.entry.id)]
    assert first.entry.id != "where-sources-disagree"


@pytest.mark.parametrize(
    "query",
    ["when did they publish the trial notice", "trial notice issue date", "试付通知什么时候公布"],
)
def test_that_a_policy_was_issued_is_not_missing_from_it(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.kind, hit.verdict.missing, hit.match) == ("policy", (), "exact")


def test_nothing_is_denied_that_other_records_have(sample_store: Store) -> None:
    """The subject has no word of insurance, the policies do."""
    remark = find(sample_store, "Changle Group insurance payment")[0].verdict.remark
    assert remark.en.startswith("the closest match does not mention “insurance payment”")


@pytest.mark.parametrize(
    "query",
    [
        "which authority is behind Notice No. 9",
        "which body issued the night clinic standard",
        "谁发布了夜间线上门诊服务规范",
    ],
)
def test_the_issuer_of_a_policy_is_answered_without_a_hedge(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.kind == "policy"
    assert hit.verdict.remark.en == ""
