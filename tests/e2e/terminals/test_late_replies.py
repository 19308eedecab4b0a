"""A terminal that replies late: no reply is typed into the app, or into the shell after it."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Open
from tests.e2e.terminal import Terminal

_READY = "回车 打开"
_REPLIES = (
    b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1b]10;rgb:ffff/ffff/ffff\x07",
    b"\x1b[24;80R",
    b"\x1bP>|XTerm(370)\x1b\\",
    b"\x1b]52;c;5Yy75L+d\x07",
    b"\x1b[?0u",
    b"\x1b[?62;22c",
    b"\x1b[?2026;2$y\x1b[?2048;0$y",
)


def _send_late(session: Terminal) -> None:
    for reply in _REPLIES:
        session.send(reply[: len(reply) // 2])
        session.pause()
        session.send(reply[len(reply) // 2 :])


def test_late_replies_are_no_keys(terminal: Open) -> None:
    session = terminal(replies=False)
    session.until(_READY)
    before = session.text
    _send_late(session)
    session.send("/")
    session.until("搜索结果")
    _send_late(session)
    session.send("health")
    session.until("› 搜索结果", "/ health\n")
    session.send("\x1b")
    session.until(_READY, without="搜索结果")
    assert session.text == before


@pytest.mark.parametrize("leaves", ["q", "\x03"])
def test_replies_after_the_end_do_not_reach_the_shell(terminal: Open, leaves: str) -> None:
    session = terminal(shell='"$0"; echo left; head -n 1 | od -c', replies=False)
    session.until(_READY)
    session.send(leaves)
    session.pause()
    for reply in _REPLIES:
        session.send(reply)
    session.until("left")
    session.send("typed\n")
    session.until_it_ends()
    after = session.text.partition("left")[2]
    assert "0000000   t   y   p   e   d" in after


def test_a_query_that_is_interrupted_leaves_no_reply_to_the_shell(terminal: Open) -> None:
    session = terminal(shell='trap : INT; "$0"; echo "code $?"; head -n 1 | od -c', replies=False)
    session.until_written(b"\x1b[c")
    session.send("\x03")
    session.send(b"".join(_REPLIES))
    session.until("code 130")
    session.send("typed\n")
    session.until_it_ends()
    assert "0000000   t   y   p   e   d" in session.text
