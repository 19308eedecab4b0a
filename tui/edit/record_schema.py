"""JSON Schema of the files of a briefing for text editors: descriptions from the docstrings of the
models, and the values that a field may have in this briefing (units, ids, roles)."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel

from tui.diagnostics import Problem
from tui.load.content import BRIEFING_FILE, BRIEFS_FOLDER, seeds_folder
from tui.load.record_references import reference_kinds
from tui.load.toml_reader import parse_toml, read_text
from tui.load.unfinished import DRAFT_KEY
from tui.model import FORMS, RECORD_TYPES, Briefing
from tui.model.player import GENERAL_ROLES
from tui.model.policy import GENERAL_LEVELS
from tui.model.scope import Scope, scope_in
from tui.text.units import CURRENCIES, ENGLISH_POWERS, ISO_CURRENCIES, NOUNS, POWERS, SYMBOLS, UNITS

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
_FOLDERS = {
    "briefing": "content/briefing.toml",
    "source": "seeds/*.toml",
    "brief": "content/briefs/*.toml",
    **{model.record_kind: f"content/{folder}/*.toml" for folder, model in RECORD_TYPES.items()},
}


class KnownValues(NamedTuple):
    """What fields may name in a briefing: ids by what they are of, as in ``RefersTo``, and its
    scope. All are empty where no briefing is read."""

    ids: Mapping[str, tuple[str, ...]]
    scope: Scope


def known_values(folder: Path) -> KnownValues:
    """Return the ids of a briefing, which need not be valid: those of its file names, and the
    themes of its briefing.toml."""
    text = read_text(folder / BRIEFING_FILE, BRIEFING_FILE)
    data = text if isinstance(text, Problem) else parse_toml(text, BRIEFING_FILE)
    settings: dict[str, Any] = {} if isinstance(data, Problem) else data
    themes = settings.get("themes")
    records = tuple(stem for name in RECORD_TYPES for stem in _stems(folder / name))
    ids = {
        "source": tuple(_stems(seeds_folder(folder))),
        "record": records,
        "listed": (*records, *_stems(folder / BRIEFS_FOLDER)),
        "theme": tuple(
            str(item["id"])
            for item in (themes if isinstance(themes, list) else [])
            if isinstance(item, dict) and "id" in item
        ),
    }
    return KnownValues(ids, scope_in(settings))


def _stems(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.toml") if not path.name.startswith("."))


def form_schema(form: str, known: KnownValues) -> dict[str, Any]:
    """Return the schema of a kind of file, a key of ``FORMS``."""
    schema = _DIALECT | FORMS[form].model_json_schema()
    for model in _models_in(FORMS[form]):
        definition = schema["$defs"].get(model.__name__) if model is not FORMS[form] else schema
        if definition:
            _complete(definition, model, known)
    if FORMS[form] is not Briefing:
        schema["properties"][DRAFT_KEY] = {
            "type": "boolean",
            "description": "true: the record is not ready. It is not read; medbrief todo lists it.",
        }
    texts = schema["$defs"].get("Bilingual")
    if texts and len(known.scope.languages) == 1:
        schema["$defs"]["Bilingual"] = {"anyOf": [{"type": "string", "minLength": 1}, texts]}
    return schema


def taplo_settings(folder: str) -> str:
    """Return a ``.taplo.toml`` (Taplo, Even Better TOML) that uses the schemas in ``folder``."""
    rules = [
        f'[[rule]]\ninclude = ["{place}"]\n[rule.schema]\npath = "{folder}/{form}.json"\n'
        for form, place in _FOLDERS.items()
        if form in FORMS
    ]
    head = "# Written by medbrief schema --write: completion and checks for Taplo.\n"
    return "\n".join([head, *rules])


def _models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and the models of its fields, each once."""
    found: dict[type[BaseModel], None] = {}
    waiting = [model]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found[current] = None
        for field in current.model_fields.values():
            waiting += _models_of(field.annotation)
    yield from found


def _models_of(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_of(argument)


def _complete(schema: dict[str, Any], model: type[BaseModel], known: KnownValues) -> None:
    described = _descriptions(model)
    kinds = reference_kinds(model)
    for name, field in schema.get("properties", {}).items():
        if name in described:
            field.setdefault("description", described[name])
        if values := _values(name, kinds.get(name, ""), known):
            for text in _strings(field):
                text["enum"] = list(values)
                text.pop("pattern", None)
                text.pop("maxLength", None)


def _values(name: str, kind: str, known: KnownValues) -> tuple[str, ...]:
    if kind in known.ids:
        return known.ids[kind]
    if name == "unit":
        return tuple(_units(known.scope.units))
    if name == "role" and known.scope.roles:
        return tuple(dict.fromkeys((*known.scope.roles, *GENERAL_ROLES)))
    if name == "level" and known.scope.levels:
        return tuple(dict.fromkeys((*known.scope.levels, *GENERAL_LEVELS)))
    return ()


def declared_choices(known: KnownValues) -> dict[str, tuple[str, ...]]:
    """Return the values that a template lists for a field: those that the briefing declares."""
    return {
        "role": _values("role", "", known),
        "level": _values("level", "", known),
        "unit": known.scope.units,
        "themes": known.ids["theme"],
    }


def _units(declared: tuple[str, ...]) -> Iterator[str]:
    bases = dict.fromkeys(
        (*declared, *CURRENCIES, *NOUNS, *sorted(SYMBOLS), *sorted(ISO_CURRENCIES))
    )
    yield from UNITS
    for base in bases:
        yield base
        powers = ENGLISH_POWERS if base.isascii() else POWERS
        for power in filter(None, powers):
            if not base.isascii():
                yield power + base
            elif base in ISO_CURRENCIES:
                yield from (f"{base} {power}", f"{power} {base}")
            elif base not in SYMBOLS:
                yield f"{power} {base}"


def _strings(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schemas of strings in the schema of a field: its own, those of its items and of its
    alternatives."""
    if field.get("type") == "string":
        yield field
    for part in (field.get("items"), *field.get("anyOf", ())):
        if isinstance(part, dict):
            yield from _strings(part)


def _descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Return the docstring below each field of a model, without the marks of reStructuredText."""
    found: dict[str, str] = {}
    for owner in reversed([each for each in model.__mro__ if issubclass(each, BaseModel)]):
        try:
            source = inspect.getsource(sys.modules[owner.__module__])
        except (OSError, TypeError):  # without its source
            continue
        for node in ast.parse(source).body:
            if isinstance(node, ast.ClassDef) and node.name == owner.__name__:
                found |= dict(_field_docstrings(node))
    return found


def _field_docstrings(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, after in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
            and isinstance(after.value.value, str)
        ):
            text = " ".join(after.value.value.split())
            yield field.target.id, text.replace("``", "")
