"""Compiling tells how far it has come: a person at a terminal, after a second, and nobody else."""

from __future__ import annotations

import io

import pytest

from tui.cli.output import progress
from tui.cli.output.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _compile(out: io.StringIO, clock: pytest.MonkeyPatch, seconds: float) -> str:
    now = iter(range(100))
    clock.setattr(progress.time, "monotonic", lambda: next(now) * seconds)
    told = Progress(out, "zh")
    for done in (1, 2, 3):
        told(done, 3)
    return out.getvalue()


def test_a_slow_compilation_is_counted_and_the_line_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _compile(_Terminal(), monkeypatch, 1.0)
    assert text == (
        "\r\x1b[Kmedbrief: 正在编译简报：3条中的第1条"
        "\r\x1b[Kmedbrief: 正在编译简报：3条中的第2条"
        "\r\x1b[K"
    )


def test_a_quick_one_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compile(_Terminal(), monkeypatch, 0.1) == ""


def test_a_program_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compile(io.StringIO(), monkeypatch, 1.0) == ""
