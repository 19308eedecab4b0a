"""What briefing.toml allows in the records of a briefing."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tui.model import Bilingual, Player
from tui.model.scope import Scope, scope_in


def test_a_briefing_of_one_language_has_plain_texts() -> None:
    english = Scope(("en",))
    for text in ("Traffic", {"en": "Traffic"}):
        assert Bilingual.model_validate(text, context=english).zh == "Traffic"
    for wrong in ("Traffic", {"en": "Traffic"}):
        with pytest.raises(ValidationError):
            Bilingual.model_validate(wrong)
    with pytest.raises(ValidationError):
        Bilingual.model_validate({"zh": "客运"}, context=english)


def test_declared_roles_take_the_place_of_those_of_other_industries() -> None:
    data: dict[str, Any] = {
        "id": "x",
        "names": {"zh": "甲", "en": "A"},
        "summary": {"zh": "甲", "en": "A"},
        "citations": [{"source": "s", "exact": "甲"}],
    }
    scope = Scope(roles=("operator",))
    for role in ("operator", "government", "other"):
        assert Player.model_validate({**data, "role": role}, context=scope).role == role
    with pytest.raises(ValidationError, match="'operator'"):
        Player.model_validate({**data, "role": "operators"}, context=scope)
    with pytest.raises(ValidationError, match="'operator'"):
        Player.model_validate({**data, "role": "platform"}, context=scope)
    with pytest.raises(ValidationError, match="'platform'"):
        Player.model_validate({**data, "role": "operator"})


def test_an_invalid_language_is_the_only_error_of_plain_texts() -> None:
    assert scope_in({"languages": ["de"], "title": "Trams"}).languages == ("en",)
    assert scope_in({"languages": ["de"], "title": "电车"}).languages == ("zh",)


@pytest.mark.parametrize(
    "data", [{}, {"languages": "en", "units": 3, "roles": [1, {"id": 2}]}, {"languages": ["fr"]}]
)
def test_what_briefing_toml_does_not_say_has_its_default(data: dict[str, Any]) -> None:
    assert scope_in(data) == Scope()


def test_units_include_the_currency() -> None:
    assert scope_in({"units": ["TEU"], "currency": "XDR"}).units == ("TEU", "XDR")
