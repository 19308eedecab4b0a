"""Input bytes to events of Textual, without the replies of the terminal."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.app.terminal.input_splitter import InputPiece, InputSplitter
from tui.app.terminal.reply_tracker import ReplyTracker
from tui.app.terminal.terminal_size import MAX_SIZE
from tui.app.textual_internals.terminal_events import awaited_reply, is_event
from tui.text.encoding import input_encoding

_MARGIN = 0.001
"""Seconds added to the escape delay, so that the parser finds it expired."""
_REPLY_DELAY = 3.0
"""Seconds to wait for the rest of a reply."""
_PASTE_DELAY = 0.5
"""Seconds without input after which a paste is taken for interrupted: Ctrl+C is a key again."""
_PASTE_DELAYS = 6
"""Such delays after which a paste ends without its end mark."""
_CTRL_C = b"\x03"
_ALT_DELAY = 0.25
"""Seconds to wait behind an introducer, which may be Alt with a bracket."""
_SPLIT_ESCAPE_DELAY = 0.1
"""Seconds to wait behind a lone Escape while a reply is awaited: a reply begins with one."""


class InputParser:
    """Parses input. Textual's own parser takes an unknown sequence for keys."""

    def __init__(self, encoding: str, replies: ReplyTracker, *, debug: bool = False) -> None:
        """``encoding``: of the terminal; ``replies``: records the replies."""
        self._decode = getincrementaldecoder(input_encoding(encoding))("replace").decode
        self._splitter = InputSplitter(is_event)
        self._debug = debug
        self._parser = XTermParser(debug)
        self._replies = replies
        self._paste_delays = 0

    @property
    def delay(self) -> float | None:
        """Seconds without input after which to call ``silence``; None if nothing is pending."""
        if self._splitter.is_pasting:
            return _PASTE_DELAY
        held = self._splitter.held
        if held > 1:
            return _ALT_DELAY if held == 2 else _REPLY_DELAY
        if held and self._replies.awaits_reply:
            return _SPLIT_ESCAPE_DELAY
        if held or self._parser._timeout_time is not None:
            return constants.ESCAPE_DELAY + _MARGIN
        return None

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield the events of ``data``; none until a character is complete."""
        if self._paste_delays and data == _CTRL_C:
            yield from self._events(self._splitter.flush())
        self._paste_delays = 0
        yield from self._events(self._splitter.feed(self._decode(data)))

    def silence(self) -> Iterator[Message]:
        """Yield the events of a key, reply or paste whose rest has not come within ``delay``."""
        if self._splitter.is_pasting:
            self._paste_delays += 1
            if self._paste_delays < _PASTE_DELAYS:
                return
            self._paste_delays = 0
        yield from self._events(self._splitter.flush())
        yield from self._end_key()

    def _events(self, pieces: Iterable[InputPiece]) -> Iterator[Message]:
        for piece in pieces:
            if piece.kind == "paste":
                yield from self._end_key()
                yield events.Paste(piece.text.replace("\0", ""))
                continue
            self._replies.received(awaited_reply(piece.text))
            if piece.kind == "keys":
                yield from self._keys(piece.text)

    def _keys(self, text: str) -> list[Message]:
        """Parse keys. Drop a sequence with a number out of range: a code point above U+10FFFF and a
        window of 0 pixels, at which Textual's parser ends, or a window of no possible size."""
        try:
            return [each for each in self._parser.feed(text) if not _is_impossible_size(each)]
        except (ArithmeticError, ValueError):
            self._parser = XTermParser(self._debug)
            return []

    def _end_key(self) -> Iterator[Message]:
        """Yield the key, usually Escape, whose rest Textual's parser waits for."""
        if self._parser._timeout_time is not None:
            self._parser._timeout_time = 0.0
            yield from self._parser.tick()


def _is_impossible_size(event: Message) -> bool:
    if not isinstance(event, events.Resize):
        return False
    columns, lines = event.size
    return not (0 < columns <= MAX_SIZE[0] and 0 < lines <= MAX_SIZE[1])
