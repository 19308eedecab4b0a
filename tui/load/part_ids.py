"""Check the ids of parts of a record: metrics, offerings, events, rates, themes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from tui.diagnostics import Problem
from tui.load import load_problems
from tui.load.record_references import reference_kinds
from tui.load.toml_positions import TomlPath
from tui.load.toml_reader import TomlFile


def duplicate_part_ids(model: BaseModel, file: TomlFile) -> list[Problem]:
    """Return a problem for each part of a record or of the briefing whose id another part of the
    same table has, whatever its kind: a reference to a metric, offering or event names no kind."""
    duplicates = list(_duplicates(model, ()))
    if not duplicates:
        return []  # spares parsing the file for positions
    positions = file.positions()
    return [
        load_problems.DUPLICATE_PART.at(
            file.name, positions.value(path), id=part, line=positions.value(first)[0]
        )
        for part, path, first in duplicates
    ]


def _duplicates(model: BaseModel, path: TomlPath) -> Iterator[tuple[str, TomlPath, TomlPath]]:
    """Yield id, its path and the path of its first occurrence."""
    seen: dict[str, TomlPath] = {}
    for field in type(model).model_fields:
        value = getattr(model, field)
        for number, part in enumerate(value if isinstance(value, tuple) else ()):
            if not isinstance(part, BaseModel) or reference_kinds(type(part)).get("id") != "":
                break  # the items of a list are of one type
            identity, here = str(getattr(part, "id", "")), (*path, field, number, "id")
            if seen.setdefault(identity, here) != here:
                yield identity, here, seen[identity]
            yield from _duplicates(part, here[:-1])
