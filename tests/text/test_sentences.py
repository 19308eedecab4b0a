"""Sentences, and long texts in short paragraphs of them."""

from __future__ import annotations

import pytest

from tui.text.language import Language
from tui.text.sentences import short_paragraphs

_LONG_EN = (
    "Active users came to 8.5 million in 2023, according to a yearbook that names no source. "
    "Few. "
    "The profile of Qinghe Co. Ltd. says that it is committed to a platform (for all hours) with "
    "doctors of its own, at home and abroad. Revenue grew by 12.5% to CNY 1.36 billion in the "
    "first half of 2022; the margin fell, mainly because much of the advice was free. So it says."
)
_LONG_ZH = (
    "2023年活跃用户850万，出自一份没有注明来源的年鉴，年鉴没有说明“活跃”一词是怎样定义的，也没有说明统计的月份和范围。"
    "公司简介称，青禾健康致力于打造“全天候的平台。”它的医生都是自有的，在国内外都有，白天和夜里都能问诊，不限科室。"
    "2022年上半年总收入13.6亿元，同比增长12.5%；毛利率下降，主要是因为大部分咨询是免费的，药品的价格也更低。"
)


def test_a_long_text_is_short_paragraphs_of_whole_sentences() -> None:
    paragraphs = short_paragraphs(_LONG_EN, "en")
    assert " ".join(paragraphs) == _LONG_EN
    assert [each.split()[0] for each in paragraphs] == ["Active", "Few.", "Revenue"]
    assert paragraphs[-1].endswith("So it says.")
    chinese = short_paragraphs(_LONG_ZH, "zh")
    assert "".join(chinese) == _LONG_ZH
    assert len(chinese) == 3
    assert all(each.endswith("。") for each in chinese)


@pytest.mark.parametrize(("text", "language"), [(_LONG_EN[:270], "en"), (_LONG_ZH[:130], "zh")])
def test_a_text_that_is_not_long_is_one_paragraph(text: str, language: Language) -> None:
    assert short_paragraphs(text, language) == [text]
