"""Statements name whose word they are; sources name when they were written."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.model.material import SOURCE, STATEMENT, TEXT
from tui.model import Source, Statement


@pytest.mark.parametrize("basis", ["source_claim", "forecast", "judgement"])
def test_what_is_no_fact_is_somebodys_word(basis: str) -> None:
    with pytest.raises(ValidationError, match="said_by"):
        Statement.model_validate({**STATEMENT, "basis": basis})
    Statement.model_validate({**STATEMENT, "basis": basis, "said_by": TEXT})


_INFERRED = {"date_inferred": {"earliest": "2023-04", "reason": TEXT}}


def test_a_source_without_a_date_says_how_one_can_tell() -> None:
    undated = {name: value for name, value in SOURCE.items() if name != "date_published"}
    Source.model_validate({**undated, **_INFERRED})
    for wrong in (undated, {**SOURCE, **_INFERRED}):
        with pytest.raises(ValidationError, match="either date_published or date_inferred"):
            Source.model_validate(wrong)


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
def test_an_original_is_one_file_with_its_checksum(original: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="original"):
        Source.model_validate({**SOURCE, "original": {**SOURCE["original"], **original}})


@pytest.mark.parametrize("url", ["ftp://a.example/x", "a.example", "https://a b", "javascript:x"])
def test_an_address_is_one_that_a_browser_opens(url: str) -> None:
    with pytest.raises(ValidationError, match="url"):
        Source.model_validate({**SOURCE, "url": url})
