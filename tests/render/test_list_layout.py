"""Lists: columns aligned in cells, and dropped where space is short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.spans import texts
from tui.render.line_wrap import plain
from tui.render.list_layout import column_widths, listing

_COLUMNS = [("名称", "left"), ("代码", "left"), ("最新值", "right")]
_ROWS = [
    ("京东健康", "06618", "160,000起"),
    ("平安好医生", "01833", "38.18亿元"),
    ("丁香园", "", ""),
]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (
            None,
            [
                "名称        代码      最新值",
                "京东健康    06618  160,000起",
                "平安好医生  01833  38.18亿元",
                "丁香园",
            ],
        ),
        (
            80,
            [
                "名称        代码      最新值",
                "京东健康    06618  160,000起",
                "平安好医生  01833  38.18亿元",
                "丁香园",
            ],
        ),
        (
            26,  # half a figure would mislead: it is shown in full or not at all
            [
                "名称        代码    最新值",
                "京东健康    06618        …",
                "平安好医生  01833        …",
                "丁香园",
            ],
        ),
        (
            20,  # a column that would say nothing is left out
            [
                "名称        代码",
                "京东健康    06618",
                "平安好医生  01833",
                "丁香园",
            ],
        ),
        (
            9,
            [
                "名称",
                "京东健康",
                "平安好医…",
                "丁香园",
            ],
        ),
    ],
)
def test_the_last_columns_are_dropped_first(width: int | None, lines: list[str]) -> None:
    assert [plain(line) for line in listing(_COLUMNS, _ROWS, width)] == lines


def test_columns_before_the_name_are_never_truncated() -> None:
    rows = [("ping-an-good-doctor", "平安好医生", "平台")]
    columns = [("标识", "left"), ("名称", "left"), ("角色", "left")]
    for width in (24, 30, 60):
        lines = texts(listing(columns, rows, width, name=1))
        assert any("ping-an-good-doctor" in line for line in lines)


def test_behind_ids_columns_are_dropped_before_a_title_is_cut() -> None:
    columns = [("Id", "left"), ("Title", "left"), ("Date", "left"), ("Level", "left")]
    rows = [("plan-2030", "Outline of the plan", "2016", "National")]
    assert texts(listing(columns, rows, 36, name=1)) == [
        "Id         Title                Date",
        "plan-2030  Outline of the plan  2016",
    ]
    assert [plain(line).rstrip() for line in listing(columns, rows, 32, name=1)] == [
        "Id         Title",
        "plan-2030  Outline of the plan",
    ]
    long = [("plan-2030", "Outline of the plan for the years to come", "2016", "National")]
    assert plain(listing(columns, long, 32, name=1)[1]) == "plan-2030  Outline of the plan …"


def test_columns_are_aligned_in_any_script() -> None:
    rows = [("京东健康 JD", "平台"), ("a", "x"), ("１２", "中国")]
    lines = texts(listing([("Name", "left"), ("Role", "left")], rows, None))
    starts = [
        cell_len(line[: line.rindex(word)])
        for line, word in zip(lines, ("Role", "平台", "x", "中国"), strict=True)
    ]
    assert starts == [13, 13, 13, 13]


def test_a_list_without_rows_is_its_heading() -> None:
    assert [plain(line) for line in listing(_COLUMNS, [], None)] == ["名称  代码  最新值"]


@given(
    rows=st.lists(st.tuples(*[st.text("医疗abc 12", max_size=30)] * 4), max_size=5),
    width=st.integers(20, 120),
    name=st.integers(0, 1),
)
def test_column_widths_never_exceed_the_total_width(
    rows: list[tuple[str, ...]], width: int, name: int
) -> None:
    columns = [("A", "left"), ("B", "left"), ("C", "right"), ("D", "left")]
    sizes = column_widths(columns, rows, width, name)
    kept = [size for size in sizes if size]
    assert sizes[name] > 0
    identifier = sizes[0] if name else 0
    assert sum(kept) + 2 * (len(kept) - 1) <= max(width, identifier + 3)


def test_rows_are_stacked_if_names_would_be_truncated_too_much() -> None:
    columns = [("Id", "left"), ("Name", "left"), ("Date", "left")]
    rows = [("policy-with-a-long-identifier", "互联网诊疗监管细则试行办法通知", "2022年")]
    assert texts(listing(columns, rows, 40, name=1)) == [
        "互联网诊疗监管细则试行办法通知",
        "  policy-with-a-long-identifier  2022年",
    ]
    assert texts(listing(columns, rows, 80, name=1))[0].startswith("Id ")
