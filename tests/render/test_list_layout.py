"""Lists: columns aligned in cells, and dropped where space is short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.spans import texts
from tui.document import Role
from tui.render.line_wrap import line_width, plain
from tui.render.list_layout import (
    head_line,
    heading_at,
    list_line,
    list_lines,
    listing,
    row_height,
)
from tui.render.list_titles import title_lines
from tui.render.list_widths import column_widths, shortened, titles_first

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


def test_ids_stand_last_and_are_left_out_before_a_title_or_a_kept_column_is_cut() -> None:
    columns = [("Title", "left"), ("Date", "left"), ("Level", "left")]
    rows = [("Outline of the plan", "2016", "National")]
    ids = ("Id", ("plan-2030",))

    def lines(width: int | None, kept: int = 0) -> list[str]:
        found = listing(columns, rows, width, ids=ids, kept=kept)
        return [plain(line).rstrip() for line in found]

    whole = ["Title                Date  Level     Id",
             "Outline of the plan  2016  National  plan-2030"]  # fmt: skip
    assert lines(None) == lines(46) == whole
    assert lines(36) == ["Title                Date  Id", "Outline of the plan  2016  plan-2030"]
    assert lines(35) == ["Title                Id", "Outline of the plan  plan-2030"]
    assert lines(35, kept=1) == [
        "Title                Date  Level",
        "Outline of the plan  2016  National",
    ]
    assert lines(26, kept=1) == ["Title                Date", "Outline of the plan  2016"]
    assert lines(17, kept=1) == ["Title", "Outline of the p…"]


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
)
def test_column_widths_never_exceed_the_total_width(
    rows: list[tuple[str, ...]], width: int
) -> None:
    columns = [("A", "left"), ("B", "left"), ("C", "right"), ("D", "left")]
    sizes = column_widths(columns, rows, width)
    kept = [size for size in sizes if size]
    assert sizes[0] > 0
    assert sum(kept) + 2 * (len(kept) - 1) <= width


@given(
    rows=st.lists(st.tuples(*[st.text("医疗abc 12", max_size=60)] * 4), max_size=5),
    width=st.integers(20, 160),
    kept=st.integers(0, 1),
)
def test_no_line_with_ids_is_wider_than_the_terminal(
    rows: list[tuple[str, ...]], width: int, kept: int
) -> None:
    columns = [("A", "left"), ("B", "right"), ("C", "whole"), ("D", "left")]
    ids = ("Id", [f"id-{number}" * 5 for number, _ in enumerate(rows)])
    lines = listing(columns, rows, width, ids=ids, kept=kept)
    assert all(cell_len(plain(line)) <= width for line in lines)
    titles = [row[0] for row in rows]
    if all(cell_len(title) <= 20 for title in titles):
        assert all(
            title.strip() in plain(line) for title, line in zip(titles, lines[1:], strict=True)
        )


def test_a_figure_wider_than_its_column_is_whole_and_cuts_the_title_of_its_row_alone() -> None:
    columns = [("Measure", "left"), ("Value", "right")]
    rows = [("Share of all hospitals", "about 43.5 million"), ("Share of all patients", "43%")]
    lines = [plain(list_line(row, columns, [22, 8], ["body"] * 2)) for row in rows]
    assert lines == ["Share of al…  about 43.5 million", "Share of all patients        43%"]
    assert plain(list_line(rows[0], columns, [9, 8], ["body"] * 2)).endswith("…")


def test_a_title_that_lacks_one_cell_takes_it_from_the_gap() -> None:
    columns = [("Measure", "left"), ("Value", "right"), ("Period", "left")]
    widths: list[int] = [9, 3, 4]
    roles: list[Role] = ["body"] * 3
    titles = ["Hospitals", "Healthcare", "Consultation"]
    lines = [plain(list_line((it, "43%", "2020"), columns, widths, roles)) for it in titles]
    assert lines == ["Hospitals  43%  2020", "Healthcare 43%  2020", "Consulta…  43%  2020"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Deals", ["Deals              9 million 2022"]),
        ("Value of all deals", ["Value of all deals 9 million 2022"]),  # the gap gives a cell
        ("Value of all deals.", ["Value of all deals.", "                   9 million 2022"]),
    ],
)
def test_a_figure_stands_below_a_title_that_it_would_cut(title: str, lines: list[str]) -> None:
    columns = (("Measure", "left"), ("Latest", "right"), ("Period", "period"))
    cells, widths = (title, "9 million", "2022"), [23, 14, 0]
    found = list_lines(cells, columns, widths, ["body"] * 3)
    assert [plain(line).rstrip() for line in found] == lines
    assert [line_width(line) for line in found[1:]] == [39] * (len(found) - 1)
    assert row_height(cells, columns, widths) == len(lines)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Users", ["Users"]),
        ("Financing fell every year", ["Financing fell", "  every year"]),
        ("Financing fell in every single year", ["Financing fell in", "  every single y…"]),
        ("投融资见顶后逐年下降，至今没有回升", ["投融资见顶后逐年", "  下降，至今没有…"]),
    ],
)
def test_a_title_that_has_the_list_for_itself_has_two_lines_at_most(
    title: str, lines: list[str]
) -> None:
    assert [plain(line) for line in title_lines(title, 17, "body")] == lines


def test_a_title_takes_the_cells_that_no_column_uses() -> None:
    columns = [("Title", "left"), ("Summary", "left")]
    rows = [("T" * size, "S" * 80) for size in (10, 10, 10, 39)]
    assert titles_first(columns, rows, 36) == [36, 0]


def test_a_whole_cell_is_shown_in_full_or_not_at_all() -> None:
    columns = [("Name", "left"), ("Latest", "whole")]
    rows = [("Clinic", "450,000 visits · 2023"), ("Hospital", "12 doctors · Jun 2021")]
    widths = titles_first(columns, rows, 31)
    assert widths == [8, 21]
    lines = [plain(list_line(row, columns, widths, ["body"] * 2)).rstrip() for row in rows]
    assert lines == ["Clinic    450,000 visits · 2023", "Hospital  12 doctors · Jun 2021"]
    assert titles_first(columns, rows, 30) == [8, 0]


_FIGURES = [("Measure", "left"), ("Value", "right"), ("Period", "period"), ("Status", "left")]
_FIGURE_ROWS = [
    ("Financing amount", "CNY 350 million", "Q1 2024", "reported"),
    ("Deals", "2", "Q1 2024", "reported"),
    ("Deal value of hospitals", "CNY 23.4 billion", "10/2020–10/2021", "reported"),
]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (
            58,
            [
                "Financing amount          CNY 350 million  Q1 2024",
                "Deals                                   2  Q1 2024",
                "Deal value of hospitals  CNY 23.4 billion  10/2020–10/2021",
            ],
        ),
        (
            50,
            [
                "Financing amount         CNY 350 million  Q1 2024",
                "Deals                                  2  Q1 2024",
                "Deal value of           CNY 23.4 billion  10/2020–",
                " hospitals                                10/2021",
            ],
        ),
        (
            40,
            [
                "Financing amount",
                "              CNY 350 million Q1 2024",
                "Deals                       2 Q1 2024",
                "Deal value of hospitals",
                "        CNY 23.4 billion 10/2020–10/2021",
            ],
        ),
        (
            30,
            [
                "Financing amount",
                "    CNY 350 million Q1 2024",
                "Deals             2 Q1 2024",
                "Deal value of hospitals",
                "              CNY 23.4 billion",
                "               10/2020–10/2021",
            ],
        ),
    ],
)
def test_a_figure_is_never_left_out_nor_shown_without_its_period(
    width: int, lines: list[str]
) -> None:
    widths = titles_first(_FIGURES, _FIGURE_ROWS, width)
    rows = [list_lines(row, _FIGURES, widths, ["body"] * 4) for row in _FIGURE_ROWS]
    heights = [row_height(row, _FIGURES, widths) for row in _FIGURE_ROWS]
    assert [len(row) for row in rows] == heights
    found = [line for row in rows for line in row]
    assert [plain(line).rstrip() for line in found] == lines
    ids = ("Id", ["financing", "deals", "hospital-deals"])
    printed = listing(_FIGURES, _FIGURE_ROWS, width, ids=ids)
    assert [plain(line).rstrip() for line in printed[1:]] == lines
    assert all(cell_len(plain(line)) <= width for line in printed)


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (("a title of twenty-two", "", "7"), "a title of twenty-two         7"),
        (("a title of twenty-two", "yes", "7"), "a title of t…  yes            7"),
        (("short", "a basis too long", ""), "short          a basis too long"),
        (("short", "a basis too long", "7"), "short          a basis to…    7"),
        (("short", "basis", "70,000"), "short          basis     70,000"),
        (("short", "basis of it", "70,000"), "short          basis o…  70,000"),
    ],
)
def test_a_long_cell_extends_over_empty_cells_and_never_moves_others(
    cells: tuple[str, ...], shown: str
) -> None:
    columns = (("Title", "left"), ("Basis", "left"), ("Figure", "right"))
    line = list_line(cells, columns, [13, 11, 3], ["title", "body", "body"])
    assert plain(line).rstrip() == shown
    assert line_width(line) == 31


@pytest.mark.parametrize("width", [80, 50, 40])
def test_each_heading_is_found_where_it_is_drawn(width: int) -> None:
    widths = titles_first(_FIGURES, _FIGURE_ROWS, width)
    heads = [head for head, _ in _FIGURES]
    drawn = plain(head_line(heads, _FIGURES, widths))
    shown = [head for head in heads if head in drawn]
    assert shown[:3] == heads[:3]
    for head in shown:
        first = drawn.index(head)
        for x in (first, first + len(head) - 1):
            assert heads[heading_at(heads, _FIGURES, widths, x)] == head
    assert heading_at(heads, _FIGURES, widths, width + 1) == -1


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_ids_are_in_one_column_beside_titles_in_several_lines(width: int) -> None:
    columns = (("Title", "left"), ("Date", "left"), ("Force", "below"))
    rows = [("Title of a few words", "2023", "Permitted")] * 4
    rows.append(("A much longer title of a record " * 3 + "that ends", "2022", "Explored"))
    names = [f"an-id-of-some-{'x' * number}" for number in range(len(rows))]
    lines = [plain(line).rstrip() for line in listing(columns, rows, width, ids=("Id", names))]
    place = lines[0].index("Id")
    assert [line.index("an-id") for line in lines if "an-id" in line] == [place] * len(rows)
    assert not any("…" in line for line in lines)
    assert lines[-1].endswith(("that ends", "  Explored", names[-1]))
    assert sum("Explored" in line for line in lines) == 1


def test_a_cell_stands_below_its_row_where_its_column_has_no_room() -> None:
    columns = (("Title", "left"), ("Date", "left"), ("Force", "below"))
    rows = [("A title of some length", "2023", "Permitted, explored"), ("Another", "2022", "")]
    ids = ("Id", ["a", "b"])
    lines = [plain(line).rstrip() for line in listing(columns, rows, 60, ids=ids)]
    assert lines[1] == "A title of some length  2023  Permitted, explored  a"
    lines = [plain(line).rstrip() for line in listing(columns, rows, 40, ids=ids)]
    assert lines == [
        "Title                   Date  Id",
        "A title of some length  2023  a",
        "  Permitted, explored",
        "Another                 2022  b",
    ]
    below = [[("Permitted", "One thing."), ("", "Another thing.")], []]
    lines = [plain(line).rstrip() for line in listing(columns, rows, 40, ids=ids, below=below)]
    assert lines[2:4] == ["  Permitted · One thing.", "  Another thing."]
    assert len(lines) == 5


def test_a_column_without_text_is_left_out_of_a_printed_list() -> None:
    columns = [("Measure", "left"), ("Status", "left"), ("Trend", "spark")]
    rows = [("Users", "reported", ""), ("Deals", "reported", "")]
    ids = ("Id", ["users", "deals"])
    lines = [plain(line).rstrip() for line in listing(columns, rows, 60, ids=ids)]
    assert lines[0] == "Measure  Status    Id"
    assert lines[1] == "Users    reported  users"
    rows[1] = ("Deals", "reported", "07")
    assert "Trend" in plain(listing(columns, rows, 60, ids=ids)[0])


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Permitted, explored, stated", 27, "Permitted, explored, stated"),
        ("Permitted, explored, stated", 26, "Permitted, explored +1"),
        ("Permitted, explored, stated", 21, "Permitted +2"),
        ("Permitted, explored, stated", 1, "Permitted +2"),
        ("允许、探索", 10, "允许、探索"),
        ("允许、探索", 9, "允许 +1"),
        ("Permitted", 4, "Permitted"),
        ("", 0, ""),
    ],
)
def test_an_enumeration_names_as_many_items_as_have_room(text: str, width: int, shown: str) -> None:
    assert shortened(text, width) == shown
