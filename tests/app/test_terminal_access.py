"""The terminal under the app: its size, output that would block, queries without a reply."""

from __future__ import annotations

import fcntl
import os
import struct
import termios
import threading
from collections.abc import Iterator

import pytest

from tui.app.terminal.reply_tracker import ReplyTracker
from tui.app.terminal.terminal_file import TerminalFile
from tui.app.terminal.terminal_size import terminal_size


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """Both ends of a pipe or terminal; closed at the end of the test."""
    opened = os.openpty()
    yield opened
    for end in opened:
        os.close(end)


@pytest.mark.parametrize(
    ("window", "environ", "size"),
    [
        ((100, 30), {"COLUMNS": "60", "LINES": "20"}, (100, 30)),
        ((0, 0), {"COLUMNS": "60", "LINES": "20"}, (60, 20)),
        ((0, 0), {"COLUMNS": "x", "LINES": ""}, (80, 24)),
        ((0, 0), {}, (80, 24)),
    ],
)
def test_the_size_of_the_window_precedes_the_environment(
    ends: tuple[int, int], window: tuple[int, int], environ: dict[str, str], size: tuple[int, int]
) -> None:
    columns, lines = window
    fcntl.ioctl(ends[1], termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    with open(os.devnull, "rb") as not_a_terminal:  # noqa: PTH123
        assert terminal_size((not_a_terminal.fileno(), ends[1]), environ) == size


def test_output_that_would_block_is_written_in_full() -> None:
    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    received = bytearray()

    def read() -> None:
        while data := os.read(read_end, 65536):
            received.extend(data)

    reader = threading.Thread(target=read)
    reader.start()
    file = TerminalFile(write_end, "gbk")
    file.write("医保€" * 200_000)
    file.flush()
    os.close(write_end)
    reader.join()
    os.close(read_end)
    assert bytes(received) == "医保?".encode("gbk") * 200_000


def test_output_to_a_closed_terminal_is_dropped() -> None:
    main, side = os.openpty()
    os.close(main)
    file = TerminalFile(side, "utf-8")
    file.write("text")
    file.flush()
    os.close(side)


def test_a_reply_ends_the_wait_for_it() -> None:
    replies = ReplyTracker()
    replies.wait()  # none is awaited
    replies.sent("attributes")
    replies.sent("2026")
    assert replies.awaits_reply
    replies.received("attributes")
    assert replies.awaits_reply
    threading.Thread(target=replies.received, args=("2026",)).start()
    replies.wait()
    assert not replies.awaits_reply
