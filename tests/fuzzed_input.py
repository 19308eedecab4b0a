"""Input as a hostile or unlucky terminal sends it: packets of bunched keys, mouse reports, pastes,
broken sequences, and changes of the window's size between them."""

from __future__ import annotations

import os
from typing import TypeAlias

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

_EXAMPLES = int(os.environ.get("MEDBRIEF_FUZZ", "0"))
"""How many examples each fuzzing test takes; 0 for the few of a normal run."""


def fuzz_settings(examples: int) -> settings:
    """Return settings that take the same ``examples`` in each run, or as many random ones as
    MEDBRIEF_FUZZ says."""
    return settings(
        max_examples=_EXAMPLES or examples,
        derandomize=not _EXAMPLES,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )


SIZES = ((1, 1), (2, 3), (20, 5), (39, 12), (40, 12), (60, 20), (80, 24), (120, 40), (200, 60))
"""Columns and lines, on both sides of every limit at which the layout changes."""

Packet: TypeAlias = bytes | tuple[int, int]
"""Bytes of one write, or a new size."""

_KEYS = [bytes([code]) for code in range(0x20, 0x7F)]
_DIALOG_KEYS = [b"y", b"p", b":", b"F", b"?", b"e", b"E", b"/", b"t", b"X", b"S", b"g", b"M", b"T"]
_NAMED_KEYS = [
    *(b"\r", b"\n", b"\t", b"\x7f", b"\x1b", b" ", b"\x1b[Z", b"\x08"),
    *(b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1bOA", b"\x1b[H", b"\x1b[F"),
    *(b"\x1b[5~", b"\x1b[6~", b"\x1b[3~", b"\x1b[1;5C", b"\x1b[1;2D", b"\x1b[15~", b"\x1bOP"),
    *(b"\x01", b"\x04", b"\x05", b"\x0b", b"\x0c", b"\x15", b"\x17", b"\x1a", b"\x1f", b"\x00"),
    *(b"\x1bj", b"\x1b\x1b", b"\x1b[I", b"\x1b[O"),
]
_TEXTS = [
    "医保",
    "、",
    "／",
    "：",
    "ｊ",
    "１",
    "　",
    "👨‍👩‍👧",
    "é",
    "🏴",
    "می‌خواهم",
    "\u202e",
    "\u200b",
]
_BROKEN = [
    *(b"\x1b[", b"\x1bO", b"\x1b]", b"\x1bP", b"\x1b[<", b"\x1b[<0;1", b"\x1b[M", b"\x1b[M   "),
    *(b"\xe5\x8c", b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80", b"\x9b", b"\xc2\x9b2J", b"\x80"),
    *(b"\x1b[999999999999;999999999999H", b"\x1b[" + b"1;" * 60 + b"m", b"\x1b[?1;2;3"),
    *(b"\x1b]11;rgb:0000/0000/0000\x1b\\", b"\x1b[?62;c", b"\x1b[24;80R", b"\x1bP>|x\x1b\\"),
    *(
        b"\x1b[48;24;80;0;0t",
        b"\x1b[48;0;0;0;0t",
        b"\x1b[48;9999;9999;9;9t",
        b"\x1b[?2026;2$y",
        b"\x1b[?2048;1$y",
    ),
    *(b"\x1b[99999999u", b"\x1b[97;5u", b"\x1b[27;5;97~", b"\x1b[201~", b"\x1b[<0;0;0M"),
]
_PASTED = ["\n医保", "a\nb\r\n", "\x1b[31m", "\x9b\x0e"]
_LEAVING = [b"q", b"\x03"]

_mouse = st.builds(
    lambda button, x, y, end: f"\x1b[<{button};{x};{y}{end}".encode(),
    st.sampled_from([0, 0, 0, 1, 2, 3, 32, 35, 64, 65, 66, 67, 4, 255, 9999]),
    st.integers(-1, 210),
    st.integers(-1, 70),
    st.sampled_from(["M", "m"]),
)
_click = st.builds(
    lambda x, y, times: f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m".encode() * times,
    st.integers(1, 120),
    st.integers(1, 40),
    st.integers(1, 3),
)
_paste = st.builds(
    lambda text: b"\x1b[200~" + text.encode("utf-8", "replace") + b"\x1b[201~",
    st.one_of(
        st.text(max_size=20), st.sampled_from(["\n医保", "a\nb\r\n", "\x1b[31m", "\x9b\x0e"])
    ),
)
_piece = st.one_of(
    st.sampled_from(_DIALOG_KEYS),
    st.sampled_from(_NAMED_KEYS),
    st.sampled_from(_KEYS),
    st.sampled_from(_TEXTS).map(str.encode),
    _click,
    _mouse,
    _paste,
    st.sampled_from(_BROKEN),
    st.binary(max_size=4),
)
_repeated = st.builds(lambda piece, times: piece * times, _piece, st.integers(1, 5))
_leaving = st.integers(0, 30).flatmap(
    lambda chance: st.sampled_from(_LEAVING) if chance == 0 else st.just(b"")
)
_packet = st.builds(
    lambda pieces, end: b"".join(pieces) + end,
    st.lists(_repeated, min_size=1, max_size=8),
    _leaving,
)

sizes = st.one_of(st.sampled_from(SIZES), st.tuples(st.integers(1, 200), st.integers(1, 60)))
packets: st.SearchStrategy[list[Packet]] = st.lists(
    st.one_of(_packet, _packet, _packet, sizes), min_size=1, max_size=12
)
END = b"\x1b[201~" + b"\x1b" * 6
"""Ends a paste and closes what is open."""
