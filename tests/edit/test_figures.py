"""Figures of a document: found, with value, unit, period, status and form as its words say.

The documents are invented.
"""

from __future__ import annotations

import pytest

from tui.edit.figure_finder import FigureCandidate, find_figures
from tui.edit.source_text import SourceText


def figures(text: str, date: str = "2022-08-15") -> list[FigureCandidate]:
    return list(find_figures(SourceText(text, date)))


def summary(one: FigureCandidate) -> str:
    """The figure as ``>8.7万名@2023-12 reported level``."""
    period = f"@{one.period}" if one.period else ""
    return f"{one.comparator}{one.value:f}{one.unit}{period} {one.status} {one.form}"


RESULTS = """蓝湾医疗发布2023年全年业绩：营业收入达48.6亿元，较上年增长12.3%；净亏损收窄至1.2亿元。
截至2023年末，平台注册医生逾8.7万名，签约药店2.1万家。第四季度单季营收13.9亿元，环比增长5.6%。
公司预计2024年营收将增长15%至20%。
据远山咨询统计，2023年数字医疗市场规模约为4,200亿元，2019年至2023年复合年增长率为28.4%。"""


def test_the_figures_of_annual_results() -> None:
    assert [summary(one) for one in figures(RESULTS, "2024-03-20")] == [
        "48.6亿元@2023 reported level",
        "12.3%@2023 reported growth",
        "-1.2亿元@2023 reported level",
        ">8.7万名@2023-12 reported level",
        "2.1万家@2023-12 reported level",
        "13.9亿元@2023-Q4 reported level",
        "5.6%@2023-Q4 reported growth",
        "15%@2024 forecast growth",
        "20%@2024 forecast growth",
        "~4200亿元@2023 reported level",
        "28.4%@2019/2023 reported cagr",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # relative periods, resolved against August 2022
        ("今年上半年营收3亿元", "3亿元@2022-H1 reported level"),
        ("去年营收3亿元", "3亿元@2021 reported level"),
        ("上半年医院新增46家", "46家@2022-H1 reported change"),
        ("截至今年6月，医院突破300家", ">300家@2022-06 reported level"),
        ("目前已有26个省份试点", "26省份@2022-08 reported level"),
        ("近一年来融资16起", "16起@2021-08/2022-08 reported level"),
        ("截至2021年12月31日，过去12个月用户1.7亿", "1.7亿人@2021 reported level"),
        ("半年报显示，目前有药店80家", "80家@2022-06 reported level"),
        ("半年报显示，目前日均收入80万元", "80万元@2022-H1 reported level"),
        ("2021年1-5月融资9起", "9起@2021-01/2021-05 reported level"),
        # words that make it a forecast or an estimate
        ("2021年有望超万亿元", ">1万亿元@2021 forecast level"),
        ("2025年为9亿元", "9亿元@2025 forecast level"),
        ("据估算，2021年有病人90万人", "90万人@2021 estimate level"),
        # qualifiers
        ("2021年药店15000多家", ">15000家@2021 reported level"),
        ("2021年药店近30家", "<30家@2021 reported level"),
        ("2021年药店不少于30家", ">=30家@2021 reported level"),
        ("2021年保持在五千万亩左右", "~5千万亩@2021 reported level"),
        # forms
        ("2021年同比下降3.1%", "-3.1%@2021 reported growth"),
        ("2021年占全部人口的18.7%", "18.7%@2021 reported share"),
        ("2021年毛利率提升1.8个百分点", "1.8百分点@2021 reported change"),
        ("2021年增速较上年回落8.2个百分点", "-8.2百分点@2021 reported growth_change"),
        ("2021年6月有3亿人，较2020年12月增长162万人", None),
    ],
)
def test_a_wording_is_understood(text: str, expected: str | None) -> None:
    last = summary(figures(text + "。")[-1])
    assert last == (expected or "162万人@2020-12/2021-06 reported change")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the years of a range, one for each figure
        ("2019-2021年蓝湾营收分别为1.5亿、2亿和3亿", ["1.5亿元@2019", "2亿元@2020", "3亿元@2021"]),
        ("2020—2021财年分别亏损4亿元和3亿", ["-4亿元@FY2020", "-3亿元@FY2021"]),
        ("2019-2021年营收合计6亿", ["6亿元@2019/2021"]),
        # fiscal years, parts of years, months
        ("2021财年总收入9亿", ["9亿元@FY2021"]),
        ("去年前三季度融资31起，金额6亿", ["31起@2021-01/2021-09", "6亿元@2021-01/2021-09"]),
        ("2021年前三季度收入6亿", ["6亿元@2021-01/2021-09"]),
        ("2021年前8个月收入6亿", ["6亿元@2021-01/2021-08"]),
        ("上个月有药店30家", ["30家@2022-07"]),
        # a figure that is compared with keeps its own period
        ("2021年收入为9亿，较2020年的7亿大涨", ["9亿元@2021", "7亿元@2020"]),
        ("员工已从去年的400名降至300名", ["400名@2021", "300名@2022-08"]),
        # years to come
        ("预计未来五年规模将达9亿元", ["9亿元@2027"]),
        ("预计未来三年年均复合增长率为12%", ["12%@2022/2025"]),
        # the period of a report that nobody names stays open
        ("截至报告期内，业务已经覆盖30家医院", ["30家"]),
    ],
)
def test_a_period_is_that_of_its_words(text: str, expected: list[str]) -> None:
    found = figures(text + "。")
    assert [
        f"{one.value:f}{one.unit}" + (f"@{one.period}" if one.period else "") for one in found
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("蓝湾医生和远山医生的营收分别高达96亿和68.7亿", ["亿元", "亿元"]),
        ("蓝湾医院融资总额428亿", ["亿元"]),
        ("接入超过78家医院和27万注册医师", ["家", "万名"]),
        ("2021年蓝湾总营收为194亿；远山医生也高达96亿", ["亿元", "亿元"]),
        ("销售费用同比增长62.6%至11亿", ["%", "亿元"]),
        ("月付费用户为250万", ["万人"]),
        ("蓝湾完成9轮融资", [""]),
    ],
)
def test_a_unit_that_is_not_printed_is_guessed_by_the_noun(text: str, expected: list[str]) -> None:
    found = list(find_figures(SourceText(f"{text}。"), names=["蓝湾医生", "远山医生", "蓝湾医院"]))
    assert [one.unit for one in found] == expected
    assert all(one.unit_is_guessed for one in found if one.unit != "%" and one.unit != "家")


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("2021年股价大幅下挫近70%", "growth", "-70"),
        ("2021年用户激增60%", "growth", "60"),
        ("2021年费用增长20%至9亿元", "level", "9"),
    ],
)
def test_a_fall_or_rise_is_a_growth(text: str, form: str, value: str) -> None:
    last = figures(text + "。")[-1]
    assert (last.form, f"{last.value:f}") == (form, value)


def test_lists_are_matched_by_rank() -> None:
    found = figures("2020、2021年投入分别为3.2亿元和4.1亿元，预计2025年和2030年将达到9%和12%。")
    assert [one.period for one in found] == ["2020", "2021", "2025", "2030"]


def test_the_ends_of_a_range_of_years_belong_to_the_ends_of_a_rise() -> None:
    found = figures("2018年到2021年规模从77亿元增长到了122亿元。")
    assert [one.period for one in found] == ["2018", "2021"]


def test_the_same_period_of_last_year_is_resolved_where_it_has_a_value() -> None:
    found = figures("上半年医院312家。去年同期为266家。")
    assert [one.period for one in found] == ["2022-06", "2021-06"]


@pytest.mark.parametrize(
    "text",
    [
        "2022年8月15日09:31发布",
        "咨询热线400-000-0000",
        "青禾健康（90917）上市",
        "第七次普查，60岁以上",
        "评论 2730 浏览 15 收藏",
        "见《2021年报告》",
        "https://example.org/2021/3000",
        "每千人口的第三方",
        "三大平台与两座大山",
        "连续三年下滑，十倍于对手",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_the_origin_is_named_in_the_sentence_or_in_the_credit_line() -> None:
    assert figures("据远山咨询统计，2021年有3亿人。")[0].via == "远山咨询"
    assert figures("2021年有3亿人。\n数据来源：望川研究院\n")[0].via == "望川研究院"
    assert figures("数据显示，2021年有3亿人。")[0].via == ""
    assert figures("望川咨询的报告显示，2021年有3亿人。")[0].via == "望川咨询"
    assert figures("情况类似，望川预计2025年有3亿人。")[0].via == "望川"
    assert figures("据远山网、望川科技等多家媒体报道，有3亿人。")[0].via == "远山网、望川科技"
    assert figures("市场规模预计将在2025年达到3亿元。")[0].via == ""


def test_a_period_is_carried_within_the_paragraph_only() -> None:
    assert figures("2021年很好。收入3亿元。")[0].period == "2021"
    assert figures("2021年很好。\n收入3亿元。")[0].period == ""


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("不超过", "<="),
        ("至多", "<="),
        ("不高于", "<="),
        ("超过", ">"),
        ("至少", ">="),
        ("不到", "<"),
    ],
)
def test_the_words_before_a_number_in_chinese_are_its_comparator(
    words: str, comparator: str
) -> None:
    (figure,) = figures(f"2021年投入{words}30亿元。")
    assert figure.comparator == comparator
