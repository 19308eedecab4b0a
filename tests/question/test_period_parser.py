"""The period of a query, in every usual notation."""

from __future__ import annotations

import pytest

from tui.question.period_parser import MonthRange, extract_period, extract_span
from tui.question.query_parser import parse_query
from tui.store import Store
from tui.text.periods import parse_period


@pytest.mark.parametrize(
    ("query", "first", "last", "words"),
    [
        ("2022", 202201, 202212, ""),
        ("2022年", 202201, 202212, ""),
        ("２０２２年", 202201, 202212, ""),
        ("市场规模2022", 202201, 202212, "市场规模"),
        ("2022 market size", 202201, 202212, "market size"),
        ("市场 2022 年", 202201, 202212, "市场"),
        ("2022年度市场规模", 202201, 202212, "市场规模"),
        ("2021H1", 202101, 202106, ""),
        ("2021-H2", 202107, 202112, ""),
        ("2021h1 融资", 202101, 202106, "融资"),
        ("2021年上半年", 202101, 202106, ""),
        ("2021下半年融资", 202107, 202112, "融资"),
        ("H1 2021", 202101, 202106, ""),
        ("revenue 1H21", 202101, 202106, "revenue"),
        ("revenue 1H2021", 202101, 202106, "revenue"),
        ("Q1'24 revenue", 202401, 202403, "revenue"),
        ("FY22 revenue", 202201, 202212, "revenue"),
        ("融资 h2 2021", 202107, 202112, "融资"),
        ("2024Q1", 202401, 202403, ""),
        ("2024-Q4", 202410, 202412, ""),
        ("Q1 2024 deals", 202401, 202403, "deals"),
        ("2024年第一季度", 202401, 202403, ""),
        ("2024年一季度融资", 202401, 202403, "融资"),
        ("2023年6月", 202306, 202306, ""),
        ("2023年06月用户", 202306, 202306, "用户"),
        ("2023年12月", 202312, 202312, ""),
        ("2023-06", 202306, 202306, ""),
        ("users 2023-06", 202306, 202306, "users"),
        ("June 2023", 202306, 202306, ""),
        ("plan of 9 November 2022", 202211, 202211, "plan of"),
        ("Nov. 9th, 2022", 202211, 202211, ""),
        ("2022年11月9日 规划", 202211, 202211, "规划"),
        ("2022-11-09", 202211, 202211, ""),
        ("users dec 2023", 202312, 202312, "users"),
        ("market 2020", 202001, 202012, "market"),
        ("decline 2021", 202101, 202112, "decline"),
        ("September 2021 funding", 202109, 202109, "funding"),
        ("2023年底用户", 202312, 202312, "用户"),
        ("users end of 2023", 202312, 202312, "users"),
        ("first half of 2023", 202301, 202306, ""),
        ("funding fourth quarter 2023", 202310, 202312, "funding"),
        ("users 2022 December", 202212, 202212, "users"),
        ("2021 june hospitals", 202106, 202106, "hospitals"),
        ("plan of 2022 November 9", 202211, 202211, "plan of"),
        ("revenue 2021 first half", 202101, 202106, "revenue"),
        ("2024 Jan-Mar funding", 202401, 202403, "funding"),
        ("market size in 2022 may be 309.9", 202201, 202212, "market size in may be 309.9"),
        ("2022 decline", 202201, 202212, "decline"),
        ("growth 2016-2020", 201601, 202012, "growth"),
        ("policies May to October 2023", 202305, 202310, "policies"),
        ("policies between March and July 2023", 202303, 202307, "policies"),
        ("2023年5月到10月的政策", 202305, 202310, "的政策"),
        ("2023年3—7月政策", 202303, 202307, "政策"),
        ("2023年3月至7月政策", 202303, 202307, "政策"),
        ("policies since 2020", 202001, 999912, "policies"),
        ("2020年以来的政策", 202001, 999912, "的政策"),
        ("自2021年起的融资", 202101, 999912, "的融资"),
        ("users since June 2023", 202306, 999912, "users"),
        ("policies after 2020", 202101, 999912, "policies"),
        ("2022年之后的融资", 202301, 999912, "的融资"),
        ("policies before 2019", 0, 201812, "policies"),
        ("2023年6月之前的政策", 0, 202305, "的政策"),
        ("policies until 2020", 0, 202012, "policies"),
        ("2020年前三季度融资", 202001, 202012, "前三季度融资"),
        ("2016年到2020年增速", 201601, 202012, "增速"),
        ("两千零二十二年市场规模", 202201, 202212, "市场规模"),
        ("市场规模 二千零二十二", 202201, 202212, "市场规模"),
        ("兩千零二十三年六月用户", 202306, 202306, "用户"),
        ("贰仟零贰拾贰年市场规模", 202201, 202212, "市场规模"),
        ("一千九百九十八年", 199801, 199812, ""),
        ("两千年融资", 200001, 200012, "融资"),
        ("二千零二十一年上半年", 202101, 202106, ""),
    ],
)
def test_the_period_is_separated_from_the_words(
    sample_store: Store, query: str, first: int, last: int, words: str
) -> None:
    parsed = parse_query(query, sample_store)
    assert parsed.months
    assert parsed.months[:2] == (first, last)
    assert " ".join(parsed.words) == words


@pytest.mark.parametrize(
    "query",
    [
        "",
        "市场规模",
        "医保发〔2019〕47号",
        "医保发[2019]47号",
        "国卫医函（2021）262号",
        "12022",
        "20221",
        "2022.5亿元",
        "2022%",
        "1,2022",
        "1822",
        "3022",
        "90917",
        "两千零二十二亿",
        "两千家",
        "两千 家",
        "一千九百 家",
        "三千零二十二年",
        "十两千零二十二年",
        "H1",
        "上半年",
    ],
)
def test_other_numbers_are_not_periods(sample_store: Store, query: str) -> None:
    assert parse_query(query, sample_store).months is None


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (202401, 202412, "2024"),
        (202405, 202405, "2024-05"),
        (202401, 202405, "2024-01/2024-05"),
        (202401, 202409, "2024-01/2024-09"),
        (202401, 202403, "2024-Q1"),
        (202402, 202404, "2024-02/2024-04"),
        (202407, 202412, "2024-H2"),
        (202404, 202409, "2024-04/2024-09"),
        (202201, 202412, "2022/2024"),
        (202211, 202402, "2022-11/2024-02"),
    ],
)
def test_months_are_written_as_the_period_that_they_are(first: int, last: int, period: str) -> None:
    months = MonthRange(first, last)
    assert months.period() == period
    parsed = parse_period(period)
    assert (parsed.first, parsed.last) == (divmod(first, 100), divmod(last, 100))


@pytest.mark.parametrize(
    ("text", "first", "last", "rest"),
    [
        ("growth 2020 2022", 202001, 202212, "growth"),
        ("growth 2022 2020", 202001, 202212, "growth"),
        ("市场规模 2020年 2022年 增长", 202001, 202212, "市场规模 增长"),
        ("revenue growth H1 2020 H1 2021", 202001, 202106, "revenue growth"),
    ],
)
def test_two_periods_side_by_side_are_a_span(text: str, first: int, last: int, rest: str) -> None:
    found = extract_span(text)
    assert found is not None
    assert (found[0], " ".join(found[1].split())) == (MonthRange(first, last), rest)


@pytest.mark.parametrize("text", ["growth 2020", "growth 2016 2020 2022", "2020 growth 2022"])
def test_periods_that_are_not_two_side_by_side_are_no_span(text: str) -> None:
    assert extract_span(text) is None


def test_a_number_after_a_year_with_its_word_is_no_part_of_it() -> None:
    assert extract_period("2022年60岁以上患者占比")[0] == MonthRange(202201, 202212)


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("2023年全年融资", "2023年融资"),
        ("2024年一季度融资比2023年的全年", "2024年一季度融资比2023年"),
        ("融资2023一整年", "融资2023年"),
        ("funding Q1 2024 vs all of 2023", "funding q1 2024 vs 2023"),
        ("funding of the whole of 2023", "funding of 2023"),
        ("full-year 2023 funding", "2023 funding"),
        ("2023 full year funding", "2023 funding"),
        ("funding in 2023 as a whole", "funding in 2023"),
        ("full-time doctors 2021", "full-time doctors 2021"),
        ("融资全年", "融资全年"),
    ],
)
def test_words_for_all_of_a_year_are_no_words_of_a_query(
    query: str, same: str, sample_store: Store
) -> None:
    assert parse_query(query, sample_store)[:4] == parse_query(same, sample_store)[:4]
