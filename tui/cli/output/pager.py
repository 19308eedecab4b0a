"""A pager for long answers, chosen and started as git does it."""

from __future__ import annotations

import shlex
import signal
import subprocess
from collections.abc import Mapping

_SHELL_SIGNS = set("|&;<>()$`\\\"'*?[#~=%")
_NOT_STARTED = (126, 127)
"""With these a shell says that a command cannot be run, or is not there."""


def choose_pager(environ: Mapping[str, str]) -> str:
    """The pager's command line: MEDBRIEF_PAGER, else PAGER, else less. Empty for none, which is
    also what ``cat`` or an empty variable asks for."""
    for name in ("MEDBRIEF_PAGER", "PAGER"):
        if name in environ:
            command = environ[name].strip()
            return "" if command == "cat" else command
    return "less"


def run_pager(command: str, text: bytes, encoding: str, environ: Mapping[str, str]) -> bool:
    """Let a person read ``text`` in the pager. False if it cannot be started."""
    in_shell = bool(_SHELL_SIGNS & set(command))
    arguments = ["/bin/sh", "-c", command] if in_shell else shlex.split(command)
    # F: not for what fits on the screen; R: with colours; X: what was read stays in sight.
    defaults = {"LESS": "FRX", "LV": "-c"}
    if encoding.lower() in ("utf-8", "utf8"):
        defaults["LESSCHARSET"] = "utf-8"
    try:
        process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, env={**defaults, **environ}, bufsize=-1
        )
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the pager's
    try:
        process.communicate(text)  # a pager that is left early is no mistake: that is seen to
    finally:
        signal.signal(signal.SIGINT, before)
    return not (in_shell and process.returncode in _NOT_STARTED)
