"""Choose and run a pager, by the rules of git."""

from __future__ import annotations

import shlex
import signal
import subprocess
from collections.abc import Mapping

_SHELL_CHARACTERS = set("|&;<>()$`\\\"'*?[#~=%")
_NOT_STARTED = (126, 127)
"""Exit codes of a shell that cannot execute a command, or cannot find it."""


def choose_pager(environ: Mapping[str, str]) -> str:
    """Return the command line of the pager: MEDBRIEF_PAGER, else PAGER, else less. Empty where a
    variable is empty or ``cat``, which means no pager."""
    for name in ("MEDBRIEF_PAGER", "PAGER"):
        if name in environ:
            command = environ[name].strip()
            return "" if command == "cat" else command
    return "less"


def run_pager(command: str, text: bytes, encoding: str, environ: Mapping[str, str]) -> bool:
    """Show ``text`` in the pager; return False if the pager cannot be started."""
    in_shell = bool(_SHELL_CHARACTERS & set(command))
    arguments = ["/bin/sh", "-c", command] if in_shell else shlex.split(command)
    # F: exit if the text fits on the screen; R: colors; X: leave the text on the screen.
    defaults = {"LESS": "FRX", "LV": "-c"}
    if encoding.lower() in ("utf-8", "utf8"):
        defaults["LESSCHARSET"] = "utf-8"
    try:
        process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, env={**defaults, **environ}, bufsize=-1
        )
    except OSError:
        return False
    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the pager
    try:
        process.communicate(text)  # handles a pager that quits before reading everything
    finally:
        signal.signal(signal.SIGINT, previous)
    return not (in_shell and process.returncode in _NOT_STARTED)
