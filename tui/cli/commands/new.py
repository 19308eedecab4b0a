"""``medbrief new``: a commented TOML template of a record, for an editor to fill in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_message, printable, write_output
from tui.cli.settings import Settings
from tui.store import find_content
from tui.text.language import LANGUAGES, Language, Wording

if TYPE_CHECKING:
    from pathlib import Path

    from tui.edit.record_schema import KnownValues

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WRITTEN = Wording("已写入{file}", "wrote {file}")
_TEMPLATE = Wording(
    "{kind}的模板：填写空着的字段，取消所需行的注释，删去其余和draft = true；"
    "然后运行medbrief check",
    "Template of a {kind}: fill in the empty fields, uncomment what you need, delete the rest and "
    "the line draft = true; then run medbrief check",
)
_IS_DRAFT = Wording(
    "它是草稿：填完后删去draft = true；还缺什么见medbrief todo",
    "it is a draft: fill it in, then delete draft = true; medbrief todo lists what it lacks",
)
_SUGGESTED = "x-suggested"
"""The key of a schema for values that a template lists and does not choose from."""
_BOTH_LANGUAGES = '{ zh = "", en = "" }'
_WEAKEST_LAST = ("basis", "status", "level", "role")
"""Fields whose last value claims the least: judgement, forecast, unknown, other."""
_REQUIRED_BY_THE_WEAKEST = ("said_by",)
_NOTES = {
    "gap": Wording(
        "citations：引用来源对这个问题所说的话，由此可见它没有回答什么",
        "citations: quote what the sources do say about the question, where its answer is missing",
    ),
}
"""What the fields of a template do not say by themselves."""
_INVALID_ID = Wording(
    "标识“{id}”无效：应为小写字母与数字，以连字符相连",
    "invalid id {id!r}: expected lower-case letters and digits, joined by hyphens",
)


def run(options: Options, settings: Settings) -> int:
    """Write the template to its place in the content, or print it if no id is given; return 2 for a
    file that exists, 74 for one that cannot be written.

    Raises:
        UsageError: for an unknown kind or an invalid id.
    """
    from pathlib import Path

    from tui.compile.kinds import KINDS
    from tui.edit.template_kinds import known_words, template_kind
    from tui.file_write import write_file

    language = settings.language
    kind = template_kind(options.kind, {name: kind.words for name, kind in KINDS.items()})
    if kind is None:
        from tui.cli.args.usage_errors import did_you_mean

        typed, words = options.kind, known_words()
        said = {"kind": printable(typed), "near": did_you_mean(typed, words)}
        raise UsageError(messages.NO_SUCH_KIND.format(**said, known=messages.listed(words)))
    folder = Path(find_content(settings.content, os.environ))
    from tui.edit.record_schema import known_values

    values = known_values(folder)
    languages = values.scope.languages
    text = template(kind.form, options.id or "", language, languages, kind.preset, values)
    if not options.id:
        write_output(text)
        return 0
    if not _SLUG.fullmatch(options.id):
        raise UsageError(_INVALID_ID.format(id=printable(options.id)))
    path = _path(kind.form, options.id, folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(str(path), text.encode(), exclusive=True)
    except (OSError, ValueError) as error:
        return report_unwritten(str(path), error, language)
    print_message(_WRITTEN.format(file=printable(str(path), 200)).of(language))
    print_message(_IS_DRAFT.of(language))
    return 0


def _path(kind: str, identity: str, content: Path) -> Path:
    from tui.edit.template_kinds import folder_of
    from tui.load.content import BRIEFS_FOLDER, seeds_folder

    if kind == "source":
        return seeds_folder(content) / f"{identity}.toml"
    return content / (folder_of(kind) or BRIEFS_FOLDER) / f"{identity}.toml"


def template(
    kind: str,
    identity: str,
    language: Language,
    languages: tuple[Language, ...] = LANGUAGES,
    preset: Mapping[str, str] = MappingProxyType({}),
    known: KnownValues | None = None,
) -> str:
    """Return a TOML text with every field of the kind, generated from its model.

    It is a draft, and its status and basis are the weakest there are: an editor who forgets one
    claims too little. Required fields come before optional ones, which are commented out, and
    tables after plain keys, as TOML requires.

    Args:
        kind: a key of ``FORMS``.
        identity: the id; may be empty.
        language: the language of comments.
        languages: those of the briefing.
        preset: values of fields.
        known: what the briefing declares: roles, levels, units, themes.
    """
    from tui.edit.record_schema import declared_choices
    from tui.model import FORMS

    schema = FORMS[kind].model_json_schema()
    declared = declared_choices(known) if known else {}
    for name, choices in declared.items():
        for part in (schema, *schema.get("$defs", {}).values()):
            field = part.get("properties", {}).get(name)
            if choices and field:
                field["enum" if "enum" in field else _SUGGESTED] = list(choices)
    required = {*schema.get("required", ()), *_REQUIRED_BY_THE_WEAKEST}
    keys: list[str] = []
    tables: list[str] = []
    for name, field in schema["properties"].items():
        if name == "id" and identity:
            keys.append(f'id = "{identity}"')
        elif name in preset:
            keys.append(f'{name} = "{preset[name]}"')
        elif _is_table_array(field, schema):
            tables += ["", *_table(name, field, schema, name in required)]
        else:
            comment = "" if name in required else "# "
            keys.append(f"{comment}{name} = {_example(field, schema, name)}{_choices(field)}")
    head = [f"# {_TEMPLATE.format(kind=kind).of(language)}", "draft = true", ""]
    if note := _NOTES.get(kind):
        head[2:] = [f"# {note.of(language)}", ""]
    text = "\n".join([*head, *sorted(keys, key=_required_first), *tables]) + "\n"
    if len(languages) == 1:
        text = text.replace(_BOTH_LANGUAGES, '""')
        text = text.replace('language = "zh"  # zh | en', f'language = "{languages[0]}"  # zh | en')
    return text


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
        yield f"{own_comment}{key} = {_example(item, schema, key)}{_choices(item)}"


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


def _example(field: dict[str, Any], schema: dict[str, Any], name: str = "") -> str:
    resolved = _resolve(field, schema)
    if "enum" in resolved:
        return f'"{resolved["enum"][-1 if name in _WEAKEST_LAST else 0]}"'
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
        if choices := item.get("enum") or item.get(_SUGGESTED):
            return "  # " + " | ".join(choices)
    return ""


COMMAND = Command(
    "new",
    Wording("按模板新建一条记录", "create a record from a template"),
    run,
    (
        Example(
            "medbrief new statistic my-statistic",
            Wording("写入content/statistics/", "create the record in content/statistics/"),
        ),
        Example(
            "medbrief new claim largest-platform",
            Wording("写入content/themes/", "write it to content/themes/"),
        ),
    ),
    (
        Argument(
            ("kind",),
            Wording("source、company、policy、claim等", "source, company, policy, claim, …"),
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
