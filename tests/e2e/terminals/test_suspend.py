"""Ctrl+Z in the app: suspended and resumed by a shell, refused with a reason without one."""

from __future__ import annotations

import shutil
import sys

import pytest

from tests.e2e.conftest import Open
from tests.e2e.terminal import console_script

_READY = "回车 打开"
_SHOWN = {"": [_READY], "/": ["搜索结果"], "p": ["命令、栏目或记录"], "?": ["打开记录、链接"]}
"""By key, words of what it opens."""
_COMMAND = console_script(sys.executable)


@pytest.fixture(autouse=True)
def _require_bash() -> None:
    if not shutil.which("bash"):
        pytest.skip("no bash")


@pytest.mark.parametrize(
    ("line", "key"),
    [(_COMMAND, ""), (_COMMAND, "/"), (_COMMAND, "p"), (f"sh -c '{_COMMAND}; exit $?'", "?")],
    ids=["panels", "search", "palette", "help, below another shell"],
)
def test_ctrl_z_suspends_and_fg_resumes(terminal: Open, line: str, key: str) -> None:
    shell = terminal(shell="exec bash --norc -i", PS1="prompt> ")
    shell.until("prompt>")
    shell.send(f"{line}\r")
    shell.until(_READY)
    shell.send(key)
    shell.until(*_SHOWN[key])
    shell.send("\x1a")
    shell.until("Stopped", "prompt>")
    assert not shell.modes()[1049]
    assert shell.modes()[25]
    shell.send("echo typed $((6 * 7))\r")
    shell.until("typed 42")
    shell.send("fg\r")
    shell.until(*_SHOWN[key], without="typed 42")
    assert "Stopped" not in shell.text
    assert shell.modes()[1049]
    assert shell.modes()[1003]
    if key:  # until it is closed: Esc and q in one packet are Alt+q
        shell.send("\x1b")
        shell.until(_READY, without=_SHOWN[key][0])
    shell.send("q")
    shell.send("echo code=$?\r")
    shell.until("code=0")
    assert not shell.modes()[1049]
    shell.send("exit\r")
    shell.until_it_ends()


def test_without_a_shell_ctrl_z_says_why_it_does_nothing(terminal: Open) -> None:
    session = terminal()
    session.until(_READY)
    session.send("\x1a")
    session.until("没有作业控制")
    session.send("L")
    session.until("Enter open")
    session.send("?\x1a")
    session.until("open the record")
    session.send("\x1b")
    session.until("no job control")
    session.send("q")
    assert session.until_it_ends() == 0
