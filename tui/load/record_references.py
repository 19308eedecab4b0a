"""References between records: every one that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, get_args

from pydantic import BaseModel

from tui.diagnostics import Problem
from tui.document.fact_ref import observation_ref, part_ref, rate_ref
from tui.load import load_problems
from tui.load.toml_file import TomlFile
from tui.load.toml_positions import TomlPath, TomlPositions
from tui.model import Brief, Briefing, Measure, Record, Source
from tui.model.base import RefersTo
from tui.text.close_matches import did_you_mean
from tui.text.language import Wording

FACT_IN_TEXT = re.compile(r"\{fact:([^{}]*)\}")
"""How a text names a figure instead of typing it."""


class _Reference(NamedTuple):
    path: TomlPath
    field: str
    what: str
    target: str


def dangling_references(
    briefing: Briefing,
    others: Sequence[Source | Brief],
    records: Sequence[Record],
    entries: dict[str, TomlFile],
) -> list[Problem]:
    """A problem for every reference to something that does not exist."""
    known: dict[str, set[str]] = {
        "source": {other.id for other in others if isinstance(other, Source)},
        "theme": {theme.id for theme in briefing.themes},
        "record": {record.id for record in records},
        "fact": {fact for record in records for fact in fact_refs(record)},
    }
    known["fact"] |= known["source"]
    problems: list[Problem] = []
    models: list[tuple[str, BaseModel]] = [("briefing.toml", briefing)]
    models += [(other.id, other) for other in others]
    models += [(record.id, record) for record in records]
    for name, model in models:
        lost = [ref for ref in _references(model, ()) if ref.target not in known[ref.what]]
        if not lost:
            continue
        positions = entries[name].positions()
        for ref in lost:
            problems.append(_problem(ref, known[ref.what], entries[name].file, positions))
    return problems


def fact_refs(record: Record) -> Iterator[str]:
    """What of a record can be referred to: itself, its figures, rates, products, events."""
    yield record.id
    for base, measure in record.measures():
        yield base
        yield from _figures(measure, base)
    for part in record.part_ids():
        yield part_ref(record.id, part)


def _figures(measure: Measure, base: str) -> Iterator[str]:
    for observation in measure.observations:
        yield observation_ref(base, observation.period)
        yield observation_ref(base, observation.period, observation.status)
    for rate in measure.rates:
        yield rate_ref(base, rate.id)


def _references(model: BaseModel, path: TomlPath) -> Iterator[_Reference]:
    for field, what in _fields(type(model)).items():
        yield from _in_value(getattr(model, field), what, (*path, field))


def _in_value(value: object, what: str, path: TomlPath) -> Iterator[_Reference]:
    if isinstance(value, BaseModel):
        yield from _references(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _in_value(item, what, (*path, index))
    elif isinstance(value, str):
        field = next(part for part in reversed(path) if isinstance(part, str))
        if what:
            yield _Reference(path, field, what, value)
        else:
            for target in FACT_IN_TEXT.findall(value):
                yield _Reference(path, field, "fact", target)


@cache
def _fields(model: type[BaseModel]) -> dict[str, str]:
    """What each field refers to; empty for one that refers to nothing by its type."""
    return {
        name: _marked([*field.metadata, field.annotation])
        for name, field in model.model_fields.items()
    }


def _marked(annotations: Iterable[object]) -> str:
    for annotation in annotations:
        if isinstance(annotation, RefersTo):
            return annotation.what
        inner = [*getattr(annotation, "__metadata__", ()), *get_args(annotation)]
        if inner and (what := _marked(inner)):
            return what
    return ""


def _problem(ref: _Reference, known: set[str], file: str, positions: TomlPositions) -> Problem:
    hint = did_you_mean(ref.target, known) or Wording(
        "先写好该记录，或删去这一引用", "write that record first, or remove the reference"
    )
    place = positions.value(ref.path)
    return load_problems.NOTHING_THERE.at(file, place, key=ref.field, target=ref.target, hint=hint)
