"""The apps that medbrief is compared with, each in its own virtual environment."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.data.briefings import data_folder, isolated_environ
from tests.benchmarks.measure import Command

_EMPTY = """\
from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("nothing but this")


Empty().run()
"""


class Other(NamedTuple):
    """``needs``: the requirement that pip installs; ``words``: command line, the program first;
    ``expected``: texts of its first complete screen of 80 by 24."""

    name: str
    needs: str
    words: tuple[str, ...]
    expected: tuple[str, ...]


OTHERS = (
    Other(
        "harlequin",
        "harlequin>=2.1,<3",
        ("harlequin", "--locale", "C"),
        ("Data Catalog", "memory", "Query Editor", "Query Results", "Run Query", "Quit"),
    ),
    Other(
        "frogmouth",
        "frogmouth>=0.9,<1",
        ("frogmouth",),
        ("Enter a location", "Welcome to Frogmouth!", "Navigation", "Quit"),
    ),
    Other(
        "Textual's demo",
        "textual==8.2.8",
        ("python", "-m", "textual"),
        ("GitHub", "What is Textual?", "Home", "palette"),
    ),
)


def terminal_environ() -> dict[str, str]:
    """Return the environment of a terminal with true color and UTF-8."""
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return {**isolated_environ(), **terminal, "TEXTUAL_DISABLE_KITTY_KEY": "1"}


def empty_app() -> Command:
    """Return an app of one ``Static``, run by this Python."""
    folder = data_folder() / "empty-app"
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "empty.py"
    script.write_text(_EMPTY, "utf-8")
    return Command("an empty Textual app", (sys.executable, str(script)), terminal_environ())


def installed(other: Other) -> Command | None:
    """Return the command that starts an app; None, after a message, if it cannot be installed."""
    folder = data_folder() / "apps" / other.needs
    ready = folder / ".ready"
    if not ready.exists():
        sys.stderr.write(f"installing {other.needs}\n")
        venv.create(folder, with_pip=True, clear=True)
        line = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", other.needs]
        done = subprocess.run(line, capture_output=True, check=False)
        if done.returncode:
            reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            sys.stderr.write(f"{other.name} is skipped: {''.join(reason)}\n")
            return None
        ready.touch()
    return Command(other.name, (_program(folder, other), *other.words[1:]), _home(folder))


def _program(folder: Path, other: Other) -> str:
    return str(folder / "bin" / other.words[0])


def _home(folder: Path) -> dict[str, str]:
    """Return an environment whose settings and data are in the app's own folder."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    variables = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME")
    return {**terminal_environ(), **{name: str(home) for name in variables}}
