"""Progress of compiling: shown on a terminal after a moment, nowhere else."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Callable
from contextlib import suppress

import pytest

from tui.cli.main import main
from tui.cli.output import progress
from tui.cli.output.progress import Progress

_COMPILE = """
import sys
from tui.cli.output.progress import Progress
progress = Progress(sys.stderr, "en")
print("compiling", flush=True)
sys.stdin.readline()
progress.erase()
print("done", flush=True)
sys.stdin.readline()
"""


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _compile(out: io.StringIO, clock: pytest.MonkeyPatch, seconds: float, columns: int = 80) -> str:
    clock.setenv("COLUMNS", str(columns))
    clock.setenv("TERM", "xterm")  # without it a terminal counts as dumb
    now = iter(range(100))
    clock.setattr(progress.time, "monotonic", lambda: next(now) * seconds)
    progress_line = Progress(out, "zh")
    for done in (1, 2):
        progress_line(done, 3)
    progress_line.erase()
    return out.getvalue()


def test_the_line_fits_into_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _compile(_Terminal(), monkeypatch, 1.0, columns=46)
    assert text.startswith("\r\x1b[Kmedbrief  正在编译简报  ━━────  33%\r")
    assert "━" not in _compile(_Terminal(), monkeypatch, 1.0, columns=40)


def test_slow_compiling_shows_a_bar_and_erases_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _compile(_Terminal(), monkeypatch, 1.0)
    assert text == (
        "\r\x1b[Kmedbrief  正在编译简报  ━━━━━━──────────────  33%"
        "\r\x1b[Kmedbrief  正在编译简报  ━━━━━━━━━━━━━───────  66%\r\x1b[K"
    )


@pytest.mark.parametrize("words", [["list"], ["policies", "--level", "national"]])
def test_the_line_is_erased_where_compiling_is_interrupted(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    def interrupted(_content: object, _environ: object, compiling: Callable[[], Progress]) -> None:
        compiling()(1, 3)
        raise KeyboardInterrupt

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("tui.cli.main.open_store", interrupted)
    monkeypatch.setattr(progress, "_DELAY", 0.0)
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    with suppress(KeyboardInterrupt):  # the entry point catches one while the line is parsed
        assert main(words) == 130
    assert terminal.getvalue().endswith(" 33%\r\x1b[K")


def test_fast_compiling_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compile(_Terminal(), monkeypatch, 0.1) == ""


def test_nothing_is_shown_outside_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _compile(io.StringIO(), monkeypatch, 1.0) == ""


def test_keys_typed_while_compiling_are_not_echoed() -> None:
    def take_terminal() -> None:
        import fcntl

        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    main_side, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _COMPILE],
        stdin=side, stdout=subprocess.PIPE, stderr=side, env={**os.environ, "TERM": "xterm"},
        start_new_session=True, preexec_fn=take_terminal,
    )  # fmt: skip
    assert process.stdout
    echoes = []
    for expected in (b"compiling\n", b"done\n"):
        assert process.stdout.readline() == expected
        echoes.append(bool(termios.tcgetattr(side)[3] & termios.ECHO))
        os.write(main_side, b"\n")
    process.communicate(timeout=30)
    os.close(side)
    os.close(main_side)
    assert echoes == [False, True]
