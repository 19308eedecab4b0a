"""``medbrief new``: a commented template of a record, for an editor to fill."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui.cli import messages
from tui.cli.args.spec import Options
from tui.cli.output.writer import print_message, printable, write_output
from tui.cli.settings import Settings
from tui.load.content import BRIEFS_FOLDER, seeds_folder
from tui.model import FORMS, RECORD_TYPES
from tui.store import find_content
from tui.text.language import Language

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def run(options: Options, settings: Settings) -> int:
    """Write the template to its place in the content, or print it where no id is given."""
    language = settings.language
    kinds = [name for name in FORMS if name != "briefing"]
    if options.kind not in kinds:
        known = ", ".join(kinds)
        print_message(
            messages.NO_SUCH_FORM.format(kind=printable(options.kind), known=known).of(language)
        )
        return 2
    text = template(options.kind, options.id or "", language)
    if not options.id:
        write_output(text)
        return 0
    if not _SLUG.fullmatch(options.id):
        print_message(messages.BAD_ID.format(id=printable(options.id)).of(language))
        return 2
    path = _place(options.kind, options.id, Path(find_content(settings.content, os.environ)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        print_message(messages.FILE_EXISTS.format(file=path).of(language))
        return 2
    except OSError as error:
        print_message(messages.CANNOT_WRITE.format(file=path, why=error.strerror).of(language))
        return 2
    print_message(messages.WRITTEN.format(file=path).of(language))
    return 0


def _place(kind: str, identity: str, content: Path) -> Path:
    if kind == "source":
        return seeds_folder(content) / f"{identity}.toml"
    folders = {model.record_kind: folder for folder, model in RECORD_TYPES.items()}
    return content / (BRIEFS_FOLDER if kind == "brief" else folders[kind]) / f"{identity}.toml"


def template(kind: str, identity: str, language: Language) -> str:
    """A TOML text with every field of the kind: wanted ones to be filled, others commented out.

    Made from the models, so that it cannot fall behind them. What is wanted stands before what
    is not, tables after plain keys, as TOML asks for.
    """
    schema = FORMS[kind].model_json_schema()
    required = set(schema.get("required", ()))
    lines = [f"# {messages.TEMPLATE.format(kind=kind).of(language)}", ""]
    plain: list[str] = []
    tables: list[str] = []
    for name, field in schema["properties"].items():
        wanted = name in required
        if name == "id" and identity:
            plain.append(f'id = "{identity}"')
            continue
        if _is_tables(field, schema):
            tables += ["", *_table(name, field, schema, wanted)]
        else:
            mark = "" if wanted else "# "
            plain.append(f"{mark}{name} = {_example(field, schema)}{_choices(field)}")
    return "\n".join([*lines, *sorted(plain, key=_first_wanted), *tables]) + "\n"


def _first_wanted(line: str) -> int:
    return 0 if line.startswith("id =") else 1 + line.startswith("# ")


def _table(name: str, field: dict[str, Any], schema: dict[str, Any], wanted: bool) -> Iterator[str]:
    mark = "" if wanted else "# "
    inner = _resolve(field.get("items", {}), schema)
    yield f"{mark}[[{name}]]"
    needed = set(inner.get("required", ()))
    for key, item in inner.get("properties", {}).items():
        own = mark if key in needed else "# "
        yield f"{own}{key} = {_example(item, schema)}{_choices(item)}"


def _resolve(field: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in field:
        field = schema["$defs"][field["$ref"].rsplit("/", 1)[-1]]
    for choice in field.get("anyOf", ()):
        if choice.get("type") != "null":
            return _resolve(choice, schema)
    return field


def _is_tables(field: dict[str, Any], schema: dict[str, Any]) -> bool:
    resolved = _resolve(field, schema)
    if resolved.get("type") != "array":
        return False
    inner = _resolve(resolved.get("items", {}), schema)
    return inner.get("type") == "object" and set(inner["properties"]) != {"zh", "en"}


def _example(field: dict[str, Any], schema: dict[str, Any]) -> str:
    resolved = _resolve(field, schema)
    if "enum" in resolved:
        return f'"{resolved["enum"][0]}"'
    match resolved.get("type"):
        case "object":
            keys = (f"{key} = {_example(item, schema)}" for key, item in _wanted(resolved))
            return "{ " + ", ".join(keys) + " }"
        case "array":
            inner = _resolve(resolved.get("items", {}), schema)
            return f"[{_example(inner, schema)}]" if inner.get("type") == "object" else "[]"
        case "boolean":
            return "false"
        case "integer" | "number":
            return "0"
    return '""'


def _wanted(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    needed = set(schema.get("required", ()))
    for key, item in schema.get("properties", {}).items():
        if key in needed:
            yield key, item


def _choices(field: dict[str, Any]) -> str:
    for item in (field, *field.get("anyOf", ())):
        if "enum" in item:
            return "  # " + " | ".join(item["enum"])
    return ""
