"""The user's editor: its command line for a line of a file, and how it is run."""

from __future__ import annotations

import shlex
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import PurePath

_FALLBACK = "vi"
_PLUS_LINE = frozenset(
    {"vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak",
     "joe", "jed", "ne", "mg", "mcedit"}
)  # fmt: skip
_COLON_LINE = frozenset({"hx", "helix", "zed"})
_GO_TO = frozenset({"code", "code-insiders", "codium", "cursor", "windsurf"})


def editor_name(environ: Mapping[str, str]) -> str:
    """Return the user's editor: $VISUAL, $EDITOR, else vi."""
    return environ.get("VISUAL") or environ.get("EDITOR") or _FALLBACK


def editor_command(environ: Mapping[str, str], file: str, line: int) -> list[str]:
    """Return the arguments that open a file at a line, for editors whose option is known.

    Raises:
        ValueError: the variable has an unclosed quote.
    """
    command = shlex.split(editor_name(environ)) or [_FALLBACK]
    program = PurePath(command[0]).name.removesuffix(".exe").lower()
    if program in _PLUS_LINE:
        return [*command, f"+{line}", file]
    if program in _COLON_LINE:
        return [*command, f"{file}:{line}"]
    if program in _GO_TO:  # these return at once unless told to wait
        return [*command, "--wait", "--goto", f"{file}:{line}"]
    return [*command, file]


def run_editor(command: Sequence[str]) -> None:
    """Run an editor until it ends. Ctrl+C in it is not meant for this process.

    Raises:
        OSError: it cannot be started.
    """
    # Not SIG_IGN, which the editor would inherit. asyncio learns of signals by the descriptor.
    wakeup = signal.set_wakeup_fd(-1)
    handler = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        subprocess.run(command, check=False)
    finally:
        signal.signal(signal.SIGINT, handler)
        signal.set_wakeup_fd(wakeup, warn_on_full_buffer=False)
