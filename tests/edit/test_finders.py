"""Quotes, names, claims and homes of candidates, on the sample briefing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.check.context import CheckContext
from tui.edit.claim_finder import find_claims
from tui.edit.figure_finder import find_figures
from tui.edit.likely_home import HomeFinder
from tui.edit.name_finder import find_names, find_policies
from tui.edit.shortest_quote import shortest_quote, statement_span
from tui.edit.source_text import SourceText
from tui.load import load_content
from tui.text.quote_selector import find_quote

DOCUMENT = """<p>2024年3月，长乐健康与白杨资本、北岭创投等机构宣布合作。</p>
<p>2023年线上问诊市场规模为118亿元，2022年为97亿元。长乐健康2023年总收入30亿元。</p>
<p>市卫生局2024年2月印发《关于规范夜间问诊的通知》（卫发〔2024〕3号），2021年曾发布《关于线上问诊试行医保支付的通知》。</p>
<p>业内认为，信任是最大的瓶颈。未来几年价格战有望结束。今天天气很好，大家都来了。</p>"""


@pytest.fixture(scope="module")
def context(sample: Path) -> CheckContext:
    return CheckContext(load_content(sample), None)


@pytest.fixture(scope="module")
def document() -> SourceText:
    return SourceText(DOCUMENT, "2024-03-20")


def test_lines_are_those_of_the_file_with_its_tags(document: SourceText) -> None:
    assert [document.line(one.start) for one in find_figures(document)] == [2, 2, 2]


def test_a_quote_is_unique_short_and_verbatim(document: SourceText) -> None:
    for figure in find_figures(document):
        quote = shortest_quote(document, figure.start, figure.end)
        assert len(quote.exact) <= 40
        assert len(find_quote(document.text, *quote)) == 1
        assert document.text[figure.start : figure.end] in quote.exact


def test_a_quote_of_an_ambiguous_figure_has_context() -> None:
    text = "甲的收入为3亿元。乙的收入为3亿元。"
    document = SourceText(text)
    first, second = (shortest_quote(document, one.start, one.end) for one in find_figures(document))
    assert first != second
    assert find_quote(text, *second) == [text.rindex(second.exact)]


def test_a_quote_does_not_cut_a_number() -> None:
    document = SourceText("全年实现的累计营业收入总额约为人民币计算的数额共1234.56亿元，很多。")
    (figure,) = find_figures(document)
    assert "1234.56亿元" in shortest_quote(document, figure.start, figure.end).exact


def test_a_policy_has_number_issuer_and_date(document: SourceText, context: CheckContext) -> None:
    new, known = find_policies(document, context.content)
    assert (new.title, new.number, new.issuer, new.issued, new.record) == (
        "关于规范夜间问诊的通知",
        "卫发〔2024〕3号",
        "市卫生局",
        "2024-02",
        "",
    )
    assert known.record == "policy-payment-2021"


def test_names_are_known_or_new(document: SourceText, context: CheckContext) -> None:
    names = {one.name: one.record for one in find_names(document, context.content)}
    assert names["长乐健康"] == "changle-health"
    assert names["白杨资本"] == ""
    assert names["北岭创投"] == ""


def test_claims_are_forecasts_and_judgments(document: SourceText) -> None:
    claims = list(find_claims(document))
    assert [(document.text[one.start : one.end], one.forecasts) for one in claims] == [
        ("业内认为，信任是最大的瓶颈。", False),
        ("未来几年价格战有望结束。", True),
    ]


def test_a_figure_goes_to_the_measure_of_that_name_and_unit(
    document: SourceText, context: CheckContext
) -> None:
    finder = HomeFinder(context)
    new, rival, revenue = (finder.homes(document, figure)[0] for figure in find_figures(document))
    assert (new.reference, new.rivals) == ("consultation-market", ())
    assert rival.reference == "consultation-market"
    assert rival.rivals == ("consultation-market@2022 130亿元", "consultation-market@2022 100亿元")
    assert not rival.known
    assert revenue.reference == "changle-health.revenue"


ABOUT_ONE_COMPANY = """蓝湾裁员：一家平台的困境
蓝湾正在裁员。去年，蓝湾的用户不再增长。不过，蓝湾已经完成融资，投资者包括红枫中国、北岭创投等重磅股东。
蓝湾营收下降，竞争对手的营收在增长。即便如此，蓝湾仍在扩张。据新港科技报道，蓝湾将上市。
松涛咨询的报告显示，2021年用户有3亿人。"""


def test_the_company_that_a_document_is_about_is_proposed(context: CheckContext) -> None:
    document = SourceText(ABOUT_ONE_COMPANY, "2022-03-07")
    names = {one.name for one in find_names(document, context.content)}
    assert {"蓝湾", "红枫中国", "北岭创投", "松涛咨询"} <= names
    assert not {name for name in names if name.startswith("据")}
    assert not names & {"裁员", "用户", "营收", "融资"}


def test_a_quote_is_not_cut_within_a_clause_or_a_list() -> None:
    text = "蓝湾2019-2021年营收分别为1.5亿、2亿和3亿。蓝湾完成9轮融资。"
    text += "去年蓝湾的销售及营销费用同比增长62.6%至11亿。"
    document = SourceText(text, "2022-03-07")
    quotes = [shortest_quote(document, one.start, one.end).exact for one in find_figures(document)]
    assert quotes == [
        "蓝湾2019-2021年营收分别为1.5亿",
        "蓝湾2019-2021年营收分别为1.5亿、2亿",
        "蓝湾2019-2021年营收分别为1.5亿、2亿和3亿",
        "蓝湾完成9轮融资",
        "去年蓝湾的销售及营销费用同比增长62.6%",
        "去年蓝湾的销售及营销费用同比增长62.6%至11亿",
    ]


def test_a_company_that_a_document_repeats_is_proposed_with_its_count(
    context: CheckContext,
) -> None:
    text = (
        "松桥健康发布年报。去年，松桥健康的营收翻倍。分析师看好松桥健康。松桥健康在三地设点。"
        "慢病医疗在升温。慢病医疗是热点，慢病医疗将扩大。说到慢病医疗，慢病医疗的门槛高，慢病医疗也难。"
        "当年松桥健康为此裁员。松桥健康将上市，投资者追捧松桥健康。据相关部门统计，门店有3万家。"
    )
    text += "长乐健康也是健康管理的先行者，健康档案归长乐健康，健康险也归长乐健康。"
    found = {one.name: one.occurrences for one in find_names(SourceText(text), context.content)}
    assert found == {"松桥健康": 7, "长乐健康": 0}


def test_a_long_claim_is_quoted_by_whole_clauses_with_its_word() -> None:
    long = (
        "各地的平台都在寻找新的增长点，药店也在加快扩张，医院把更多的服务搬到线上，保险公司也在观望"
    )
    for text, expected in (
        (f"业内认为，{long}。", "业内认为，各地的平台都在寻找新的增长点，药店也在加快扩张"),
        (f"{long}，未来五年格局将重写，谁也说不准。", "未来五年格局将重写，谁也说不准"),
    ):
        document = SourceText(text)
        (claim,) = find_claims(document)
        start, end = statement_span(document, claim.start, claim.end, claim.word)
        assert shortest_quote(document, start, end, 0).exact == expected
