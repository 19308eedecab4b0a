"""Check the references between records: every target must exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, get_args

from pydantic import BaseModel

from tui.diagnostics import Problem
from tui.document.fact_ref import observation_ref, part_ref, rate_ref, record_id_of, without_value
from tui.document.link_target import DISAGREEMENT_PREFIX
from tui.load import load_problems
from tui.load.toml_positions import TomlPath, TomlPositions
from tui.load.toml_reader import TomlFile
from tui.model import Brief, Briefing, Measure, QuestionTable, Record, Source
from tui.model.base import RefersTo
from tui.text.close_matches import did_you_mean
from tui.text.language import LANGUAGES, Wording

_IS_DRAFT = Wording(
    "该记录是草稿：先完成它，删去draft = true",
    "that record is a draft: complete it and delete draft = true",
)
FACT_IN_TEXT = re.compile(r"\{fact:([^{}]*)\}")
"""A fact reference in a text, which replaces a typed figure."""


class RecordReference(NamedTuple):
    """``kind``: what the reference names, as in ``RefersTo``; ``in_text``: it stands in a text."""

    path: TomlPath
    field: str
    kind: str
    target: str
    in_text: bool


def dangling_references(
    tables: Sequence[tuple[str, Briefing | QuestionTable]],
    others: Sequence[Source | Brief],
    records: Sequence[Record],
    files: dict[str, TomlFile],
    drafts: Collection[str] = (),
) -> list[Problem]:
    """Return a problem for every reference whose target does not exist. ``tables``: briefing and
    questions by file name; ``drafts``: ids of records that are not ready."""
    targets: dict[str, set[str]] = {
        "source": {other.id for other in others if isinstance(other, Source)},
        "theme": {
            theme.id for _, table in tables if isinstance(table, Briefing) for theme in table.themes
        },
        "record": {record.id for record in records},
        "listed": {record.id for record in records}
        | {other.id for other in others if isinstance(other, Brief)},
        "fact": {fact for record in records for fact in fact_refs(record)},
    }
    targets["fact"] |= targets["source"]
    targets["answer"] = targets["fact"] | {other.id for other in others}
    targets["answer"] |= {f"{DISAGREEMENT_PREFIX}{record.id}" for record in records}
    models: list[tuple[str, BaseModel]] = [*tables]
    models += [(other.id, other) for other in others]
    models += [(record.id, record) for record in records]
    problems: list[Problem] = []
    for name, model in models:
        # Whether the value that a reference pins is still right is for the rules to say.
        dangling = [
            ref for ref in references(model) if without_value(ref.target) not in targets[ref.kind]
        ]
        if not dangling:
            continue  # spares parsing the file for positions
        positions = files[name].positions()
        problems += [
            _problem(ref, targets[ref.kind], files[name].name, positions, drafts)
            for ref in dangling
        ]
    return list(dict.fromkeys(problems))


def fact_refs(record: Record) -> Iterator[str]:
    """Yield the reference to a record and those to its figures, rates, metrics, offerings and
    events."""
    yield record.id
    for reference, measure in record.measures():
        yield reference
        yield from _figure_refs(measure, reference)
    for part in record.part_ids():
        yield part_ref(record.id, part)


def _figure_refs(measure: Measure, base: str) -> Iterator[str]:
    for observation in measure.observations:
        yield observation_ref(base, observation.period)
        yield observation_ref(base, observation.period, observation.status)
    for rate in measure.rates:
        yield rate_ref(base, rate.id)
        yield rate_ref(base, rate.id, rate.status)


def references(model: BaseModel, path: TomlPath = ()) -> Iterator[RecordReference]:
    """Yield all references in the fields and texts of ``model``, whose own path is ``path``."""
    for field, kind in reference_kinds(type(model)).items():
        yield from _references_in_value(getattr(model, field), kind, (*path, field))


def _references_in_value(value: object, kind: str, path: TomlPath) -> Iterator[RecordReference]:
    if isinstance(value, BaseModel):
        yield from references(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _references_in_value(item, kind, (*path, index))
    elif isinstance(value, str):
        field = next(part for part in reversed(path) if isinstance(part, str))
        if kind:
            yield RecordReference(path, field, kind, value, in_text=False)
        else:
            for target in FACT_IN_TEXT.findall(value):
                yield RecordReference(path, field, "fact", target, in_text=True)


@cache
def reference_kinds(model: type[BaseModel]) -> dict[str, str]:
    """Return what each field of ``model`` refers to; an empty string for other fields."""
    return {
        name: _kind_in([*field.metadata, field.annotation])
        for name, field in model.model_fields.items()
    }


def _kind_in(annotations: Iterable[object]) -> str:
    for annotation in annotations:
        if isinstance(annotation, RefersTo):
            return annotation.what
        inner = [*getattr(annotation, "__metadata__", ()), *get_args(annotation)]
        if inner and (kind := _kind_in(inner)):
            return kind
    return ""


def _problem(
    ref: RecordReference,
    targets: set[str],
    file: str,
    positions: TomlPositions,
    drafts: Collection[str],
) -> Problem:
    is_draft = record_id_of(ref.target) in drafts
    hint = (
        (_IS_DRAFT if is_draft else None)
        or did_you_mean(ref.target, targets)
        or Wording(
            "先创建该记录，或删去这一引用", "create that record first, or remove the reference"
        )
    )
    path, field = ref.path, ref.field
    if field in LANGUAGES and positions.span(path) is None:  # a plain text, which is in both fields
        path = path[:-1]
        field = next(part for part in reversed(path) if isinstance(part, str))
    return load_problems.UNKNOWN_REFERENCE.at(
        file, positions.value(path), key=field, target=ref.target, hint=hint
    )
