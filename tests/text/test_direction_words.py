from __future__ import annotations

import pytest

from tui.text.direction_words import direction_of


def _direction(text: str) -> int:
    at = next(at for at, char in enumerate(text) if char.isdigit())
    return direction_of(text, at, at + 2)


@pytest.mark.parametrize(
    "text",
    ["同比下降12%", "较上年减少12万人", "降12%", "同比负增长12%", "12%的降幅", "decreased by 12%",
     "fell 12 percent", "a 12% decline", "was down 12%", "收入增长，利润下滑12%"],
)  # fmt: skip
def test_a_fall_is_recognized(text: str) -> None:
    assert _direction(text) == -1


@pytest.mark.parametrize(
    "text",
    ["同比增长12%", "增12%", "提高了12个百分点", "grew 12 percent", "rose by 12%", "12% growth",
     "利润下降，收入增长12%"],
)  # fmt: skip
def test_a_rise_is_recognized(text: str) -> None:
    assert _direction(text) == 1


@pytest.mark.parametrize(
    "text",
    ["毛利率下降至12%", "降到12%", "fell to 12%", "占比12%", "降幅收窄12个百分点", "亏损减少12%",
     "利润下降。占比12%", "supply of 12%", "surgical robots 12%", "enterprises, again 12%",
     "a slowdown of contracts 12%"],
)  # fmt: skip
def test_a_level_or_a_smaller_fall_has_no_direction(text: str) -> None:
    assert _direction(text) == 0
