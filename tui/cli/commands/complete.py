"""``medbrief __words SHELL LINE``: what may stand at the end of LINE. For shells, not for people.

LINE is the command line up to the cursor. Prints a completion a line: the word, a tab, what it
is; for bash the word alone, quoted, without what bash itself keeps of the word at the cursor.
A single line ``:file`` or ``:folder`` leaves it to the shell to complete a path. Never fails:
where the content is broken, nothing is offered of it.
"""

from __future__ import annotations

from tui.cli.args.spec import Command, Options
from tui.cli.output.writer import write_output
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Print them."""
    from tui.cli.completion import engine

    shell, line = (*options.line, "", "")[:2]
    write_output(engine.complete_line(shell, line, settings))
    return 0


COMMAND = Command(
    "__words",
    Wording("供shell补全", "for completion by a shell"),
    run,
    (),
    needs_store=False,
    group="hidden",
)
