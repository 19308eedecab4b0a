"""Comparison tables: columns if they fit, else stacked; no figure is truncated."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.spans import spans
from tui.document import Span, Spans, Table, TableRow
from tui.render.line_wrap import plain
from tui.render.side_by_side import table_lines


def _figure(text: str, number: int) -> Spans:
    return (
        Span(text, "figure"),
        Span(" "),
        Span("已公布", "reported"),
        Span(f"[{number}]", "cite", f"cite:{number}"),
    )


_TABLE = Table(
    (spans("京东健康"), spans("平安好医生")),
    (
        TableRow(spans("收入"), ((_figure("136亿元", 1),), (_figure("38.18亿元", 2),))),
        TableRow(spans("用户"), ((), (_figure("4亿人", 3), _figure("5亿人", 4)))),
    ),
)


def _texts(table: Table, width: int) -> list[str]:
    return [plain(line) for line in table_lines(table, width)]


def test_in_a_wide_table_each_subject_has_a_column() -> None:
    assert _texts(_TABLE, 60) == [
        "      京东健康           平安好医生",
        "─" * 44,
        "收入  136亿元 已公布[1]  38.18亿元 已公布[2]",
        "用户  –                  4亿人 已公布[3]",
        "                         5亿人 已公布[4]",
    ]


def test_columns_are_aligned_in_cells() -> None:
    lines = _texts(_TABLE, 60)
    column = cell_len(lines[0][: lines[0].index("平安")])
    assert [cell_len(line[: line.index(start)]) for line, start in (
        (lines[2], "38.18"), (lines[3], "4亿"), (lines[4], "5亿")
    )] == [column] * 3  # fmt: skip


def test_in_a_narrow_table_subjects_are_stacked() -> None:
    assert _texts(_TABLE, 24) == [
        "收入",
        "  京东健康  136亿元",
        "    已公布[1]",
        "  平安好医生  38.18亿元",
        "    已公布[2]",
        "用户",
        "  平安好医生  4亿人",
        "    已公布[3]",
        "    5亿人 已公布[4]",
    ]


def test_stacked_words_that_several_subjects_share_stand_once() -> None:
    none = ((Span("资料中没有", "muted"),),)
    heads = (*_TABLE.heads, spans("阿里健康"))
    table = Table(heads, (TableRow(spans("用户"), (none, (_figure("4亿人", 3),), none)),))
    assert _texts(table, 30) == [
        "用户",
        "  京东健康、阿里健康",
        "    资料中没有",
        "  平安好医生  4亿人 已公布[3]",
    ]
    same = Table(heads[:2], (TableRow(spans("收入"), ((_figure("1亿元", 1),),) * 2),))
    assert _texts(same, 28) == [  # equal figures are two facts
        "收入",
        "  京东健康  1亿元 已公布[1]",
        "  平安好医生  1亿元",
        "    已公布[1]",
    ]


_DISPUTE = Table(
    (spans("时期"), spans("理由")),
    (
        TableRow(spans("观研天下"), ((spans("2022年"),), (spans("写成已经达到。"),))),
        TableRow(spans("OFweek"), ((spans("2021年"),), ())),
    ),
    "来源",
    prose=True,
)


def test_running_text_stands_beside_the_other_columns_where_it_has_room() -> None:
    lines = _texts(_DISPUTE, 60)
    assert lines[0] == "来源      时期    理由"
    assert lines[2] == "观研天下  2022年  写成已经达到。"


def test_running_text_stands_below_each_row_where_it_has_no_room() -> None:
    assert _texts(_DISPUTE, 36) == [
        "来源      时期",
        "────────────────",
        "观研天下  2022年",
        "  写成已经达到。",
        "",
        "OFweek    2021年",
    ]


def test_cells_without_room_beside_a_label_stand_below_it() -> None:
    heads = (spans("时期"), spans("来源"), spans("日期"), spans("理由"))
    texts = ("2022年", "人人都是产品经理2023", "2023年12月18日", "写成已经达到。")
    cells = tuple((spans(text),) for text in texts)
    row = TableRow(spans("3,099亿元"), cells)
    short = TableRow(spans("1,630亿元"), ((spans("2021年10月"),), *cells[1:]))
    assert _texts(Table(heads, (row, short), "数值", prose=True), 40) == [
        "3,099亿元  2022年",
        "  人人都是产品经理2023 · 2023年12月18日",
        "  写成已经达到。",
        "",
        "1,630亿元  2021年10月",
        "  人人都是产品经理2023 · 2023年12月18日",
        "  写成已经达到。",
    ]


def test_running_text_stands_beside_only_where_that_takes_no_more_lines() -> None:
    long = "说" * 180
    row = TableRow(spans("观研天下"), ((spans("2022年"),), (spans(long),)))
    table = Table(_DISPUTE.heads, (row,), "来源", prose=True)
    assert _texts(table, 60)[2:4] == ["观研天下  2022年", "  " + "说" * 29]
    short = table._replace(rows=(row._replace(cells=(row.cells[0], (spans(long[:60]),))),))
    assert _texts(short, 60)[2] == "观研天下  2022年  " + "说" * 21


def test_without_room_the_first_cells_stand_below_the_labels() -> None:
    heads = (spans("写作时间"), spans("时期"), spans("数值"))
    row = TableRow(
        spans("观研天下2024"),
        ((spans("2024年3月"),), (spans("2022年"),), (_figure("3,099亿元", 1),)),
    )
    table = Table(heads, (row,), "来源")
    assert _texts(table, 60)[0] == "来源          写作时间   时期    数值"
    assert _texts(table, 36) == [
        "来源          时期    数值",
        "写作时间",
        "─" * 36,
        "观研天下2024  2022年  3,099亿元",
        "2024年3月             已公布[1]",
    ]


def test_from_80_columns_a_comparison_has_a_column_per_subject_however_tall_its_rows() -> None:
    long = tuple(_figure("172.3 million", number) for number in range(9))
    table = Table(_TABLE.heads, (TableRow(spans("users"), (long, ())),))
    assert _texts(table, 80)[2].startswith("users  172.3 million")
    one = (spans("A long name of a measure that needs more than one line in a narrow column"),)
    tall = Table(_TABLE.heads, (TableRow(spans("users"), (one, (_figure("1", 1),))),))
    assert _texts(tall, 80)[0].split() == ["京东健康", "平安好医生"]
    assert _texts(tall, 28)[0] == "users"


_WORDS = st.sampled_from(["医保", "总收入", "users", "a long name of things", "平安好医生", ""])
_VALUES = st.sampled_from(["136亿元", "CNY 13.6 billion", "+55.4%", "13,000 doctors", "约1,500家"])
_CELLS = st.lists(st.builds(_figure, _VALUES, st.integers(1, 99)), max_size=3).map(tuple)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 4))
    heads = tuple(spans(draw(_WORDS)) for _ in range(count))
    rows = draw(st.integers(1, 4))
    label_head = draw(_WORDS)
    return Table(
        heads,
        tuple(
            TableRow(spans(draw(_WORDS)), tuple(draw(_CELLS) for _ in range(count)))
            for _ in range(rows)
        ),
        label_head,
        draw(st.booleans()),
    )


@given(_tables(), st.integers(30, 120))
def test_no_line_is_too_wide_and_no_figure_is_split(table: Table, width: int) -> None:
    lines = _texts(table, width)
    assert [line for line in lines if cell_len(line) > width] == []
    wanted = sorted(spans_[0].text for row in table.rows for cell in row.cells for spans_ in cell)
    found = sorted(value for line in table_lines(table, width) for value in _figures(line) if value)
    assert found == wanted


def _figures(line: tuple[Span, ...]) -> list[str]:
    return [span.text for span in line if span.role == "figure"]


@given(_tables(), st.integers(30, 120))
def test_every_citation_mark_is_shown_with_its_target(table: Table, width: int) -> None:
    wanted = sorted(
        spans_[-1].target for row in table.rows for cell in row.cells for spans_ in cell
    )
    marks = "".join(
        span.text for line in table_lines(table, width) for span in line if span.role == "cite"
    )
    assert sorted(f"cite:{part}" for part in marks[1:-1].split("][") if part) == wanted
