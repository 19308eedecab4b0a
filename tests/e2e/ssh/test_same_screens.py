"""The panels over SSH are those of the app run where one sits, cell for cell, with the same keys.

By design different, and so made alike here: over SSH nothing of a reader is kept (the local app is
run with MEDBRIEF_STATE=off), no originals are shown (it has none) and the operator's config is not
the reader's (it has none).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping

import pytest

from tests.conftest import REAL_CONTENT
from tests.e2e.ssh.keys import Client, environment
from tests.e2e.terminal import Terminal, console_script

_DOWN, _RIGHT, _LEFT = "\x1b[B", "\x1b[C", "\x1b[D"
_QUIET, _PATIENCE = 0.4, 2.0
"""Seconds without a byte after which a screen is whole, or a key has done nothing."""
_WALKS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "overview": ((), (_DOWN, "\x1b[6~", "?", "\x1b", "C", "C", "l")),
    "list and page": (("open", "players"), (_DOWN, "s", "z", "z", "\r", "\t", "\x1b")),
    "statistic": (("open", "market-size"), ("3", "\x1b", "d", "\x1b", "f", "g", "\x1b")),
    "policy": (("open", "policy-nhsa-2019-47"), ("\x1b[6~", "\x1b[F")),
    "search": ((), ("/", "h", "e", "a", "lth", "\r")),
    "comparison": (("open", "players"), (f"c{_DOWN}c", "v", _DOWN)),
    "timeline": (("open", "jd-health"), ("T", "\x1b[6~")),
    "pins": (("open", "jd-health"), ("m", "M")),
    "facets": (("open", "policies"), ("F", " ", "\x1b", "t", "yibao")),
    "palette": ((), ("p", "z", "c", "\x1b")),
}
"""How each is entered, and the keys that lead on."""


@pytest.fixture
def both(
    client: Client, environment_of: Mapping[str, str], request: pytest.FixtureRequest
) -> Iterator[tuple[Terminal, Terminal]]:
    """The app here, and over SSH."""
    words, size, locale = request.param
    here = {**environment_of, "LANG": locale}
    line = [console_script(sys.executable), *words]
    local = Terminal(line, here, *size)
    distant = Terminal(client.line(*words, terminal=True), environment({"LANG": locale}), *size)
    yield local, distant
    local.close()
    distant.close()


@pytest.fixture(scope="module")
def environment_of(environment: Mapping[str, str]) -> dict[str, str]:
    """Of the app here."""
    names = ("PATH", "HOME", "XDG_CACHE_HOME")
    said = {"MEDBRIEF_CONTENT": str(REAL_CONTENT), "MEDBRIEF_STATE": "off"}
    return {**{name: environment[name] for name in names}, **said}


def _settled(terminal: Terminal, written: int) -> str:
    """Its screen, once something was written (a key may mean nothing here) and no more comes."""
    begun = since = time.monotonic()
    length = len(terminal.written)
    while True:
        assert terminal._read(), "it ended"
        now = time.monotonic()
        if len(terminal.written) != length:
            length, since = len(terminal.written), now
        answered = length > written or now - begun > _PATIENCE
        if answered and now - since > _QUIET and terminal.text.strip():
            return terminal.text
        assert now - begun < 60, "nothing is drawn"


def _cases() -> Iterator[object]:
    for name, (words, keys) in _WALKS.items():
        for size in ((80, 24), (120, 40)):
            for locale in ("zh_CN.UTF-8", "en_US.UTF-8"):
                case = ((words, size, locale), keys)
                yield pytest.param(*case, id=f"{name}-{size[0]}x{size[1]}-{locale[:2]}")


@pytest.mark.parametrize(("both", "keys"), list(_cases()), indirect=["both"])
def test_each_screen_is_that_of_the_app_here(
    both: tuple[Terminal, Terminal], keys: tuple[str, ...]
) -> None:
    local, distant = both
    written, screens = [0, 0], set()
    for number, key in enumerate(("", *keys)):
        for terminal in both if key else ():
            terminal.send(key)
        here, there = (_settled(each, old) for each, old in zip(both, written, strict=True))
        assert here.split("\n") == there.split("\n"), f"after key {number}, {key!r}"
        written = [len(each.written) for each in both]
        screens.add(here)
    assert len(screens) > len(keys) / 2  # they led somewhere
    for terminal in both:
        terminal.send("\x03")
        assert terminal.until_it_ends() == 0
    assert local.modes() == distant.modes()
