"""Separate keys, pasted text and replies of the terminal.

A terminal answers a query when it likes: over a slow connection the reply comes long after the
program has stopped waiting for it, or a program before this one has asked. A reply is a control
sequence of ECMA-48 (CSI, OSC, DCS, APC) that is no key. It is dropped whenever it comes,
also in several pieces; taken for keys, its characters would be typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from tui.fast_namedtuple import NamedTuple

_PASTE_START, _PASTE_END = "\x1b[200~", "\x1b[201~"
_STRING = r"(?:\][0-9]+;|P[0-9;]*[>!$+|=?]|_G)"
"""Start of a control string that a terminal sends: OSC with a number, DCS of a report (DECRPSS,
XTVERSION, XTGETTCAP, DA3), APC of kitty graphics. Alt with other characters is a key."""
_COMPLETE = re.compile(
    r"\x1b(?:\[\[[A-E]"  # function keys of the Linux console
    r"|\[[0-?]*[ -/]*[@-Z\\-~]"
    rf"|{_STRING}[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c))"
)
_ABORTED = re.compile(rf"\x1b{_STRING}[^\x07\x1b\x9c]*(?=\x1b[^\\])|\x1b\[[<=>?][0-?]*[ -/]*")
"""A reply that is cut off by another sequence or by a character it cannot contain."""
_PARTIAL = re.compile(
    rf"\x1b(?:\[\[?|\[[0-?]+[ -/]*|\[[ -/]+|\][0-9]*|P[0-9;]*|_|{_STRING}[^\x07\x1b\x9c]*\x1b?)?"
)
_C1 = {0x9B: "\x1b[", 0x9D: "\x1b]", 0x90: "\x1bP", 0x9F: "\x1b_"}
"""The introducers as single characters (ECMA-48 section 5.3) and their two-character form."""
_INTRODUCER = re.compile("[\x1b\x9b\x9d\x90\x9f]")
_MIN_TAIL = 3
"""Characters of the late rest of a sequence: more than are typed at once."""
_MAX_HELD = 4096
"""Characters of an incomplete reply to keep; a longer one (OSC 52) is shortened: it is dropped."""


class InputPiece(NamedTuple):
    """Input of one kind."""

    kind: Literal["keys", "paste", "reply"]
    text: str


class InputSplitter:
    """Splits decoded input into pieces. Incomplete sequences are held until the rest comes."""

    def __init__(self, is_key: Callable[[str], bool]) -> None:
        """``is_key``: whether a complete CSI sequence is a key, a mouse report or another event."""
        self._is_key = is_key
        self._held = ""
        self._broken_off = ""
        self._pasted: list[str] | None = None

    @property
    def is_pasting(self) -> bool:
        """Whether the end of a paste has not come yet."""
        return self._pasted is not None

    @property
    def held(self) -> int:
        """Characters of an incomplete sequence. One is Escape, two may be Alt with a character that
        also starts a sequence, more are a reply."""
        return len(self._held) if self._pasted is None else 0

    def feed(self, text: str) -> Iterator[InputPiece]:
        """Yield the pieces that are complete."""
        broken_off, self._broken_off = self._broken_off, ""
        if broken_off and self._is_late_rest(broken_off, text):
            self._held = broken_off
        text = self._held + text
        self._held = ""
        at = 0
        while at < len(text):
            if self._pasted is not None:
                end = text.find(_PASTE_END, at)
                if end < 0:
                    keep = _partial_end(text, at)
                    self._pasted.append(text[at:keep])
                    self._held = text[keep:]
                    return
                pasted = "".join((*self._pasted, text[at:end]))
                self._pasted = None
                at = end + len(_PASTE_END)
                yield InputPiece("paste", pasted)
                continue
            start = _find_introducer(text, at)
            if start > at:
                yield InputPiece("keys", text[at:start])
            at = start
            if at == len(text):
                return
            if text[at] != "\x1b":
                text = _C1[ord(text[at])] + text[at + 1 :]
                at = 0
            if match := _COMPLETE.match(text, at):
                at = match.end()
                if match[0] == _PASTE_START:
                    self._pasted = []
                else:
                    yield self._piece(match[0])
            elif _PARTIAL.fullmatch(text, at):
                self._held = text[at:]
                if len(self._held) > _MAX_HELD:
                    self._held = self._held[:16] + self._held[-1:]
                return
            elif match := _ABORTED.match(text, at):
                at = match.end()
                yield InputPiece("reply", match[0])
            else:
                at += 1
                yield InputPiece("keys", "\x1b")

    def flush(self) -> Iterator[InputPiece]:
        """Yield what is held as keys or, if it cannot be keys, as a reply; end a paste. Called when
        the rest has not come in time."""
        held, self._held = self._held, ""
        if self._pasted is not None:
            pasted, self._pasted = "".join((*self._pasted, held)), None
            yield InputPiece("paste", pasted)
        elif held:
            self._broken_off = held
            is_reply = len(held) > 3 or _ABORTED.fullmatch(held)
            yield InputPiece("reply" if is_reply else "keys", held)

    def _is_late_rest(self, start: str, text: str) -> bool:
        """Return whether ``text`` begins with the rest of a reply, or of the start of a paste."""
        match = _COMPLETE.match(start + text)
        if match is None or len(match[0]) - len(start) < _MIN_TAIL:
            return False
        return match[0] == _PASTE_START or self._piece(match[0]).kind == "reply"

    def _piece(self, sequence: str) -> InputPiece:
        is_csi = sequence.startswith("\x1b[")
        return InputPiece("keys" if is_csi and self._is_key(sequence) else "reply", sequence)


def _find_introducer(text: str, at: int) -> int:
    """Return the index of the next control sequence, or the length of ``text``."""
    match = _INTRODUCER.search(text, at)
    return match.start() if match else len(text)


def _partial_end(text: str, at: int) -> int:
    """Return the index where an incomplete end mark of a paste begins, or the length of
    ``text``."""
    for length in range(min(len(_PASTE_END) - 1, len(text) - at), 0, -1):
        if text.endswith(_PASTE_END[:length]):
            return len(text) - length
    return len(text)
