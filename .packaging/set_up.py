"""Set up a virtual environment for ``make``, and show what is being done.

Usage: set_up.py FOLDER [EXTRA]

Installs the checkout in FOLDER in editable mode, with the packages that running needs, or also
with those of EXTRA (an optional dependency in pyproject.toml).
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIP = "pip>=26,<27"
"""Older versions, such as the one of Python 3.11, write a start script that imports re: +13 % per
lookup."""
_VERBS = ("Collecting", "Downloading", "Building", "Installing")
"""First words of the lines of pip that are shown."""
_WIDTH = 60


class Step:
    """A line that says what is being done, and how long it took."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._start = time.monotonic()
        self._is_terminal = sys.stdout.isatty()
        self._write(f"  {title} ...", end="" if self._is_terminal else "\n")

    def detail(self, text: str) -> None:
        """Show what the step is doing now; on a terminal only."""
        if self._is_terminal:
            self._write(f"\r\x1b[K  {self._title}: {text[:_WIDTH]}", end="")

    def done(self) -> None:
        """Show that the step is done."""
        seconds = time.monotonic() - self._start
        if self._is_terminal:
            self._write(f"\r\x1b[K  {self._title} ({seconds:.0f} s)")

    def failed(self, output: str) -> None:
        """Show the output of the program that failed."""
        self._write(f"\n{output}")

    def _write(self, text: str, end: str = "\n") -> None:
        sys.stdout.write(text + end)
        sys.stdout.flush()


def _run(title: str, command: list[str], environ: dict[str, str] | None = None) -> None:
    """Run a program; exit with its output if it fails."""
    step = Step(title)
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **(environ or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    output = ""
    assert process.stdout
    for line in process.stdout:
        output += line
        verb, _, rest = line.strip().partition(" ")
        if verb in _VERBS and rest:
            step.detail(f"{verb.lower()} {rest.partition(' (')[0]}")
    if process.wait() != 0:
        step.failed(output)
        sys.exit(process.returncode)
    step.done()


def _bundled_pip() -> Path | None:
    """Return the wheel of pip that comes with Python, if it does: running pip from it to install a
    newer one saves installing it first (-4 s)."""
    spec = importlib.util.find_spec("ensurepip")
    if spec is None or spec.origin is None:
        return None
    return next((Path(spec.origin).parent / "_bundled").glob("pip-*.whl"), None)


def main(folder: str, extra: str = "") -> None:
    """Create the virtual environment and install into it."""
    python = str(Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python")
    install = [python, "-m", "pip", "install", "--disable-pip-version-check"]
    # Running uses a part of the modules: compiling all of them takes 3 s.
    environ = {} if extra else {"PIP_NO_COMPILE": "1"}
    title = f"Setting up medbrief in {folder}{f' with {extra} packages' if extra else ''}:"
    sys.stdout.write(title + "\n")
    venv = [sys.executable, "-m", "venv", folder]
    wheel = _bundled_pip()
    if wheel is None:
        _run("Virtual environment", venv)
        _run("pip", [*install, PIP], environ)
    else:
        _run("Virtual environment", [*venv, "--without-pip"])
        _run("pip", [python, str(wheel / "pip"), *install[3:], PIP], environ)
    # The build hook is for wheels; without it pip installs no second copy of the packages: -3 s.
    environ["HATCH_BUILD_NO_HOOKS"] = "true"
    target = f".[{extra}]" if extra else "."
    _run("Packages", [*install, "--editable", target], environ)


if __name__ == "__main__":
    main(*sys.argv[1:3])
