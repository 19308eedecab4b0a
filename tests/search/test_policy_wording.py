"""A question for what policies say on a subject lists them with each provision on it and its
force."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.document.shared_labels import FORCE_VERBS_COUNTED, FORCE_WORDS, WORDING_IS_NOT_LAW
from tui.search import find, find_all
from tui.search.several.force_counts import (
    binding_order,
    force_labels,
    not_of_one_force,
)
from tui.search.several.provision_topics import forces_on_topics
from tui.store import Store, open_store
from tui.text.fold import fold


@pytest.mark.parametrize(
    "query",
    [
        "wording of the policies on insurance payment",
        "what do the policies say about insurance payment",
        "各政策对医保支付的措辞",
        "政策对医保支付怎么说",
        "政策原文对医保支付的表述",
    ],
)
def test_the_provisions_on_a_subject_are_named_with_their_force(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert {hit.entry.id for hit in hits} == {
        "policy-cross-province-2022",
        "policy-payment-2021",
        "policy-price-2019",
    }
    assert hits[0].match == "exact"
    remark = hits[0].verdict.remark
    assert "by the wording quoted: 1 permits, 1 states what is or will be" in remark.en
    assert "Follow-ups of chronic disease may be paid by insurance (permitted)" in remark.en
    assert "线上复诊由医保支付（一般表述）" in remark.zh


@pytest.mark.parametrize(
    "query",
    ["what does Qinghe Health say about doctors", "青禾健康怎么说", "how binding are the policies"],
)
def test_what_a_company_says_is_no_wording_of_policies(sample_store: Store, query: str) -> None:
    assert "(permitted)" not in find(sample_store, query)[0].verdict.remark.en


@pytest.mark.parametrize("query", ["insurance payment policies", "医保支付政策"])
def test_a_list_on_a_subject_has_the_forces_of_the_provisions_on_it(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    tag = found.command[found.command.index("--tag") + 1]
    rows = sample_store.query(
        "SELECT p.id, force FROM provisions p JOIN provision_tags t "
        "ON t.id = p.id AND t.provision = p.number WHERE tag = ?",
        (tag,),
    )
    wanted: dict[str, set[str]] = {}
    for identity, force in rows:
        wanted.setdefault(identity, set()).add(force)
    assert wanted
    ids = [hit.entry.id for hit in found.hits]
    assert forces_on_topics(sample_store, ids, found.topics) == wanted


def test_a_term_with_by_in_it_is_one_topic_of_the_policies(sample_store: Store) -> None:
    hits = find(sample_store, "which documents say consultations are paid by insurance")
    assert {hit.entry.id for hit in hits} >= {"policy-payment-2021", "policy-price-2019"}
    assert "may be paid by insurance (permitted)" in hits[0].verdict.remark.en
    assert '"paid insurance"' not in hits[0].verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        *("哪些政策最强硬", "哪条政策措辞最强", "最严格的政策", "约束力最强的政策是哪个"),
        *("which policy is strongest", "policies with the strongest wording"),
        *("政策从强到弱", "政策按强弱排", "policies from strongest to weakest"),
        *("哪个医保支付政策最强", "strongest insurance payment policy"),
    ],
)
def test_the_strongest_policies_are_listed_by_their_force(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    order = list(FORCE_WORDS)
    ids = [hit.entry.id for hit in found.hits]
    ranks = binding_order(forces_on_topics(sample_store, ids, found.topics))
    listed = [ranks.get(hit.entry.id, len(order)) for hit in found.hits]
    assert found.command[0] == "policies"
    assert listed == sorted(listed)
    assert len(set(listed)) > 1
    assert found.hits[0].verdict.remark.en.endswith(
        f"strongest wording first; {WORDING_IS_NOT_LAW.en}"
    )


@pytest.mark.parametrize(
    "query", ["措辞最弱的政策", "最宽松的政策", "政策从弱到强", "policies with the weakest wording"]
)
def test_the_weakest_policies_are_listed_from_the_least_binding(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    ids = [hit.entry.id for hit in found.hits]
    places = binding_order(forces_on_topics(sample_store, ids, found.topics), weakest=True)
    listed = [places.get(each, len(FORCE_WORDS)) for each in ids]
    assert listed == sorted(listed)
    assert ids[0] == "policy-cross-province-2022"  # explored
    assert listed[0] < places["policy-emergency-2020"] < places["policy-payment-2021"]
    assert found.hits[0].verdict.remark.en.endswith(
        f"weakest wording first; {WORDING_IS_NOT_LAW.en}"
    )


def test_the_strongest_company_is_no_policy(sample_store: Store) -> None:
    for query in ("哪家公司最强", "strongest company"):
        assert all("binding" not in hit.verdict.remark.en for hit in find(sample_store, query))


@pytest.mark.parametrize("query", ["允许", "permitted", "要求"])
def test_the_name_of_a_force_lists_the_policies_with_it(sample_store: Store, query: str) -> None:
    value = next(each for each, label in FORCE_WORDS.items() if query in (label.zh, fold(label.en)))
    assert find_all(sample_store, query).command == ("policies", "--force", value)


def test_counts_of_forces_that_do_not_add_up_say_why(sample_store: Store) -> None:
    remark = find(sample_store, "how binding are the policies")[0].verdict.remark
    # Of the nine that are not doubtful: eight with wording, one of them of two forces.
    assert remark.en.endswith(
        "(1 has several kinds of wording, 1 has no quote of any of these kinds)"
    )
    assert remark.zh.endswith("（其中1项兼有几类措辞、1项没有可归类的引文）")
    remark = find(sample_store, "is insurance payment binding")[0].verdict.remark
    assert remark.en.endswith(
        ": 1 permits, 1 states what is or will be (1 has no quote of any of these kinds)"
    )


def test_policies_of_one_force_each_need_no_note(sample_store: Store) -> None:
    ids = ["policy-payment-2021", "policy-price-2019"]
    assert not not_of_one_force(ids, forces_on_topics(sample_store, ids, ())).en


@pytest.mark.parametrize(
    ("query", "force"),
    [
        *((query, "encouraged") for query in ("鼓励性措辞的政策", "措辞为鼓励的政策")),
        *((query, "encouraged") for query in ("使用鼓励措辞的政策", "哪些政策用了“鼓励”")),
        *((query, "encouraged") for query in ("表述为鼓励的文件", "多少政策用了鼓励字样")),
        *((query, "encouraged") for query in ("policies with encouraging wording",)),
        ("which policies use the word encourage", "encouraged"),
        ("how many policies are worded as encouraging", "encouraged"),
        ("推进类措辞的政策", "promoted"),
        ("policies phrased as promoted", "promoted"),
        ("语气为探索的政策", "explored"),
        ("policies whose wording is exploratory", "explored"),
        ("用词是允许的政策", "permitted"),
        ("policies marked permitted", "permitted"),
        ("用了必须二字的政策", "required"),
    ],
)
def test_a_force_named_as_wording_lists_the_policies_with_it(
    sample_store: Store, query: str, force: str
) -> None:
    found = find_all(sample_store, query, 50)
    rows = sample_store.query("SELECT DISTINCT id FROM provisions WHERE force = ?", (force,))
    assert found.command == ("policies", "--force", force)
    assert {hit.entry.id for hit in found.hits} == {identity for (identity,) in rows}


@pytest.mark.parametrize("query", ["医保支付措辞是允许还是鼓励", "应用推广政策"])
def test_a_question_between_forces_lists_none(sample_store: Store, query: str) -> None:
    assert "--force" not in find_all(sample_store, query).command


@pytest.mark.parametrize("query", ["政策的措辞", "wording of the policies"])
def test_the_wording_of_all_policies_is_counted(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies",)
    assert "by the wording quoted: " in found.hits[0].verdict.remark.en


@pytest.mark.parametrize(
    ("query", "policy", "force"),
    [
        ("处方政策的措辞", "policy-cross-province-2022", "permitted"),
        ("wording of policies on prescriptions", "policy-cross-province-2022", "permitted"),
    ],
)
def test_only_the_provisions_with_a_word_count(
    sample_store: Store, query: str, policy: str, force: str
) -> None:
    found = find_all(sample_store, query)
    ids = [hit.entry.id for hit in found.hits]
    assert forces_on_topics(sample_store, [policy], ()) == {policy: {"permitted", "explored"}}
    assert forces_on_topics(sample_store, ids, found.topics)[policy] == {force}
    assert FORCE_VERBS_COUNTED[force][False] in found.hits[0].verdict.remark.en


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("which policies encourage follow-ups", ["policy-emergency-2020"]),
        ("哪些政策鼓励复诊", ["policy-emergency-2020"]),
        ("哪些政策允许处方", ["policy-cross-province-2022"]),
        ("哪些政策探索处方", []),
    ],
)
def test_a_force_and_a_word_are_of_one_provision(
    sample_store: Store, query: str, listed: list[str]
) -> None:
    hits = find_all(sample_store, query).hits
    exact = [hit.entry.id for hit in hits if hit.match == "exact"]
    assert exact == listed


@pytest.mark.parametrize(
    ("query", "policy", "forces"),
    [
        ("26号文的措辞", "policy-guidance-2018", "promoted"),
        ("全民健康信息化规划的措辞", "policy-health-it-plan", "required"),
        (
            "how binding is the plan for health information technology",
            "policy-health-it-plan",
            "required",
        ),
        ("试付通知的措辞", "policy-payment-2021", "permitted"),
    ],
)
def test_all_provisions_count_of_a_policy_that_is_named(
    sample_store: Store, query: str, policy: str, forces: str
) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.id for hit in found.hits] == [policy]
    assert f"this policy, by the wording quoted: {forces}" in found.hits[0].verdict.remark.en


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("沧岚省政策的措辞", "沧岚省的政策2项，按引文的措辞："),
        ("国家医疗署文件的措辞", "国家医疗署发布的政策6项，按引文的措辞："),
    ],
)
def test_the_forces_of_each_policy_of_a_region_or_an_issuer_are_named(
    sample_store: Store, query: str, first: str
) -> None:
    hits = find_all(sample_store, query).hits
    counts, *policies = hits[0].verdict.remark.zh.split("\n")
    assert counts.startswith(first)
    said = {line.partition("：")[2] for line in policies}
    forces = forces_on_topics(sample_store, [hit.entry.id for hit in hits], ())
    assert said == {force_labels(each).zh for each in forces.values()}


@pytest.mark.parametrize(
    "query",
    [
        *("沧岚省政策措辞强吗", "沧岚省文件措辞强还是弱", "沧岚省政策措辞是要求还是允许"),
    ],
)
def test_a_question_between_forces_or_strengths_counts_them(
    sample_store: Store, query: str
) -> None:
    remark = find(sample_store, query)[0].verdict.remark.en
    assert "by the wording quoted: 1 requires, 1 permits, 1 explores" in remark


def test_an_english_question_between_forces_counts_them(sample_store: Store) -> None:
    query = "is the wording of insurance payment policies required or permitted"
    remark = find(sample_store, query)[0].verdict.remark.en
    assert "by the wording quoted: 1 permits, 1 states what is or will be" in remark


@pytest.mark.parametrize(
    "query",
    [
        *("does any policy require anything", "does any policy mandate anything"),
        *("有政策提出强制要求吗", "有没有政策要求什么"),
    ],
)
def test_whether_any_policy_requires_something_counts_all(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies",)
    assert "by the wording quoted: 3 require, " in found.hits[0].verdict.remark.en


def test_a_year_of_a_title_is_no_period(sample_copy: Path, environment: Mapping[str, str]) -> None:
    path = sample_copy / "policies" / "policy-night-2023.toml"
    text = path.read_text("utf-8")
    names = 'aliases = ["Night Care 2035", "夜诊2035"]'
    path.write_text(text.replace("\nlevel = ", f"\n{names}\nlevel = ", 1), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        for query in (
            "is Night Care 2035 mandatory",
            "how binding is Night Care 2035",
            "夜诊2035有约束力吗",
        ):
            hits = find(store, query)
            assert [hit.entry.id for hit in hits] == ["policy-night-2023"], query
            assert hits[0].verdict.remark.en.endswith("by the wording quoted: required"), query
        assert len(find(store, "how binding are the policies of 2022")) > 1
