"""Wrapping of spans: leads, hanging indents, and roles on both sides of a break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.spans import spans, texts
from tui.document import Span
from tui.render.line_wrap import line_width, padded, plain, wrap, wrap_parts, wrap_title

_words = st.text("互联网医疗，。（）“”1234.% abcdefg-", max_size=40)


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        (("",), 10, []),
        (("互联网医疗",), 10, ["互联网医疗"]),
        (("互联网医疗",), 6, ["互联网", "医疗"]),
        (("market size",), 6, ["market", "size"]),
        (("互联网", "医疗"), 6, ["互联网", "医疗"]),
        (("mar", "ket ", "size"), 6, ["market", "size"]),
        (("一二三四五，六",), 10, ["一二三四", "五，六"]),
    ],
)
def test_spans_are_broken_as_one_text(words: tuple[str, ...], width: int, lines: list[str]) -> None:
    assert texts(wrap(spans(*words), width)) == lines


def test_the_lead_precedes_the_first_line_and_spaces_the_others() -> None:
    lines = wrap(spans("互联网医疗市场规模"), 8, 2, spans("• "))
    assert texts(lines) == ["• 互联网", "  医疗市", "  场规模"]


def test_a_lead_alone_is_a_line() -> None:
    assert texts(wrap((), 8, 2, spans("• "))) == ["• "]


def test_a_word_that_does_not_fit_after_the_lead_goes_to_the_next_line() -> None:
    lines = wrap(spans("evidence"), 10, 2, spans("label "))
    assert texts(lines) == ["label ", "  evidence"]


def test_a_span_keeps_its_role_and_target_on_both_lines() -> None:
    link = Span("互联网医疗", "link", "record:x")
    first, second = wrap((Span("见"), link), 6)
    assert first == (Span("见"), Span("互联", "link", "record:x"))
    assert second == (Span("网医疗", "link", "record:x"),)


@pytest.mark.parametrize("width", range(12, 40))
@pytest.mark.parametrize(
    "text", ["互联网医疗市场规模，按年。", "market size by year", "规模  公布  "]
)
def test_no_line_has_nothing_but_citation_marks(text: str, width: int) -> None:
    marks = [Span(f"[{number}]", "cite", f"cite:{number}") for number in (1, 2)]
    lines = wrap((Span(text), *marks), width)
    assert plain(lines[-1]).endswith("[1][2]")
    assert not plain(lines[-1]).strip().startswith("[")
    assert all(line_width(line) <= width for line in lines)


def test_many_citation_marks_are_divided() -> None:
    marks = [Span(f"[{number}]", "cite") for number in range(10, 30)]
    lines = texts(wrap((Span("规模"), *marks), 40))
    assert len(lines) == 3
    assert all(line.startswith(("规模", "[")) and line.endswith("]") for line in lines)


@given(words=st.lists(_words, max_size=5), width=st.integers(8, 60), hang=st.integers(0, 4))
def test_lines_fit_and_no_character_is_lost(words: list[str], width: int, hang: int) -> None:
    lines = wrap(spans(*words), width, hang, spans("- "))
    assert all(cell_len(text) <= width for text in texts(lines))
    kept = "".join("".join(texts(lines)).split())
    assert kept == "-" + "".join("".join(words).split())


@pytest.mark.parametrize(
    ("text", "width", "right", "result"),
    [
        ("医疗", 6, False, "医疗  "),
        ("医疗", 6, True, "  医疗"),
        ("互联网医疗", 6, False, "互联… "),
        ("互联网医疗", 6, True, " 互联…"),
        ("jd", 2, False, "jd"),
        ("医", 1, False, "…"),
    ],
)
def test_padded_text_has_exactly_the_width(text: str, width: int, right: bool, result: str) -> None:
    span = padded(text, width, right=right)
    assert span.text == result
    assert cell_len(span.text) == width


def test_line_width_counts_cells_and_plain_text_has_no_trailing_spaces() -> None:
    line = spans("医疗", " 1 ", " ")
    assert line_width(line) == 8
    assert plain(line) == "医疗 1"


def test_a_line_of_parts_breaks_between_them() -> None:
    parts = (
        Span("390 million", "figure"),
        Span("  "),
        Span("2023  "),
        Span("reported, used here", "reported"),
        Span("  "),
        Span("[1]", "cite"),
        Span("[2]", "cite"),
    )
    whole = "390 million  2023  reported, used here  [1][2]"
    for width, wanted in {
        60: [whole],
        45: ["390 million  2023", "reported, used here  [1][2]"],
        27: ["390 million  2023", "reported, used here  [1][2]"],
    }.items():
        assert [plain(line) for line in wrap_parts(parts, width)] == wanted
    assert [span.role for span in wrap_parts(parts, 60)[0]][-2:] == ["cite", "cite"]


@pytest.mark.parametrize(
    ("title", "width", "wanted"),
    [
        (
            "Notice on trial insurance payment for online consultation",
            50,
            ["Notice on trial insurance payment for", "online consultation"],
        ),
        ("线上问诊服务质量评价与医保支付衔接工作方案", 40, None),
        ("A title in one line", 40, ["A title in one line"]),
    ],
)
def test_the_last_line_of_a_title_is_no_single_word(
    title: str, width: int, wanted: list[str] | None
) -> None:
    lines = [plain(line) for line in wrap_title((Span(title, "title"),), width)]
    assert wanted is None or lines == wanted
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert len(lines) == len(wrap((Span(title),), width))
    assert len(lines) == 1 or cell_len(lines[-1]) > width // 4
