"""Statements require an author unless they are facts; sources require a date and a file."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.model.valid_records import SOURCE, STATEMENT, TEXT
from tui.model import Source, Statement


@pytest.mark.parametrize("basis", ["source_claim", "forecast", "judgement"])
def test_a_statement_that_is_not_a_fact_needs_an_author(basis: str) -> None:
    with pytest.raises(ValidationError, match="said_by"):
        Statement.model_validate({**STATEMENT, "basis": basis})
    Statement.model_validate({**STATEMENT, "basis": basis, "said_by": TEXT})


_INFERRED = {"date_inferred": {"earliest": "2023-04", "reason": TEXT}}


def test_a_source_has_either_a_date_or_an_inferred_one() -> None:
    undated = {name: value for name, value in SOURCE.items() if name != "date_published"}
    Source.model_validate({**undated, **_INFERRED})
    for wrong in (undated, {**SOURCE, **_INFERRED}):
        with pytest.raises(ValidationError, match="either date_published or date_inferred"):
            Source.model_validate(wrong)


def test_a_date_of_access_is_a_day_after_publication() -> None:
    assert Source.model_validate(SOURCE).accessed is None
    assert Source.model_validate({**SOURCE, "accessed": "2023-01-02"}).accessed == "2023-01-02"
    for wrong in ("2023", "2023-01", "2023-02-30"):
        with pytest.raises(ValidationError, match=r"accessed\n.*invalid date"):
            Source.model_validate({**SOURCE, "accessed": wrong})
    with pytest.raises(ValidationError, match="accessed is before date_published"):
        Source.model_validate({**SOURCE, "accessed": "2022-12-31"})


@pytest.mark.parametrize(
    "original",
    [
        {"file": "../herald.txt"},
        {"file": "a\\b"},
        {"file": ""},
        {"size": 0},
        {"sha256": "0" * 63},
        {"sha256": "G" * 64},
    ],
)
def test_an_original_needs_a_file_name_size_and_checksum(original: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="original"):
        Source.model_validate({**SOURCE, "original": {**SOURCE["original"], **original}})


@pytest.mark.parametrize("url", ["ftp://a.example/x", "a.example", "https://a b", "javascript:x"])
def test_a_url_that_is_not_http_is_rejected(url: str) -> None:
    with pytest.raises(ValidationError, match="url"):
        Source.model_validate({**SOURCE, "url": url})
