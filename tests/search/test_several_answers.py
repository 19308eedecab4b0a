"""A question for a list or a comparison is answered with several records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.inside import run
from tui.document.shared_labels import FORCE_VERBS_COUNTED
from tui.search import find, find_all
from tui.store import Store, open_store


def _ids(store: Store, query: str) -> list[str]:
    return [hit.entry.id for hit in find_all(store, query).hits]


@pytest.mark.parametrize(
    ("query", "since", "until"),
    [
        ("policies since 2021", "2021", ""),
        ("2021年以来的政策", "2021", ""),
        ("2020年后的政策", "2021", ""),
        ("policies before 2020", "", "2019"),
        ("哪些政策是2019年到2021年的", "2019", "2021"),
        ("which policies in 2021", "2021", "2021"),
    ],
)
def test_policies_of_a_time_are_those_dated_then_the_newest_first(
    sample_store: Store, query: str, since: str, until: str
) -> None:
    rows = sample_store.query("SELECT id, date FROM records WHERE kind = 'policy' AND date <> ''")
    dates = dict(rows)
    wanted = [
        each
        for each, date in dates.items()
        if date[:4] >= (since or date[:4]) and date[:4] <= (until or date[:4])
    ]
    found = _ids(sample_store, query)
    assert sorted(found) == sorted(wanted)
    assert [dates[each][:4] for each in found] == sorted(
        (dates[each][:4] for each in found), reverse=True
    )


def test_the_remark_says_what_is_listed_and_what_is_left_out(sample_store: Store) -> None:
    found = find_all(sample_store, "policies since 2021")
    remark = found.hits[0].verdict.remark
    undated = list(sample_store.query("SELECT id FROM records WHERE kind = 'policy' AND date = ''"))
    assert remark.en == (f"{len(found.hits)} policies since 2021 ({len(undated)} undated omitted)")
    assert remark.zh == f"2021年以来的政策{len(found.hits)}项（另有{len(undated)}项未注明日期）"
    assert found.command == ("policies", "--since", "2021")


@pytest.mark.parametrize(
    "query",
    ["which policies mention insurance payment", "哪些政策提到医保支付", "有哪些医保支付政策"],
)
def test_a_topic_selects_as_the_filter_of_its_name(sample_store: Store, query: str) -> None:
    rows = sample_store.query(
        "SELECT id FROM facets JOIN records USING (id) WHERE facet = 'tag' "
        "AND value = 'insurance-payment' AND kind = 'policy'"
    )
    found = find_all(sample_store, query)
    assert sorted(hit.entry.id for hit in found.hits) == sorted(each for (each,) in rows)
    assert found.command == ("policies", "--tag", "insurance-payment")
    assert all(hit.match == "exact" for hit in found.hits)


def test_nothing_of_the_time_is_said_before_what_is_of_other_times(sample_store: Store) -> None:
    found = find_all(sample_store, "policies since 2030")
    assert found.hits
    assert found.hits[0].match == "other_period"
    assert found.hits[0].verdict.remark.en == "no policies since 2030; showing other periods"
    assert found.command == ()


@pytest.mark.parametrize(
    "query",
    [
        "data gaps on patients",
        "what don't we know about patients",
        "患者没有说什么",
        "患者数据缺口",
    ],
)
def test_what_is_not_known_of_a_topic_is_its_gaps(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert {hit.entry.kind for hit in found.hits} == {"gap"}
    assert {"gap-patients-2024", "gap-patients-origin"} <= {hit.entry.id for hit in found.hits}


@pytest.mark.parametrize(
    "query",
    [
        "Qinghe Health vs Yunshan Doctor",
        "compare Qinghe Health with Yunshan Doctor",
        "青禾健康和云山医生的区别",
        "比较青禾健康与云山医生",
        "青禾健康与云山医生谁大",
        "青禾健康 云山医生",
        "青禾健康 云山医生 收入",
        "青禾健康和云山医生的收入",
        "Qinghe Health Yunshan Doctor revenue",
    ],
)
def test_two_companies_that_are_compared_are_both_the_answer(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.id for hit in found.hits] == ["qinghe-health", "yunshan-doctor"]
    assert found.command == ("compare", "qinghe-health", "yunshan-doctor")
    assert found.hits[0].verdict.remark.en.startswith("Comparison: Qinghe Health, Yunshan Doctor")


@pytest.mark.parametrize(
    "query",
    ["Changle vs Xiaoman Health", "长乐和小满健康谁收入高", "Changle Xiaoman Health revenue"],
)
def test_a_group_without_figures_is_compared_by_its_company(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("compare", "changle-health", "xiaoman-health")
    remark = found.hits[0].verdict.remark.en
    assert "Changle Health for Changle Group, which has no figures of its own" in remark


def test_a_group_is_compared_with_its_own_company(sample_store: Store) -> None:
    found = find_all(sample_store, "Changle Group vs Changle Health")
    assert found.command == ("compare", "changle-group", "changle-health")
    assert found.hits[0].verdict.remark.en == "Comparison: Changle Group, Changle Health"


@pytest.mark.parametrize(
    "query", ["线上问诊市场规模 2022", "青禾健康 用户", "policies issued", "政策"]
)
def test_a_question_for_one_fact_is_none_for_several(sample_store: Store, query: str) -> None:
    assert find_all(sample_store, query).command == ()


@pytest.mark.parametrize(
    "query", ["which companies are insurers", "which insurers are there", "who are the insurers"]
)
def test_companies_are_listed_by_their_role(sample_store: Store, query: str) -> None:
    rows = sample_store.query("SELECT id FROM facets WHERE facet = 'role' AND value = 'insurer'")
    found = find_all(sample_store, query)
    assert [hit.entry.id for hit in found.hits] == [each for (each,) in rows]
    assert found.command == ("companies", "--role", "insurer")


def test_how_companies_do_something_is_no_question_for_a_list(sample_store: Store) -> None:
    asked = find_all(sample_store, "which companies offer consultation").hits[0]
    assert (asked.entry.kind, asked.match) == ("player", "exact")
    assert find_all(sample_store, "how do companies offer consultation").hits[0].match == "near"


def test_which_companies_did_one_thing_is_no_list(sample_store: Store) -> None:
    assert find_all(sample_store, "which companies invested in Qinghe Health").command == ()


@pytest.mark.parametrize("query", ["policies issued since 2021", "policies published since 2021"])
def test_that_a_document_was_published_is_no_topic(sample_store: Store, query: str) -> None:
    assert find_all(sample_store, query).command == ("policies", "--since", "2021")


def _with_facet(store: Store, facet: str, value: str) -> list[str]:
    sql = "SELECT id FROM facets WHERE facet = ? AND value = ? ORDER BY id"
    return [each for (each,) in store.query(sql, (facet, value))]


@pytest.mark.parametrize(
    ("query", "force"),
    [
        ("which policies encourage something", "encouraged"),
        ("what do policies encourage", "encouraged"),
        ("哪些政策要求", "required"),
        ("what is required", "required"),
        ("what must be done", "required"),
        ("what is only piloted", "explored"),
        ("is anything only at pilot stage", "explored"),
        ("哪些是探索", "explored"),
        ("provisions that are permitted", "permitted"),
        ("什么是允许的", "permitted"),
        ("推进类政策", "promoted"),
    ],
)
def test_a_force_lists_the_policies_with_such_provisions(
    sample_store: Store, query: str, force: str
) -> None:
    found = find_all(sample_store, query)
    assert sorted(hit.entry.id for hit in found.hits) == _with_facet(sample_store, "force", force)
    assert found.command == ("policies", "--force", force)


@pytest.mark.parametrize("query", ["which policies encourage the epidemic", "哪些政策鼓励疫情"])
def test_force_and_subject_may_be_of_different_provisions(sample_store: Store, query: str) -> None:
    hit = find_all(sample_store, query).hits[0]
    assert hit.entry.id == "policy-emergency-2020"
    assert hit.match == "near"
    assert "no quoted provision has both" in hit.verdict.remark.en


def test_where_no_policy_has_the_force_the_remark_says_so(sample_store: Store) -> None:
    found = find_all(sample_store, "which policies encourage insurance payment")
    assert {hit.match for hit in found.hits} == {"near"}
    assert found.hits[0].verdict.remark.en == (
        "none of the policies on insurance payment is marked Encouraged; showing all 3"
    )


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("what are the main challenges", "challenge"),
        ("obstacles", "challenge"),
        ("行业面临哪些风险", "challenge"),
        ("what is holding the industry back", "challenge"),
        ("drivers", "driver"),
        ("what drives growth", "driver"),
        ("why is the market growing", "driver"),
        ("驱动因素有哪些", "driver"),
        ("发展趋势", "trend"),
    ],
)
def test_a_type_lists_its_statements(sample_store: Store, query: str, value: str) -> None:
    found = find_all(sample_store, query)
    assert sorted(hit.entry.id for hit in found.hits) == _with_facet(sample_store, "type", value)
    assert found.command == ("statements", "--type", value)


@pytest.mark.parametrize(
    "query",
    ["What are the market shares of the platforms?", "challenge of first consultations", "谁第一"],
)
def test_a_question_about_one_record_is_no_list_by_value(sample_store: Store, query: str) -> None:
    assert find_all(sample_store, query).command == ()


@pytest.mark.parametrize(
    "query",
    [
        "who offers online consultation",
        "which companies provide online consultation",
        "companies offering online consultation",
        "哪些公司提供在线问诊",
        "谁在做在线问诊",
        "做在线问诊的公司",
    ],
)
def test_companies_are_listed_by_their_offerings(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert {hit.entry.kind for hit in found.hits} == {"player"}
    assert found.hits[0].entry.fact == "qinghe-health.night-lamp"


@pytest.mark.parametrize(
    "query",
    [
        "online patients 2021 vs 2022",
        "online patients 2021 and 2022",
        "online patients 2022 compared with 2021",
        "difference between online patients in 2021 and 2022",
        "2021年和2022年在线患者人数对比",
        "在线患者人数2022年比2021年",
    ],
)
def test_two_years_of_a_measure_are_both_the_answer_with_their_change(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert [hit.entry.fact for hit in found.hits] == [
        "online-patients@2022",
        "online-patients@2021",
    ]
    lines = found.hits[0].verdict.remark.en.split("\n")
    assert lines[0].startswith("Online patients: ")
    lines[0] = lines[0].removeprefix("Online patients: ")
    if "difference" in query:
        assert lines.pop(0) == "difference of 2 million people (editor's calculation)"
    assert lines[0] == "up 10.5% from 2021 to 2022 (editor's calculation)"
    assert lines[1].startswith("2021: ")
    assert found.command == ("show", "online-patients")


@pytest.mark.parametrize(
    ("query", "statistic"),
    [
        ("在线患者人数2022年比2021年增长", "online-patients"),
        ("2022年在线患者人数比2021年下降多少", "online-patients"),
        ("2022年在线患者人数较2021年上升了几个百分点", "online-patients"),
        ("2022年比2021年增长多少", "consultation-market"),
        ("2022年比2021年下降了吗", "consultation-market"),
        ("在线患者人数 2021-2022 年均增长", "online-patients"),
    ],
)
def test_the_change_asked_for_is_no_word_of_the_measure(
    sample_store: Store, query: str, statistic: str
) -> None:
    hits = find(sample_store, query)
    facts = [hit.entry.fact for hit in hits[:2]]
    assert facts == [f"{statistic}@2022", f"{statistic}@2021"]
    assert hits[0].match == "exact"
    assert "（编者计算）" in hits[0].verdict.remark.zh


def test_of_two_years_the_one_without_a_figure_is_named(sample_store: Store) -> None:
    found = find_all(sample_store, "financing 2022 vs 2030")
    assert found.hits[0].match == "other_period"
    assert found.hits[0].verdict.remark.en.startswith("no figure for 2030\n2022: ")


def test_no_change_is_computed_from_values_that_are_not_exact(sample_store: Store) -> None:
    remark = find_all(sample_store, "online doctors 2020 vs 2021").hits[0].verdict.remark.en
    assert "%" not in remark
    assert "the change cannot be computed" in remark


def test_a_figure_of_the_whole_time_answers_for_it(sample_store: Store) -> None:
    found = find_all(sample_store, "policies issued 2016 to 2020")
    assert found.hits[0].entry.fact != "policies-issued@2020"
    assert found.command != ("show", "policies-issued")


@pytest.mark.parametrize("query", ["policies since 2021", "list of policies since 2021"])
def test_a_list_of_is_a_list(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command[:1] == ("policies",)


@pytest.mark.parametrize("verb", ["concern", "cover", "relate to", "mention"])
def test_a_verb_for_the_topic_is_no_topic(sample_store: Store, verb: str) -> None:
    plain = find_all(sample_store, "which policies are on insurance")
    found = find_all(sample_store, f"which policies {verb} insurance")
    assert found.command == plain.command
    assert [hit.entry.id for hit in found.hits] == [hit.entry.id for hit in plain.hits]


@pytest.mark.parametrize("query", ["financing amount 2020 2022", "2020 2022 融资金额"])
def test_years_side_by_side_are_both_answered(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    periods = [hit.entry.period for hit in hits if hit.entry.value]
    assert periods[0] == "2022"
    assert periods[-1] == "2020"


@pytest.mark.parametrize(
    "query",
    ["financing 2020-2023", "what happened to financing between 2020 and 2023", "2020到2023年融资"],
)
def test_the_change_of_a_range_leaves_out_the_partial_period_at_its_end(
    sample_store: Store, query: str
) -> None:
    hits = find_all(sample_store, query).hits
    facts = [hit.entry.fact.removeprefix("financing-amount@") for hit in hits]
    remark = hits[0].verdict.remark.en
    assert facts[0] == "2022"
    assert facts[1:5] == ["2021", "2020", "2023-Q1", "2021-H2"]
    assert hits[-1].entry.id == "trend-price-war"
    assert remark.startswith(
        "Financing amount: down 68.3% from 2020 to 2022 (editor's calculation)\n2020: "
    )
    assert remark.endswith("not compared (shorter period): Q1 2023")


@pytest.mark.parametrize(
    "query",
    [
        "compound growth 2016-2020",
        "compound 2016-2020",
        "复合 2016 2020",
        "compound growth patients 2016 vs 2020",
        "patients growth 2016 2020",
    ],
)
def test_a_rate_of_exactly_the_time_between_two_years_answers(
    sample_store: Store, query: str
) -> None:
    first = find_all(sample_store, query).hits[0]
    assert first.entry.fact == "online-patients#cagr-2016-2020"
    assert "no figure" not in first.verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        "e-prescriptions growth",
        "how much did e-prescriptions drop",
        "e-prescriptions fall 2022 2023",
    ],
)
def test_a_change_that_no_source_states_is_computed(sample_store: Store, query: str) -> None:
    hits = find_all(sample_store, query).hits
    facts = [hit.entry.fact for hit in hits[:2]]
    assert facts == ["e-prescriptions@2023", "e-prescriptions@2022"]
    assert "up 8.3% from 2022 to 2023 (editor's calculation)" in hits[0].verdict.remark.en


@pytest.mark.parametrize("query", ["how fast did online doctors grow", "insured hospitals growth"])
def test_no_change_is_computed_without_exact_values(sample_store: Store, query: str) -> None:
    assert "editor's calculation" not in find_all(sample_store, query).hits[0].verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        "national policies on supervision",
        "policies on supervision national",
        "national supervision policies",
        "which national policies are on supervision",
        "国家级的监管政策",
        "国家级关于监管的政策",
    ],
)
def test_policies_of_a_subject_are_a_list_however_they_are_asked_for(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert sorted(found.command[1:]) == ["--level", "--tag", "national", "supervision"]
    assert {hit.entry.kind for hit in found.hits} == {"policy"}


@pytest.mark.parametrize(
    "query", ["policies on insurance 2022", "insurance policies 2022", "2022年关于医保的政策"]
)
def test_policies_of_a_subject_and_a_year_are_a_list(sample_store: Store, query: str) -> None:
    assert _ids(sample_store, query) == ["policy-cross-province-2022"]


def test_a_singular_kind_before_a_preposition_asks_for_its_records(sample_store: Store) -> None:
    hits = find_all(sample_store, "policy on data").hits
    assert {hit.entry.kind for hit in hits} == {"policy"}
    assert hits[0].verdict.remark.en.endswith("mentioning “data”")


def test_what_a_list_does_not_show_is_counted(sample_store: Store) -> None:
    every = find_all(sample_store, "policies since 2018")
    some = find_all(sample_store, "policies since 2018", limit=2)
    assert every.left == 0
    assert some.left == len(every.hits) - 2 > 0


@pytest.mark.parametrize(
    ("query", "policies"),
    [
        ("how binding are the policies", 10),
        ("非强制性吗", 10),
        ("force of policy", 10),
        ("有约束力吗", 10),
        ("哪个政策力度最强", 10),
        ("政策措辞有多硬", 10),
        ("compulsory", 10),
        ("is insurance payment binding", 3),
    ],
)
def test_how_binding_policies_are_is_counted_by_force(
    sample_store: Store, query: str, policies: int
) -> None:
    found = find_all(sample_store, query, limit=20)
    remark = found.hits[0].verdict.remark.en
    ids = {hit.entry.id for hit in found.hits}
    subject = "insurance-payment" if "insurance" in query else "%"
    forces = sample_store.query(
        "SELECT DISTINCT p.id, force FROM provisions p LEFT JOIN provision_tags t "
        "ON t.id = p.id AND t.provision = p.number "
        "WHERE force IS NOT NULL AND coalesce(tag, '') LIKE ?",
        (subject,),
    )
    values = [value for identity, value in forces if identity in ids]
    assert len(ids) == policies
    assert found.command[0] == "policies"
    for value in set(values):
        count = values.count(value)
        assert f"{count} {FORCE_VERBS_COUNTED[value][count > 1]}" in remark
    assert remark.startswith("nothing quoted is mandatory") == ("required" not in values)


@pytest.mark.parametrize(
    "query", ["mandatory policies", "which policies are binding", "强制性政策"]
)
def test_binding_policies_are_listed_where_there_are_some(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--force", "required")


@pytest.mark.parametrize(
    "query",
    [
        "must clinics accept insurance payment",
        "does policy oblige clinics to accept insurance payment",
        "do clinics have to accept insurance payment",
        "is it compulsory for clinics to take insurance payment",
        "诊所必须接受医保支付吗",
        "诊所有义务接受医保支付吗",
        "是否强制诊所用医保支付",
    ],
)
def test_whether_something_must_be_is_answered_like_how_binding_it_is(
    sample_store: Store, query: str
) -> None:
    binding = find(sample_store, "is insurance payment binding")
    hits = find(sample_store, query)
    assert [hit.entry.id for hit in hits] == [hit.entry.id for hit in binding]
    assert hits[0].verdict.remark == binding[0].verdict.remark


@pytest.mark.parametrize("query", ["试付通知要求医保支付吗", "试付通知是强制的吗"])
def test_how_binding_a_named_policy_is(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert hits[0].entry.id == "policy-payment-2021"
    assert hits[0].verdict.remark.en == (
        "nothing quoted is mandatory\nthis policy, by the wording quoted: permitted"
    )


def test_a_duty_outside_the_subjects_of_policies_is_not_counted(sample_store: Store) -> None:
    hits = find(sample_store, "must Qinghe Health have doctors")
    assert all("by the wording quoted" not in hit.verdict.remark.en for hit in hits)


def test_a_driving_force_is_not_how_binding_a_policy_is(sample_store: Store) -> None:
    assert {hit.entry.kind for hit in find_all(sample_store, "driving force").hits} != {"policy"}


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("policies of Shenzhen", "Shenzhen"),
        ("Shenzhen policies", "Shenzhen"),
        ("which policies mention drones", "drones"),
        ("深圳的政策", "深圳"),
        ("深圳有哪些政策", "深圳"),
        ("Xingyuan policies", "Xingyuan"),  # in the name of a hospital
        ("policies of Hefeng", "Hefeng"),
    ],
)
def test_policies_on_what_none_mentions_are_said_not_to_exist(
    sample_store: Store, query: str, word: str
) -> None:
    found = find_all(sample_store, query)
    remark = found.hits[0].verdict.remark
    assert found.hits[0].match == "near"
    count = len(found.hits)
    none, subjects = remark.en.split("\n")
    assert none == f"no policies mentioning “{word}”"
    assert subjects.startswith(f"subjects of all {count}: ")
    assert "insurance payment" in subjects
    assert remark.zh.startswith(f"没有提到“{word}”的政策\n全部{count}项的主题：")
    assert {hit.entry.kind for hit in found.hits} == {"policy"}


@pytest.mark.parametrize("query", ["Shenzhen insurance payment policies", "深圳医保支付政策"])
def test_policies_on_a_subject_are_shown_where_none_is_of_a_place(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    listed = find_all(sample_store, "policies on insurance payment")
    assert [hit.entry.id for hit in found.hits] == [hit.entry.id for hit in listed.hits]
    assert found.hits[0].match == "near"
    remark = found.hits[0].verdict.remark
    assert remark.en.lower().startswith("no policies mentioning “")
    assert remark.en.endswith(f"\n{listed.hits[0].verdict.remark.en}")


def test_another_name_of_a_topic_selects_as_its_name(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    """A term with the name of a subject stands for it under each of its names."""
    term = sample_copy / "glossary" / "term-insurance-payment.toml"
    follow_up = (sample_copy / "glossary" / "term-follow-up.toml").read_text("utf-8")
    names = 'term = { zh = "医保支付", en = "Insurance payment" }'
    lines = follow_up.split("\n")
    lines[:3] = ['id = "term-insurance-payment"', names, 'aliases = ["刷卡看诊"]']
    term.write_text("\n".join(lines), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        found = find_all(store, "哪些政策提到刷卡看诊")
    assert found.command == ("policies", "--tag", "insurance-payment")


def test_policies_on_a_topic_of_other_records_are_said_not_to_exist(sample_store: Store) -> None:
    hit = find_all(sample_store, "药房政策").hits[0]
    assert hit.match == "near"
    assert hit.verdict.remark.zh.startswith("没有提到“药房”的政策\n")


@pytest.mark.parametrize("query", ["policies on revenue", "policies of Changle Health"])
def test_a_topic_of_other_records_is_no_reason_to_list_all_policies(
    sample_store: Store, query: str
) -> None:
    hits = find_all(sample_store, query).hits
    assert not any("subjects of all" in hit.verdict.remark.en for hit in hits)


@pytest.mark.parametrize(
    "query",
    [
        "who has more doctors, Qinghe Health or Changle Health",
        "doctors of Qinghe Health vs Changle Health",
        "签约医生 青禾健康和长乐健康 谁更多",
        "青禾健康签约医生是长乐健康的几倍",
        "青禾健康的签约医生是长乐健康的多少倍",
        "does Qinghe Health have fewer doctors than Changle Health",
    ],
)
def test_a_measure_before_two_companies_compares_them(sample_store: Store, query: str) -> None:
    hits = find(sample_store, query)
    assert [(hit.entry.fact.partition("@")[0], hit.match) for hit in hits] == [
        ("qinghe-health.doctors", "exact"),
        ("changle-health.doctors", "exact"),
    ]


@pytest.mark.parametrize(
    "query",
    ["compare Xiaoman Health and Chunlai Health revenue", "小满健康和春来健康营收对比"],
)
def test_a_company_in_the_name_of_a_gap_is_compared(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("compare", "xiaoman-health", "chunlai-health")
    assert found.hits[0].entry.value
    assert "Chunlai Health: " in found.hits[0].verdict.remark.en


def test_companies_without_figures_are_not_compared_by_size(sample_store: Store) -> None:
    remark = "no figure of Chunlai Health, so sizes cannot be compared"
    (first, *_) = find(sample_store, "is Xiaoman Health bigger than Chunlai Health")
    assert remark in first.verdict.remark.en
    (first, *_) = find(sample_store, "is Xiaoman Health bigger than Qinghe Health")
    assert "cannot be compared" not in first.verdict.remark.en


@pytest.mark.parametrize(
    "query",
    [
        "insurance payment regulation",
        "rules on insurance payment",
        "regulations on insurance payment",
        "laws on insurance payment",
    ],
)
def test_rules_on_a_subject_are_the_policies_on_it(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--tag", "insurance-payment")
    assert {hit.entry.kind for hit in found.hits} == {"policy"}


def test_policy_and_a_year_is_the_list_of_that_year(sample_store: Store) -> None:
    found = find_all(sample_store, "policy 2021")
    assert found == find_all(sample_store, "policies 2021")
    assert found.command == ("policies", "--since", "2021", "--until", "2021")


@pytest.mark.parametrize(
    "query",
    [
        "复诊和电子处方的区别",
        "复诊与电子处方有什么不同",
        "复诊和电子处方",
        "difference between follow-up and e-prescription",
        "follow-up vs e-prescription",
    ],
)
def test_two_terms_asked_together_have_the_definition_of_each(
    sample_store: Store, query: str
) -> None:
    hits = find(sample_store, query)
    assert [hit.entry.id for hit in hits] == ["term-follow-up", "term-e-prescription"]
    assert [hit.match for hit in hits] == ["exact", "exact"]
    assert hits[0].verdict.remark.en == "showing the definition of each"


def test_two_definitions_are_printed_in_full(sample: Path) -> None:
    printed = run("--content", str(sample), "--lang", "en", "find", "复诊和电子处方的区别").out
    assert "expand all" not in printed
    assert printed.index("term-follow-up") < printed.index("term-e-prescription")


def test_the_word_for_a_kind_in_pinyin_asks_for_a_list(sample_store: Store) -> None:
    found = find_all(sample_store, "yibao zhifu zhengce")
    assert found.command == find_all(sample_store, "医保支付政策").command
    assert found.command[0] == "policies"


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("Changle Health revenue vs Qinghe Health revenue", "revenue"),
        ("长乐健康和青禾健康营收对比", "营收"),
    ],
)
def test_a_comparison_says_whose_figure_is_missing(
    sample_store: Store, query: str, word: str
) -> None:
    remark = find_all(sample_store, query).hits[0].verdict.remark
    assert f"\nQinghe Health: no figure for “{word}” in the documents" in remark.en
    assert f"\n青禾健康：资料没有“{word}”的数字" in remark.zh


def test_a_comparison_has_the_figures_that_there_are_beside_those_missing(
    sample_store: Store,
) -> None:
    remark = find(sample_store, "compare revenue of Changle Health and Qinghe Health")[0]
    assert remark.verdict.remark.en.split("\n")[1:] == [
        "Changle Health: Total revenue, H1 2022: CNY 1.36 billion (reported)",
        "Qinghe Health: no figure for “revenue” in the documents",
    ]


@pytest.mark.parametrize(
    ("query", "companies"),
    [
        ("Changle Health and Qinghe Health doctors", ["changle-health", "qinghe-health"]),
        ("长乐健康 青禾健康 医生", ["changle-health", "qinghe-health"]),
        ("青禾健康和长乐健康的医生", ["qinghe-health", "changle-health"]),
    ],
)
def test_what_is_counted_in_a_figure_of_two_companies_is_compared(
    sample_store: Store, query: str, companies: list[str]
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("compare", *companies)
    assert all(".doctors@" in hit.entry.fact for hit in found.hits)


@pytest.mark.parametrize(
    "query", ["长乐健康和小满健康哪个增长快", "Changle Health vs Xiaoman Health growth"]
)
def test_the_growth_of_two_companies_stands_side_by_side(sample_store: Store, query: str) -> None:
    lines = find(sample_store, query)[0].verdict.remark.en.split("\n")
    assert [line.rpartition(" ")[2] for line in lines[1:]] == ["(reported)", "(reported)"]
    assert [line.partition(":")[0] for line in lines[1:]] == ["Changle Health", "Xiaoman Health"]


@pytest.mark.parametrize("word", ["policies", "policy", "rules", "regulations"])
def test_a_phrase_that_ends_in_a_word_for_policies_lists_those_with_the_subject(
    sample_store: Store, word: str
) -> None:
    hit = find(sample_store, f"electronic prescriptions {word}")[0]
    assert hit.entry.kind == "policy"
    assert hit.verdict.remark.en == "1 policy mentioning “electronic prescriptions”"


@pytest.mark.parametrize(
    "query",
    [
        *("2023年出台了哪些政策", "2023年发布了什么文件", "2023年印发了哪些文件"),
        *("which documents were issued in 2023", "which policies were published in 2023"),
    ],
)
def test_what_was_issued_in_a_year_is_a_list_of_policies(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--since", "2023", "--until", "2023")
    assert {hit.entry.kind for hit in found.hits} == {"policy"}
    assert all(hit.match == "exact" for hit in found.hits)


@pytest.mark.parametrize(
    "query",
    [
        "compare users of Changle Health and Qinghe Health",
        "Changle Health users vs Qinghe Health users",
    ],
)
def test_a_comparison_of_a_measure_has_the_figure_of_each(sample_store: Store, query: str) -> None:
    remark = find_all(sample_store, query).hits[0].verdict.remark.en.splitlines()
    assert [line.partition(",")[0] for line in remark[1:3]] == [
        "Changle Health: Annual active users",
        "Qinghe Health: Active users",
    ]
    assert remark[3] == "definitions or periods differ, so sizes cannot be compared directly"


@pytest.mark.parametrize("query", ["how many policies were issued in 2022", "2022年出台了多少政策"])
def test_policies_of_a_year_without_a_figure_are_counted(sample_store: Store, query: str) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("policies", "--since", "2022", "--until", "2022")
    remark = found.hits[0].verdict.remark.en
    assert remark.startswith("2 policies in 2022")
    assert remark.endswith("counted in this briefing; no total is given")


@pytest.mark.parametrize(
    "query", ["how many policies were issued in 2021", "how many national policies in 2022"]
)
def test_a_figure_or_a_narrower_question_is_no_count(sample_store: Store, query: str) -> None:
    remark = find_all(sample_store, query).hits[0].verdict.remark.en
    assert "counted in this briefing" not in remark


def test_a_figure_of_both_times_is_not_missing_for_one(sample_store: Store) -> None:
    hit = find_all(sample_store, "policies issued 2016-2020").hits[0]
    assert "no figure" not in hit.verdict.remark.en


def test_a_company_without_figures_of_two_times_is_not_answered_by_another(
    sample_store: Store,
) -> None:
    first = find(sample_store, "长乐健康签约医生2019比2018")[0]
    assert first.entry.id in ("changle-health",) or first.entry.kind == "gap"
