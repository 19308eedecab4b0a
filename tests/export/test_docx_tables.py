"""Columns of tables in a Word document are as wide as their contents."""

from __future__ import annotations

import re

import pytest

from tui.export.docx_tables import column_widths, fit_tables

_WIDTH = 10000


def _table(*rows: tuple[str, ...]) -> str:
    def cell(text: str) -> str:
        return f"<w:tc><w:tcPr /><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    grid = "".join('<w:gridCol w:w="1584" />' for _ in rows[0])
    body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    width = '<w:tblW w:type="auto" w:w="0" />'
    return f"<w:tbl><w:tblPr>{width}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _widths(table: str) -> list[int]:
    return [int(found) for found in re.findall(r'<w:gridCol w:w="(\d+)"', table)]


@pytest.mark.parametrize(
    ("needed", "expected"),
    [
        ([1000, 2000, 500], [1000, 2000, 500]),
        ([1000, 9000, 9000], [1000, 4500, 4500]),
        ([9000, 500, 3000], [6500, 500, 3000]),
    ],
)
def test_columns_get_what_they_need_and_wide_ones_share_the_rest(
    needed: list[int], expected: list[int]
) -> None:
    assert column_widths(needed, _WIDTH) == expected


def test_a_column_is_as_wide_as_its_longest_cell_and_chinese_counts_twice() -> None:
    table = fit_tables(_table(("ab", "市场规模"), ("abcd", "x")), _WIDTH)
    latin, chinese = _widths(table)
    assert chinese > latin > 0
    wider, _ = _widths(fit_tables(_table(("ab", "市场规模"), ("abcdefgh", "x")), _WIDTH))
    assert wider == chinese
    cells = re.findall(r'<w:tcW w:w="(\d+)" w:type="dxa"/>', table)
    assert [int(each) for each in cells] == [latin, chinese] * 2
    assert f'<w:tblW w:type="dxa" w:w="{latin + chinese}"/>' in table


def test_a_table_is_not_wider_than_the_page() -> None:
    table = fit_tables(_table(("2022", "长" * 400, "x" * 300)), _WIDTH)
    narrow, *wide = _widths(table)
    assert sum((narrow, *wide)) <= _WIDTH
    assert wide[0] == wide[1] > narrow


def test_entities_count_as_one_character() -> None:
    assert fit_tables(_table(("&amp;&amp;",)), _WIDTH) == fit_tables(
        _table(("ab",)), _WIDTH
    ).replace("ab", "&amp;&amp;")
