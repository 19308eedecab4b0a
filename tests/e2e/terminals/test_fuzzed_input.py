"""No input crashes the app in a pseudo-terminal: it ends with its exit code and restores the
modes."""

from __future__ import annotations

import signal
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.e2e.terminal import Terminal, console_script
from tests.fuzzed_input import END, Packet, fuzz_settings, packets, sizes
from tui.text.language import LANGUAGES, Language

_ALTERNATE, _CURSOR, _WRAP = 1049, 25, 7


@given(sizes, st.sampled_from(LANGUAGES), packets, st.sampled_from(["q", "SIGTERM"]))
@fuzz_settings(8)
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_no_input_crashes_the_app(
    bare: dict[str, str],
    size: tuple[int, int],
    language: Language,
    typed: list[Packet],
    end: str,
) -> None:
    command = [console_script(sys.executable), "--lang", language]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(bare["HOME"])  # where an export goes
        session = Terminal(command, bare, *size)
    try:
        session.until_mode(_ALTERNATE)
        for packet in typed:
            with suppress(OSError):  # it has ended
                if isinstance(packet, bytes):
                    session.send(packet)
                else:
                    session.resize(*packet)
            session.drain()
        with suppress(OSError):
            session.send(END)
            session.drain()
            if end == "SIGTERM":
                session.process.kill(signal.SIGTERM)
            else:
                session.send(b"qq")
        assert session.until_it_ends() in (0, 128 + signal.SIGTERM), session.text
    finally:
        session.close()
    assert {mode for mode, on in session.modes().items() if on} <= {_CURSOR, _WRAP}
    assert b"Traceback" not in session.written
