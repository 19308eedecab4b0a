"""``python -P -m tui.store.compile_subprocess FOLDER``: compile the briefing in a separate process.

Compiles what has changed into the cache and prints the problems of the content as JSON: an empty
list if it is valid. With ``check`` after the folder it prints what the editorial rules find.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence

from tui.diagnostics import ContentError, Problem
from tui.store.compiled_file import BriefingError, open_store
from tui.text.language import Wording

CHECK = "check"


def main(arguments: Sequence[str]) -> int:
    """Compile the content of the folder that is the first argument, or check it."""
    problems: Sequence[Problem] = ()
    try:
        if arguments[1:] == [CHECK]:
            problems = _findings(arguments[0])
        else:
            open_store(arguments[0], os.environ).close()
    except BriefingError as error:
        problems = error.problems
    sys.stdout.buffer.write(json.dumps(problems).encode())
    return 0


def _findings(folder: str) -> Sequence[Problem]:
    from tui.store.compile_bridge import rule_findings
    from tui.store.originals import find_originals

    try:
        return rule_findings(folder, find_originals(None, folder, os.environ).folder)
    except ContentError as error:
        return error.problems


def command_line(folder: str, task: str = "") -> list[str]:
    """Return the command line that compiles ``folder``, or checks it (task ``CHECK``)."""
    # -P: a package tui in the working directory must not run instead.
    command = [sys.executable, "-P", "-m", "tui.store.compile_subprocess", folder]
    return [*command, task] if task else command


def parse_problems(printed: bytes) -> tuple[Problem, ...]:
    """Parse the output of the process.

    Raises:
        ValueError: the output is not complete.
    """
    return tuple(
        Problem(file, line, column, code, Wording(*message), Wording(*fix))
        for file, line, column, code, message, fix in json.loads(printed)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
