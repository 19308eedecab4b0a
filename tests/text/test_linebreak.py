"""Line breaking of Chinese and English text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_breakables

from tui.text.linebreak import break_text
from tui.text.units import UNITS
from tui.text.width import cell_width, fit_index

NEVER_FIRST = "，。、；：！？）》〉」』】〕”’…—·％‰,.;:!?)]}%°℃々ー～／"
NEVER_LAST = "（《〈「『【〔“‘([{￥"


def lines(text: str, width: int, first: int | None = None) -> list[str]:
    return [text[start:end] for start, end in break_text(text, width, first)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        # Closing punctuation stays with the character before it.
        ("互联网医院，互联网诊疗", 10, "互联网医|院，互联网|诊疗"),
        ("线上问诊（复诊等）", 16, "线上问诊（复|诊等）"),
        ("线上的问诊·复诊", 10, "线上的问|诊·复诊"),
        ("在佐々木医院内", 4, "在|佐々|木医|院内"),
        # Opening punctuation goes to the next line.
        ("关于印发《办法》", 10, "关于印发|《办法》"),
        ("所谓的“互联网”", 8, "所谓的|“互联网”"),
        ("单价共计￥1,234", 10, "单价共计|￥1,234"),
        # Dashes and ellipses are not split, and stay with the text before them.
        ("医保支付——转折点", 9, "医保支|付——转|折点"),
        ("问诊开方送药……等等", 13, "问诊开方送|药……等等"),
        # A number keeps its unit, its sign and its separators.
        ("市场规模为3,099亿元", 14, "市场规模为|3,099亿元"),
        ("营收达到38．18亿元", 14, "营收达到|38．18亿元"),
        ("有用户约3.64亿人", 14, "有用户约|3.64亿人"),
        ("用户约有3.64 亿人", 14, "用户约有|3.64 亿人"),
        ("同比增长39.0%", 11, "同比增长|39.0%"),
        ("同比增长39．0％", 13, "同比增长|39．0％"),
        ("截至2022年12月", 8, "截至|2022年|12月"),
        ("发布于2023-12-18", 12, "发布于|2023-12-18"),
        ("占比大＞5%了", 9, "占比大|＞5%了"),
        ("占比为5%-10%", 10, "占比为|5%-10%"),
        ("增长了3.2个百分点", 12, "增长了|3.2个百分点"),
        ("京东健康06618.HK", 14, "京东健康|06618.HK"),
        ("医保发〔2019〕47号文", 14, "医保发|〔2019〕47号文"),
        # English: money, scale words, words with punctuation inside.
        ("It was CNY 309.9 billion", 20, "It was|CNY 309.9 billion"),
        ("over CNY 1 trillion", 16, "over|CNY 1 trillion"),
        ("some 364 million people", 12, "some|364 million|people"),
        ("they don’t e-prescribe", 11, "they don’t|e-prescribe"),
        ("use .NET or -h / -v", 12, "use .NET or|-h / -v"),
        ("no\u00a0break here", 9, "no\u00a0break|here"),
        # A line may end between Chinese and Latin, and at spaces, which are then dropped.
        ("使用AI技术", 6, "使用AI|技术"),
        ("在线 问诊   开方", 9, "在线 问诊|开方"),
        ("“互联网+”医疗服务", 11, "“互联网+”医|疗服务"),
        # Too long for any line: split at spaces, else after punctuation, else anywhere.
        ("CNY 309.9 billion", 10, "CNY 309.9|billion"),
        ("https://www.nhsa.gov.cn/art?id=1", 16, "https://www.|nhsa.gov.cn/art?|id=1"),
        ("otorhinolaryngology", 8, "otorhino|laryngol|ogy"),
        ("——————", 5, "————|——"),
        ("字……", 3, "字|……"),
        # No last line of one character.
        ("互联网医院的服务。", 16, "互联网医院的|服务。"),
        ("线上问诊达3,099次。了", 20, "线上问诊达|3,099次。了"),
        ("达3,099亿元了", 11, "达3,099亿元|了"),
        # Forced breaks, indents, columns of one cell.
        ("", 10, ""),
        ("   ", 10, ""),
        ("一\n\n二\n", 10, "一||二|"),
        ("\u3000\u3000互联网医院", 10, "\u3000\u3000互联网|医院"),
        ("医a保", 1, "医|a|保"),
        ("医 保", 0, "医|保"),
    ],
)
def test_lines_break_by_typographic_rules(text: str, width: int, expected: str) -> None:
    assert lines(text, width) == expected.split("|")


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("互联网医院", 4, "互联|网医院"),
        ("互联网医院内", 9, "互联网医|院内"),
        ("telemedicine now", 6, "|telemedicine|now"),  # fits into the next line
        ("otorhinolaryngology", 6, "otorhi|nolaryngolog|y"),  # fits into no line
        ("互联网", 0, "|互联网"),
        ("医保\n医院", 2, "医|保|医院"),
    ],
)
def test_the_first_line_may_have_another_width(text: str, first: int, expected: str) -> None:
    assert lines(text, 12, first) == expected.split("|")


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit])
def test_every_registered_unit_stays_with_its_number(unit: str) -> None:
    assert lines(f"约1,250{unit}", cell_width(f"1,250{unit}")) == ["约", f"1,250{unit}"]


def test_ambiguous_characters_may_take_two_cells() -> None:
    assert break_text("“医疗”问诊费", 8) == [(0, 5), (5, 7)]
    assert break_text("“医疗”问诊费", 8, ambiguous=2) == [(0, 4), (4, 7)]


# Pieces that fit into a line of 24 cells with any marks around them.
_quantities = st.sampled_from(
    ["3,099亿元", "39.0%", "2022年", "3.64亿人", "-5%", "CNY 1.5 billion", "２０２２年", "12%-15%"]
)
_cores = st.one_of(
    st.sampled_from([*"互联网医疗健康保险"]),
    _quantities,
    st.sampled_from(["AI", "SaaS", "e-health", "COVID-19", "don’t"]),
)
_marked = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", "（", "“", "《", "「“", "("]),
    _cores,
    st.sampled_from(["", "", "", "，", "。", "）", "”。", "》，", "——", "……", ")", "、", "％"]),
    st.sampled_from(["医", "院", " ", "  ", "的 "]),
)
prose = st.lists(_marked, min_size=1, max_size=30).map("".join)
anything = st.lists(
    st.one_of(
        _marked,
        st.sampled_from(
            [*"（《“”’。，—…·+-/.:\"'% 　\u00a0\u200b\u200d\ufe0f\u0301\n⭐👁🏽￥$&=1a２한々"]
        ),
        st.text(max_size=4),
        st.text(alphabet="a/.-—…（。", min_size=8, max_size=40),
    ),
    max_size=20,
).map("".join)


@given(anything, st.integers(1, 40), st.none() | st.integers(-1, 50))
@example("3,099亿元", 1, None)
@example("互 ", 1, 0)
@example("（\n", 1, None)
@example("医0\ufe0f", 1, None)
@example("a\u200d字", 1, None)
@example("—\ufe0f—\ufe0f—\ufe0f", 2, None)
def test_only_spaces_are_dropped_and_no_line_is_too_wide(
    text: str, width: int, first: int | None
) -> None:
    slices = break_text(text, width, first)
    done = 0
    for index, (start, end) in enumerate(slices):
        assert done <= start <= end
        dropped, line = text[done:start], text[start:end]
        assert dropped.replace("\u200b", "").strip() == ""
        assert "\n" not in line
        limit = first if index == 0 and first is not None else width
        alone = width == 1 and cell_width(line) == 2 and fit_index(line, 1) == 0
        assert cell_width(line) <= max(limit, 0) or alone
        done = end
    assert text[done:].replace("\u200b", "").strip() == ""
    assert text.count("\n") < len(slices)


@given(prose, st.integers(24, 60))
@example("互医互医39.0%”。医「“互医", 24)
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_mark(
    text: str, width: int
) -> None:
    slices = break_text(text, width)
    for (_, end), (start, _) in pairwise(slices):
        assert text[start] not in NEVER_FIRST
        assert text[end - 1] not in NEVER_LAST
        assert not text[end - 1].isspace()
        assert not text[start].isspace()


@given(prose, st.integers(24, 60))
def test_quantities_and_words_are_not_split(text: str, width: int) -> None:
    whole = re.compile(
        r"(?:CNY )?-?[0-9０-９][0-9０-９.,]*(?:亿元|亿人|年|%-15%|%| billion)|[A-Za-z][\w’-]*",
        re.ASCII,
    )
    slices = break_text(text, width)
    for match in whole.finditer(text):
        assert any(start <= match.start() and match.end() <= end for start, end in slices), match[0]


@given(st.text(alphabet="互联网医疗健康", min_size=1), st.integers(6, 30))
def test_lines_of_plain_chinese_are_full(text: str, width: int) -> None:
    *full, last = lines(text, width)
    assert all(cell_width(line) >= width - 1 for line in full[:-1])
    assert not full or len(last) > 1


@pytest.mark.parametrize("width", range(4, 24))
def test_no_line_ends_within_a_citation_mark(width: int) -> None:
    for words in ("", "已公布", "reported", "CNY 3.818 billion reported"):
        text = f"{words}[11][12][13][14][15]"
        lines = [text[start:end] for start, end in break_text(text, width)]
        assert all(line.count("[") == line.count("]") for line in lines)


CORPUS = """\
互联网医疗以互联网为载体，以信息技术为手段，把预约、问诊、开方、购药与健康管理连成一条线。
2022年，市场规模约为3,099亿元（同比增长39.0%）；到2023年6月，用户达到3.64亿人，占网民的33.8%。
医保发〔2019〕47号文首次提出“互联网+”医疗服务的价格政策——这被看作行业的转折点……但落实需要时间。
从收入来看,2021年以线上药房为主,AI问诊(人工智能问诊)占比不到5%；“SaaS”“CRM”等工具收入增长最快。
SaaS(软件即服务)和PaaS(平台即服务)按年收费;AI(人工智能)按次收费,IaaS(基础设施即服务)按量收费。
平台有“AI导诊”“电子处方”与“5G远程会诊”三种服务，分别覆盖1,200家、860家和95家医院（截至2023-12-18）。
毛利率由18．2％升至21．5％，亏损收窄到1.2亿元／季，约合￥1.2亿，可增速却放缓至12％（35％为上年之值）。
第3章《监管与规范》说：“首诊必须在线下；复诊、常见病、慢性病，可以在线上。”然而何为‘复诊’？各省说法不一！
京东健康（06618.HK）·阿里健康（00241.HK）·平安好医生（01833.HK）：三家上市公司的年报是本文主要的数据来源。
增长率为(5%)与(6%)两种说法都有出处,见[附录A]和[附录B],以及Wind资讯;其余来自公司公告:年报、半年报、季报。
The market reached CNY 309.9 billion in 2022, up 39.0% (from CNY 223 billion); 364 million used it.
It isn't the hospitals' choice alone: the bureau's notice of 2019 - "Internet Plus" - came first.
See the well-known follow-up of 2020-11-02, on www.nhsa.gov.cn: 15% is new; the rest / core is not.
"""

# Where we break and UAX #14 does not: end of a line, start of the next, and why.
TAILORED = (
    # A curly quote opens or closes; LB19a binds it to Latin letters and digits on both sides.
    (r".*[”’]", r".*"),
    (r".*", r"[“‘]"),
    # Next to Chinese, an ASCII stop or bracket is Chinese punctuation; LB25, LB29 and LB30 bind
    # it to the Latin letters and digits on its other side.
    (r".*[\u4e00-\u9fff][,;:!?)\]]", r".*"),
    (r".*", r"[(\[][\u4e00-\u9fff]"),
    # A full-width bracket opens a remark even after ％; LB25 treats it as part of the number.
    (r".*％", r"（"),
)


def tailorings_at(text: str, end: int, start: int) -> set[tuple[str, str]]:
    return {
        (before, after)
        for before, after in TAILORED
        if re.fullmatch(before, text[:end]) and re.match(after, text[start:])
    }


def used_tailorings(text: str, width: int, allowed: list[int]) -> set[tuple[str, str]]:
    used: set[tuple[str, str]] = set()
    for (_, end), (start, _) in pairwise(break_text(text, width)):
        if not allowed[start]:
            tailorings = tailorings_at(text, end, start)
            assert tailorings, f"{text[:end][-8:]}|{text[start:][:8]}"
            used |= tailorings
    return used


def test_sample_prose_is_broken_where_uax_14_allows_it() -> None:
    used: set[tuple[str, str]] = set()
    for text in CORPUS.splitlines():
        allowed = list(line_break_breakables(text))
        for width in range(20, 100):
            used |= used_tailorings(text, width, allowed)
    assert used == set(TAILORED)  # every listed exception is needed


@given(prose, st.integers(24, 60))
@settings(deadline=None)
def test_generated_prose_is_broken_where_uax_14_allows_it(text: str, width: int) -> None:
    used_tailorings(text, width, list(line_break_breakables(text)))
