"""What belongs to who runs the server stays theirs: originals, config, files, time."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import asyncssh
import pytest

from tests.e2e.terminal import Terminal, console_script
from tests.serve.conftest import Serve
from tests.serve.served import Screen, Served
from tui.cli.args.spec import Options
from tui.serve.request.executor import is_quick
from tui.serve.request.parser import read
from tui.serve.zygote.child import environment as enter
from tui.store.originals import find_originals

_AROUND = "记者了解到"
"""What stands in the original beside a quoted figure, and nowhere in the briefing."""

Reader = Callable[..., Terminal]


@pytest.fixture
def reader(
    environment: Mapping[str, str], sample_copy: Path, sample_originals: Path
) -> Iterator[Reader]:
    """``reader("session", …)``: the command in a terminal, with the originals in every place where
    they are looked for."""
    shutil.copytree(sample_originals, sample_copy.parent / "seeds" / "originals")
    settings = {"MEDBRIEF_CONTENT": str(sample_copy), "MEDBRIEF_ORIGINALS": str(sample_originals)}
    opened: list[Terminal] = []

    def start(*words: str, **changes: str) -> Terminal:
        line = [console_script(sys.executable), "--originals", str(sample_originals), *words]
        environ = {**environment, "LANG": "zh_CN.UTF-8", **settings, **changes}
        opened.append(Terminal(line, environ, 100, 40))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def _cited(terminal: Terminal) -> str:
    """The page of a figure's first citation."""
    terminal.until("线上问诊市场规模", "退出")
    terminal.send("1")
    terminal.until("晨星报", "引文")
    return terminal.text


def test_the_originals_are_for_who_has_them_and_not_for_who_asks_at_a_distance(
    reader: Reader,
) -> None:
    assert _AROUND in _cited(reader("open", "consultation-market"))
    asked = reader("session", SSH_ORIGINAL_COMMAND="open consultation-market")
    assert _AROUND not in _cited(asked)


def test_a_session_of_the_server_finds_no_originals_and_no_config(
    monkeypatch: pytest.MonkeyPatch, sample_copy: Path, sample_originals: Path
) -> None:
    shutil.copytree(sample_originals, sample_copy.parent / "seeds" / "originals")
    assert find_originals(None, str(sample_copy), {}).folder
    monkeypatch.setattr(os, "environ", {"MEDBRIEF_ORIGINALS": str(sample_originals)})
    enter({"LANG": "C"})
    assert find_originals(None, str(sample_copy), os.environ).folder is None
    assert not Path(os.environ["XDG_CONFIG_HOME"]).exists()
    assert os.environ["MEDBRIEF_STATE"] == "off"


async def test_no_key_stops_a_session_or_writes_a_file(
    served: Served, server_environ: dict[str, str]
) -> None:
    home = Path(server_environ["HOME"])
    before = sorted(home.rglob("*"))
    async with await served.connect() as connection:
        screen = await Screen.open(connection)
        await screen.until("概览", "退出")
        for (
            key
        ) in "\x1a\x13\x11\x10\x0f\x1c":  # suspend, stop, start, a palette, a screenshot, quit
            screen.type(key)
        await screen.rested()
        screen.type("\x1b")
        await screen.rested()
        screen.type("l")
        await screen.until("Overview", "quit")
        screen.type("q")
        assert await screen.ended() == 0
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize(
    ("line", "quick"),
    [
        ("find 医保", True),
        ("jdjk", True),
        ("help", True),
        ("find 医保 --limit 100 --json", True),
        ("find 医保 --limit 101", False),
        ("find " + "a " * 98, False),
        ("find " + "医" * 66, False),
        ("show jd-health", False),
        ("list", False),
        ("timeline", False),
    ],
)
def test_only_what_is_answered_in_no_time_is_answered_while_others_wait(
    line: str, quick: bool
) -> None:
    asked = read(line, {})
    assert isinstance(asked, Options)
    assert is_quick(asked, line) is quick


async def test_sessions_over_one_connection_are_limited_while_they_last(served: Served) -> None:
    async with await served.connect() as connection:
        for _ in range(15):
            assert (await connection.run("help find", check=True)).exit_status == 0
        screens = [await Screen.open(connection) for _ in range(10)]
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.run("help")
        screens[0].process.close()
        await screens[0].process.wait_closed()
        assert (await connection.run("help", check=True)).exit_status == 0


async def test_who_keeps_a_connection_comes_no_more_often_than_others(serve: Serve) -> None:
    server = serve("--anonymous", "--rate", "3")
    async with await server.connect() as connection:
        for _ in range(3):
            assert (await connection.run("help")).exit_status == 0
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.run("help")
    server.until("refuse", reason="rate")
