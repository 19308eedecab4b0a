"""What is kept and copied, in a real terminal: the bytes that go out, what outlives a closed
window, a clipboard that tmux really fills."""

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

_READY = "回车 打开"
_OSC52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_MOUSE = (1000, 1002, 1003, 1006)
_MAIN = "互联网医疗市场规模，2022年：3,099亿元（已报告）"


def _kept(folder: Path) -> dict[str, str]:
    return {"MEDBRIEF_STATE": "", "XDG_STATE_HOME": str(folder)}


def _file(folder: Path) -> StateFile:
    return StateFile(str(folder / "medbrief" / "state.json"))


def test_a_copy_goes_out_as_one_sequence(terminal: Open) -> None:
    reading = terminal("open", "market-size")
    reading.until(_READY, "互联网医疗市场规模")
    reading.send("y")
    reading.until("已送往终端的剪贴板", "[medbrief market-size@2022]")
    found = _OSC52.findall(reading.written)
    assert len(found) == 1
    assert b64decode(found[0]).decode().startswith(_MAIN)
    assert not any(reading.modes().get(mode) for mode in _MOUSE)  # the terminal's, to select by
    reading.send("z")
    reading.until(_READY)
    assert any(reading.modes().get(mode) for mode in _MOUSE)


def test_within_tmux_it_goes_out_wrapped_as_well(terminal: Open) -> None:
    reading = terminal("open", "market-size", TMUX="/tmp/tmux-0/default,1,0")
    reading.until(_READY)
    reading.send("y")
    reading.until("已送往终端的剪贴板")
    plain = _OSC52.search(reading.written)
    assert plain
    wrapped = b"\x1bPtmux;" + plain[0].replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    assert plain[0] + wrapped in reading.written


def test_a_signal_while_the_copy_is_shown_leaves_the_mouse_off(terminal: Open) -> None:
    reading = terminal("open", "market-size")
    reading.until(_READY)
    reading.send("y")
    reading.until("已送往终端的剪贴板")
    reading.process.kill(signal.SIGTERM)
    assert reading.until_it_ends() == 0
    assert not any(reading.modes().get(mode) for mode in _MOUSE)


@pytest.mark.parametrize("way", ["closed", "SIGTERM", "q"])
def test_however_one_leaves_the_place_is_there_next_time(
    terminal: Open, tmp_path: Path, way: str
) -> None:
    reading = terminal(**_kept(tmp_path))
    reading.until("先用↑↓走动")
    reading.send("\x1b[D\x1b[C\x1b[C\x1b[B\x1b[B")
    reading.until("参与者 2/", _READY)
    reading.send("m")
    reading.until("已收藏")
    if way == "closed":
        reading.hang_up()
        assert reading.has_ended()
    elif way == "q":
        reading.send("q")
        assert reading.until_it_ends() == 0
    else:
        reading.process.kill(signal.SIGTERM)
        assert reading.until_it_ends() == 0
    again = terminal(**_kept(tmp_path))
    again.until("参与者 2/", "这是上次看到的地方；o到概览", "*已收藏")
    again.send("o")
    again.until("先读这五行", _READY)


@pytest.mark.parametrize(
    "pieces",
    [["回头再核".encode()], [bytes([byte]) for byte in "回头再核".encode()]],
    ids=["at once", "byte by byte"],
)
def test_a_note_by_input_method_arrives(
    terminal: Open, tmp_path: Path, pieces: list[bytes]
) -> None:
    reading = terminal("open", "market-size", **_kept(tmp_path))
    reading.until("先用↑↓走动")
    reading.send("e")
    reading.until("写一句笔记")
    for piece in pieces:
        reading.send(piece)
    reading.until("回头再核")
    reading.send("\r")
    reading.until("你的笔记：回头再核")
    pin = _file(tmp_path).state.pin("market-size")
    assert pin is not None
    assert pin.note == "回头再核"


def test_where_nothing_is_kept_nothing_is_read_or_written(terminal: Open, tmp_path: Path) -> None:
    reading = terminal(MEDBRIEF_STATE="off", XDG_STATE_HOME=str(tmp_path))
    reading.until(_READY)
    reading.send("\x1b[D\x1b[C\x1b[Cm")
    reading.until("已收藏")
    reading.send("q")
    assert reading.until_it_ends() == 0
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def tmux(bare: dict[str, str], tmp_path: Path) -> Iterator[list[str]]:
    """A tmux server of its own in which the command runs."""
    if not shutil.which("tmux"):
        pytest.skip("no tmux here")
    command = ["tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    script = console_script(sys.executable)
    start = ["new-session", "-d", "-s", "m", "-x", "100", "-y", "30"]
    environment = {**bare, "TERM": "xterm-256color", "SHELL": "/bin/sh"}
    run = [*command, "start-server", ";", "set", "-g", "set-clipboard", "on", ";", *start]
    subprocess.run([*run, f"{script} open market-size"], env=environment, check=True)
    yield command
    subprocess.run([*command, "kill-server"], check=False)


def test_tmux_takes_the_copy_into_its_buffer(tmux: list[str]) -> None:
    def said(*words: str) -> str:
        done = subprocess.run([*tmux, *words], capture_output=True, check=False)
        return done.stdout.decode()

    def wait_for(text: str, *words: str) -> str:
        end = time.monotonic() + 60
        while text not in (seen := said(*words)):
            assert time.monotonic() < end, seen
            time.sleep(0.05)
        return seen

    wait_for(_READY, "capture-pane", "-p", "-t", "m")
    said("send-keys", "-t", "m", "y")
    seen = wait_for("已送往终端的剪贴板", "capture-pane", "-p", "-t", "m")
    assert "tmux;" not in seen
    assert wait_for(_MAIN, "show-buffer").endswith("[medbrief market-size@2022]")
