"""A citation quotes a phrase, and no more than that."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.model.material import CITATION
from tui.model import Citation


@pytest.mark.parametrize("field", ["exact", "prefix", "suffix"])
def test_forty_characters_may_be_quoted_and_not_one_more(field: str) -> None:
    Citation.model_validate({**CITATION, field: "医" * 40})
    with pytest.raises(ValidationError, match=field):
        Citation.model_validate({**CITATION, field: "医" * 41})


@pytest.mark.parametrize("exact", ["", "  ", "\n"])
def test_a_quote_says_something(exact: str) -> None:
    with pytest.raises(ValidationError, match="exact"):
        Citation.model_validate({**CITATION, "exact": exact})


def test_quoted_words_are_kept_as_printed() -> None:
    printed = " 55．4％，“万\n"
    assert Citation.model_validate({**CITATION, "exact": printed}).exact == printed


def test_words_are_quoted_unless_said_to_be_derived() -> None:
    assert Citation.model_validate(CITATION).relation == "quoted"
    with pytest.raises(ValidationError, match="relation"):
        Citation.model_validate({**CITATION, "relation": "guessed"})
