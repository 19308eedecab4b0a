"""The app over SSH shows the same screens as the local app, cell for cell, for the same keys.

Intended differences are removed here: over SSH no state is stored (the local app runs with
MEDBRIEF_STATE=off), no originals are shown and no config is read (the local app has neither).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.e2e.ssh.openssh_client import OpenSshClient, client_environment
from tests.e2e.terminal import Terminal, console_script

_DOWN, _RIGHT, _LEFT = "\x1b[B", "\x1b[C", "\x1b[D"
_QUIET, _NO_EFFECT, _LATE = 0.4, 2.0, 15.0
"""Seconds without output after which a screen is complete, or a key had no effect, and for which
one of the two may lag: a message that leaves by itself looks like the answer to a key."""
_SCENARIOS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "overview": ((), (_DOWN, "\x1b[6~", "?", "\x1b", "C", _DOWN, "\r", "L")),
    "list and page": (("open", "players"), (_DOWN, "s", "z", "z", "\r", "\t", "\x1b")),
    "statistic": (("open", "consultation-market"), ("3", "\x1b", "d", "\x1b", "f", "g", "\x1b")),
    "policy": (("open", "policy-price-2019"), ("\x1b[6~", "\x1b[F", "L")),
    "search": ((), ("/", "h", "e", "a", "lth", "\r")),
    "comparison": (("open", "players"), (f"c{_DOWN}c", "v", _DOWN)),
    "timeline": (("open", "qinghe-health"), ("T", "\x1b[6~")),
    "pins": (("open", "qinghe-health"), ("m", "M")),
    "facets": (("open", "policies"), ("F", " ", "\r", "t", "yibao")),
    "palette": ((), ("p", "z", "c", "\x1b")),
}
"""For each scenario: the command line, and the keys."""


@pytest.fixture
def both(
    client: OpenSshClient, local_environment: Mapping[str, str], request: pytest.FixtureRequest
) -> Iterator[tuple[Terminal, Terminal]]:
    """The local app, and the app over SSH."""
    words, size, locale = request.param
    local_env = {**local_environment, "LANG": locale}
    line = [console_script(sys.executable), *words]
    local = Terminal(line, local_env, *size)
    remote_env = client_environment({"LANG": locale})
    remote = Terminal(client.line(*words, terminal=True), remote_env, *size)
    yield local, remote
    local.close()
    remote.close()


@pytest.fixture(scope="module")
def local_environment(environment: Mapping[str, str], sample: Path) -> dict[str, str]:
    """The environment of the local app."""
    names = ("PATH", "HOME", "XDG_CACHE_HOME")
    settings = {"MEDBRIEF_CONTENT": str(sample), "MEDBRIEF_STATE": "off"}
    return {**{name: environment[name] for name in names}, **settings}


def _settled(terminal: Terminal, written: int) -> str:
    """Return the screen once a key had its effect, or none, and no more output comes."""
    begun = since = time.monotonic()
    length = len(terminal.written)
    while True:
        assert terminal._read(), "it ended"
        now = time.monotonic()
        if len(terminal.written) != length:
            length, since = len(terminal.written), now
        answered = length > written or now - begun > _NO_EFFECT
        if answered and now - since > _QUIET and terminal.text.strip():
            return terminal.text
        assert now - begun < 60, "nothing is drawn"


def _screens(both: tuple[Terminal, Terminal], written: list[int]) -> tuple[str, str]:
    """Return both screens once they are complete, and equal unless they stay different."""
    local, remote = (_settled(each, old) for each, old in zip(both, written, strict=True))
    end = time.monotonic() + _LATE
    while local != remote and time.monotonic() < end:
        for each in both:
            assert each._read(), "it ended"
        local, remote = (each.text for each in both)
    return local, remote


def _cases() -> Iterator[object]:
    for name, (words, keys) in _SCENARIOS.items():
        for size in ((80, 24), (120, 40)):
            for locale in ("zh_CN.UTF-8", "en_US.UTF-8"):
                case = ((words, size, locale), keys)
                yield pytest.param(*case, id=f"{name}-{size[0]}x{size[1]}-{locale[:2]}")


@pytest.mark.parametrize(("both", "keys"), list(_cases()), indirect=["both"])
def test_every_screen_equals_that_of_the_local_app(
    both: tuple[Terminal, Terminal], keys: tuple[str, ...]
) -> None:
    local, remote = both
    written, screens = [0, 0], set()
    for number, key in enumerate(("", *keys)):
        for terminal in both if key else ():
            terminal.send(key)
        local_screen, remote_screen = _screens(both, written)
        assert local_screen.split("\n") == remote_screen.split("\n"), f"after key {number}, {key!r}"
        written = [len(each.written) for each in both]
        screens.add(local_screen)
    assert len(screens) > len(keys) / 2  # the keys had an effect
    for terminal in both:
        terminal.send("\x03")
        assert terminal.until_it_ends() == 0
    assert local.modes() == remote.modes()
