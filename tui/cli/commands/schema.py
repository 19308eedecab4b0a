"""``medbrief schema``: JSON Schema of the records, for editors that validate TOML."""

from __future__ import annotations

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_error, printable, write_output
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Print the schema of one kind of file, or of all by name; return 2 for an unknown kind."""
    import json

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
    (Example("medbrief schema statistic", Wording("统计的字段", "the fields of a statistic")),),
    (
        Argument(
            ("kind",),
            Wording("类别；省略则输出全部", "a kind; without it, all of them"),
            "KIND",
            nargs="?",
            completion="file-kind",
        ),
    ),
    needs_store=False,
    group="edit",
)
