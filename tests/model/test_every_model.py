"""What holds for whatever an editor writes: closed, frozen, bilingual, never without evidence."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from tests.model import material as given
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


def test_every_kind_of_record_is_tried() -> None:
    assert set(RECORD_TYPES.values()) <= {model for model, _ in _CITED}


@pytest.mark.parametrize(("model", "written"), _ALL, ids=_NAMES)
def test_it_is_closed_to_fields_it_does_not_know(
    model: type[BaseModel], written: dict[str, Any]
) -> None:
    model.model_validate(written)
    with pytest.raises(ValidationError, match="extra"):
        model.model_validate({**written, "colour": "red"})


@pytest.mark.parametrize(("model", "written"), _ALL, ids=_NAMES)
def test_it_cannot_be_changed(model: type[BaseModel], written: dict[str, Any]) -> None:
    made = model.model_validate(written)
    field = next(iter(written))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(made, field, getattr(made, field))


@pytest.mark.parametrize(("model", "written"), _CITED, ids=_NAMES[: len(_CITED)])
@pytest.mark.parametrize("citations", [None, []], ids=["none", "empty"])
def test_nothing_stands_without_its_evidence(
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
def test_a_text_is_said_in_both_languages(text: object) -> None:
    with pytest.raises(ValidationError):
        Term.model_validate({**given.TERM, "term": text})


@pytest.mark.parametrize("slug", ["a", "jd-health", "2023-review", "a-1-b", "x" * 60])
def test_an_id_is_words_and_digits_joined_by_hyphens(slug: str) -> None:
    assert Term.model_validate({**given.TERM, "id": slug}).id == slug


@pytest.mark.parametrize(
    "slug", ["", "JD", "a_b", "a b", "-a", "a-", "a--b", "医保", "a.b", "a\n", "x" * 61, 7]
)
def test_what_is_no_id_is_refused(slug: object) -> None:
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
def test_a_record_knows_what_its_page_is_called(record: Record, title: dict[str, str]) -> None:
    assert record.heading.model_dump() == title
