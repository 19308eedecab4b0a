"""Input that breaks off: it neither leaks into the app nor keeps keys from it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual import constants
from textual.events import Key, Paste
from textual.message import Message

from tui.app.terminal.reply_tracker import ReplyTracker
from tui.app.textual_internals.input_parser import InputParser


@pytest.fixture
def parser() -> InputParser:
    return InputParser("utf-8", ReplyTracker())


def _names(messages: Iterable[Message]) -> list[str]:
    """Return keys, and the text of pastes in parentheses."""
    return [
        message.key if isinstance(message, Key) else f"({message.text})"
        for message in messages
        if isinstance(message, (Key, Paste))
    ]


def _silences(parser: InputParser) -> list[str]:
    """Let time pass until nothing is pending."""
    found: list[str] = []
    for _ in range(100):
        if parser.delay is None:
            return found
        found += _names(parser.silence())
    raise AssertionError("input is pending for good")


def test_a_paste_without_an_end_ends_by_itself(parser: InputParser) -> None:
    assert _names(parser.feed(b"\x1b[200~abc")) == []
    assert _silences(parser) == ["(abc)"]
    assert _names(parser.feed(b"q\x03")) == ["q", "ctrl+c"]


def test_a_paste_may_pause(parser: InputParser) -> None:
    assert _names(parser.feed(b"\x1b[200~abc")) == []
    for _ in range(10):
        assert _names(parser.silence()) == []
        assert _names(parser.feed(b"d")) == []
    assert _names(parser.feed(b"\x1b[201~q")) == [f"(abc{'d' * 10})", "q"]


def test_ctrl_c_ends_a_paste_that_was_interrupted(parser: InputParser) -> None:
    assert _names(parser.feed(b"\x1b[200~abc")) == []
    assert _names(parser.silence()) == []
    assert _names(parser.feed(b"\x03")) == ["(abc)", "ctrl+c"]
    assert _names(parser.feed(b"q")) == ["q"]


def test_a_pasted_ctrl_c_is_no_key(parser: InputParser) -> None:
    assert _names(parser.feed(b"\x1b[200~abc")) == []
    assert _names(parser.feed(b"\x03")) == []
    assert _names(parser.feed(b"\x1b[201~")) == ["(abc\x03)"]


@pytest.mark.parametrize("start", [b"\x1b[?6", b"\x1b[?", b"\x1b[2", b"\x1b[24;8"])
def test_a_reply_is_awaited_longer_than_an_escape_sequence(
    parser: InputParser, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.01)  # as ``tui.app`` sets it
    assert _names(parser.feed(b"\x1b")) == []
    escape = parser.delay
    assert _names(parser.silence()) == ["escape"]
    assert _names(parser.feed(start)) == []
    assert escape is not None
    assert parser.delay is not None
    assert parser.delay > 100 * escape
