"""Terminals that are not the controlling one, hung up, stopped, dumb, or not in UTF-8."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.e2e.conftest import Open
from tests.e2e.terminal import Terminal, console_script

_READY = "回车 打开"
_ALTERNATE = 1049
_MEDBRIEF = console_script(sys.executable)


def _is_in_line_mode(session: Terminal) -> bool:
    """Return whether the terminal echoes and reads lines, as a shell leaves it."""
    modes = termios.tcgetattr(session.process.child_fd)[3]
    return bool(modes & termios.ECHO) and bool(modes & termios.ICANON)


def _threads(process: int) -> int:
    return len(list(Path(f"/proc/{process}/task").iterdir()))


def test_without_a_controlling_terminal_the_panels_open(terminal: Open) -> None:
    session = terminal(shell='setsid -w "$0"; echo "code $?"; read line')
    session.until(_READY)
    session.send("q")
    session.until("code 0")
    assert _is_in_line_mode(session)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="counts threads in /proc")
def test_a_continue_signal_without_a_stop_changes_nothing(terminal: Open) -> None:
    session = terminal(shell='"$0"; echo left; read line')
    session.until(_READY)
    (child,) = _children(session.process.pid)
    before = _threads(child)
    for _ in range(3):
        os.kill(child, signal.SIGCONT)
        session.pause()
    assert _threads(child) == before
    assert not _is_in_line_mode(session)
    session.send("q")
    session.until("left")
    assert _is_in_line_mode(session)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash for job control")
@pytest.mark.parametrize("by", [signal.SIGSTOP, signal.SIGTSTP])
def test_a_stopped_app_continues_in_the_foreground(terminal: Open, by: signal.Signals) -> None:
    session = terminal(shell="PS1='ready> ' exec bash --norc --noprofile -i")
    session.until("ready>")
    session.send(f"{_MEDBRIEF}\n")
    session.until(_READY)
    (child,) = _children(session.process.pid)
    threads = _threads(child)
    os.kill(child, by)
    session.until("Stopped")
    session.send("fg\n")
    session.until_written(b"\x1b[?1049h", count=2)
    session.send("?")
    session.until("此处可用的按键 ──")
    assert _threads(child) == threads
    session.send("\x1b")
    session.until(_READY)
    session.send("q")
    session.until("ready>")
    session.send("echo after $((20 + 3))\n")
    session.until("after 23")
    assert not session.modes()[_ALTERNATE]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash for job control")
def test_in_the_background_without_a_shell_the_overview_is_printed(terminal: Open) -> None:
    session = terminal(shell="PS1='ready> ' exec bash --norc --noprofile -i", size=(80, 120))
    session.until("ready>")
    session.send(f"((sleep 0.3; {_MEDBRIEF}) </dev/tty &)\n")
    session.until("输出概览", "要点")
    assert _ALTERNATE not in session.modes()


def _children(process: int) -> list[int]:
    text = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(word) for word in text.split()]


@pytest.mark.parametrize(
    ("line", "ready", "keys"),
    [
        ('"$0"', _READY, ""),
        ('"$0"', _READY, "?"),
        ('"$0"', _READY, "/"),
        ('"$0" list policies --pager', "policy-", ""),
        ('SSH_ORIGINAL_COMMAND="open players" "$0" session', _READY, ""),
    ],
    ids=["panels", "dialog", "search", "pager", "session"],
)
def test_a_closed_window_ends_the_command_if_the_shell_ignores_it(
    terminal: Open, line: str, ready: str, keys: str
) -> None:
    size = (80, 8) if "--pager" in line else (80, 24)  # a pager waits where the list is longer
    session = terminal(shell=f"trap '' HUP; {line}; :", size=size, PAGER="less", LESS="-R")
    session.until(ready)
    session.send(keys)
    session.pause()
    session.hang_up()
    assert session.has_ended()


def test_the_size_of_the_window_precedes_exported_variables(terminal: Open) -> None:
    stale = {"COLUMNS": "60", "LINES": "20"}
    session = terminal(size=(100, 30), **stale)
    session.until(_READY)
    assert session.lines[29].lstrip().startswith(_READY)
    assert "› 概览" in session.lines[0]
    session.resize(130, 40)
    session.until(_READY)
    while not session.lines[39].lstrip().startswith(_READY):
        session.pause()
    page = terminal("show", "health-bureau", size=(100, 80), **stale)
    assert page.until_it_ends() == 0
    assert max(len(line) for line in page.lines if "──" in line) > 60


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (500, 2)])
def test_the_panels_open_at_any_size(terminal: Open, size: tuple[int, int]) -> None:
    session = terminal(size=size)
    session.until_written(b"\x1b[?2004h")
    session.send("?")
    session.pause()
    session.send("\x1b")
    session.resize(80, 24)
    session.send("q")
    assert session.until_it_ends() == 0


@pytest.mark.parametrize("term", ["dumb", "unknown", "", None])
@pytest.mark.parametrize("line", ['"$0"', '"$0" show health-bureau', '"$0" list --pager'])
def test_without_a_capable_terminal_text_is_printed(
    terminal: Open, term: str | None, line: str
) -> None:
    shell = line if term is not None else f"unset TERM; {line}"
    session = terminal(shell=shell, TERM=term or "", size=(80, 80))
    assert session.until_it_ends() == 0
    assert b"\x1b" not in session.written
    if line == '"$0"':
        assert "望川年鉴2024" in session.text
        assert ("TERM=" in session.text) is bool(term)
        assert "输出概览" in session.text


def test_ctrl_c_in_the_first_tenth_of_a_second_prints_no_traceback(
    bare: dict[str, str], tmp_path: Path
) -> None:
    # Counted from the first import of the command: before it, Python itself starts.
    first = "e == 'import' and a[0] == 'tui.cli.interrupts'"
    hook = f"import os, sys; sys.addaudithook(lambda e, a: {first} and os.write(1, b'.'))"
    (tmp_path / "sitecustomize.py").write_text(hook)
    for milliseconds in range(0, 100, 4):
        process = subprocess.Popen(
            [_MEDBRIEF, "find", "医保"],
            env={**bare, "PYTHONPATH": str(tmp_path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stdout.read(1) == b"."
        time.sleep(milliseconds / 1000)  # the moment of the signal
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        # At the end Python restores the action of the system, which shells report as 130, too.
        assert process.returncode in (0, 130, -signal.SIGINT)
        assert errors == b""


def test_an_early_sigterm_restores_the_terminal(terminal: Open) -> None:
    session = terminal(shell='trap : TERM; "$0"; echo "code $?"; read line', replies=False)
    session.until_written(b"\x1b[c")
    (child,) = _children(session.process.pid)
    os.kill(child, signal.SIGTERM)
    session.until("code 143")
    assert _is_in_line_mode(session)


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_an_app_whose_terminal_takes_no_output(
    terminal: Open, by: signal.Signals
) -> None:
    session = terminal()
    session.until(_READY)
    for key in "?\x1b" * 10:  # nothing reads what this draws
        session.send(key)
        time.sleep(0.05)  # apart from the Escape key
    session.process.kill(by)
    assert session.has_ended()


_LOCALES = {"gbk": "zh_CN.GBK", "gb18030": "zh_CN.GB18030"}


@pytest.mark.parametrize(  # compiling the locale of GB 18030 takes 15 s
    ("encoding", "installed"), [("gbk", False), ("gbk", True), ("gb18030", False)]
)
def test_a_chinese_terminal_is_read_and_written_in_its_encoding(
    terminal: Open, tmp_path: Path, encoding: str, installed: bool
) -> None:
    changes = {"LANG": _LOCALES[encoding], "PYTHONUTF8": ""}
    if installed:
        changes["LOCPATH"] = _install_locale(changes["LANG"], tmp_path)
    session = terminal(encoding=encoding, **changes)
    session.until("要点", _READY)
    session.send("/")
    session.until("搜索结果")
    session.send("医保支付".encode(encoding))
    session.until("搜索结果", "/ 医保支付\n")
    session.send("\x03")
    assert session.until_it_ends() == 0
    word = "".join(f"\\{byte:03o}" for byte in "医保".encode(encoding))
    found = terminal(
        shell=f'"$0" find "$(printf \'{word}\')"', size=(80, 60), encoding=encoding, **changes
    )
    assert found.until_it_ends() == 0
    assert "医保支付" in found.text


def _install_locale(name: str, folder: Path) -> str:
    """Compile a locale of glibc; return the folder to look it up in."""
    compiler = shutil.which("localedef", path=os.environ["PATH"] + ":/usr/sbin")
    language, _, charmap = name.partition(".")
    if compiler is None or not Path("/usr/share/i18n/charmaps").exists():
        pytest.skip("no localedef with the sources of locales here: install locales")
    subprocess.run([compiler, "-i", language, "-f", charmap, str(folder / name)], check=True)
    return str(folder)


def test_what_a_big5_terminal_lacks_is_replaced_visibly(terminal: Open) -> None:
    changes = {"LANG": "zh_TW.Big5", "PYTHONUTF8": ""}
    session = terminal(encoding="big5", **changes)
    session.until("LC_ALL=C.UTF-8")
    session.send("/")
    session.send("市場 2022".encode("big5"))
    session.until(" 市場 2022")
    session.send("\x03")
    assert session.until_it_ends() == 0
    page = terminal("show", "health-bureau", size=(80, 60), encoding="big5", **changes)
    assert page.until_it_ends() == 0
    assert "市??生局" in page.text  # 卫 is not in Big5
