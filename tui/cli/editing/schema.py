"""``medbrief schema``: JSON Schema of the records, for editors that complete TOML."""

from __future__ import annotations

import json

from tui.cli import messages
from tui.cli.args.spec import Options
from tui.cli.output.writer import print_message, printable, write_output
from tui.cli.settings import Settings
from tui.model import FORMS


def run(options: Options, settings: Settings) -> int:
    """Print the schema of one kind of file, or of all by name."""
    if options.kind is None:
        schemas = {name: model.model_json_schema() for name, model in FORMS.items()}
        write_output(json.dumps(schemas, ensure_ascii=False, indent=2) + "\n")
        return 0
    model = FORMS.get(options.kind)
    if model is None:
        known = ", ".join(FORMS)
        print_message(
            messages.NO_SUCH_FORM.format(kind=printable(options.kind), known=known).of(
                settings.language
            )
        )
        return 2
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema()
    write_output(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return 0
