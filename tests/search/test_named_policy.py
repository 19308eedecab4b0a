"""How binding one policy is, that a question names by its title, words of it or its region; and
whether policies of a level require or prohibit anything."""

from __future__ import annotations

import pytest

from tui.search.find import find_all
from tui.store import Store


@pytest.mark.parametrize(
    ("query", "policy", "said"),
    [
        ("全民健康信息化规划有约束力吗", "policy-health-it-plan", "required"),
        ("健康信息化规划有强制性吗", "policy-health-it-plan", "required"),
        ("is the health information plan binding", "policy-health-it-plan", "required"),
        ("how strong is the wording of the health information plan", "policy-health-it-plan", ""),
        ("夜间门诊规范有多大约束力", "policy-night-2023", "required"),
        ("how strictly is the night standard worded", "policy-night-2023", "required"),
    ],
)
def test_one_policy_is_answered_from_its_provisions(
    sample_store: Store, query: str, policy: str, said: str
) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.id for hit in found.hits] == [policy]
    assert f"this policy, by the wording quoted: {said}" in found.hits[0].verdict.remark.en


def test_the_wording_of_one_policy_names_its_provisions(sample_store: Store) -> None:
    query = "how strong is the wording of the health information plan"
    remark = find_all(sample_store, query).hits[0].verdict.remark
    assert "Health records must be linked across provinces" in remark.en


@pytest.mark.parametrize(
    "query", ["互联网诊所补助办法有约束力吗", "is the subsidy scheme of clinics binding"]
)
def test_a_policy_without_quotes_is_not_said_to_be_mandatory_or_not(
    sample_store: Store, query: str
) -> None:
    remark = find_all(sample_store, query).hits[0].verdict.remark
    assert "nothing quoted is mandatory" not in remark.en


@pytest.mark.parametrize(
    "query", ["医保支付政策有约束力吗", "are the insurance payment policies binding"]
)
def test_a_subject_is_no_name_of_one_policy(sample_store: Store, query: str) -> None:
    assert len(find_all(sample_store, query).hits) > 1


@pytest.mark.parametrize(
    ("query", "level"),
    [
        ("does any provincial policy require anything", "provincial"),
        ("地方政策有没有强制要求", "provincial"),
        ("do any national policies require anything", "national"),
        ("国家政策有没有强制要求", "national"),
    ],
)
def test_whether_policies_of_a_level_require_anything(
    sample_store: Store, query: str, level: str
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--level", level)
    remark = found.hits[0].verdict.remark.en
    assert f"{level} policies, by the wording quoted: " in remark
    assert " require" in remark


@pytest.mark.parametrize("query", ["do national policies prohibit anything", "国家政策禁止什么"])
def test_where_something_is_required_nothing_is_said_of_prohibitions(
    sample_store: Store, query: str
) -> None:
    hits = find_all(sample_store, query).hits
    assert not any("is a prohibition" in hit.verdict.remark.en for hit in hits)


@pytest.mark.parametrize(
    ("query", "level"),
    [
        ("local policies on insurance payment", "provincial"),
        ("central policies on insurance payment", "national"),
        ("国家层面的医保支付政策", "national"),
    ],
)
def test_a_level_has_other_names(sample_store: Store, query: str, level: str) -> None:
    command = find_all(sample_store, query).command
    assert "--level" not in command or command[command.index("--level") + 1] == level
