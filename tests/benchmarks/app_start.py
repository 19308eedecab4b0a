"""Part 7: the app in a real terminal, from the start of the process to its first whole screen,
against an empty Textual app and others; and what it costs while nobody does anything."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import BenchmarkError, Command, Result, Spent, ratios
from tests.benchmarks.other_apps import OTHERS, empty_app, installed, terminal_environ
from tests.benchmarks.pseudo_terminal import Chunk, PseudoTerminal
from tests.benchmarks.shelf import Briefing, real, synthetic
from tui.store import open_store

SIZE = (80, 24)
MANY = 30_000
_QUIET = 0.4
"""Seconds without a byte after which an app that is whole draws no more."""
_PATIENCE = 30.0
_LIMIT = 1.4
_IDLE = 5.0
_TICK = 10.0
"""Milliseconds in which the system counts processor time: less is none."""


class _App(NamedTuple):
    command: Command
    seen: tuple[str, ...]
    """What its whole screen shows."""
    settles: bool
    """Whether it draws nothing more once its screen is whole: no cursor blinks, nothing counts
    stars. Then whole is what the screen shows at last; else when all of ``seen`` is there."""


def start(rounds: int) -> list[Result]:
    """Wall and processor time to the first whole screen; idle processor time."""
    whole = ("2026.1", "概览", "参与者", "来源", "先读这五行", "退出")
    apps = [
        _App(empty_app(), ("nothing but this",), True),
        _App(medbrief(real()), whole, True),
        _App(medbrief(synthetic(MANY)), ("概览", "参与者", "退出"), True),
    ]
    for other in OTHERS:
        command = installed(other)
        if command and _runs(app := _App(command, other.seen, False)):
            apps.append(app)
    empty, ours, many, *others = _compare(apps, rounds)
    name = "medbrief to its first whole screen"
    results = [
        *_seconds("an empty Textual app", empty),
        *_seconds(name, ours),
        *_seconds(f"  with {MANY:,} records", many),
        Result(f"{name} / empty app: wall", "x", _walls(ours, empty), _LIMIT),
        Result(f"{name} / empty app: CPU", "x", ratios(ours, empty)),
        Result(f"  with {MANY:,} records / empty app: wall", "x", _walls(many, empty), _LIMIT),
    ]
    for app, spent in zip(apps[3:], others, strict=True):
        results += _seconds(app.command.name, spent)
        results.append(Result(f"medbrief / {app.command.name}: wall", "x", _walls(ours, spent), 1))
    idle = [tuple(_idle(app) for _ in range(min(rounds, 3))) for app in apps[:2]]
    return [
        *results,
        Result(f"idle for {_IDLE:g} s, an empty Textual app: CPU", "ms", idle[0]),
        Result(f"idle for {_IDLE:g} s, medbrief: CPU", "ms", idle[1], _TICK),
    ]


def medbrief(briefing: Briefing) -> Command:
    """The installed command, opening the panels in Chinese."""
    program = Path(sys.executable).with_name("medbrief")
    if not program.exists():
        raise BenchmarkError("medbrief is not installed beside this Python: `make bench` does that")
    open_store(briefing.content, briefing.environ).close()  # compiled, if it was not
    words = (str(program), "--lang", "zh", "--content", briefing.content)
    return Command(f"medbrief, {briefing.name}", words, {**terminal_environ(), **_kept(briefing)})


def _kept(briefing: Briefing) -> dict[str, str]:
    cache = briefing.environ["XDG_CACHE_HOME"]
    # Nothing of what a reader has set: its own folders, beside that cache.
    return dict.fromkeys(("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), cache)


def _runs(app: _App) -> bool:
    """Whether another's app can be started here at all; else it is left out, with a word."""
    try:
        _first_screen(app)
    except BenchmarkError as error:
        sys.stderr.write(f"left out: {error}\n")
        return False
    return True


def _compare(apps: Sequence[_App], rounds: int) -> list[list[Spent]]:
    """They take turns, in an order that turns about, after a round that warms up."""
    spent: list[list[Spent]] = [[] for _ in apps]
    for app in apps:
        _first_screen(app)
    for number in range(rounds):
        places = range(len(apps))
        for place in reversed(places) if number % 2 else places:
            spent[place].append(_first_screen(apps[place]))
    return spent


def _first_screen(app: _App) -> Spent:
    terminal = PseudoTerminal(app.command.words, app.command.environ, SIZE)
    screens: list[tuple[Chunk, str]] = []
    try:
        while time.perf_counter() < terminal.started + _PATIENCE:
            chunks = terminal.read(_QUIET, 2.0)
            screens += [(chunk, terminal.draw(chunk)) for chunk in chunks]
            whole = [one for one in screens if all(text in one[1] for text in app.seen)]
            if whole:
                last = screens[-1][1]
                chunk = next(c for c, screen in whole if screen == last or not app.settles)
                return Spent(chunk.cpu, chunk.at - terminal.started)
    finally:
        terminal.close()
    last = screens[-1][1] if screens else "nothing"
    raise BenchmarkError(f"{app.command.name} never showed all of {app.seen}, but\n{last}")


def _idle(app: _App) -> float:
    terminal = PseudoTerminal(app.command.words, app.command.environ, SIZE)
    try:
        terminal.read(_QUIET)
        time.sleep(1)
        before = terminal.cpu
        time.sleep(_IDLE)
        return (terminal.cpu - before) * 1000
    finally:
        terminal.close()


def _seconds(name: str, spent: Sequence[Spent]) -> list[Result]:
    return [
        Result(f"{name}: wall", "ms", tuple(item.wall * 1000 for item in spent)),
        Result(f"{name}: CPU", "ms", tuple(item.cpu * 1000 for item in spent)),
    ]


def _walls(these: Sequence[Spent], those: Sequence[Spent]) -> tuple[float, ...]:
    return tuple(one.wall / other.wall for one, other in zip(these, those, strict=True))
