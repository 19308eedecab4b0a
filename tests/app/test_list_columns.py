"""Every row of a list has its cells in the columns of the headings, however long one of them is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.app.browse.sources.list_source import ListContent
from tui.app.widgets.list_columns import fitted_widths
from tui.document import Role
from tui.render.line_wrap import plain
from tui.render.list_layout import head_line, list_lines, listing
from tui.render.list_widths import GAP, Columns, shortened, titles_first, with_period
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_WIDTHS = range(38, 201)
_PARTS = st.lists(st.sampled_from(("医疗", "a", "word ", "（2021", "long-word", "、")), max_size=12)
_CELLS = _PARTS.map(lambda parts: "".join(parts).strip())


def _between(line: str, start: int, end: int) -> str:
    """Return what a line has in the cells from ``start`` to ``end``."""
    at, found = 0, ""
    for character in line:
        found += character if start <= at < end else ""
        at += cell_len(character)
    return found


def _assert_in_columns(
    cells: Sequence[str], columns: Columns, widths: Sequence[int], line: str
) -> None:
    """Check where each cell of a row begins, or ends if it is aligned to the right."""
    start = widths[0]
    if not cells[0].startswith(_between(line, 0, min(start, cell_len(cells[0]))).rstrip("… ")):
        pytest.fail(f"{cells[0]!r} is not at the beginning of {line!r}")
    for cell, (_, align), size in list(zip(cells, columns, widths, strict=True))[1:]:
        if not size:
            continue
        start, end = start + GAP, start + GAP + size
        if cell and align == "right":
            assert _between(line, 0, end).endswith((cell, "…")), (cell, line)
            assert not _between(line, end, end + 1).strip(), (cell, line)
        elif cell and align != "spark":
            assert _between(line, start - 1, start) == " ", (cell, line)
            shown = _between(line, start, end)
            assert shown.strip(" "), (cell, line)
            if align == "below":
                cell = shortened(cell, size)
            assert cell.startswith(shown.rstrip("… ")), (cell, line)
        start = end


def _assert_rows(
    columns: Columns, rows: Sequence[Sequence[str]], widths: Sequence[int], width: int
) -> None:
    period = next((at for at, (_, align) in enumerate(columns) if align == "period"), 0)
    roles: list[Role] = ["body"] * len(columns)
    for cells in rows:
        lines = [plain(line) for line in list_lines(cells, columns, widths, roles, has_texts=True)]
        assert all(cell_len(line) <= width for line in lines), cells
        if period and widths[period - 1] and not widths[period]:  # in one column, at the right
            end = sum(widths[:period]) + GAP
            figure = with_period(cells, period)
            both = [_between(line + " " * width, 0, end) for line in lines]
            parts = (figure,) if len(lines) < 3 else (cells[period - 1], cells[period])
            assert all(any(line.endswith((part, "…")) for line in both) for part in parts), cells
        else:
            _assert_in_columns(cells, columns, widths, lines[0])
    heads = [head for head, _ in columns]
    if not period or widths[period]:
        plain_heads = [(head, "left" if align == "spark" else align) for head, align in columns]
        _assert_in_columns(heads, plain_heads, widths, plain(head_line(heads, columns, widths)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_of_every_list_are_in_columns(sample_store: Store, language: Language) -> None:
    for section in sample_store.sections():
        columns = section.columns(language)
        rows = sample_store.rows(section.id, language) if columns else ()
        for sort_column in range(len(columns)):
            content = ListContent(columns, rows, sort_column=sort_column)
            for width in _WIDTHS[:: 3 if sort_column else 1]:
                widths = fitted_widths(content, width)
                _assert_rows(columns, [row.cells for row in rows], widths, width)


@pytest.mark.parametrize("aligns", [
    ("left", "left", "left"), ("left", "below", "left"), ("left", "whole", "left"),
    ("left", "right", "left"), ("right", "period", "left"),
])  # fmt: skip
@given(
    rows=st.lists(st.tuples(*[_CELLS] * 4), min_size=1, max_size=9), width=st.sampled_from(_WIDTHS)
)
@example(rows=[("a", "医疗医疗医疗医疗word （2021", "a", "")], width=38)
def test_a_long_cell_does_not_move_the_others(
    aligns: tuple[str, ...], rows: list[tuple[str, ...]], width: int
) -> None:
    columns = [("Title", "left"), *zip(("Second", "Third", "Fourth"), aligns, strict=True)]
    rows = [(row[0] or "a", *row[1:]) for row in rows]
    _assert_rows(columns, rows, titles_first(columns, rows, width), width)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ids_of_a_printed_list_begin_in_one_column(
    sample_store: Store, language: Language
) -> None:
    for section in sample_store.sections():
        if not section.columns(language):
            continue
        rows = sample_store.rows(section.id, language)
        names = [f"#{row.id}" for row in rows]
        for width in (None, *_WIDTHS[::3]):
            lines = [
                plain(line)
                for line in listing(
                    section.columns(language),
                    [row.cells for row in rows],
                    width,
                    ids=("Id", names),
                )
            ]
            places = {
                cell_len(line[: line.index(name)])
                for name in names
                for line in lines
                if line.rstrip().endswith(f" {name}")
            }
            assert len(places) <= 1, (section.id, width)
