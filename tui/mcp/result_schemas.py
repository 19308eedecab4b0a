"""JSON Schemas of the results of the tools, made of those of ``--json``."""

from __future__ import annotations

from typing import Any

from tui.render.json_schema import output_schema

_MESSAGE = {
    "anyOf": [{"type": "string"}, {"type": "null"}],
    "description": "why nothing is found, or a note on the result; null without one",
}
_TEXT = {"type": "string", "description": "quotations and references, ready to paste"}


def result_schema(command: str) -> dict[str, Any]:
    """Return the schema of the result of a tool, which has the name of its command."""
    array = output_schema(command)
    items = {"type": "array", "items": array["items"]}
    properties: dict[str, Any] = {"answers": items, "message": _MESSAGE}
    if command == "cite":
        properties = {"text": _TEXT, "references": items, "message": _MESSAGE}
    schema = {"type": "object", "required": list(properties), "properties": properties}
    return schema | ({"$defs": array["$defs"]} if "$defs" in array else {})
