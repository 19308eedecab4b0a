"""Why figures differ: the answer has the reasons, of one dispute or of all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.search import find, find_all
from tui.store import Store, open_store

_MARKET = "disagreement-consultation-market"


def _reasons(store: Store, record: str, language: str) -> list[str]:
    sql = f"SELECT reason_{language} FROM disagreements WHERE id = ? AND reason_{language} <> ''"
    return [reason for (reason,) in store.query(sql, (record,))]


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("why do the market figures differ", "en"),
        ("why do market size estimates differ", "en"),
        ("why are there different numbers for the market size", "en"),
        ("线上问诊市场规模为什么说法不一", "zh"),
        ("为什么市场规模数字不一样", "zh"),
        ("为什么各机构市场规模不一样", "zh"),
        ("which market size figure is right", "en"),
        ("which consultation market size is more reliable", "en"),
        ("市场规模哪个数对", "zh"),
        ("线上问诊市场规模哪个更可信", "zh"),
    ],
)
def test_the_reasons_of_a_dispute_are_said(sample_store: Store, query: str, language: str) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.id, hit.match) == (_MARKET, "exact")
    reasons = _reasons(sample_store, _MARKET, language)
    remark = getattr(hit.verdict.remark, language)
    assert reasons
    assert all(reason in remark.split("\n")[at] for at, reason in enumerate(reasons))


def test_a_reason_follows_the_value_and_names_its_source_once(sample_copy: Path) -> None:
    statistic = sample_copy / "statistics" / "consultation-market.toml"
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        sides = store.query(
            "SELECT by_zh, by_en, reason_zh, reason_en FROM disagreements "
            "WHERE id = ? AND reason_zh <> '' ORDER BY side",
            (_MARKET,),
        )
        by_zh, by_en, zh, en = next(iter(sides))
        said = find(store, "why do the market figures differ")[0].verdict.remark
    first_zh, first_en = said.zh.partition("\n")[0], said.en.partition("\n")[0]
    assert first_zh.endswith(f"，{by_zh}：{zh}")
    assert first_en.endswith(f" for 2022, {by_en}: {en}")
    name_zh, name_en = by_zh.rstrip("0123456789 "), by_en.rstrip("0123456789 ")
    text = statistic.read_text("utf-8")
    changed = text.replace(f'"{zh}"', f'"{name_zh}说：{zh}"').replace(
        f'"{en}"', f'"{name_en}: {en}"'
    )
    assert changed != text
    statistic.write_text(changed, "utf-8")
    with open_store(str(sample_copy), {"XDG_CACHE_HOME": str(sample_copy.parent)}) as store:
        said = find(store, "why do the market figures differ")[0].verdict.remark
    assert said.zh.partition("\n")[0].count(name_zh) == 1
    assert said.en.partition("\n")[0].count(name_en) == 1


@pytest.mark.parametrize(
    "query",
    [
        *("why do figures differ", "why are the numbers different", "why do sources disagree"),
        *("why do the documents contradict each other", "why is the data inconsistent"),
        *("为什么数字不一样", "各家口径为什么不一致", "数据为何对不上"),
    ],
)
def test_without_a_subject_all_disputes_are_listed_with_reasons(
    sample_store: Store, query: str
) -> None:
    found = find_all(sample_store, query)
    assert found.command == ("disagreements",)
    assert found.hits[0].entry.id == "where-sources-disagree"
    assert {hit.entry.kind for hit in found.hits[1:]} == {"disagreement"}
    rows = list(sample_store.query("SELECT DISTINCT id FROM disagreements"))
    assert len(found.hits) == len(rows) + 1
    figures = [hit.entry.id for hit in found.hits[1:]]
    remark = found.hits[0].verdict.remark.en
    assert any(
        reason.rstrip(".") in remark
        for record in figures
        for reason in _reasons(sample_store, record, "en")
    )


@pytest.mark.parametrize("query", ["what is the right name", "哪家企业更靠谱"])
def test_what_is_right_without_figures_is_no_dispute(sample_store: Store, query: str) -> None:
    assert find_all(sample_store, query).command != ("disagreements",)


def test_who_disagrees_gets_no_reasons(sample_store: Store) -> None:
    hit = find(sample_store, "who disagrees about the consultation market")[0]
    assert hit.entry.id == _MARKET
    assert not any(
        reason.rstrip(".") in hit.verdict.remark.en
        for reason in _reasons(sample_store, _MARKET, "en")
    )


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("why are the two 2022 figures different", "en"),
        ("which 2022 figure is right", "en"),
        ("两个2022年的数为什么不一样", "zh"),
        ("2022年的数据为什么不一样", "zh"),
    ],
)
def test_a_year_alone_leads_to_its_disputed_figures(
    sample_store: Store, query: str, language: str
) -> None:
    found = find_all(sample_store, query)
    assert (found.hits[0].entry.id, found.hits[0].match) == (_MARKET, "exact")
    reasons = _reasons(sample_store, _MARKET, language)
    assert reasons
    assert all(each in getattr(found.hits[0].verdict.remark, language) for each in reasons)


def test_a_year_without_disputed_figures_leads_to_none(sample_store: Store) -> None:
    hits = find(sample_store, "why are the two 2019 figures different")
    assert not hits or hits[0].entry.id != _MARKET or hits[0].match != "exact"


@pytest.mark.parametrize("query", ["did the market meet the forecast", "预测值后来够到没有"])
def test_a_known_question_on_a_forecast_leads_to_its_dispute(sample_copy: Path, query: str) -> None:
    environ = {"XDG_CACHE_HOME": str(sample_copy.parent)}
    with open_store(str(sample_copy), environ) as store:
        assert find(store, query)[0].entry.id != _MARKET
    questions = sample_copy / "questions" / "readers.toml"
    language = "en" if query.isascii() else "zh"
    text = questions.read_text("utf-8")
    head = f'answer = "{_MARKET}"\n'
    old = re.escape(head) + ".*"
    new, count = re.subn(old, f'{head}{language} = ["{query}"]', text)
    assert count == 1
    questions.write_text(new, "utf-8")
    with open_store(str(sample_copy), environ) as store:
        hit = find(store, query)[0]
    assert (hit.entry.id, hit.match) == (_MARKET, "exact")


@pytest.mark.parametrize(
    "query", ["哪个来源最靠谱", "哪个数据最准", "哪份资料最可信", "哪家的数据最权威"]
)
def test_the_most_reliable_source_is_a_question_for_all_disputes(
    sample_store: Store, query: str
) -> None:
    first, second, *_ = find(sample_store, query)
    assert (first.entry.id, second.entry.kind) == ("where-sources-disagree", "disagreement")
    assert first.verdict.remark.zh.startswith("分歧6条\n")


@pytest.mark.parametrize(
    "query",
    [
        "各机构对问诊市场的说法",
        "各来源怎么说问诊市场",
        "what do the sources say about the consultation market",
        "consultation market by source",
        "how do the sources compare on the consultation market",
    ],
)
def test_what_each_source_says_is_the_disagreement(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.id == "disagreement-consultation-market"


@pytest.mark.parametrize(
    "query", ["what do the sources say about consultations", "各家给出的在线医生数"]
)
def test_a_measure_on_which_sources_agree_is_shown_with_a_remark(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.kind == "statistic"
    assert hit.verdict.remark.en.startswith("no disagreement about ")


@pytest.mark.parametrize("query", ["which sources give the consultation market"])
def test_a_question_for_a_source_is_no_dispute(sample_store: Store, query: str) -> None:
    assert find(sample_store, query)[0].entry.kind != "disagreement"


@pytest.mark.parametrize(
    "query",
    [
        "why do figures of Changle Health active users differ",
        "长乐健康活跃用户数据为什么不一致",
        "长乐健康活跃用户说法不一",
    ],
)
def test_a_figure_of_a_disputed_statement_has_its_disagreement(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query)[0].entry.id == "disagreement-claim-changle-first"
