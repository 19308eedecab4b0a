"""No text breaks the finders, and what they find is in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.edit.claim_finder import find_claims
from tui.edit.figure_finder import find_figures
from tui.edit.name_finder import find_names, find_policies
from tui.edit.shortest_quote import shortest_quote
from tui.edit.source_text import SourceText
from tui.load import Content, load_content
from tui.text.periods import parse_period
from tui.text.quote_selector import find_quote
from tui.text.units import ISO_CURRENCIES, UNITS

_SPOKEN = (
    "1900年 2023年 2099年 2022 今年 去年同期 为 上半年 一季度 6月 1-5月 半年报 目前 次年 "
    "近十二年 过去99个月 截至 末 从 由 到 至 、 和 3亿 万亿元 12% 9.8 百分点 两成 -5 7,055 "
    "两 千 万 亿级别 家 人 增长 同比 复合增长率 占比 增速回落 较 比 预计 有望 超 约 左右 多 "
    "《关于问诊的通知》 卫发〔2021〕9号 市卫生局印发 长乐健康 白杨资本等机构 据协会统计，"
)
_SIGNS = ("来源：", "。", "，", "；", "\n", "<p>", "</p>", "<br>", "（", "）", " ", "\u200b", "𠀀")
_WORDS = (*_SPOKEN.split(), *_SIGNS)
_TEXTS = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=3)), max_size=25).map("".join)
_DATES = st.sampled_from(["", "1900", "2023", "2023-01", "2023-06-30"])


@pytest.fixture(scope="module")
def content(sample: Path) -> Content:
    return load_content(sample)


@given(text=_TEXTS, date=_DATES)
@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_found_is_in_the_text(content: Content, text: str, date: str) -> None:
    document = SourceText(text, date)
    for figure in find_figures(document):
        assert 0 <= figure.start < figure.end <= len(document.text)
        unit = figure.unit
        assert not unit or unit in UNITS or unit.split()[0] in ISO_CURRENCIES
        if figure.period:
            parse_period(figure.period)
        _check_quote(document, figure.start, figure.end)
    spans = [one[:2] for one in find_policies(document, content)]
    spans += [one[:2] for one in find_names(document, content)]
    spans += [one[:2] for one in find_claims(document)]
    for start, end in spans:
        assert 0 <= start < end <= len(document.text)
        assert document.line(start) >= 1
        _check_quote(document, start, end)


def _check_quote(document: SourceText, start: int, end: int) -> None:
    quote = shortest_quote(document, start, end)
    assert len(quote.exact) <= 40
    assert max(len(quote.prefix), len(quote.suffix)) <= 40
    assert find_quote(document.text, *quote)
    assert quote.exact.strip()
