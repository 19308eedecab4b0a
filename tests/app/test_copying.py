"""The copy command at the terminal: the sequence it writes and the text it shows."""

from __future__ import annotations

import re
from base64 import b64decode

import pytest

from tests.app.reading import opened
from tui.app.browse.location import Location
from tui.app.terminal.osc52 import MAX_BASE64_BYTES, clipboard_sequence
from tui.store import Store

_OSC52 = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


async def test_y_writes_the_sequence_and_shows_its_text_on_request(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    location = Location("statistics", "consultation-market", panel="page")
    async with opened(sample_store, location=location) as reading:
        driver = reading.app._driver
        assert driver is not None
        written: list[str] = []
        with monkeypatch.context() as patch:
            patch.setattr(driver, "write", written.append)
            await reading.press("y")
            assert reading.has_panels  # the notice takes the place of the keys alone
            assert reading.lines[-1].startswith(" 已复制：2022年：100亿元")
        found = _OSC52.search("".join(written))
        assert found
        text = b64decode(found[1]).decode()
        assert text.startswith("线上问诊市场规模，2022年：100亿元")
        await reading.press("y")
        assert re.sub(r"\s", "", text) in re.sub(r"\s", "", reading.text)
        await reading.press("z")  # any key closes it
        assert reading.has_panels


def test_tmux_gets_the_sequence_plain_and_wrapped() -> None:
    plain = clipboard_sequence("医保", {"TERM": "xterm"})
    assert plain == "\x1b]52;c;5Yy75L+d\x07"
    for environ in ({"TMUX": "/tmp/tmux,1,0"}, {"TERM": "tmux-256color"}):
        sequence = clipboard_sequence("医保", environ)
        assert sequence == f"{plain}\x1bPtmux;\x1b{plain}\x1b\\"


def test_screen_gets_the_sequence_in_chunks() -> None:
    text = "医保" * 200
    sequence = clipboard_sequence(text, {"STY": "1.pts", "TERM": "screen"})
    chunks = re.findall(r"\x1bP(.*?)\x1b\\", sequence, re.DOTALL)
    assert max(map(len, chunks)) <= 250
    assert "".join(chunks) == clipboard_sequence(text, {})


def test_a_text_beyond_the_limit_of_terminals_has_no_sequence() -> None:
    assert clipboard_sequence("x" * MAX_BASE64_BYTES, {}) == ""
    assert clipboard_sequence("x" * (MAX_BASE64_BYTES // 4 * 3), {})
