"""The app in a pseudo-terminal: from the start of the process to its first complete screen,
relative to an empty Textual app and to other apps; and its processor time while idle."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

from tests.benchmarks.app.pseudo_terminal import Chunk, PseudoTerminal
from tests.benchmarks.app.reference_apps import OTHERS, empty_app, installed, terminal_environ
from tests.benchmarks.data.briefings import (
    Briefing,
    installed_program,
    live_briefing,
    synthetic_briefing,
)
from tests.benchmarks.measure import BenchmarkError, Command, Result, Spent, ratios
from tui.store import open_store

SIZE = (80, 24)
MANY = 30_000
_QUIET = 0.4
"""Seconds without a byte after which a complete app draws no more."""
_TIMEOUT = 30.0
_LIMIT = 1.2
_IDLE = 5.0
_TICK = 10.0
"""Milliseconds: the resolution of processor time; less counts as none."""
_EXPECTED = ("概览", "来源", "退出")
"""Texts of the first screen of medbrief: sections and the key bar."""


class _App(NamedTuple):
    command: Command
    expected: tuple[str, ...]
    """Texts of its complete screen."""
    settles: bool
    """Whether it draws nothing after its screen is complete (no blinking cursor, no network
    requests). Then its last screen is the complete one, else the first with all expected texts."""


def measure_start(rounds: int) -> list[Result]:
    """Measure wall-clock and processor time to the first complete screen, and idle time."""
    apps = [
        _App(empty_app(), ("nothing but this",), True),
        _App(medbrief(live_briefing()), _EXPECTED, True),
        _App(medbrief(synthetic_briefing(MANY)), _EXPECTED, True),
    ]
    for other in OTHERS:
        command = installed(other)
        if command and _runs(app := _App(command, other.expected, False)):
            apps.append(app)
    empty, ours, many, *others = _compare(apps, rounds)
    name = "medbrief to its first whole screen"
    results = [
        *_times("an empty Textual app", empty),
        *_times(name, ours),
        *_times(f"  with {MANY:,} records", many),
        Result(f"{name} / empty app: wall", "x", _wall_ratios(ours, empty), _LIMIT),
        Result(f"{name} / empty app: CPU", "x", ratios(ours, empty)),
        Result(
            f"  with {MANY:,} records / empty app: wall", "x", _wall_ratios(many, empty), _LIMIT
        ),
    ]
    for app, spent in zip(apps[3:], others, strict=True):
        results += _times(app.command.name, spent)
        shares = _wall_ratios(ours, spent)
        results.append(Result(f"medbrief / {app.command.name}: wall", "x", shares, 1))
    idle = [tuple(_idle_time(app) for _ in range(min(rounds, 3))) for app in apps[:2]]
    return [
        *results,
        Result(f"idle for {_IDLE:g} s, an empty Textual app: CPU", "ms", idle[0]),
        Result(f"idle for {_IDLE:g} s, medbrief: CPU", "ms", idle[1], _TICK),
    ]


def medbrief(briefing: Briefing) -> Command:
    """Return the command that opens the app in Chinese."""
    program = installed_program()
    open_store(briefing.content, briefing.environ).close()  # compile, if needed
    words = (program, "--lang", "zh", "--content", briefing.content)
    environ = {**briefing.environ, **terminal_environ()}
    return Command(f"medbrief, {briefing.name}", words, environ)


def _runs(app: _App) -> bool:
    """Return whether another app can be started here; print a message if not."""
    try:
        _first_screen(app)
    except BenchmarkError as error:
        sys.stderr.write(f"skipped: {error}\n")
        return False
    return True


def _compare(apps: Sequence[_App], rounds: int) -> list[list[Spent]]:
    """Measure interleaved runs, every other round in reverse order, after a warm-up round."""
    spent: list[list[Spent]] = [[] for _ in apps]
    for app in apps:
        _first_screen(app)
    for number in range(rounds):
        indexes = range(len(apps))
        for index in reversed(indexes) if number % 2 else indexes:
            spent[index].append(_first_screen(apps[index]))
    return spent


def _first_screen(app: _App) -> Spent:
    terminal = PseudoTerminal(app.command.words, app.command.environ, SIZE)
    screens: list[tuple[Chunk, str]] = []
    try:
        while time.perf_counter() < terminal.started + _TIMEOUT:
            chunks = terminal.read(_QUIET, 2.0)
            screens += [(chunk, terminal.draw(chunk)) for chunk in chunks]
            complete = [one for one in screens if all(text in one[1] for text in app.expected)]
            if complete:
                last = screens[-1][1]
                chunk = next(c for c, screen in complete if screen == last or not app.settles)
                return Spent(chunk.cpu, chunk.at - terminal.started)
    finally:
        terminal.close()
    last = screens[-1][1] if screens else "nothing"
    raise BenchmarkError(f"{app.command.name} never showed all of {app.expected}, but\n{last}")


def _idle_time(app: _App) -> float:
    """Return the milliseconds of processor time in ``_IDLE`` seconds without input."""
    terminal = PseudoTerminal(app.command.words, app.command.environ, SIZE)
    try:
        terminal.read(_QUIET)
        time.sleep(1)
        before = terminal.cpu
        time.sleep(_IDLE)
        return (terminal.cpu - before) * 1000
    finally:
        terminal.close()


def _times(name: str, spent: Sequence[Spent]) -> list[Result]:
    return [
        Result(f"{name}: wall", "ms", tuple(item.wall * 1000 for item in spent)),
        Result(f"{name}: CPU", "ms", tuple(item.cpu * 1000 for item in spent)),
    ]


def _wall_ratios(these: Sequence[Spent], those: Sequence[Spent]) -> tuple[float, ...]:
    return tuple(one.wall / other.wall for one, other in zip(these, those, strict=True))
