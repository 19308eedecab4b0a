from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.check.measures import Comparator, Figure, RateType, Stated, figure, state
from tui.check.rules.rates import rate_matches, recompute

# Rates as sources state them: type, start (or whole), end (or part), stated, computed.
STATED_RATES: tuple[tuple[RateType, str, str, str, str], ...] = (
    ("cagr", "650亿元@2016", "1961亿元@2020", "31.79", "31.7926"),
    ("cagr", "55870亿元@2020", "97120亿元@2025", "11.7", "11.6930"),
    ("cagr", "97120亿元@2025", "148740亿元@2030", "8.9", "8.8990"),
    ("cagr", "578亿元@2016", "1761亿元@2020", "32.1", "32.1167"),
    ("cagr", "1761亿元@2020", "8001亿元@2025", "35.4", "35.3558"),
    ("share", "55870亿元@2020", "1761亿元@2020", "3.15", "3.1520"),
    ("share", "97120亿元@2025", "8001亿元@2025", "8.24", "8.2383"),
    ("share", "148740亿元@2030", "18085亿元@2030", "12.16", "12.1588"),
    ("growth", "172亿元@2024", "199亿元@2025", "15.7", "15.6977"),
    ("growth", "1447亿元@2023", "1477亿元@2024", "2.1", "2.0733"),
    ("growth", "5628万亩@2023", "5690万亩@2024", "1.1", "1.1016"),
    ("growth", "71.7亿元@2023", "95.9亿元@2024", "33.8", "33.7517"),
)


@pytest.mark.parametrize(("type_", "base", "top", "stated", "computed"), STATED_RATES)
def test_correct_rate_is_recomputed_and_matches(
    type_: RateType, base: str, top: str, stated: str, computed: str
) -> None:
    rate, context = state(type_, figure(base), figure(top), Decimal(stated))
    found = recompute(rate, context)
    assert found is not None
    assert round(found, 4) == Decimal(computed)
    assert rate_matches(rate, context)


@pytest.mark.parametrize(
    ("type_", "base", "top", "stated"),
    [
        ("growth", "650亿元@2016", "1961亿元@2020", "31.79"),  # 201.7: 31.79 is the compound rate
        ("cagr", "650亿元@2016", "1961亿元@2020", "31.97"),
        ("cagr", "1961亿元@2020", "650亿元@2016", "31.79"),  # the ends swapped
        ("share", "55870亿元@2020", "1761亿元@2020", "3.16"),
        ("share", "1000家@2020", "5家@2020", "5.0"),
        ("share", "1761亿元@2020", "55870亿元@2020", "3.15"),
        ("growth", "199亿元@2025", "172亿元@2024", "15.7"),
        ("growth", "71.7亿元@2023", "95.9亿元@2024", "34.0"),
    ],
)
def test_incorrect_rate_does_not_match(type_: RateType, base: str, top: str, stated: str) -> None:
    assert not rate_matches(*state(type_, figure(base), figure(top), Decimal(stated)))


def test_change_is_computed_in_the_unit_of_the_rate() -> None:
    # Both figures are rounded to a million, so 162 (万人) is within the range around 200.
    users = figure("3.62亿人@2022-12"), figure("3.64亿人@2023-06")
    rate, context = state("change", *users, Decimal(162), unit="万人")
    assert recompute(rate, context) == 200
    assert rate_matches(rate, context)
    assert not rate_matches(*state("change", *users, Decimal(302), unit="万人"))


@pytest.mark.parametrize(
    ("comparator", "stated", "matches"),
    [
        (">", "20", True),
        (">", "26", False),
        (">=", "25.0", True),
        ("<", "30", True),
        ("<", "24", False),
        ("~", "23", True),
        ("~", "27.7", True),
        ("~", "22", False),
        ("~", "28", False),
        (None, "24.9", False),
    ],
)
def test_comparator_extends_the_matching_range(
    comparator: Comparator, stated: str, matches: bool
) -> None:
    base, top = figure("100.000亿元@2016"), figure("125.000亿元@2020")
    assert (
        rate_matches(*state("growth", base, top, Decimal(stated), comparator=comparator)) is matches
    )


@pytest.mark.parametrize(
    ("type_", "base", "top"),
    [
        ("growth", "0亿元@2016", "5亿元@2020"),
        ("share", "0亿元@2020", "5亿元@2020"),
        ("cagr", "-5亿元@2016", "5亿元@2020"),
        ("cagr", "5亿元@2020", "6亿元@2020"),
        ("cagr", "5亿元@2016", "6亿元@undated"),
        ("cagr", "5亿元@undated", "6亿元@2020"),
        ("growth_change", "5亿元@2016", "6亿元@2020"),
    ],
)
def test_rate_that_cannot_be_computed_does_not_match(type_: RateType, base: str, top: str) -> None:
    rate, context = state(type_, figure(base), figure(top), Decimal(5))
    assert recompute(rate, context) is None
    assert not rate_matches(rate, context)


@pytest.mark.parametrize(
    ("base", "top", "printed"),
    [
        (figure("1761亿元@2020"), figure("8001亿元@2025", printed="8.001亿元"), "-66.0002"),
        (figure("97120亿元@2025", printed="97.120亿元"), figure("148740亿元@2030"), "333.5347"),
        # The unit is misprinted.
        (figure("100万人@2020"), figure("3亿人@2025", printed="3万人"), "-50.4066"),
    ],
)
def test_rate_can_be_computed_from_misprints(base: Figure, top: Figure, printed: str) -> None:
    corrected = recompute(*state("cagr", base, top, Decimal(1)))
    assert corrected is not None
    rate, context = state("cagr", base, top, round(corrected, 1))
    found = recompute(rate, context, as_printed=True)
    assert found is not None
    assert round(found, 4) == Decimal(printed)
    assert rate_matches(rate, context)
    assert not rate_matches(rate, context, as_printed=True)


_amounts = st.decimals(Decimal("0.1"), Decimal(10) ** 7, places=2)
_places = st.integers(0, 3)
_kinds = st.sampled_from(("growth", "share", "cagr"))


def _stated(kind: RateType, base: Decimal, top: Decimal, value: Decimal) -> Stated:
    start = Figure(base, "亿元", "2020" if kind == "share" else "2016")
    return state(kind, start, Figure(top, "亿元", "2020"), value)


def _exact(kind: RateType, base: Fraction, top: Fraction) -> float:
    """Compute the rate independently of the implementation."""
    ratio = top / base
    if kind == "share":
        return float(ratio * 100)
    return float((ratio if kind == "growth" else float(ratio) ** 0.25) - 1) * 100


@given(_kinds, _amounts, _amounts, _places)
def test_computed_and_rounded_rate_always_matches(
    kind: RateType, base: Decimal, top: Decimal, places: int
) -> None:
    value = round(Decimal(_exact(kind, Fraction(base), Fraction(top))), places)
    assume(abs(value) < 10**12)
    assert rate_matches(*_stated(kind, base, top, value))


@given(_kinds, _amounts, _amounts, _places, st.integers(-50, 50))
def test_rate_outside_the_rounding_range_never_matches(
    kind: RateType, base: Decimal, top: Decimal, places: int, steps: int
) -> None:
    half = Fraction(1, 200)  # two decimals
    corners = product(
        (Fraction(base) - half, Fraction(base) + half), (Fraction(top) - half, Fraction(top) + half)
    )
    results = [_exact(kind, *corner) for corner in corners]
    step = Decimal(1).scaleb(-places)
    value = round(Decimal(_exact(kind, Fraction(base), Fraction(top))), places) + steps * step
    off = max(min(results) - float(value), float(value) - max(results))
    assume(off > float(step) * 0.51 and abs(value) < 10**12)
    assert not rate_matches(*_stated(kind, base, top, value))
