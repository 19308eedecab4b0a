"""A query is divided into the terms of the briefing, and what it asks is recognized."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.question.query_parser import parse_query
from tui.question.reader import Question, read_question
from tui.store import Store, open_store


def _texts(question: Question) -> list[str]:
    return [part.text for part in question.parts]


@pytest.mark.parametrize(
    ("query", "parts", "asks"),
    [
        ("长乐健康有多少医生？", ["长乐健康", "医生"], {"amount"}),
        ("how many doctors does Changle Health have", ["doctors", "changle health"], {"count"}),
        ("为什么会有价格战", ["价格战"], {"reason"}),
        ("what is an e-prescription", ["e prescription"], {"meaning"}),
        ("线上问诊市场规模增长了多少", ["线上问诊市场规模"], {"rate"}),
        ("谁投资了青禾健康", ["投资", "青禾健康"], {"person"}),
        ("小满健康 A轮", ["小满健康", "a轮"], set()),
        ("money raised by Qinghe Health", ["money raised", "qinghe health"], {"money"}),
        ("患者 占", ["患者"], {"share"}),
        ("长乐健康 大药房", ["长乐健康大药房"], set()),
        ("长乐健康在医疗上的营收", ["长乐健康", "医疗", "营收"], set()),
        ("长乐健康是什么时候成立的", ["长乐健康"], {"date"}),
        ("长乐健康的用户从哪里来", ["长乐健康", "用户"], {"origin"}),
        ("国医署发12号文", ["国医署", "12号"], set()),
    ],
)
def test_names_concepts_and_questions_are_told_apart(
    sample_store: Store, query: str, parts: list[str], asks: set[str]
) -> None:
    question = read_question(sample_store, query)
    assert [text for text in parts if text in _texts(question)] == parts
    assert asks <= question.asks


@pytest.mark.parametrize("query", ["长乐建康", "changle健康", "changlejiankang"])
def test_a_name_is_recognized_as_it_sounds(sample_store: Store, query: str) -> None:
    (part,) = read_question(sample_store, query).parts
    (record,) = sample_store.indexed_records(part.names)
    assert record.id == "changle-health"


@pytest.mark.parametrize(
    "query", ["percent growth of revenue", "营业收入增长百分之几", "营业收入翻了几倍"]
)
def test_growth_in_percent_is_no_share(sample_store: Store, query: str) -> None:
    assert read_question(sample_store, query).asks == {"rate"}


def test_words_of_one_meaning_have_one_concept(sample_store: Store) -> None:
    marks = {
        read_question(sample_store, query).parts[0].concepts
        for query in ("营收", "流水", "revenue", "turnover", "yingshou", "Sales", "營收")
    }
    assert marks == {("~revenue",)}


def test_a_name_that_the_briefing_lacks_is_not_taken_for_a_concept_within_it(
    sample_store: Store,
) -> None:
    question = read_question(sample_store, "好大夫的收入")
    assert "好大夫" in _texts(question)
    assert "大夫" not in _texts(question)


@pytest.mark.parametrize(
    ("query", "typed", "used"),
    [
        ("Changle Helath", "helath", "health"),
        ("qinghe healt", "", ""),
        ("perscription", "perscription", "prescription"),
        ("chanle revenue", "chanle", "changle"),
    ],
)
def test_only_a_word_that_the_briefing_lacks_is_corrected(
    sample_store: Store, query: str, typed: str, used: str
) -> None:
    corrected = read_question(sample_store, query).corrected
    assert corrected == (((typed, used),) if typed else ())


@pytest.mark.parametrize(
    "query", ["changlehealth", "changlehealth revenue", "Changle health", "ChangleHealth doctors"]
)
def test_a_name_without_its_spaces_is_the_name(sample_store: Store, query: str) -> None:
    part = read_question(sample_store, query).parts[0]
    assert part.text == "changle health"
    assert [each.id for each in sample_store.indexed_records(part.names)] == ["changle-health"]


@pytest.mark.parametrize(
    ("query", "typed", "used"),
    [
        ("长乐健健康 营收", "长乐健健康", "长乐健康"),
        ("长乐健声的营收", "长乐健声", "长乐健康"),
        ("长乐好大夫有多少用户", "长乐好大夫", "长乐好医生"),
        ("长乐好车主 营收", "", ""),
        ("长乐医生", "", ""),
        ("长乐营收", "", ""),
    ],
)
def test_a_name_with_a_wrong_part_is_corrected(
    sample_copy: Path, environment: Mapping[str, str], query: str, typed: str, used: str
) -> None:
    company = sample_copy / "players" / "changle-health.toml"
    text = company.read_text("utf-8")
    company.write_text(text.replace('aliases = ["', 'aliases = ["长乐好医生", "', 1), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        question = read_question(store, query)
    assert question.corrected == (((typed, used),) if typed else ())
    assert not typed or question.parts[0].text == used


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("云杉医生的收入", ["云杉医生", "收入"]),
        ("对比云杉医生与长乐健康的收入", ["云杉医生", "长乐健康", "收入"]),
        ("医生的收入", ["医生的收入"]),
    ],
)
def test_a_name_wins_over_a_related_word_that_begins_within_it(
    sample_copy: Path, environment: Mapping[str, str], query: str, parts: list[str]
) -> None:
    concepts = sample_copy / "concepts.toml"
    pay = '[[concepts]]\nid = "pay"\nzh = ["薪酬"]\nen = ["salary"]\nrelated = ["医生的收入"]\n'
    concepts.write_text(f"{concepts.read_text('utf-8')}\n{pay}", "utf-8")
    group = sample_copy / "players" / "yunshan-net.toml"
    group.write_text(group.read_text("utf-8").replace("role =", 'aliases = ["云杉"]\nrole =', 1))
    with open_store(str(sample_copy), environment) as store:
        assert _texts(read_question(store, query)) == parts


def test_a_query_of_question_words_is_a_search_for_them(sample_store: Store) -> None:
    question = read_question(sample_store, "预测")
    assert _texts(question) == ["预测"]
    assert question.only_asks


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("CNY 13.6bn", "cny 13.6 billion"),
        ("RMB13.6bn", "rmb 13.6 billion"),
        ("RMB13.6 billion", "rmb 13.6 billion"),
        ("200m yuan", "200 million yuan"),
        ("2.5B revenue", "2.5 billion revenue"),
        ("1tn", "1 trillion"),
        ("450k users", "450000 users"),
        ("1.6k hospitals", "1600 hospitals"),
        ("revenue 9m", "revenue 9m"),
        ("b2b", "b2b"),
        ("grade 3a", "grade 3a"),
    ],
)
def test_an_abbreviated_power_is_read_as_its_word(
    sample_store: Store, typed: str, read: str
) -> None:
    assert parse_query(typed, sample_store).plain == read


@pytest.mark.parametrize(
    ("text", "figure", "power"),
    [
        ("1360000000", "13.6", "亿"),
        ("1,360,000,000元", "13.6", "亿"),
        ("1360000001", "1360000001", ""),
        ("600763", "600763", ""),  # may be a ticker
        ("12.092 billion", "120.92", "亿"),
        ("CNY 12.092bn", "120.92", "亿"),
        ("364 million", "3.64", "亿"),
        ("1.62 million", "162", "万"),
        ("5.587 trillion yuan", "5.587", "万亿"),
        ("market size 12.092 billion", "", ""),
    ],
)
def test_a_number_in_english_powers_is_a_figure_in_the_unit_of_the_content(
    sample_store: Store, text: str, figure: str, power: str
) -> None:
    query = parse_query(text, sample_store)
    assert (query.figure, query.power) == (figure, power)


@pytest.mark.parametrize(
    ("query", "period"),
    [
        ("21年融资", "2021"),
        ("融资 21年", "2021"),
        ("21年上半年融资", "2021-H1"),
        ("医疗支出 30年", "2030"),
        ("30年医疗支出", "2030"),
        ("33年医疗支出", None),
        ("近20年融资", None),
        ("20年来的融资", None),
        ("20年发展", None),
        ("121年融资", None),
    ],
)
def test_a_year_without_its_century_is_a_year(
    sample_store: Store, query: str, period: str | None
) -> None:
    months = read_question(sample_store, query).query.months
    assert (months and months.period()) == period


@pytest.mark.parametrize(
    ("query", "is_dropped"),
    [
        ("在线患者有两千多万", True),
        ("3千万多在线患者", False),  # as is one in that range
        ("在线患者超过6千万了吗", True),
        ("在线患者有2100万吗", False),  # a figure of the briefing
        ("在线患者什么时候超过三千多万", False),
        ("在线患者 5000万", False),
        ("三千多万", False),
    ],
)
def test_a_round_amount_is_no_condition(sample_store: Store, query: str, is_dropped: bool) -> None:
    plain = read_question(sample_store, query).query.plain
    assert ("万" not in plain) is is_dropped


@pytest.mark.parametrize("query", ["qinghejiankangshouru", "qhjkshouru"])
def test_a_name_and_a_term_in_pinyin_may_be_written_as_one_word(
    sample_store: Store, query: str
) -> None:
    question = read_question(sample_store, query)
    name, term = question.parts
    assert name.names
    assert term.concepts
    assert not question.corrected
    (unknown,) = read_question(sample_store, query.replace("shouru", "zzzqq")).parts
    assert not unknown.names
