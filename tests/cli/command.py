"""The installed command, run as a person runs it: a process of its own with bytes for answers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

COMMAND = Path(sys.executable).parent / "medbrief"
FORBIDDEN_FIRST = frozenset("，。、；：？！）】〕》〉」』”’％,.;:?!)%")
"""What no line may begin with (W3C clreq, 禁则), as far as the briefing uses it."""


class Answer(NamedTuple):
    """What a run left behind."""

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
    def message(self) -> str:
        """Standard error."""
        return self.stderr.decode()


class Medbrief(NamedTuple):
    """The command with an environment in which nothing is set but what a test sets."""

    environment: Mapping[str, str]

    def __call__(
        self, *arguments: str, folder: Path | None = None, without: str = "", **changes: str
    ) -> Answer:
        """Run it in ``folder``. ``changes`` to the environment, but for the name ``without``."""
        environment = {**self.environment, **changes}
        environment.pop(without, None)
        done = subprocess.run(
            [str(COMMAND), *arguments],
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def in_shell(self, script: str, **changes: str) -> Answer:
        """Run a line of shell in which ``medbrief`` is the command."""
        done = subprocess.run(
            ["/bin/sh", "-c", script],
            env={**self.environment, **changes, "PATH": f"{COMMAND.parent}:/usr/bin:/bin"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)
