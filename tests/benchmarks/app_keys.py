"""Part 8: a key in a real terminal, from the press to the last byte of what it repaints."""

from __future__ import annotations

from typing import NamedTuple

from tests.benchmarks.app_start import MANY, medbrief
from tests.benchmarks.measure import BenchmarkError, Result, percentile
from tests.benchmarks.pseudo_terminal import PseudoTerminal
from tests.benchmarks.shelf import Briefing, real, synthetic

_SIZES = ((80, 24), (120, 40))
_QUIET = 0.12
"""Seconds without a byte after which no more of a repaint is to come."""
_PATIENCE = 3.0
_MEDIAN, _SLOW, _TYPED = 20.0, 50.0, 25.0

_DOWN, _UP, _LEFT, _RIGHT = b"\x1b[B", b"\x1b[A", b"\x1b[D", b"\x1b[C"
_PAGE_DOWN, _PAGE_UP, _HOME, _END = b"\x1b[6~", b"\x1b[5~", b"\x1b[H", b"\x1b[F"
_ENTER, _ESCAPE, _TAB = b"\r", b"\x1b", b"\t"


class _Walk(NamedTuple):
    """``keys`` are pressed one by one and timed, after ``before``."""

    name: str
    before: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    limit: float = _MEDIAN


def _letters(text: str) -> tuple[bytes, ...]:
    return tuple(letter.encode() for letter in text)


def _walks(columns: int) -> tuple[_Walk, ...]:
    """The sections stand in a row, from 120 columns on in a column."""
    on, back, into = (_DOWN, _UP, _RIGHT) if columns >= 120 else (_RIGHT, _LEFT, _DOWN)
    to_list = (b"o", _LEFT, on, on, into)
    return (
        _Walk("down and up in a list", to_list, (_DOWN,) * 10 + (_UP,) * 5),
        _Walk("a page down and up in a list", to_list, (_PAGE_DOWN, _PAGE_UP) * 2),
        _Walk("to the end and the beginning of a list", to_list, (_END, _HOME)),
        _Walk("Enter on a record and Escape", to_list, (_ENTER, _ESCAPE) * 3),
        _Walk("Tab over the links of a page", (b"o",), (_TAB,) * 5),
        _Walk("another section", (b"o", _LEFT), (on, on, on, back)),
        _Walk("the other language (l)", to_list, (b"l", b"l", b"l", b"l")),
        _Walk("a letter of 医疗保险 in the search box", (b"o", b"/"), _letters("医疗保险"), _TYPED),
        _Walk("a letter of yiliao in the search box", (b"o", b"/"), _letters("yiliao"), _TYPED),
    )


def press(rounds: int) -> list[Result]:
    """Each walk in the real briefing and in a large one, in two sizes of window."""
    results: list[Result] = []
    for briefing in (real(), synthetic(MANY)):
        for size in _SIZES:
            results += _walked(briefing, size, rounds)
    return results


def _walked(briefing: Briefing, size: tuple[int, int], rounds: int) -> list[Result]:
    command = medbrief(briefing)
    walks = _walks(size[0])
    taken: dict[str, list[tuple[float, float]]] = {walk.name: [] for walk in walks}
    terminal = PseudoTerminal(command.words, command.environ, size)
    try:
        if not terminal.read(0.5):
            raise BenchmarkError(f"{command.name} draws nothing")
        for number in range(rounds + 1):
            for walk in walks:
                times = _walk(terminal, walk)
                taken[walk.name] += times if number else []  # the first round warms up
    finally:
        terminal.close()
    results = []
    for walk in walks:
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
        terminal.read(_QUIET, _PATIENCE)
    times = [_press(terminal, key, walk.name) for key in walk.keys]
    if walk.limit == _TYPED:
        terminal.send(_ESCAPE)  # a letter would be one of the query
        terminal.read(_QUIET, _PATIENCE)
    return times


def _press(terminal: PseudoTerminal, key: bytes, name: str) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    spent = terminal.cpu
    pressed = terminal.send(key)
    chunks = terminal.read(_QUIET, _PATIENCE)
    if not chunks:
        raise BenchmarkError(f"{name}: nothing was drawn after {key!r}")
    return (chunks[-1].at - pressed) * 1000, (chunks[-1].cpu - spent) * 1000
