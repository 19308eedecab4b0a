"""The apps that ours is compared with, each in an environment of its own beside the cache."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import Command
from tests.benchmarks.shelf import plain_environ, shelf

_EMPTY = """\
from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("nothing but this")


Empty().run()
"""


class Other(NamedTuple):
    """``needs``: what pip installs; ``words``: how it is started, the program in its
    environment first; ``seen``: texts that its first whole screen of 80 by 24 shows."""

    name: str
    needs: str
    words: tuple[str, ...]
    seen: tuple[str, ...]


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
    """What a good terminal tells the programs in it."""
    said = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return {**plain_environ(), **said, "TEXTUAL_DISABLE_KITTY_KEY": "1"}


def empty_app() -> Command:
    """An app of one Static, run by this Python; nothing stands beside it."""
    folder = shelf() / "empty-app"
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "empty.py"
    script.write_text(_EMPTY, "utf-8")
    return Command("an empty Textual app", (sys.executable, str(script)), terminal_environ())


def installed(other: Other) -> Command | None:
    """How it is started; None, with a word, where it cannot be installed."""
    folder = shelf() / "apps" / other.needs
    ready = folder / ".ready"
    if not ready.exists():
        sys.stderr.write(f"installing {other.needs}\n")
        venv.create(folder, with_pip=True, clear=True)
        line = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", other.needs]
        done = subprocess.run(line, capture_output=True, check=False)
        if done.returncode:
            why = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            sys.stderr.write(f"{other.name} is left out: {''.join(why)}\n")
            return None
        ready.touch()
    return Command(other.name, (_program(folder, other), *other.words[1:]), _home(folder))


def _program(folder: Path, other: Other) -> str:
    return str(folder / "bin" / other.words[0])


def _home(folder: Path) -> dict[str, str]:
    """What it keeps, it keeps in its own folder: no reader's settings, none left behind."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    kept = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME")
    return {**terminal_environ(), **{name: str(home) for name in kept}}
