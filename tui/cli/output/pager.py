"""Choose and run a pager, by the rules of git."""

from __future__ import annotations

import shlex
import signal
import subprocess
from collections.abc import Mapping

_SHELL_CHARACTERS = set("|&;<>()$`\\\"'*?[#~=%")
_NOT_STARTED = (126, 127)
"""Exit codes of a shell that cannot execute a command, or cannot find it."""
_COLOR_PAGERS = frozenset(("less", "lv", "bat", "batcat", "moar", "moor", "ov", "cat"))
"""Pagers that show colors. Others may show the bytes of the escape sequences: most, more on macOS
and BSD, editors, filters."""


def choose_pager(environ: Mapping[str, str]) -> str:
    """Return the command line of the pager: MEDBRIEF_PAGER, else PAGER, else less. Empty where a
    variable is empty or ``cat``, which means no pager."""
    for name in ("MEDBRIEF_PAGER", "PAGER"):
        if name in environ:
            command = environ[name].strip()
            return "" if command == "cat" else command
    return "less"


def passes_colors(command: str, environ: Mapping[str, str]) -> bool:
    """Return whether a pager (the last command of a pipeline) is known to show colors rather than
    the bytes of their escape sequences."""
    try:
        program, *options = shlex.split(command.rpartition("|")[2])
    except ValueError:  # empty, or an open quotation
        return False
    name = program.rpartition("/")[2]
    if name == "cat":  # cat -v
        return set(options) <= {"-"}
    # -+R: less shows escape sequences as text again
    return name in _COLOR_PAGERS and "+R" not in " ".join((*options, environ.get("LESS", "")))


def run_pager(command: str, text: bytes, encoding: str, environ: Mapping[str, str]) -> int | None:
    """Show ``text`` in the pager and return its exit code, negative for a signal as in
    ``subprocess``; 0 where the user has pressed Ctrl+C, None where it cannot be started."""
    in_shell = bool(_SHELL_CHARACTERS & set(command))
    if in_shell and not _is_valid_shell(command):
        return None
    arguments = ["/bin/sh", "-c", command] if in_shell else shlex.split(command)
    variables = _pager_environment(encoding, environ)
    interrupts: list[int] = []
    # A handler, unlike SIG_IGN, is not inherited: Ctrl+C is for the pager.
    previous = signal.signal(signal.SIGINT, lambda number, _: interrupts.append(number))
    try:
        process = subprocess.Popen(arguments, stdin=subprocess.PIPE, env=variables, bufsize=-1)
        process.communicate(text)  # handles a pager that quits before reading everything
    except OSError:
        return None
    finally:
        signal.signal(signal.SIGINT, previous)
    if in_shell and process.returncode in _NOT_STARTED:
        return None
    return 0 if interrupts else process.returncode


def _pager_environment(encoding: str, environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of the pager: its options, with colors, by those of the user.

    Of less: F exits if the text fits on the screen, R shows colors, X leaves the text on the
    screen; the user's options come after R, for they may end with a text (-P).
    """
    defaults = {"LESS": "FRX", "LV": "-c"}
    if encoding.lower() in ("utf-8", "utf8"):
        defaults["LESSCHARSET"] = "utf-8"
    variables = {**defaults, **environ}
    for name, option in (("LESS", "-R"), ("LV", "-c")):
        if name in environ:
            variables[name] = f"{option} {environ[name]}"
    return variables


def _is_valid_shell(command: str) -> bool:
    check = ["/bin/sh", "-n", "-c", command]
    null = subprocess.DEVNULL
    return subprocess.run(check, stdin=null, stderr=null, check=False).returncode == 0
