"""Of a client's environment a session gets its terminal and locale, in short printable ASCII."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.serve.server_process import ServerProcess, SshScreen
from tui.serve.request.environment import (
    AllowedEnvironment,
    allowed_variables,
    session_environment,
)

_NAMES = ("TERM", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES")
_LONG = "A" * 66_000


def test_only_terminal_and_locale_variables_are_accepted() -> None:
    allowed = dict.fromkeys(_NAMES, "x" * 64)
    others = ("PATH", "LD_PRELOAD", "MEDBRIEF_CONTENT", "LC_" + _LONG, "LC_TIME", "LC_", "lang")
    assert allowed_variables({**allowed, **dict.fromkeys(others, "x")}) == allowed


@pytest.mark.parametrize("value", ["x" * 65, "a\nb", "\x1b[2J", "中文", "\udc80", "\0"])
def test_a_value_that_is_long_or_unprintable_is_ignored(value: str) -> None:
    assert allowed_variables({"LANG": value, "LC_ALL": "C"}) == {"LC_ALL": "C"}


def test_a_channel_stores_nothing_else() -> None:
    stored = AllowedEnvironment()
    for number in range(1000):
        stored[b"LC_%d" % number] = b"x"
    stored[b"LANG"] = b"x" * 65
    stored[b"LC_ALL"] = b"C"
    assert stored == {b"LC_ALL": b"C"}


@given(
    sent=st.dictionaries(st.sampled_from([*_NAMES, "X"]).map(str.encode), st.binary(max_size=80)),
    term=st.text(max_size=80),
)
def test_a_session_environment_is_small_ascii_whatever_is_sent(
    sent: dict[bytes, bytes], term: str
) -> None:
    environ = session_environment(sent, term, "en")
    assert set(environ) <= set(_NAMES)
    for value in environ.values():
        assert len(value) <= 64
        assert value.isascii()
        assert value.isprintable()


@pytest.mark.parametrize(
    "env",
    [
        {"LC_" + "A" * 66_000: "x"},
        {f"LC_{number}": "x" * 900 for number in range(200)},
        {"LC_ALL": "\x01" * 20_000, "LANG": "C"},
        {"LANG": "C", "LC_CTYPE": "中" * 5_000},
    ],
    ids=["long name", "many names", "control characters", "long value"],
)
async def test_hostile_variables_do_not_reach_a_session_process(
    shared_server: ServerProcess, env: dict[str, str]
) -> None:
    zygote = shared_server.zygote
    answer = await shared_server.run("show qinghe-health", env=env)
    assert (answer.code, answer.stderr) == (0, b"")
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection, **{"LANG": "C", **env})
        await screen.wait_for("Overview")
        screen.type("q")
        assert await screen.wait_for_exit() == 0
    assert shared_server.zygote == zygote
