"""Fact references: parsed, formatted, and the record that they name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SAMPLE
from tui.document.fact_ref import (
    FACT_REF_PATTERN,
    FactRef,
    is_figure,
    is_rate,
    observation_ref,
    parse_fact_ref,
    part_ref,
    rate_ref,
    record_id_of,
)
from tui.load import load_content
from tui.load.record_references import fact_refs

_SLUG = st.from_regex(r"[a-z0-9-]+", fullmatch=True)
_STATUS = st.sampled_from(["", "reported", "estimate", "forecast"])


@given(st.from_regex(FACT_REF_PATTERN, fullmatch=True))
def test_every_valid_reference_survives_parsing_and_formatting(reference: str) -> None:
    reference = reference.removesuffix("\n")
    assert str(parse_fact_ref(reference)) == reference


@given(_SLUG, _SLUG, st.sampled_from(["2022", "2023-06", "2021-H1", "2016/2020"]), _STATUS)
def test_a_built_reference_is_parsed_into_its_parts(
    record: str, part: str, period: str, status: str
) -> None:
    metric = part_ref(record, part)
    assert parse_fact_ref(record) == FactRef(record)
    assert parse_fact_ref(metric) == FactRef(record, part)
    assert parse_fact_ref(rate_ref(metric, "growth")) == FactRef(record, part, rate="growth")
    assert parse_fact_ref(observation_ref(record, period, status)) == FactRef(
        record, period=period, status=status
    )


@given(st.text(alphabet="ab1-.@#:/", max_size=12))
def test_a_text_is_either_parsed_and_formatted_unchanged_or_rejected(text: str) -> None:
    try:
        parsed = parse_fact_ref(text)
    except ValueError:
        assert re.search(FACT_REF_PATTERN, text) is None
    else:
        assert str(parsed) == text


@pytest.mark.parametrize("text", ["", "@2022", "market-size@", "market-size#", "a@2022#b:", "a."])
def test_an_incomplete_reference_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="expected ID"):
        parse_fact_ref(text)


@pytest.mark.parametrize(
    ("reference", "record"),
    [
        ("market-size", "market-size"),
        ("market-size@", "market-size"),
        ("market-size@2022:forecast", "market-size"),
        ("market-size#growth", "market-size"),
        ("jd-health.revenue@2022", "jd-health"),
        ("jd-health.", "jd-health"),
        ("", ""),
    ],
)
def test_an_incomplete_reference_still_has_its_record(reference: str, record: str) -> None:
    assert record_id_of(reference) == record


def test_a_figure_without_a_period_is_undated() -> None:
    assert observation_ref("users", None) == "users@undated"
    assert observation_ref("users", None, "estimate") == "users@undated:estimate"


def test_observations_and_rates_are_figures_and_records_are_not() -> None:
    assert [is_figure(text) for text in ("a@2022", "a#b", "a.b#c", "a", "a.b")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [is_rate(text) for text in ("a#b", "a@2022", "a")] == [True, False, False]


def test_every_reference_of_the_sample_content_is_valid() -> None:
    content = load_content(SAMPLE / "content")
    references = [fact for record in content.records for fact in fact_refs(record)]
    assert len(references) > len(content.records)
    for reference in references:
        assert re.fullmatch(FACT_REF_PATTERN, reference)
        assert str(parse_fact_ref(reference)) == reference
        assert record_id_of(reference) in {record.id for record in content.records}
