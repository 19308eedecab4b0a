"""Shells in a terminal, with the completion of medbrief loaded."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pexpect

from tests.e2e.terminal import console_script

BASH_COMPLETION = Path("/usr/share/bash-completion/bash_completion")
_PROGRAMS = {
    "bash": ["bash", "--norc", "--noprofile"],
    "zsh": ["zsh", "-f"],
    "fish": ["fish", "--no-config"],
}
LOAD = {
    "bash": 'eval "$(medbrief completion bash)"',
    "zsh": 'eval "$(medbrief completion zsh)"',
    "fish": "medbrief completion fish | source",
}
"""The lines that the help says to add to the shell's start-up file."""
COMPINIT = 'autoload -Uz compinit && compinit -u -d "$HOME/dump"'
_WRAPPER = """\
#!/bin/sh
case $1 in
  __words | completion) exec %s "$@" ;;
esac
printf '%%s\\n' "$@" > "$HOME/arguments.part" && mv "$HOME/arguments.part" "$HOME/arguments"
"""
"""A ``medbrief`` that completes like the real one, but writes its arguments to a file."""


class Shell:
    """A shell in a terminal, in a folder with files of odd names."""

    def __init__(self, name: str, environment: Mapping[str, str], folder: Path) -> None:
        wrapper = folder / "bin" / "medbrief"
        wrapper.parent.mkdir()
        wrapper.write_text(_WRAPPER % console_script(sys.executable), encoding="utf-8")
        wrapper.chmod(0o755)
        (folder / "notes.txt").touch()
        (folder / "contents").mkdir()
        (folder / "odd [dir]").mkdir()
        (folder / "odd [dir]" / "it's $x.txt").touch()
        changed = {"PATH": f"{wrapper.parent}:/usr/bin:/bin", "HOME": str(folder), "TERM": "vt100"}
        self.name = name
        self._file = folder / "arguments"
        self.written = b""
        """All output so far."""
        program, *options = _PROGRAMS[name]
        self._process = pexpect.spawn(
            program,
            options,
            env={**environment, **changed, "LANG": "C.UTF-8"},
            cwd=str(folder),
            dimensions=(24, 200),
            timeout=60,
        )

    def run(self, line: str) -> None:
        """Run a line and wait for its end."""
        self._process.sendline(f"{line}; medbrief done")
        assert self._arguments() == ["done"]

    def completed(self, typed: str) -> list[str]:
        """Type Tab and Enter after a line; return the arguments of the command that runs."""
        self._process.send(f"{typed}\t\r".encode())
        return self._arguments()

    def _arguments(self) -> list[str]:
        for _ in range(600):
            if self._file.exists():
                words = self._file.read_text(encoding="utf-8").splitlines()
                self._file.unlink()
                return words
            with suppress(pexpect.TIMEOUT):
                self.written += self._process.read_nonblocking(65536, timeout=0.1)
        raise AssertionError(f"the shell ran no command:\n{self.written.decode()}")

    def close(self) -> None:
        """End the shell."""
        self._process.close(force=True)
