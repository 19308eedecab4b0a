"""A process of its own that compiles the briefing, for a front end that must not stand still.

``python -m tui.store.compile_subprocess FOLDER`` compiles what has changed into the cache and
prints what is wrong with the content as JSON: an empty list where it is valid.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence

from tui.diagnostics import Problem
from tui.store.open_briefing import BriefingError, open_store
from tui.text.language import Wording


def main(arguments: Sequence[str]) -> int:
    """Compile the briefing of the one folder named."""
    problems: tuple[Problem, ...] = ()
    try:
        open_store(arguments[0], os.environ).close()
    except BriefingError as error:
        problems = error.problems
    sys.stdout.buffer.write(json.dumps(problems).encode())
    return 0


def command(folder: str) -> list[str]:
    """The command line that runs it."""
    return [sys.executable, "-m", "tui.store.compile_subprocess", folder]


def problems_of(printed: bytes) -> tuple[Problem, ...]:
    """What it printed, read back.

    Raises:
        ValueError: it did not end as it should.
    """
    return tuple(
        Problem(file, line, column, code, Wording(*message), Wording(*mend))
        for file, line, column, code, message, mend in json.loads(printed)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
