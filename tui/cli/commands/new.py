"""``medbrief new``: a commented TOML template of a record, for an editor to fill in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.settings import Settings
from tui.store import find_content
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from pathlib import Path

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WRITTEN = Wording("已写入{file}", "wrote {file}")
_TEMPLATE = Wording(
    "{kind}的模板：填写空着的字段，取消所需行的注释，删去其余；然后运行medbrief check",
    "Template of a {kind}: fill in the empty fields, uncomment what you need, delete the rest; "
    "then run medbrief check",
)
_INVALID_ID = Wording(
    "标识“{id}”无效：应为小写字母与数字，以连字符相连",
    "invalid id {id!r}: expected lower-case letters and digits, joined by hyphens",
)


def run(options: Options, settings: Settings) -> int:
    """Write the template to its place in the content, or print it if no id is given; return 2 for
    invalid arguments or a file that exists, 74 for one that cannot be written."""
    from pathlib import Path

    from tui.file_write import write_file
    from tui.model import FORMS

    language = settings.language
    kinds = [name for name in FORMS if name != "briefing"]
    if options.kind not in kinds:
        known = ", ".join(kinds)
        error = messages.NO_SUCH_KIND.format(near="", kind=printable(options.kind), known=known)
        return _fail(error, language)
    text = template(options.kind, options.id or "", language)
    if not options.id:
        write_output(text)
        return 0
    if not _SLUG.fullmatch(options.id):
        return _fail(_INVALID_ID.format(id=printable(options.id)), language)
    path = _path(options.kind, options.id, Path(find_content(settings.content, os.environ)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(str(path), text.encode(), exclusive=True)
    except (OSError, ValueError) as error:
        return report_unwritten(str(path), error, language)
    print_message(_WRITTEN.format(file=printable(str(path), 200)).of(language))
    return 0


def _fail(error: Wording, language: Language) -> int:
    print_error(error.of(language), language)
    return 2


def _path(kind: str, identity: str, content: Path) -> Path:
    from tui.load.content import BRIEFS_FOLDER, seeds_folder
    from tui.model import RECORD_TYPES

    if kind == "source":
        return seeds_folder(content) / f"{identity}.toml"
    folders = {model.record_kind: folder for folder, model in RECORD_TYPES.items()}
    return content / (BRIEFS_FOLDER if kind == "brief" else folders[kind]) / f"{identity}.toml"


def template(kind: str, identity: str, language: Language) -> str:
    """Return a TOML text with every field of the kind, generated from its model.

    Required fields come before optional ones, which are commented out, and tables after plain
    keys, as TOML requires.
    """
    from tui.model import FORMS

    schema = FORMS[kind].model_json_schema()
    required = set(schema.get("required", ()))
    keys: list[str] = []
    tables: list[str] = []
    for name, field in schema["properties"].items():
        if name == "id" and identity:
            keys.append(f'id = "{identity}"')
        elif _is_table_array(field, schema):
            tables += ["", *_table(name, field, schema, name in required)]
        else:
            comment = "" if name in required else "# "
            keys.append(f"{comment}{name} = {_example(field, schema)}{_choices(field)}")
    head = [f"# {_TEMPLATE.format(kind=kind).of(language)}", ""]
    return "\n".join([*head, *sorted(keys, key=_required_first), *tables]) + "\n"


def _required_first(line: str) -> int:
    return 0 if line.startswith("id =") else 1 + line.startswith("# ")


def _table(
    name: str, field: dict[str, Any], schema: dict[str, Any], is_required: bool
) -> Iterator[str]:
    comment = "" if is_required else "# "
    item_schema = _resolve(field.get("items", {}), schema)
    yield f"{comment}[[{name}]]"
    required = set(item_schema.get("required", ()))
    for key, item in item_schema.get("properties", {}).items():
        own_comment = comment if key in required else "# "
        yield f"{own_comment}{key} = {_example(item, schema)}{_choices(item)}"


def _resolve(field: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema behind a reference or an optional type."""
    while "$ref" in field:
        field = schema["$defs"][field["$ref"].rsplit("/", 1)[-1]]
    for choice in field.get("anyOf", ()):
        if choice.get("type") != "null":
            return _resolve(choice, schema)
    return field


def _is_table_array(field: dict[str, Any], schema: dict[str, Any]) -> bool:
    resolved = _resolve(field, schema)
    if resolved.get("type") != "array":
        return False
    item = _resolve(resolved.get("items", {}), schema)
    return item.get("type") == "object" and set(item["properties"]) != {"zh", "en"}


def _example(field: dict[str, Any], schema: dict[str, Any]) -> str:
    resolved = _resolve(field, schema)
    if "enum" in resolved:
        return f'"{resolved["enum"][0]}"'
    match resolved.get("type"):
        case "object":
            keys = (f"{key} = {_example(item, schema)}" for key, item in _required(resolved))
            return "{ " + ", ".join(keys) + " }"
        case "array":
            item = _resolve(resolved.get("items", {}), schema)
            return f"[{_example(item, schema)}]" if item.get("type") == "object" else "[]"
        case "boolean":
            return "false"
        case "integer" | "number":
            return "0"
    return '""'


def _required(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    required = set(schema.get("required", ()))
    for key, item in schema.get("properties", {}).items():
        if key in required:
            yield key, item


def _choices(field: dict[str, Any]) -> str:
    for item in (field, *field.get("anyOf", ())):
        if "enum" in item:
            return "  # " + " | ".join(item["enum"])
    return ""


COMMAND = Command(
    "new",
    Wording("新建一条记录的模板", "create the template of a record"),
    run,
    (
        Example(
            "medbrief new statistic my-statistic",
            Wording("写入content/statistics/", "write it to content/statistics/"),
        ),
    ),
    (
        Argument(
            ("kind",),
            Wording("source、player、policy、statistic等", "source, player, policy, statistic, …"),
            "KIND",
            completion="file-kind",
        ),
        Argument(
            ("id",),
            Wording(
                "记录的标识；省略则输出模板", "id of the record; without it, print the template"
            ),
            "ID",
            nargs="?",
        ),
    ),
    needs_store=False,
    group="edit",
)
