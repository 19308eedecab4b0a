"""``medbrief schema``: JSON Schema of the records, for editors that validate TOML, and of
``--json``."""

from __future__ import annotations

from typing import Any

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_error, printable, write_output
from tui.cli.settings import Settings
from tui.render.json_schema import OUTPUTS, output_schema
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Print the schema of one kind of file, of all by name, or of the output of a command; return 2
    for an unknown kind."""
    import json

    if options.command_output:
        schema: dict[str, Any] = output_schema(options.command_output)
        write_output(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
        return 0
    from tui.model import FORMS

    if options.kind is None:
        schema = {name: model.model_json_schema() for name, model in FORMS.items()}
    elif model := FORMS.get(options.kind):
        dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        schema = dialect | model.model_json_schema()
    else:
        kind, known = printable(options.kind), ", ".join(FORMS)
        error = messages.NO_SUCH_KIND.format(kind=kind, known=known, near="")
        print_error(error.of(settings.language), settings.language)
        return 2
    write_output(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return 0


COMMAND = Command(
    "schema",
    Wording("输出记录的JSON Schema", "print the JSON Schema of the records"),
    run,
    (
        Example("medbrief schema statistic", Wording("统计的字段", "the fields of a statistic")),
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
