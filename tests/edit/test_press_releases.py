"""Articles and press releases about companies: periods, tables, forms, quotes and names.

The documents are invented; some are in English, as in a briefing of both languages.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edit.grown_sample import open_session
from tui.check.context import CheckContext
from tui.edit.claim_finder import find_claims
from tui.edit.figure_finder import find_figures
from tui.edit.name_finder import find_names, find_policies
from tui.edit.shortest_quote import shortest_quote
from tui.edit.source_text import SourceText
from tui.load import load_content


def _read(text: str) -> list[str]:
    """Value, unit, period and form of each figure."""
    document = SourceText(text, "2025-03-27")
    return [
        f"{one.value:f}{one.unit}{f'@{one.period}' if one.period else ''} {one.form}"
        for one in find_figures(document)
    ]


RESULTS = """Changle Health today announced its results for the year ended December 31, 2024.
Revenue came to RMB 4.67 billion, down 3.9% from RMB 4.86 billion a year earlier.
In June 2023 it opened a store. Gross margin rose 1.2 percentage points to 33.1%.
As of December 31, 2024, it ran 366 smart pharmacies and had 44.2 million registered users."""


def test_what_a_company_reports_on_is_the_period_of_its_results() -> None:
    assert _read(RESULTS) == [
        "46.7亿元@2024 level",
        "-3.9%@2024 growth",
        "48.6亿元@2023 level",
        "1.2百分点@2024 change",
        "33.1%@2024 level",
        "366家@2024-12 level",
        "4420万人@2024-12 level",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales for the six months ended September 30, 2024 were RMB 3 million.",
         ["300万元@2024-04/2024-09 level"]),
        ("Sales for the quarter ended March 31, 2024 were RMB 3 million.",
         ["300万元@2024-Q1 level"]),
        ("It grew from RMB 1 million in 2020 to RMB 3 million in 2023, a compound annual growth"
         " rate of 44.2%.", ["100万元@2020 level", "300万元@2023 level", "44.2%@2020/2023 cagr"]),
        ("Profit jumped 72.8% in 2023.", ["72.8%@2023 growth"]),
        ("Profit declined by nearly 7% in 2023.", ["-7%@2023 growth"]),
        ("Sales were RMB 3 million in 2023, an increase of 8.6%.",
         ["300万元@2023 level", "8.6%@2023 growth"]),
        ("Drugs accounted for 67.5% of sales in 2023.", ["67.5%@2023 share"]),
        ("By the end of 2023, 400,000 pharmacies had joined.", ["400000家@2023-12 level"]),
        ("The nation had 3 million users. In 2023 it had 4 million users.",
         ["300万人 level", "400万人@2023 level"]),
    ],
)  # fmt: skip
def test_periods_and_forms_in_english(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


def test_what_is_compared_with_is_no_forecast() -> None:
    text = "Online sales will account for 30% of the market by 2027, compared with 22% in 2023."
    assert [(one.status, one.form) for one in find_figures(SourceText(text, "2025-03-27"))] == [
        ("forecast", "share"),
        ("reported", "share"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the report of a company carries over paragraphs, up to a heading
        ("长乐健康发布2024年业绩。\n药品收入3亿元，上年同期为2亿元。",
         ["3亿元@2024 level", "2亿元@2023 level"]),
        ("年报显示，长乐健康营收9亿元。\n毛利率为18%。", ["9亿元@2024 level", "18%@2024 share"]),
        ("长乐健康发布2024年业绩。\n二、行业\n药品收入3亿元。", ["3亿元 level"]),
        ("长乐健康发布2024年业绩。\n全国药品收入3亿元。", ["3亿元 level"]),
        # a year that is only set against the period of the text
        ("2024年营收9亿元，而2023年亏损3亿元。毛利率由32%微降至31%。",
         ["9亿元@2024 level", "-3亿元@2023 level", "32%@2023 level", "31%@2024 level"]),
        ("截至2024年9月30日止六个月，营收9亿元；净利率由6%提升至8%。",
         ["9亿元@2024-04/2024-09 level", "6%@2023-04/2023-09 level", "8%@2024-04/2024-09 level"]),
        ("到2028年渗透率将由2023年的11%升至20%。", ["11%@2023 share", "20%@2028 share"]),
        ("2024年盈利9亿元；上一年同期为亏损3亿元。", ["9亿元@2024 level", "-3亿元@2023 level"]),
    ],
)  # fmt: skip
def test_the_period_of_a_report_is_that_of_its_figures(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "table",
    [
        "Results (RMB million)\n| Item | 2023 | 2024 |\n|---|---|---|\n| Sales | 4,857 | 4,669 |\n",
        "| (RMB million) | | |\n|---|---|---|\n| Item | 2023 | 2024 |\n| Sales | 4,857 | 4,669 |\n",
        "单位：百万元\n| 项目 | 2023年 | 2024年 |\n|---|---|---|\n| 营收 | 4,857 | 4,669 |\n",
        "| 年份 | 营收（百万元） |\n|---|---|\n| 2023 | 4,857 |\n| 2024 | 4,669 |\n",
    ],
)  # fmt: skip
def test_a_table_gives_period_and_unit(table: str) -> None:
    assert _read(f"It announced results for the year ended June 30, 2022.\n\n{table}") == [
        "48.57亿元@2023 level",
        "46.69亿元@2024 level",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Changle Health (HKEX: 09170) reported.",
        "2025年收入增速有望重回两位数。",
        "阅读 1.3万 点赞 268",
        "Results (RMB million)",
    ],
)
def test_codes_and_counters_are_no_figures(text: str) -> None:
    assert _read(text) == []


def test_a_quote_in_english_is_a_clause() -> None:
    document = SourceText(RESULTS, "2025-03-27")
    figures = list(find_figures(document))
    quotes = [shortest_quote(document, one.start, one.end).exact for one in figures]
    assert quotes[0] == "Revenue came to RMB 4.67 billion"
    assert quotes[-1] == "it ran 366 smart pharmacies and had 44.2 million registered users"


@pytest.fixture(scope="module")
def context(sample: Path) -> CheckContext:
    return CheckContext(load_content(sample), None)


def test_names_and_policies_are_found_in_english(context: CheckContext) -> None:
    document = SourceText(
        "Changle Health bought Songqiao Medical Technology. According to Wangchuan & Partners, "
        "Songqiao Medical Technology Ltd. leads.\n"
        "The Measures for the Supervision of Online Clinics, issued by the State Administration "
        "for Health in March 2024, require names. In May 2023 the National Drug Bureau published "
        "the Notice on Further Promoting Remote Care at Pharmacies, which helps.",
        "2025-03-27",
    )
    names = {one.name: one.record for one in find_names(document, context.content)}
    assert names["Changle Health"] == "changle-health"
    assert names["Songqiao Medical Technology"] == names["Wangchuan & Partners"] == ""
    policies = list(find_policies(document, context.content))
    assert [(one.title, one.issuer, one.issued) for one in policies] == [
        (
            "Measures for the Supervision of Online Clinics",
            "State Administration for Health",
            "2024-03",
        ),
        (
            "Notice on Further Promoting Remote Care at Pharmacies",
            "National Drug Bureau",
            "2023-05",
        ),
    ]


def test_offices_issue_policies(context: CheckContext) -> None:
    text = "2022年2月，省卫生厅办公室、省中医药局办公室联合印发《夜间问诊监管细则》。"
    (policy,) = find_policies(SourceText(text, "2025-03-27"), context.content)
    assert (policy.issuer, policy.issued) == ("省卫生厅办公室、省中医药局办公室", "2022-02")


def test_headings_and_bare_attributions_are_no_claims() -> None:
    text = """二、长乐健康：上市以来首次年度盈利

“平台拼的是自身优势和服务深度。”一位不愿具名的券商分析师表示。
“We expect to break even in the second half of next year,” said Li Lei, the chief executive."""
    claims = [text[one.start : one.end] for one in find_claims(SourceText(text))]
    assert claims == [
        "“平台拼的是自身优势和服务深度。”",
        "“We expect to break even in the second half of next year,”",
    ]


def test_a_clause_that_is_quoted_for_one_figure_leaves_its_other_figure_open(
    sample_copy: Path,
) -> None:
    original = sample_copy.parent / "originals" / "herald.txt"
    clause = "In 2024 the sales of Changle Health grew 3.9% from RMB 4.86 billion."
    original.write_text(f"{original.read_text('utf-8')}<p>{clause}</p>\n", "utf-8")
    session = open_session(sample_copy)
    by_text = {one.text: one for one in session.candidates}
    session.add(by_text["3.9%"], "changle-health.revenue")
    states = {one.text: one.state for one in session.candidates}
    assert states["3.9%"] == "used"
    assert states["4.86 billion"] == "open"
