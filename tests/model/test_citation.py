"""Citations quote a short phrase."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.model.valid_records import CITATION
from tui.model import Citation


@pytest.mark.parametrize("field", ["exact", "prefix", "suffix"])
def test_a_quote_has_at_most_forty_characters(field: str) -> None:
    Citation.model_validate({**CITATION, field: "医" * 40})
    with pytest.raises(ValidationError, match=field):
        Citation.model_validate({**CITATION, field: "医" * 41})


def test_a_quote_without_chinese_has_at_most_twenty_five_words() -> None:
    Citation.model_validate({**CITATION, "exact": "word " * 24 + "word"})
    with pytest.raises(ValidationError, match="26 words; the limit is 25"):
        Citation.model_validate({**CITATION, "exact": "word " * 25 + "word"})
    with pytest.raises(ValidationError, match="at most 200 characters"):
        Citation.model_validate({**CITATION, "exact": "w" * 201})


@pytest.mark.parametrize("exact", ["", "  ", "\n"])
def test_an_empty_quote_is_rejected(exact: str) -> None:
    with pytest.raises(ValidationError, match="exact"):
        Citation.model_validate({**CITATION, "exact": exact})


def test_quoted_words_are_stored_as_printed() -> None:
    printed = " 55．4％，“万\n"
    assert Citation.model_validate({**CITATION, "exact": printed}).exact == printed


def test_the_default_relation_is_quoted() -> None:
    assert Citation.model_validate(CITATION).relation == "quoted"
    with pytest.raises(ValidationError, match="relation"):
        Citation.model_validate({**CITATION, "relation": "guessed"})


@pytest.mark.parametrize(
    "gloss",
    [
        "CNY 309.9 billion",
        "issued the《医疗条例》in 2018",
        "“Internet Plus” – a “plan”, 14% (of …)",
    ],
)
def test_a_gloss_is_one_line_of_english(gloss: str) -> None:
    assert Citation.model_validate({**CITATION, "gloss": gloss}).gloss == gloss


@pytest.mark.parametrize(
    "gloss",
    ["", " ", "two\nlines", "two  spaces ", "市场", "market 规模", "a，b", "《a\nb》", "《》"],
)
def test_an_empty_or_chinese_gloss_is_rejected(gloss: str) -> None:
    with pytest.raises(ValidationError, match="gloss"):
        Citation.model_validate({**CITATION, "gloss": gloss})


def test_a_gloss_is_optional() -> None:
    assert Citation.model_validate(CITATION).gloss is None
