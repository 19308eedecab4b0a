"""``medbrief schema``: JSON Schema of the records, for editors that validate TOML, and of
``--json``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_message, printable, write_output
from tui.cli.settings import Settings
from tui.render.json_schema import OUTPUTS, output_schema
from tui.store import find_content
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.edit.record_schema import KnownValues

_SCHEMAS = ".schemas"
_WROTE = Wording("已在{folder}写入{count}个文件", "wrote {count} files in {folder}")


def run(options: Options, settings: Settings) -> int:
    """Print the schema of one kind of file, of all by name, or of the output of a command.

    Raises:
        UsageError: for an unknown kind.
    """
    import json

    if options.command_output:
        schema: dict[str, Any] = output_schema(options.command_output)
        write_output(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
        return 0
    from pathlib import Path

    from tui.edit.record_schema import form_schema, known_values
    from tui.model import FORMS

    known_here = known_values(Path(find_content(settings.content, os.environ)))
    if options.write is not None:
        return _write(options.write, known_here, settings)
    if options.kind is None:
        schema = {name: form_schema(name, known_here) for name in FORMS}
    elif options.kind in FORMS:
        schema = form_schema(options.kind, known_here)
    else:
        from tui.cli.args.usage_errors import did_you_mean

        kind, known = printable(options.kind), messages.listed(FORMS)
        near = did_you_mean(options.kind, FORMS)
        raise UsageError(messages.NO_SUCH_KIND.format(kind=kind, known=known, near=near))
    write_output(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return 0


def _write(folder: str, known: KnownValues, settings: Settings) -> int:
    """Write the schemas and the settings of Taplo into a folder; return 74 if that fails."""
    import json
    from pathlib import Path

    from tui.edit.record_schema import form_schema, taplo_settings
    from tui.file_write import write_file
    from tui.model import FORMS

    files = {
        f"{_SCHEMAS}/{name}.json": json.dumps(
            form_schema(name, known), ensure_ascii=False, indent=1
        )
        for name in FORMS
    }
    files[".taplo.toml"] = taplo_settings(_SCHEMAS)
    path = Path(folder)
    try:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(str(path), f"{text}\n".encode())
    except (OSError, ValueError) as error:
        return report_unwritten(str(path), error, settings.language)
    print_message(
        _WROTE.format(count=len(files), folder=printable(folder, 200)).of(settings.language)
    )
    return 0


COMMAND = Command(
    "schema",
    Wording("输出记录的JSON Schema", "print the JSON Schema of the records"),
    run,
    (
        Example("medbrief schema statistic", Wording("统计的字段", "the fields of a statistic")),
        Example(
            "medbrief schema --write .",
            Wording("供文本编辑器补全与检查", "for completion and checks in a text editor"),
        ),
        Example(
            "medbrief schema --command-output find",
            Wording("find --json的输出", "what find --json prints"),
        ),
    ),
    (
        Argument(
            ("kind",),
            Wording("类别；省略则输出全部", "a kind; without it, all of them"),
            "KIND",
            nargs="?",
            completion="file-kind",
        ),
        Argument(
            ("--write",),
            Wording(
                "把全部Schema与Taplo的设置写入此文件夹",
                "write all schemas and settings for Taplo into this folder",
            ),
            "FOLDER",
            completion="folder",
        ),
        Argument(
            ("--command-output",),
            Wording(
                "某命令--json的输出；error：出错时的对象",
                "the --json output of a command; error: the object printed after an error",
            ),
            "COMMAND",
            choices=OUTPUTS,
        ),
    ),
    needs_store=False,
    group="edit",
    details=(
        Wording(
            f"--command-output可为：{'、'.join(OUTPUTS)}。",
            f"COMMAND is one of {', '.join(OUTPUTS)}.",
        ),
    ),
)
