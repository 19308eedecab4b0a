"""``medbrief __words SHELL LINE [REPLACED]``: completions for a shell.

LINE is the command line up to the cursor. Prints one completion a line: the word, a tab, its
description; for bash only what is to be put in place of REPLACED, the end of LINE, quoted.
A single line ``:file`` or ``:folder`` makes the shell complete a path. Never fails: content that
is invalid has no completions.
"""

from __future__ import annotations

from tui.cli.args.spec import Command, Options
from tui.cli.output.writer import write_output
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Print the completions."""
    from tui.cli.completion import engine

    shell, line = (*options.line, "", "")[:2]
    replaced = options.line[2] if len(options.line) > 2 else None
    write_output(engine.complete_line(shell, line, settings, replaced))
    return 0


COMMAND = Command(
    "__words",
    Wording("供shell补全", "completions for a shell"),
    run,
    (),
    needs_store=False,
    group="hidden",
)
