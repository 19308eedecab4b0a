"""Observations and rates are exact, dated, in a known unit, and have a status."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from tests.model.valid_records import OBSERVATION, RATE, STATISTIC, TEXT
from tui.model import Observation, Rate, Statistic, value_pin


@pytest.mark.parametrize("value", [Decimal("0.1"), Decimal("1.723"), Decimal("3099"), 1, -5, 0])
def test_a_value_is_stored_with_every_digit(value: Decimal | int) -> None:
    stored = Observation.model_validate({**OBSERVATION, "value": value}).value
    assert isinstance(stored, Decimal)
    assert stored == value


@pytest.mark.parametrize(
    "value",
    ["80", "3,099", True, Decimal("NaN"), Decimal("Infinity"), Decimal("1e16"), Decimal("1e-7")],
)
def test_a_value_that_is_not_a_plain_number_is_rejected(value: object) -> None:
    with pytest.raises(ValidationError, match="value"):
        Observation.model_validate({**OBSERVATION, "value": value})


@pytest.mark.parametrize("unit", ["亿光年", "元/人", "", "percent"])
def test_an_unknown_unit_is_rejected(unit: str) -> None:
    with pytest.raises(ValidationError, match="unit"):
        Observation.model_validate({**OBSERVATION, "unit": unit})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (2022, "2022"),
        ("2022", "2022"),
        (datetime.date(2023, 6, 30), "2023-06-30"),
        ("2021-H1", "2021-H1"),
        ("2016/2020", "2016/2020"),
    ],
)
def test_a_period_may_be_written_without_quotes(written: object, read: str) -> None:
    assert Observation.model_validate({**OBSERVATION, "period": written}).period == read


@pytest.mark.parametrize("period", ["2021-H3", 22, True, datetime.datetime(2022, 1, 1)])
def test_an_invalid_period_is_rejected(period: object) -> None:
    with pytest.raises(ValidationError, match="period"):
        Observation.model_validate({**OBSERVATION, "period": period})


_CORRECTED = {"as_printed": "8.0亿元", "correction": {"reason": TEXT, "proof": TEXT}}


@pytest.mark.parametrize(
    ("changed", "left_out"),
    [
        ({"undated": TEXT}, "period"),
        (_CORRECTED, None),
        ({"rank": "preferred", "reason_for_rank": TEXT}, None),
        ({"reason_for_rank": TEXT}, None),
        ({"comparator": ">="}, None),
    ],
)
def test_an_observation_accepts_optional_fields(
    changed: dict[str, Any], left_out: str | None
) -> None:
    written = {**OBSERVATION, **changed}
    if left_out:
        del written[left_out]
    Observation.model_validate(written)


@pytest.mark.parametrize(
    ("changed", "left_out", "why"),
    [
        ({}, "period", "either period or undated"),
        ({"undated": TEXT}, None, "either period or undated"),
        ({"rank": "deprecated"}, None, "reason_for_rank"),
        ({"rank": "preferred"}, None, "reason_for_rank"),
        ({"as_printed": "8.0亿元"}, None, "both as_printed and correction"),
        ({"correction": _CORRECTED["correction"]}, None, "both as_printed and correction"),
        ({}, "status", "status"),
        ({"status": "rumoured"}, None, "status"),
        ({"comparator": "≈"}, None, "comparator"),
    ],
)
def test_an_inconsistent_observation_is_rejected(
    changed: dict[str, Any], left_out: str | None, why: str
) -> None:
    written = {**OBSERVATION, **changed}
    if left_out:
        del written[left_out]
    with pytest.raises(ValidationError, match=why):
        Observation.model_validate(written)


_ENDS = {"start": "market@2021", "end": "market@2022"}
_PARTS = {"part": "night@2022", "whole": "all@2022"}


@pytest.mark.parametrize(
    "changed",
    [{}, _ENDS, {"type": "share"}, {"type": "share", **_PARTS}, {"type": "cagr", **_ENDS}],
)
def test_a_rate_accepts_the_ends_of_its_type(changed: dict[str, Any]) -> None:
    Rate.model_validate({**RATE, **changed})


@pytest.mark.parametrize(
    "changed",
    [
        {"start": "market@2021"},
        {"end": "market@2022"},
        _PARTS,
        {"type": "share", **_ENDS},
        {"type": "share", "part": "night@2022"},
        {"start": "Market@2021", "end": "market@2022"},
        {"start": "market@2021 ", "end": "market@2022"},
    ],
)
def test_a_rate_with_incomplete_ends_or_those_of_another_type_is_rejected(
    changed: dict[str, Any],
) -> None:
    with pytest.raises(ValidationError):
        Rate.model_validate({**RATE, **changed})


def test_a_statistic_needs_an_observation_or_rate() -> None:
    with pytest.raises(ValidationError, match="at least one observation or rate"):
        Statistic.model_validate({**STATISTIC, "observations": []})
    Statistic.model_validate({**STATISTIC, "observations": [], "rates": [RATE]})


def test_a_range_ends_above_its_value_and_has_no_hedge() -> None:
    assert value_pin(Observation.model_validate({**OBSERVATION, "upper": 99999})).count("–") == 1
    for wrong in ({"upper": OBSERVATION["value"]}, {"upper": 99999, "comparator": ">"}):
        with pytest.raises(ValidationError, match="upper"):
            Observation.model_validate({**OBSERVATION, **wrong})
