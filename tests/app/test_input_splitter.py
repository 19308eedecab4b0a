"""Terminal replies are separated from keys and pastes, whether they arrive whole or in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.terminal.input_splitter import InputSplitter
from tui.app.textual_internals.terminal_events import is_event

_REPLIES = {
    "OSC 11": "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "OSC 10 with BEL": "\x1b]10;rgb:ffff/ffff/ffff\x07",
    "OSC 4": "\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
    "OSC 52": "\x1b]52;c;5Yy75L+d\x07",
    "DA1": "\x1b[?62;22c",
    "DA2": "\x1b[>41;370;0c",
    "DA3": "\x1bP!|00000000\x1b\\",
    "CPR": "\x1b[5;3R",
    "DSR": "\x1b[0n",
    "color scheme": "\x1b[?997;1n",
    "DECRPM": "\x1b[?1004;2$y",
    "DECRQSS": "\x1bP1$r0m\x1b\\",
    "XTVERSION": "\x1bP>|XTerm(370)\x1b\\",
    "XTGETTCAP": "\x1bP1+r544e=787465726d\x1b\\",
    "XTQMODKEYS": "\x1b[>4;2m",
    "window size": "\x1b[8;24;80t",
    "kitty keyboard": "\x1b[?0u",
    "kitty graphics": "\x1b_Gi=31;OK\x1b\\",
    "DA1 in 8 bits": "\x9b?62;22c",
    "OSC 11 in 8 bits": "\x9d11;rgb:00/00/00\x9c",
}
_KEYS = ["q", "医", "\x1b[A", "\x1bOP", "\x1b[3~", "\x1b[<0;6;7M", "\x1b[I", "\x1b[M !!", "\x1b[[A"]
_PASTE = "\x1b[200~a\x1b]11;b\x1b[?62c\x1b[31m\x1b[201~"


def _split(*chunks: str, flush: bool = True) -> dict[str, str]:
    """Return the text of each kind of piece."""
    splitter = InputSplitter(is_event)
    pieces = [piece for chunk in chunks for piece in splitter.feed(chunk)]
    if flush:
        pieces += splitter.flush()
    found = {"keys": "", "paste": "", "reply": ""}
    for piece in pieces:
        found[piece.kind] += piece.text
    return found


@pytest.mark.parametrize("name", _REPLIES)
def test_a_reply_is_no_key_however_it_is_cut(name: str) -> None:
    reply = _REPLIES[name]
    assert _split(f"j{reply}k")["keys"] == "jk"
    assert _split("j", *reply, "k")["keys"] == "jk"
    for at in range(1, len(reply)):
        assert _split(f"j{reply[:at]}", f"{reply[at:]}k")["keys"] == "jk"


@given(st.lists(st.sampled_from([*_REPLIES.values(), *_KEYS, _PASTE])), st.data())
def test_keys_and_pastes_among_replies_are_kept(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)))))
    chunks = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    found = _split(*chunks)
    assert found["keys"] == "".join(piece for piece in pieces if piece in _KEYS)
    assert found["paste"] == _PASTE[6:-6] * pieces.count(_PASTE)


@given(st.text(st.sampled_from("\x1b[]P_?;>G0119cRy$~\\\x07Mj医\x9b"), max_size=60))
def test_nothing_is_held_forever(text: str) -> None:
    splitter = InputSplitter(is_event)
    list(splitter.feed(text.replace("\x1b[200~", "")))
    list(splitter.flush())
    assert splitter.held == 0
    assert [piece.text for piece in splitter.feed("q")] == ["q"]


@pytest.mark.parametrize("key", ["\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1b_", "\x1b]1", "\x1bPj"])
def test_alt_with_the_first_character_of_a_reply_is_a_key(key: str) -> None:
    assert _split(key)["keys"] == key


def test_a_reply_that_breaks_off_does_not_swallow_the_next_key() -> None:
    assert _split("\x1b]11;rgb:00", "\x1b[A")["keys"] == "\x1b[A"
    assert _split("\x1b[?6", "医")["keys"] == "医"


@pytest.mark.parametrize("reply", [each for each in _REPLIES.values() if each[0] == "\x1b"])
def test_the_rest_of_a_reply_is_no_key_however_late_it_is(reply: str) -> None:
    for at in range(1, len(reply) - 2):
        splitter = InputSplitter(is_event)
        list(splitter.feed(reply[:at]))
        list(splitter.flush())
        assert [piece.kind for piece in splitter.feed(f"{reply[at:]}k")] == ["reply", "keys"]
        assert [piece.text for piece in splitter.feed("q")] == ["q"]


def test_a_question_mark_behind_an_introducer_is_no_key() -> None:
    assert _split("\x1b[?")["keys"] == ""


def test_a_paste_whose_start_is_cut_is_no_key() -> None:
    splitter = InputSplitter(is_event)
    list(splitter.feed("\x1b"))
    list(splitter.flush())
    assert [piece.kind for piece in splitter.feed("[200~q\x1b[201~")] == ["paste"]


def test_a_paste_without_an_end_is_pasted_in_the_end() -> None:
    assert _split("\x1b[200~医保\x1b[20") == {"keys": "", "paste": "医保\x1b[20", "reply": ""}


def test_a_long_reply_is_not_kept_in_memory() -> None:
    splitter = InputSplitter(is_event)
    assert list(splitter.feed("\x1b]52;c;")) == []
    for _ in range(100):
        assert list(splitter.feed("A" * 4096)) == []
    assert 2 < splitter.held < 8192
    (reply,) = splitter.feed("\x1b\\")
    assert len(reply.text) < 8192


def test_the_end_of_a_paste_may_be_cut() -> None:
    assert _split("\x1b[200~医保\x1b[20", "1~q") == {"keys": "q", "paste": "医保", "reply": ""}
