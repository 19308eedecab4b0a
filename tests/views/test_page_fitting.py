"""How many records of each kind a brief names: what is worth more stays, and returns, first."""

from __future__ import annotations

import pytest

from tui.document import Paragraph, Span
from tui.views.page_fitting import fitting_blocks
from tui.views.printed_length import printed_lines

_MOST = {"statistic": 4, "statement": 3, "disagreement": 3, "gap": 5, "policy": 6}
_LINE = printed_lines([Paragraph((Span("x"),), bullet="-")])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (21, _MOST),
        (19, {**_MOST, "statement": 1}),
        (15, {"statistic": 2, "statement": 1, "disagreement": 2, "gap": 4, "policy": 6}),
        (13, {"statistic": 1, "statement": 1, "disagreement": 1, "gap": 4, "policy": 6}),
        (11, {"statistic": 1, "statement": 1, "disagreement": 1, "gap": 4, "policy": 4}),
        (8, {"statistic": 1, "statement": 1, "disagreement": 1, "gap": 2, "policy": 3}),
        (0, {"statistic": 1, "statement": 1, "disagreement": 1, "gap": 2, "policy": 3}),
    ],
)
def test_records_make_room_by_their_worth_down_to_the_floor(
    lines: int, expected: dict[str, int]
) -> None:
    counts: dict[str, int] = {}

    def blocks(named: dict[str, int]) -> tuple[Paragraph, ...]:
        nonlocal counts
        counts = named
        return tuple(
            Paragraph((Span(kind),), bullet="-") for kind in named for _ in range(named[kind])
        )

    found = fitting_blocks(
        blocks, _MOST, {"policy": 6, "gap": 4}, {"policy": 3, "gap": 2}, lines * _LINE + 0.01
    )
    named = [span.text for each in found if isinstance(each, Paragraph) for span in each.spans]
    assert {kind: named.count(kind) for kind in _MOST} == expected
