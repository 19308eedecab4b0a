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
        "2022    3,099亿元  已公布，采用值  [1][2]",
        "2025  超过1万亿元  预测            [3]",
        "",
        "  2025  一份预测。",
    ]


def test_in_a_narrow_window_every_status_is_below_its_figure() -> None:
    narrow, wider = (
        [plain(line) for line in figure_lines(Figures(_ROWS), width)][:4] for width in (29, 40)
    )
    assert narrow == [
        "2022    3,099亿元",
        "      已公布，采用值 [1][2]",
        "2025  超过1万亿元",
        "      预测 [3]",
    ]
    assert wider[:2] == [
        "2022    3,099亿元  已公布，采用值 [1][2]",
        "2025  超过1万亿元  预测 [3]",
    ]


def test_no_remark_stands_between_two_rows() -> None:
    first = _ROWS[0]._replace(remarks=(spans("写作已达到。"), spans("口径不详。")))
    other = first._replace(status="forecast", status_words="预测", rank_words="", cites=())
    lines = [plain(line).rstrip() for line in figure_lines(Figures((first, other)), 60)]
    assert lines == [
        "2022  3,099亿元  已公布，采用值  [1][2]",
        "2022  3,099亿元  预测",
        "",
        "  2022 已公布  写作已达到。",
        "               口径不详。",
        "  2022 预测    写作已达到。",
        "               口径不详。",
    ]


def test_a_long_label_is_wrapped_in_its_column() -> None:
    labels = ("人人都是产品经理2023（2023年12月18日）", "观研天下2024")
    rows = [row._replace(label=label) for row, label in zip(_ROWS, labels, strict=True)]
    lines = [plain(line).rstrip() for line in figure_lines(Figures(tuple(rows)), 66)]
    assert lines[0].endswith("2022    3,099亿元  已公布，采用值  [1][2]")
    assert all(cell_len(line) <= 66 for line in lines)
    assert lines[1].strip("）") in "人人都是产品经理2023（2023年12月18日）"


def test_labels_stand_above_their_rows_where_this_takes_fewer_lines() -> None:
    label = "人人都是产品经理2023（2023年12月18日）"
    rows = tuple(row._replace(label=label) for row in _ROWS)
    assert [plain(line).rstrip() for line in figure_lines(Figures(rows), 66)][:3] == [
        label,
        "  2022    3,099亿元  已公布，采用值  [1][2]",
        "  2025  超过1万亿元  预测            [3]",
    ]


def test_without_room_for_a_column_of_citations_they_follow_the_status_below_the_labels() -> None:
    labels = ("收入增速比上年同期提高的百分点数（半年）", "总收入")
    rows = [row._replace(label=label, remarks=()) for row, label in zip(_ROWS, labels, strict=True)]
    wide, narrow = (
        [plain(line).rstrip() for line in figure_lines(Figures(tuple(rows)), width)]
        for width in (43, 42)
    )
    assert wide[1::2] == [
        "  2022    3,099亿元  已公布，采用值  [1][2]",
        "  2025  超过1万亿元  预测            [3]",
    ]
    assert narrow[1::2] == [
        "  2022    3,099亿元  已公布，采用值 [1][2]",
        "  2025  超过1万亿元  预测 [3]",
    ]
    assert wide[::2] == narrow[::2] == list(labels)


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


def test_long_labels_stand_above_their_figures_which_stay_in_columns() -> None:
    label = "Online consultations and requests for advice a day"
    rows = (
        FigureRow(label, "H1 2021", "160,000", "reported", "reported", (8,), ()),
        FigureRow(label, "2023", "over 450,000", "reported", "reported", (1,), ()),
        FigureRow("Profit", "H1 2020", "CNY 670 million", "estimate", "estimate", (10,), ()),
    )
    lines = [plain(line).rstrip() for line in figure_lines(Figures(rows), 52)]
    assert lines == [
        label,
        "  H1 2021          160,000  reported  [8]",
        "  2023        over 450,000  reported  [1]",
        "Profit",
        "  H1 2020  CNY 670 million  estimate  [10]",
    ]


def test_a_value_longer_than_its_column_reaches_beyond_it_and_the_others_stay_aligned() -> None:
    """One long value does not turn the whole table into running text."""
    said, guess = ("reported", "reported"), ("estimate", "estimate")
    rows = (
        FigureRow("Own team", "undated", "on the order of 1,000 people", *said, (11,)),
        FigureRow("Partner hospitals", "Jun 2021", "3,000", *said, (14,)),
        FigureRow("Grade 3A partner hospitals", "Jun 2021", "about 1,500", *guess, (16,)),
    )  # fmt: skip
    wide, narrow = (
        [plain(line).rstrip() for line in figure_lines(Figures(rows), width)] for width in (55, 47)
    )
    assert wide == [
        "Own team",
        "  undated   on the order of 1,000 people  reported [11]",
        "Partner hospitals",
        "  Jun 2021                         3,000  reported [14]",
        "Grade 3A partner hospitals",
        "  Jun 2021                   about 1,500  estimate [16]",
    ]
    assert narrow[:5] == [
        "Own team",
        "  undated   on the order of 1,000 people",
        "                                  reported [11]",
        "Partner hospitals",
        "  Jun 2021                 3,000  reported [14]",
    ]
