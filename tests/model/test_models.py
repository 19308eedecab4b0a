"""All models reject unknown fields, are frozen and bilingual, and require citations."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from tests.model import valid_records as given
from tui.model import (
    RECORD_TYPES,
    Bilingual,
    Citation,
    Event,
    Gap,
    Observation,
    Offering,
    Player,
    Policy,
    Provision,
    Rate,
    Record,
    Relation,
    Source,
    Statement,
    Statistic,
    Term,
)

_CITED: list[tuple[type[BaseModel], dict[str, Any]]] = [
    (Observation, given.OBSERVATION),
    (Rate, given.RATE),
    (Statistic, given.STATISTIC),
    (Statement, given.STATEMENT),
    (Player, given.PLAYER),
    (Offering, given.OFFERING),
    (Event, given.EVENT),
    (Relation, given.RELATION),
    (Policy, given.POLICY),
    (Provision, given.PROVISION),
    (Term, given.TERM),
    (Gap, given.GAP),
]
_ALL = [*_CITED, (Source, given.SOURCE), (Citation, given.CITATION), (Bilingual, given.TEXT)]
_NAMES = [model.__name__ for model, _ in _ALL]


def test_these_tests_cover_every_kind_of_record() -> None:
    assert set(RECORD_TYPES.values()) <= {model for model, _ in _CITED}


@pytest.mark.parametrize(("model", "written"), _ALL, ids=_NAMES)
def test_an_unknown_field_is_rejected(model: type[BaseModel], written: dict[str, Any]) -> None:
    model.model_validate(written)
    with pytest.raises(ValidationError, match="extra"):
        model.model_validate({**written, "color": "red"})


@pytest.mark.parametrize(("model", "written"), _ALL, ids=_NAMES)
def test_a_model_is_immutable(model: type[BaseModel], written: dict[str, Any]) -> None:
    record = model.model_validate(written)
    field = next(iter(written))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, field, getattr(record, field))


@pytest.mark.parametrize(("model", "written"), _CITED, ids=_NAMES[: len(_CITED)])
@pytest.mark.parametrize("citations", [None, []], ids=["none", "empty"])
def test_a_record_without_citations_is_rejected(
    model: type[BaseModel], written: dict[str, Any], citations: list[object] | None
) -> None:
    bare = {name: value for name, value in written.items() if name != "citations"}
    if citations is not None:
        bare["citations"] = citations
    with pytest.raises(ValidationError, match="citations"):
        model.model_validate(bare)


@pytest.mark.parametrize(
    "text",
    [{"zh": "医"}, {"en": "care"}, {"zh": "医", "en": ""}, {"zh": " \u3000", "en": "x"}, "医"],
)
def test_a_text_needs_both_languages(text: object) -> None:
    with pytest.raises(ValidationError):
        Term.model_validate({**given.TERM, "term": text})


@pytest.mark.parametrize("slug", ["a", "jd-health", "2023-review", "a-1-b", "x" * 60])
def test_an_id_is_words_and_digits_joined_by_hyphens(slug: str) -> None:
    assert Term.model_validate({**given.TERM, "id": slug}).id == slug


@pytest.mark.parametrize(
    "slug", ["", "JD", "a_b", "a b", "-a", "a-", "a--b", "医保", "a.b", "a\n", "x" * 61, 7]
)
def test_an_invalid_id_is_rejected(slug: object) -> None:
    with pytest.raises(ValidationError, match="id"):
        Term.model_validate({**given.TERM, "id": slug})


@pytest.mark.parametrize(
    ("record", "title"),
    [
        (Player.model_validate(given.PLAYER), given.PLAYER["names"]),
        (Policy.model_validate(given.POLICY), given.POLICY["title"]),
        (Term.model_validate(given.TERM), given.TERM["term"]),
        (Gap.model_validate(given.GAP), given.GAP["question"]),
        (Statement.model_validate(given.STATEMENT), given.STATEMENT["title"]),
        (Statistic.model_validate(given.STATISTIC), given.STATISTIC["title"]),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Record) else "",
)
def test_a_record_has_the_title_of_its_page(record: Record, title: dict[str, str]) -> None:
    assert record.heading.model_dump() == title
