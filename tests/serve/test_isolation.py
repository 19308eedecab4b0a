"""Remote readers get nothing of the operator: no originals, config, files, or others' time."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import asyncssh
import pytest

from tests.e2e.terminal import Terminal, console_script
from tests.serve.conftest import StartServer
from tests.serve.server_process import ServerProcess, SshScreen
from tui.cli.args.spec import Options
from tui.serve.request.executor import runs_inline
from tui.serve.request.request_parser import parse_request
from tui.serve.zygote.child import replace_environment
from tui.store.originals import find_originals

_AROUND = "记者了解到"
"""Words of the original next to a quoted figure; they do not occur in the briefing."""

_CONTROL_KEYS = "\x1a\x13\x11\x10\x0f\x1c"
"""Suspend, stop, start, palette, screenshot, quit."""

OpenTerminal = Callable[..., Terminal]


@pytest.fixture
def open_terminal(
    environment: Mapping[str, str], sample_copy: Path, sample_originals: Path
) -> Iterator[OpenTerminal]:
    """Run the command in a terminal, with the originals in every place that is searched for
    them."""
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


def _citation_page(terminal: Terminal) -> str:
    """Open the page of a figure's first citation and return it."""
    terminal.until("线上问诊市场规模", "退出")
    terminal.send("g1")
    terminal.until("晨星报", "引文")
    return terminal.text


def test_originals_are_shown_locally_and_not_in_a_session(open_terminal: OpenTerminal) -> None:
    assert _AROUND in _citation_page(open_terminal("open", "consultation-market"))
    remote = open_terminal("session", SSH_ORIGINAL_COMMAND="open consultation-market")
    assert _AROUND not in _citation_page(remote)


def test_a_session_process_finds_no_originals_and_no_config(
    monkeypatch: pytest.MonkeyPatch, sample_copy: Path, sample_originals: Path
) -> None:
    shutil.copytree(sample_originals, sample_copy.parent / "seeds" / "originals")
    assert find_originals(None, str(sample_copy), {}).folder
    monkeypatch.setattr(os, "environ", {"MEDBRIEF_ORIGINALS": str(sample_originals)})
    replace_environment({"LANG": "C"})
    assert find_originals(None, str(sample_copy), os.environ).folder is None
    assert not Path(os.environ["XDG_CONFIG_HOME"]).exists()
    assert os.environ["MEDBRIEF_STATE"] == "off"


async def test_no_key_suspends_a_session_or_writes_a_file(
    shared_server: ServerProcess, server_environ: dict[str, str]
) -> None:
    home = Path(server_environ["HOME"])
    before = sorted(home.rglob("*"))
    async with await shared_server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览", "退出")
        for key in _CONTROL_KEYS:
            screen.type(key)
        await screen.wait_for("命令面板")
        await screen.wait_until_quiet()
        screen.type("\x1b")
        await screen.wait_until_gone("命令面板")
        screen.type("L")
        await screen.wait_for("Overview", "quit")
        screen.type("q")
        assert await screen.wait_for_exit() == 0
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize(
    ("line", "inline"),
    [
        ("find 医保", True),
        ("qhjk", True),
        ("help", True),
        ("find 医保 --limit 100 --json", True),
        ("find 医保 --limit 101", False),
        ("find " + "a " * 98, False),
        ("find " + "医" * 66, False),
        ("show qinghe-health", False),
        ("list", False),
        ("timeline", False),
    ],
)
def test_only_fast_requests_run_inline(line: str, inline: bool) -> None:
    request = parse_request(line, {})
    assert isinstance(request, Options)
    assert runs_inline(request, line) is inline


async def test_concurrent_sessions_of_a_connection_are_limited(
    shared_server: ServerProcess,
) -> None:
    async with await shared_server.connect() as connection:
        for _ in range(15):
            assert (await connection.run("help find", check=True)).exit_status == 0
        screens = [await SshScreen.open(connection) for _ in range(10)]
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.run("help")
        screens[0].process.close()
        await screens[0].process.wait_closed()
        assert (await connection.run("help", check=True)).exit_status == 0


async def test_sessions_of_an_open_connection_count_against_the_rate_limit(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous", "--rate", "3")
    async with await server.connect() as connection:
        for _ in range(3):
            assert (await connection.run("help")).exit_status == 0
        with pytest.raises(asyncssh.ChannelOpenError):
            await connection.run("help")
    server.wait_for_event("refuse", reason="rate")
