"""Tables of figures: in columns if they fit, else stacked; nothing is left out."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.render.spans import spans, texts
from tui.document import FigureRow, Figures, Span
from tui.render.figure_table import figure_lines
from tui.render.line_wrap import plain

_ROWS = (
    FigureRow("", "2022", "3,099亿元", "reported", "已公布", (1, 2), (), "采用值"),
    FigureRow("", "2025", "超过1万亿元", "forecast", "预测", (3,), (spans("一份预测。"),)),
)


def test_columns_are_aligned_and_values_right_aligned() -> None:
    lines = [plain(line) for line in figure_lines(Figures(_ROWS), 60)]
    assert lines == [
        "2022    3,099亿元  已公布 采用值  [1][2]",
        "2025  超过1万亿元  预测           [3]",
        "    一份预测。",
    ]


def test_in_a_narrow_window_figures_are_stacked() -> None:
    lines = [plain(line) for line in figure_lines(Figures(_ROWS), 28)]
    assert lines == [
        "2022 3,099亿元 已公布 采用值",
        "  [1][2]",
        "2025 超过1万亿元 预测 [3]",
        "    一份预测。",
    ]


def test_the_label_of_a_figure_comes_first() -> None:
    row = FigureRow("总收入", "2021", "136亿元", "reported", "已公布", (9,))
    assert plain(figure_lines(Figures((row,)), 60)[0]) == "总收入  2021  136亿元  已公布  [9]"


@pytest.mark.parametrize("width", [20, 30, 40, 60, 100])
def test_every_citation_has_its_target_at_any_width(width: int) -> None:
    lines = figure_lines(Figures(_ROWS), width)
    targets = [span.target for line in lines for span in line if span.target]
    assert targets == ["cite:1", "cite:2", "cite:3"]
    assert all(cell_len(text) <= width for text in texts(lines))


def test_status_is_shown_by_word_and_by_role() -> None:
    lines = figure_lines(Figures(_ROWS), 60)
    assert Span("已公布", "reported") in lines[0]
    assert Span("预测", "forecast") in lines[1]
