"""Clipboard and saved state in a terminal: OSC 52 sequences, tmux, restored places, notes."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import Open
from tests.e2e.terminal import console_script
from tui.state import StateFile

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_READY = "? 帮助"
_OSC52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_MOUSE = (1000, 1002, 1003, 1006)
_MAIN = "线上问诊市场规模，2022年：100亿元（已公布）"


def _state(folder: Path) -> dict[str, str]:
    return {"MEDBRIEF_STATE": "", "XDG_STATE_HOME": str(folder)}


def _file(folder: Path) -> StateFile:
    return StateFile(str(folder / "medbrief" / "state.json"))


def test_a_copy_is_sent_as_one_osc52_sequence(terminal: Open) -> None:
    session = terminal("open", "consultation-market")
    session.until(_READY, "线上问诊市场规模")
    session.send("y")
    session.until("已复制：2022年：100亿元")
    found = _OSC52.findall(session.written)
    assert len(found) == 1
    session.send("y")
    session.until("已发送到终端剪贴板", "consultation-market@2022]")
    assert b64decode(found[0]).decode().startswith(_MAIN)
    assert not any(
        session.modes().get(mode) for mode in _MOUSE
    )  # off, so that the terminal can select text
    session.send("z")
    session.until(_READY)
    assert any(session.modes().get(mode) for mode in _MOUSE)


def test_in_tmux_a_copy_is_also_sent_wrapped(terminal: Open) -> None:
    session = terminal("open", "consultation-market", TMUX="/tmp/tmux-0/default,1,0")
    session.until(_READY)
    session.send("y")
    session.until("已复制：2022年：100亿元")
    plain = _OSC52.search(session.written)
    assert plain
    wrapped = b"\x1bPtmux;" + plain[0].replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    assert plain[0] + wrapped in session.written


def test_sigterm_while_a_copy_is_shown_leaves_the_mouse_off(terminal: Open) -> None:
    session = terminal("open", "consultation-market")
    session.until(_READY)
    session.send("y")
    session.until("已复制：2022年：100亿元")
    session.send("y")
    session.until("已发送到终端剪贴板")
    session.process.kill(signal.SIGTERM)
    assert session.until_it_ends() == 128 + signal.SIGTERM
    assert not any(session.modes().get(mode) for mode in _MOUSE)


@pytest.mark.parametrize("way", ["closed", "SIGTERM", "q"])
def test_the_place_is_restored_after_any_exit(terminal: Open, tmp_path: Path, way: str) -> None:
    session = terminal(**_state(tmp_path))
    session.until(_READY)
    session.send("\x1b[D\x1b[C\x1b[C\x1b[B\x1b[B")
    session.until("› 企业与机构", " 2/20", _READY)
    session.send("m")
    session.until("已收藏")
    if way == "closed":
        session.hang_up()
        assert session.has_ended()
    elif way == "q":
        session.send("q")
        assert session.until_it_ends() == 0
    else:
        session.process.kill(signal.SIGTERM)
        assert session.until_it_ends() == 128 + signal.SIGTERM
    again = terminal(**_state(tmp_path))
    again.until("› 企业与机构", " 2/20", "已回到上次的位置；o到概览", "*已收藏")
    again.send("o")
    again.until("要点", _READY)


@pytest.mark.parametrize(
    "pieces",
    [["回头再核".encode()], [bytes([byte]) for byte in "回头再核".encode()]],
    ids=["whole", "byte by byte"],
)
def test_a_note_from_an_input_method_is_saved(
    terminal: Open, tmp_path: Path, pieces: list[bytes]
) -> None:
    session = terminal("open", "consultation-market", **_state(tmp_path))
    session.until(_READY)
    session.send("e")
    session.until("单行笔记")
    for piece in pieces:
        session.send(piece)
    session.until("回头再核")
    session.send("\r")
    session.until("你的笔记：回头再核")
    pin = _file(tmp_path).state.pin("consultation-market")
    assert pin is not None
    assert pin.note == "回头再核"


@pytest.mark.parametrize("way", ["closed", "SIGHUP", "SIGTERM"])
def test_a_half_typed_note_outlives_the_terminal(terminal: Open, tmp_path: Path, way: str) -> None:
    session = terminal("open", "consultation-market", **_state(tmp_path))
    session.until(_READY)
    session.send("e")
    session.until("单行笔记")
    session.send("回头再核")
    session.until("回头再核")
    if way == "closed":
        session.hang_up()
    else:
        session.process.kill(signal.Signals[way])
        session.until_it_ends()
    assert session.has_ended()
    assert _file(tmp_path).state.drafts == {"consultation-market": "回头再核"}
    again = terminal("open", "consultation-market", **_state(tmp_path))
    again.until(_READY)
    again.send("e")
    again.until("上次未写完", "回头再核")


def test_with_state_off_nothing_is_written(terminal: Open, tmp_path: Path) -> None:
    session = terminal(MEDBRIEF_STATE="off", XDG_STATE_HOME=str(tmp_path))
    session.until(_READY)
    session.send("\x1b[D\x1b[C\x1b[Cm")
    session.until("已收藏")
    session.send("ehalf")
    session.until("half")
    session.send("\x03")
    session.until(_READY, without="half")
    session.send("q")
    assert session.until_it_ends() == 0
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def tmux(bare: dict[str, str], tmp_path: Path) -> Iterator[list[str]]:
    """A separate tmux server that runs the command."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    script = console_script(sys.executable)
    start = ["new-session", "-d", "-s", "m", "-x", "100", "-y", "30"]
    environment = {**bare, "TERM": "xterm-256color", "SHELL": "/bin/sh"}
    run = [*command, "start-server", ";", "set", "-g", "set-clipboard", "on", ";", *start]
    subprocess.run([*run, f"{script} open consultation-market"], env=environment, check=True)
    yield command
    subprocess.run([*command, "kill-server"], check=False)


def test_tmux_stores_the_copy_in_its_buffer(tmux: list[str]) -> None:
    def run_tmux(*words: str) -> str:
        done = subprocess.run([*tmux, *words], capture_output=True, check=False)
        return done.stdout.decode()

    def wait_for(text: str, *words: str) -> str:
        end = time.monotonic() + 60
        while text not in (output := run_tmux(*words)):
            assert time.monotonic() < end, output
            time.sleep(0.05)
        return output

    wait_for(_READY, "capture-pane", "-p", "-t", "m")
    run_tmux("send-keys", "-t", "m", "y")
    screen = wait_for("已复制：2022年：100亿元", "capture-pane", "-p", "-t", "m")
    assert "tmux;" not in screen
    assert wait_for(_MAIN, "show-buffer").endswith("[medbrief consultation-market@2022]")
