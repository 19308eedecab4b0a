"""What the terminal is asked at the start, of whom, and what becomes of keys typed meanwhile."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time

import pytest

from tests.app.reading import opened
from tests.app.screens import SCREENS
from tui.app.terminal.capability_query import is_light, supports_query
from tui.app.terminal_app import TerminalCapabilities
from tui.render.glyphs import ASCII
from tui.store import Store
from tui.text.width import cell_width

_ASK = """
import os, sys, time
from tui.app.terminal.capability_query import CapabilityQuery
with CapabilityQuery(os.environ, background=True, width=True) as question:
    time.sleep(0.3)
    question.collect()
print(question.background, question.ambiguous_width, question.typed, flush=True)
"""


def _asked(answer: bytes, **environ: str) -> tuple[bytes, str]:
    """What was asked of a terminal that answers so, and what was understood."""
    main, side = pty.openpty()
    environ = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", **environ}
    process = subprocess.Popen(
        [sys.executable, "-c", _ASK], stdin=side, stdout=subprocess.PIPE, stderr=side, env=environ,
        start_new_session=True, preexec_fn=_take_terminal,
    )  # fmt: skip
    os.close(side)
    question = b""
    end = time.monotonic() + 30
    os.set_blocking(main, False)
    while process.poll() is None and time.monotonic() < end:
        try:
            question += os.read(main, 1024)
        except (BlockingIOError, OSError):
            time.sleep(0.01)
        if question.endswith(b"c") and answer:
            os.write(main, answer)
            answer = b""
    printed = process.communicate(timeout=30)[0].decode().strip()
    os.close(main)
    return question, printed


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_the_answers_are_understood_and_keys_typed_meanwhile_kept() -> None:
    white = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
    question, printed = _asked(white + b"\x1b[5;3R" + b"jj" + b"\x1b[?62;4c")
    assert b"\x1b]11;?" in question
    assert b"\x1b[6n" in question
    assert printed == "(1.0, 1.0, 1.0) 2 b'jj'"


def test_a_terminal_that_only_says_who_it_is() -> None:
    assert _asked(b"\x1b[5;2R\x1b[?1;2c")[1] == "None 1 b''"


def test_a_terminal_that_says_nothing_is_not_waited_for() -> None:
    assert _asked(b"")[1] == "None 1 b''"


@pytest.mark.parametrize(
    "environ", [{"TERM": "linux"}, {"TERM": "vt100"}, {"SSH_TTY": "/dev/pts/1"}, {"TERM": "screen"}]
)
def test_who_might_not_answer_in_time_is_not_asked(environ: dict[str, str]) -> None:
    assert not supports_query({"TERM": "xterm", **environ})
    assert _asked(b"", **environ)[0] == b""


def test_light_and_dark_are_told_apart() -> None:
    assert [is_light((v, v, v)) for v in (0.0, 0.3, 0.7, 1.0)] == [False, False, True, True]


@pytest.mark.parametrize("name", ["statistic", "search", "help", "overview"])
async def test_where_ambiguous_characters_are_wide_every_line_still_fits(
    real_store: Store, name: str
) -> None:
    screen = SCREENS[name]
    kind = {"place": screen.place, "glyphs": ASCII, "terminal": TerminalCapabilities(ambiguous=2)}
    async with opened(real_store, **kind) as reading:
        await reading.press(*screen.keys)
        assert {cell_width(line, ambiguous=2) for line in reading.lines} == {80}
