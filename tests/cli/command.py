"""The command ``medbrief``: run in the test's process, as a process of its own, or in a shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli import inside

COMMAND = Path(sys.executable).parent / "medbrief"
FORBIDDEN_FIRST = frozenset("，。、；：？！）】〕》〉」』”’％,.;:?!)%")
"""Characters that no line may start with (W3C clreq, 禁则), as far as the briefing uses them."""


class Answer(NamedTuple):
    """Exit code and output of a run."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def text(self) -> str:
        """Standard output."""
        return self.stdout.decode()

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.text.splitlines()

    @property
    def json(self) -> Any:
        """Standard output, parsed as JSON."""
        return json.loads(self.stdout)

    @property
    def message(self) -> str:
        """Standard error."""
        return self.stderr.decode()


class Medbrief(NamedTuple):
    """The command with an environment of exactly these variables.

    Each way of running it takes the arguments, the working directory ``folder``, ``changes`` to
    the environment, and the name of a variable to run ``without``.
    """

    environment: Mapping[str, str]

    def __call__(
        self, *arguments: str, folder: Path | None = None, without: str = "", **changes: str
    ) -> Answer:
        """Run it in this process, about ten times as fast as ``process``. What Python reads at
        start-up (PYTHONUTF8, LC_ALL for stream encodings) has no effect."""
        return self._inside(
            *arguments, environment=self._environment(changes, without), folder=folder
        )

    def on_terminal(self, *arguments: str, **changes: str) -> Answer:
        """Run it in this process with a terminal of 80 columns, without colors."""
        changes = {"COLUMNS": "80", "NO_COLOR": "1", **changes}
        return self._inside(*arguments, environment=self._environment(changes), terminal=True)

    def _inside(
        self,
        *arguments: str,
        environment: dict[str, str],
        folder: Path | None = None,
        terminal: bool = False,
    ) -> Answer:
        with pytest.MonkeyPatch.context() as patch:
            for name in os.environ:
                patch.delenv(name)
            for name, value in environment.items():
                patch.setenv(name, value)
            if folder:
                patch.chdir(folder)
            result = inside.run(*arguments, terminal=terminal)
        assert isinstance(result.code, int)
        return Answer(result.code, result.out.encode(), result.err.encode())

    def process(
        self, *arguments: str, folder: Path | None = None, without: str = "", **changes: str
    ) -> Answer:
        """Run the installed command in a process of its own."""
        return _run([str(COMMAND), *arguments], self._environment(changes, without), folder)

    def in_shell(self, script: str, **changes: str) -> Answer:
        """Run a line of shell in which ``medbrief`` is the command."""
        environment = self._environment(changes)
        environment["PATH"] = f"{COMMAND.parent}:/usr/bin:/bin"
        return _run(["/bin/sh", "-c", script], environment)

    def _environment(self, changes: Mapping[str, str], without: str = "") -> dict[str, str]:
        environment = {**self.environment, **changes}
        environment.pop(without, None)
        return environment


def _run(command: list[str], environment: dict[str, str], folder: Path | None = None) -> Answer:
    done = subprocess.run(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)
