"""Drafts: records that are not ready, with what they still lack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from tui.diagnostics import Problem
from tui.load.content import BRIEFS_FOLDER, DRAFTS_FOLDER, seeds_folder
from tui.load.pydantic_errors import validation_problems
from tui.load.toml_reader import TomlFile, parse_toml, read_text
from tui.load.unfinished import DRAFT_KEY
from tui.model import RECORD_TYPES, Brief, Source
from tui.model.scope import Scope


class Draft(NamedTuple):
    """A file that loading leaves out. ``problems``: what keeps it from being a record."""

    file: str
    problems: tuple[Problem, ...]


def find_drafts(folder: Path, scope: Scope) -> list[Draft]:
    """Return the drafts of the briefing in ``folder``: files with ``draft = true`` and those in the
    folder for drafts."""
    kinds: dict[str, type[BaseModel]] = {**RECORD_TYPES, BRIEFS_FOLDER: Brief}
    places = [(folder / name, model) for name, model in kinds.items()]
    places.append((seeds_folder(folder), Source))
    drafts: list[Draft] = []
    for place, model in places:
        for path in sorted(place.glob("*.toml")):
            drafts += _draft(path, [model], scope, marked=True)
    everything: list[type[BaseModel]] = [*kinds.values(), Source]
    for path in sorted((folder / DRAFTS_FOLDER).rglob("*.toml")):
        own = kinds.get(path.parent.name)
        drafts += _draft(path, [own] if own else everything, scope, marked=False)
    return drafts


def _draft(
    path: Path, models: list[type[BaseModel]], scope: Scope, *, marked: bool
) -> Iterator[Draft]:
    name = str(path)
    text = read_text(path, name)
    data = text if isinstance(text, Problem) else parse_toml(text, name)
    if isinstance(text, Problem) or isinstance(data, Problem):
        if not marked and isinstance(data, Problem):
            yield Draft(name, (data,))
        return
    if marked and data.get(DRAFT_KEY) is not True:
        return
    values = {key: value for key, value in data.items() if key != DRAFT_KEY}
    file = TomlFile(name, text)
    found = [_problems(values, model, file, scope) for model in models]
    yield Draft(name, min(found, key=len))


def _problems(
    data: dict[str, object], model: type[BaseModel], file: TomlFile, scope: Scope
) -> tuple[Problem, ...]:
    try:
        model.model_validate(data, context=scope)
    except ValidationError as error:
        return tuple(validation_problems(error, model, file.name, file.positions()))
    return ()
