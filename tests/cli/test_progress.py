"""Progress of compiling: shown on a terminal after a second, nowhere else."""

from __future__ import annotations

import io

import pytest

from tui.cli.output import progress
from tui.cli.output.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _compile(out: io.StringIO, clock: pytest.MonkeyPatch, seconds: float) -> str:
    clock.setenv("TERM", "xterm")  # without it a terminal counts as dumb
    now = iter(range(100))
    clock.setattr(progress.time, "monotonic", lambda: next(now) * seconds)
    progress_line = Progress(out, "zh")
    for done in (1, 2, 3):
        progress_line(done, 3)
    return out.getvalue()


def test_slow_compiling_shows_counts_and_erases_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _compile(_Terminal(), monkeypatch, 1.0)
    assert text == (
        "\r\x1b[Kmedbrief: 正在编译简报：33%\r\x1b[Kmedbrief: 正在编译简报：66%\r\x1b[K"
    )


def test_fast_compiling_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compile(_Terminal(), monkeypatch, 0.1) == ""


def test_nothing_is_shown_outside_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compile(io.StringIO(), monkeypatch, 1.0) == ""
