"""Queries to the terminal at the start: which terminals are queried, and how replies are read."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys

import pytest

from tests.app.reading import opened
from tests.app.screens import SCREENS
from tui.app.terminal.capabilities import TerminalCapabilities
from tui.app.terminal.capability_query import is_light, supports_query
from tui.render.glyphs import ASCII
from tui.store import Store
from tui.text.width import cell_width

_QUERY = """
import os, select, sys
from tui.app.terminal.capability_query import CapabilityQuery
with CapabilityQuery(os.environ, background=True, width=True) as query:
    select.select([sys.stdin], [], [], float(sys.argv[1]))
    query.collect()
print(query.background, query.ambiguous_width, query.early_input, flush=True)
"""
_TIMEOUT = 30


def _query(reply: bytes, **environ: str) -> tuple[bytes, str]:
    """Run a query in a pseudo-terminal that replies ``reply`` to DA1.

    Returns:
        The output to the terminal, and the result that the query printed.
    """
    main, side = pty.openpty()
    environ = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", **environ}
    process = subprocess.Popen(
        [sys.executable, "-c", _QUERY, str(_TIMEOUT if reply else 0)],
        stdin=side, stdout=subprocess.PIPE, stderr=side, env=environ,
        start_new_session=True, preexec_fn=_take_terminal,
    )  # fmt: skip
    os.close(side)
    written = b""
    while select.select([main], [], [], _TIMEOUT)[0]:
        try:
            written += os.read(main, 1024)
        except OSError:  # EIO: the process has ended
            break
        if written.endswith(b"\x1b[c"):
            os.write(main, reply)
    printed = process.communicate(timeout=_TIMEOUT)[0].decode().strip()
    os.close(main)
    return written, printed


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_replies_are_parsed_and_typed_keys_are_preserved() -> None:
    white = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
    written, printed = _query(white + b"\x1b[5;3R" + b"jj" + b"\x1b[?62;4c")
    assert b"\x1b]11;?" in written
    assert b"\x1b[6n" in written
    assert printed == "(1.0, 1.0, 1.0) 2 b'jj'"


def test_a_terminal_may_reply_to_the_last_query_only() -> None:
    assert _query(b"\x1b[5;2R\x1b[?1;2c")[1] == "None 1 b''"


def test_a_terminal_may_not_reply() -> None:
    assert _query(b"")[1] == "None 1 b''"


@pytest.mark.parametrize(
    "environ", [{"TERM": "linux"}, {"TERM": "vt100"}, {"SSH_TTY": "/dev/pts/1"}, {"TERM": "screen"}]
)
def test_terminals_that_may_reply_late_are_not_queried(environ: dict[str, str]) -> None:
    assert not supports_query({"TERM": "xterm", **environ})
    assert _query(b"", **environ)[0] == b""


def test_light_backgrounds_are_those_on_which_dark_text_is_legible() -> None:
    assert [is_light((v, v, v)) for v in (0.0, 0.3, 0.7, 1.0)] == [False, False, True, True]


@pytest.mark.parametrize("name", ["statistic", "search", "help", "overview"])
async def test_lines_fit_if_ambiguous_characters_are_wide(sample_store: Store, name: str) -> None:
    screen = SCREENS[name]
    wide = TerminalCapabilities(ambiguous=2)
    async with opened(
        sample_store, location=screen.location, glyphs=ASCII, terminal=wide
    ) as reading:
        await reading.press(*screen.keys)
        assert {cell_width(line, ambiguous=2) for line in reading.lines} == {80}
