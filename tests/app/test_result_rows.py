"""Search results with their answers below the titles, as far as the list has room."""

from __future__ import annotations

import pytest

from tests.app.reading import Reading, opened
from tui.app.browse.sources.list_source import ListContent
from tui.app.browse.view_state import least_result_lines
from tui.app.widgets.row_lines import RowLines
from tui.document import Role
from tui.render.glyphs import UNICODE
from tui.render.line_wrap import line_width, plain
from tui.store import Row, Store
from tui.text.language import Wording

_COLUMNS = (("", "left"), ("", "left"))
_ROLES: list[Role] = ["body", "muted"]


def _row(number: int, answer: str) -> Row:
    title = f"Title {number}"
    return Row(f"r{number}", "term", "terms", Wording(title, title), False, (title, answer))


def _texts(lines: RowLines) -> list[str]:
    places = [lines.at(line) for line in range(lines.count)]
    drawn = [lines.line(lines.rows[row], part, _ROLES, UNICODE) for row, part in places]
    assert all(line_width(line) <= 40 for line in drawn)
    return [plain(line).rstrip() for line in drawn]


@pytest.mark.parametrize("window", [(80, 24), (120, 40)])
@pytest.mark.parametrize("free", [-3, 0, 1, 4])
def test_the_first_results_have_their_answers_below(window: tuple[int, int], free: int) -> None:
    count = least_result_lines(*window) - free
    rows = [_row(number, "short" if number == 1 else "words " * 20) for number in range(count)]
    content = ListContent(_COLUMNS, rows, are_results=True)
    lines = RowLines(content, [18, 20], 40, window)
    found = _texts(lines)
    assert len(found) == count + max(0, free)
    below = [line for line in found if line.startswith("  words")]
    assert len(below) == max(0, free)
    if free > 1:
        assert found[:2] == ["Title 0", below[0]]
        assert found[2] == f"{'Title 1':18}  short", "it is whole beside its title"
        assert found[3].rstrip() == "Title 2"
    others = ListContent(_COLUMNS, rows)
    assert RowLines(others, [18, 20], 40, window).count == count


def _results(reading: Reading) -> list[str]:
    """Return the lines of the results without the cursor and other marks."""
    top = next(at for at, line in enumerate(reading.lines) if line.startswith(" Results ─"))
    return [line[3:].rstrip() for line in reading.lines[top + 1 : -1] if line.strip()]


async def test_no_result_moves_with_the_cursor(sample_store: Store) -> None:
    async with opened(sample_store, (80, 24), "en") as reading:
        await reading.press("slash")
        await reading.type("chunlai founded")
        rows = _results(reading)
        answers = [line for line in rows if line.startswith("  ")]
        assert answers
        for _ in range(4):
            await reading.press("down")
            assert _results(reading) == rows
