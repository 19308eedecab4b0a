"""Whose figure a document prints, and the measure that it belongs to.

The documents are invented.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.check.context import CheckContext
from tui.edit.acceptance import known_name
from tui.edit.figure_finder import find_figures
from tui.edit.frequent_names import frequent_names
from tui.edit.likely_home import HomeFinder, LikelyHome
from tui.edit.source_text import SourceText
from tui.load import load_content

_NAMES = ("长乐健康", "青禾健康")


def origin(text: str) -> str:
    """Whose the first figure of a text is."""
    return next(find_figures(SourceText(text, "2024-03-20"), names=_NAMES)).via


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a company's own reports, with the company that the paragraph names
        ("长乐健康在三地设点。招股书显示，2023年营收9亿元。", "长乐健康招股书"),
        ("财报显示，2023年长乐健康营收9亿元。", "长乐健康财报"),
        ("长乐健康2023年年报披露，营收9亿元。", "长乐健康2023年年报"),
        ("年报显示，2023年松桥医疗营收9亿元。", "公司年报"),
        ("长乐健康在三地设点。\n公告显示，2023年营收9亿元。", "长乐健康公告"),
        ("长乐健康在公告中表示，2023年营收9亿元。", "长乐健康公告"),
        ("据其半年报，2023年营收9亿元。", "公司半年报"),
        ("青禾健康在扩张。长乐健康财报显示，毛利为正；2023年营收9亿元。", "长乐健康财报"),
        # organizations, by their name alone
        ("根据望川研究院发布的第5次《线上诊疗统计报告》，2023年有3亿人。", "望川研究院"),
        ("《线上诊疗蓝皮书》显示，2023年有3亿人。", "《线上诊疗蓝皮书》"),
        ("望川研究院的报告显示，2022年市场在增长。其中，2023年有3亿人。", "望川研究院"),
        (
            "According to Wangchuan & Partners, 3 million people came in 2023.",
            "Wangchuan & Partners",
        ),
        ("Analysts at Wangchuan Securities see 3 million people in 2025.", "Wangchuan Securities"),
        # phrases that name nobody
        ("三家平台根据自身优势，2023年投入3亿元。", ""),
        ("依据各地情况，2023年投入3亿元。", ""),
        ("据不完全统计，2023年有3亿人。", ""),
        ("We expect 3 million people in 2025.", ""),
        ("We estimate that 3 million people came in 2023.", ""),
        ("It forecasts 3 million people in 2025.", ""),
        ("Our analysts project 3 million people in 2025.", ""),
        ("我们预计2025年达到3亿人。", ""),
        ("其预计2025年达到3亿人。", ""),
        ("据它们统计，2023年有3亿人。", ""),
        # credit lines: who compiled them, other fields, and a line that ends beyond reach
        ("2023年有3亿人。\n资料来源：望川研究院、松涛网整理\n", "望川研究院"),
        ("2023年有3亿人。\n资料来源：松涛网整理\n", ""),
        ("2023年有3亿人。\n来源：望川研究院  作者：林越\n", "望川研究院"),
        ("2023年有3亿人。\n下图为趋势（数据来源于：望川研究院）：\n", "望川研究院"),
        (f"2023年有3亿人。{'它也在增长，' * 25}没有停。\n资料来源：望川研究院\n", "望川研究院"),
        # not over a heading, and not over a paragraph that cites somebody else
        ("2023年有3亿人。\n二、政策\n资料来源：望川研究院\n", ""),
        ("2023年有3亿人。\n据松涛咨询统计，药店在增加。\n资料来源：望川研究院\n", ""),
    ],
)
def test_the_origin_is_the_organization_or_report_that_is_cited(text: str, expected: str) -> None:
    assert origin(text) == expected


def test_a_name_is_not_cut_where_a_credit_line_is_far(sample: Path) -> None:
    text = "".join(f"{'走势平稳，' * 30}没有停。\n资料来源：望川天下整理\n" for _ in range(3))
    found = {name for _, name in frequent_names(SourceText(text))}
    assert not {name for name in found if name.startswith("望川天下整")}


@pytest.fixture(scope="module")
def context(sample: Path) -> CheckContext:
    return CheckContext(load_content(sample), None)


def test_a_report_has_its_english_where_that_of_the_company_is_known(
    context: CheckContext,
) -> None:
    for name, english in (
        ("长乐健康招股书", "Changle Health's prospectus"),
        ("长乐健康2023年年报", "Changle Health's 2023 annual report"),
        ("公司半年报", "the company's half-year report"),
    ):
        found = known_name(context, name)
        assert found is not None
        assert (found.zh, found.en) == (name, english)
    assert known_name(context, "松桥医疗招股书") is None


@pytest.mark.parametrize("word", ["千万级别", "千万量级", "千万级"])
def test_an_order_of_magnitude_is_no_lower_limit(word: str) -> None:
    figure = next(find_figures(SourceText(f"2021年用户达到{word}。", "2022-08-15")))
    assert figure.comparator == "~~"


def homes(context: CheckContext, text: str) -> list[list[LikelyHome]]:
    """The homes of each figure of a text."""
    document, finder = SourceText(text, "2024-03-20"), HomeFinder(context)
    return [finder.homes(document, figure) for figure in find_figures(document)]


def _first(context: CheckContext, text: str) -> str:
    """The likely home of the last figure of a text."""
    return next((one.reference for one in homes(context, text)[-1]), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the clause names, not what the company alone may be
        ("长乐健康2023年营收9亿元。", "changle-health.revenue"),
        ("长乐健康2023年营收9亿元，研发费用1亿元。", ""),
        ("长乐健康2023年药品业务收入9亿元。", ""),
        # figures of companies are none of the industry
        ("2023年线上问诊市场规模为118亿元。", "consultation-market"),
        ("2023年公司的患者人数达300万人。", ""),
        ("2023年在线患者人数达300万人。", "online-patients"),
        ("2023年宠物医疗患者人数达300万人。", ""),
        # a growth belongs to the measure that its paragraph has named last
        ("2023年线上问诊市场规模为118亿元，同比增长12%。", "consultation-market"),
        ("长乐健康2023年营收9亿元；不含药品，同比增长12%。", "changle-health.revenue"),
        ("松桥医疗2023年营收9亿元，同比增长12%。", ""),
        # in English
        ("Changle Health had revenue of RMB 900 million in 2023.", "changle-health.revenue"),
        ("Changle Health had expenses of RMB 900 million in 2023.", ""),
        ("Songqiao Medical had revenue of RMB 900 million in 2023.", ""),
        ("The online-consultation market size was RMB 900 million.", "consultation-market"),
    ],
)
def test_a_home_is_named_by_the_words_before_the_figure(
    context: CheckContext, text: str, expected: str
) -> None:
    assert _first(context, text) == expected


def test_a_growth_that_the_record_has_is_known_and_another_is_a_rival(
    context: CheckContext,
) -> None:
    text = "长乐健康2022年上半年总收入同比增长{}％。"
    ((same, *_),) = homes(context, text.format("55.4"))
    ((other, *_),) = homes(context, text.format("57"))
    assert same.known
    assert not other.known
    assert other.rivals == ("changle-health.revenue#growth-2022-h1 55.4%",)
