from __future__ import annotations

import pytest

from tui.text.period_mentions import find_periods, overlap
from tui.text.periods import parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021年", "2021"),
        ("２０２１ 年", "2021"),
        ("2023全年", "2023"),
        ("2021年上半年", "2021-H1"),
        ("2024年第一季度", "2024-Q1"),
        ("2022 年 12 月", "2022-12"),
        ("2024年1-3月", "2024-01/2024-03"),
        ("2020-2024年", "2020/2024"),
        ("2016年至2020年", "2016/2020"),
        ("in 2021", "2021"),
        ("in the first half: H1 2021", "2021-H1"),
        ("by June 2023", "2023-06"),
        ("on 30 June 2023", "2023-06"),
        ("from 2016–2020", "2016/2020"),
    ],
)
def test_a_named_period_is_found(text: str, period: str) -> None:
    assert [item.period for item in find_periods(text)] == [parse_period(period)]


@pytest.mark.parametrize(
    "text", ["2000多家", "超过2000人", "12021年", "今年上半年", "第2021号", "to 2000 people"]
)
def test_a_number_is_not_a_period(text: str) -> None:
    assert find_periods(text) == []


@pytest.mark.parametrize("text", ["比2020年增长", "较 2022 年 12 月增长", "up from 2020"])
def test_a_base_of_comparison_is_marked(text: str) -> None:
    assert [item.is_base for item in find_periods(text)] == [True]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("2021", "2021-06", True), ("2016/2020", "2020-H2", True), ("2021-H1", "2021-07", False)],
)
def test_periods_overlap_if_they_share_a_month(first: str, second: str, expected: bool) -> None:
    assert overlap(parse_period(first), parse_period(second)) is expected
