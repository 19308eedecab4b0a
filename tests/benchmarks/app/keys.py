"""A key in a pseudo-terminal: from the press to the last byte of the repaint."""

from __future__ import annotations

from typing import NamedTuple

from tests.benchmarks.app.first_frame import MANY, medbrief
from tests.benchmarks.app.pseudo_terminal import PseudoTerminal
from tests.benchmarks.data.briefings import (
    Briefing,
    check_records,
    live_briefing,
    synthetic_briefing,
)
from tests.benchmarks.measure import BenchmarkError, Result, percentile

_SIZES = ((80, 24), (120, 40))
_QUIET = 0.12
"""Seconds without a byte after which a repaint is complete."""
_TIMEOUT = 3.0
_MEDIAN, _SLOW, _TYPED = 20.0, 50.0, 25.0

_DOWN, _UP, _LEFT, _RIGHT = b"\x1b[B", b"\x1b[A", b"\x1b[D", b"\x1b[C"
_PAGE_DOWN, _PAGE_UP, _HOME, _END = b"\x1b[6~", b"\x1b[5~", b"\x1b[H", b"\x1b[F"
_ENTER, _ESCAPE, _TAB = b"\r", b"\x1b", b"\t"


class _Walk(NamedTuple):
    """``keys`` are pressed and timed one by one, after ``before``."""

    name: str
    before: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    limit: float = _MEDIAN


def _letters(text: str) -> tuple[bytes, ...]:
    return tuple(letter.encode() for letter in text)


_TO_LIST = (b"o", _LEFT, _RIGHT, _RIGHT, _DOWN)
"""From any page to the list of the second section."""
_WALKS = (
    _Walk("down and up in a list", _TO_LIST, (_DOWN,) * 10 + (_UP,) * 5),
    _Walk("a page down and up in a list", _TO_LIST, (_PAGE_DOWN, _PAGE_UP) * 2),
    _Walk("to the end and the beginning of a list", _TO_LIST, (_END, _HOME)),
    _Walk("Enter on a record and Escape", _TO_LIST, (_ENTER, _ESCAPE) * 3),
    _Walk("Tab over the links of a page", (b"o",), (_TAB,) * 5),
    _Walk("another section", (b"o", _LEFT), (_RIGHT, _RIGHT, _RIGHT, _LEFT)),
    _Walk("the other language (L)", _TO_LIST, (b"L", b"L", b"L", b"L")),
    _Walk("a letter of 医疗保险 in the search box", (b"o", b"/"), _letters("医疗保险"), _TYPED),
    _Walk("a letter of yiliao in the search box", (b"o", b"/"), _letters("yiliao"), _TYPED),
)


def measure_keys(rounds: int) -> list[Result]:
    """Measure each walk in the live and in a large briefing, in two window sizes."""
    results: list[Result] = []
    for briefing in (live_briefing(), synthetic_briefing(MANY)):
        for size in _SIZES:
            results += _walked(briefing, size, rounds)
    return results


def _walked(briefing: Briefing, size: tuple[int, int], rounds: int) -> list[Result]:
    command = medbrief(briefing)
    taken: dict[str, list[tuple[float, float]]] = {walk.name: [] for walk in _WALKS}
    terminal = PseudoTerminal(command.words, command.environ, size)
    try:
        if not terminal.read(0.5):
            raise BenchmarkError(f"{command.name} draws nothing")
        for number in range(rounds + 1):
            for walk in _WALKS:
                times = _walk(terminal, walk)
                taken[walk.name] += times if number else []  # the first round is a warm-up
    finally:
        terminal.close()
    check_records(briefing)
    results = []
    for walk in _WALKS:
        walls = tuple(wall for wall, _ in taken[walk.name])
        cpus = tuple(cpu for _, cpu in taken[walk.name])
        name = f"{walk.name}, {briefing.name}, {size[0]}x{size[1]}"
        results += [
            Result(f"{name}: median", "ms", walls, walk.limit),
            Result("  p95", "ms", walls, _SLOW, percentile(walls, 95)),
            Result("  CPU, median", "ms", cpus),
        ]
    return results


def _walk(terminal: PseudoTerminal, walk: _Walk) -> list[tuple[float, float]]:
    for key in walk.before:
        terminal.send(key)
        terminal.read(_QUIET, _TIMEOUT)
    times = [_press(terminal, key, walk.name) for key in walk.keys]
    if walk.limit == _TYPED:
        terminal.send(_ESCAPE)  # else the next key would be typed into the query
        terminal.read(_QUIET, _TIMEOUT)
    return times


def _press(terminal: PseudoTerminal, key: bytes, name: str) -> tuple[float, float]:
    """Press a key and return its wall-clock and processor time in milliseconds."""
    spent = terminal.cpu
    pressed = terminal.send(key)
    chunks = terminal.read(_QUIET, _TIMEOUT)
    if not chunks:
        raise BenchmarkError(f"{name}: nothing was drawn after {key!r}")
    return (chunks[-1].at - pressed) * 1000, (chunks[-1].cpu - spent) * 1000
