"""JSON Schema (draft 2020-12) of what each command prints with ``--json``."""

from __future__ import annotations

from typing import Any

from tui.render import json_fields
from tui.render.json_editing_fields import CANDIDATE, IMPACT, TODO
from tui.render.json_fact_fields import ATTRIBUTES
from tui.render.json_shape import BOTH, Field, Shape

_RECORDS = (
    "find",
    "show",
    "list",
    "sources",
    "timeline",
    "compare",
    "disagreements",
    "brief",
    "export",
    "overview",
)
_EDITING = {
    "review": CANDIDATE,
    "todo": TODO,
    "impact": IMPACT,
}
OUTPUTS = (*_RECORDS, "check", "cite", *_EDITING, "error")
"""What has a schema: the commands with ``--json``, ``export --format json``, and the object on
standard error."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REFERENCES: dict[str, dict[str, Any]] = {
    "citations": {"type": "array", "items": {"$ref": "#/$defs/citation"}},
    "disagrees": {"type": "array", "items": {"$ref": "#/$defs/disagreement"}},
    "typed_fact": {"anyOf": [{"$ref": "#/$defs/typed_fact"}, {"type": "null"}]},
    "attributes": {
        "anyOf": [*({"$ref": f"#/$defs/{shape.id}"} for shape in ATTRIBUTES), {"type": "null"}]
    },
}
_BOTH = {
    "type": "object",
    "required": ["zh", "en"],
    "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
}


def output_schema(name: str) -> dict[str, Any]:
    """Return the schema of an output, one of ``OUTPUTS``."""
    if name == "error":
        return {"$schema": _DIALECT, **_object(json_fields.ERROR_OBJECT)}
    if name == "cite":  # CSL-JSON, the schema of which the Citation Style Language maintains
        item: dict[str, Any] = {
            "type": "object",
            "required": ["id", "type"],
            "properties": {"id": {"type": "string"}, "type": {"type": "string"}},
        }
        return {"$schema": _DIALECT, "type": "array", "items": item}
    if name == "check":
        shapes = [json_fields.FINDING, json_fields.COVERAGE]
        return {
            "$schema": _DIALECT,
            "type": "array",
            "items": {"anyOf": [_object(shape) for shape in shapes]},
        }
    if name in _EDITING:
        return {"$schema": _DIALECT, "type": "array", "items": _object(_EDITING[name])}
    return {
        "$schema": _DIALECT,
        "type": "array",
        "items": {"$ref": "#/$defs/record"},
        "$defs": {shape.id: _object(shape) for shape in json_fields.SHAPES},
    }


def _object(shape: Shape) -> dict[str, Any]:
    return {
        "type": "object",
        "description": shape.title.en,
        "required": [field.name for field in shape.fields],
        "properties": {field.name: _property(field) for field in shape.fields},
    }


def _property(field: Field) -> dict[str, Any]:
    known = _REFERENCES.get(field.name)
    return {**(known or _type(field.form)), "description": field.meaning.en}


def _type(form: str) -> dict[str, Any]:
    form, *other = form.split(" | ")
    if other:
        return {"anyOf": [_type(form), {"type": "null"}]}
    if form == BOTH:
        return _BOTH
    if form == "[string]":
        return {"type": "array", "items": {"type": "string"}}
    if form == "[object]":
        return {"type": "array", "items": {"type": "object"}}
    if form.startswith("["):
        names = form.strip("[{}]").split(", ")
        return {"type": "array", "items": {"type": "object", "required": names}}
    return {"type": form, "minLength": 1} if form == "string" else {"type": form}
