"""``medbrief session`` under the real OpenSSH server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.e2e.ssh.openssh_client import client_environment
from tests.e2e.ssh.sshd import Sshd
from tests.e2e.terminal import Terminal

OpenTerminal = Callable[..., Terminal]


@pytest.fixture
def open_terminal(sshd: Sshd) -> Iterator[OpenTerminal]:
    opened: list[Terminal] = []

    def start(*words: str, size: tuple[int, int] = (80, 24), **environ: str) -> Terminal:
        line = sshd.client.line(*words, terminal=True)
        opened.append(Terminal(line, client_environment(environ), *size))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "find 市场规模 2022",
        "find 医保 --json",
        "qhjk",
        "find nothing-like-it",
        "show x",
        "list",
    ],
)
def test_output_equals_that_of_the_local_command(
    sshd: Sshd, sample: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("MEDBRIEF_CONTENT", str(sample))
    local = run(*line.split())
    answer = sshd.client(*line.split(), LANG="zh_CN.UTF-8")
    assert (answer.code, answer.text, answer.message) == local


@pytest.mark.parametrize(
    "line",
    ["sh", "sh -c id", "check", "new statistic x", "find x -o /tmp/x", "find --content /etc"],
)
def test_unavailable_requests_are_refused_in_one_line(sshd: Sshd, line: str) -> None:
    answer = sshd.client(line)
    assert (answer.code, answer.stdout) == (2, b"")
    assert answer.message.count("\n") == 1


def test_no_shell_interprets_the_line(sshd: Sshd, tmp_path: Path) -> None:
    victim = tmp_path / "written"
    sshd.client(f"find x > {victim}; touch {victim}; $(touch {victim}) `touch {victim}`")
    assert not victim.exists()


def test_sftp_is_refused(sshd: Sshd) -> None:
    answer = sshd.client("sftp", options=("-s",))
    assert answer.code == 2


def test_a_client_with_a_terminal_gets_the_app(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal(LANG="zh_CN.UTF-8")
    terminal.until("线上问诊样本简报", "打开", "搜索")
    terminal.resize(120, 40)
    terminal.send("L")
    terminal.until("open", "search")
    terminal.send("q")
    assert terminal.until_it_ends() == 0
    assert not any(terminal.modes().get(mode, False) for mode in (1000, 1049))


def test_open_shows_the_requested_record(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal("open", "qinghe-health")
    terminal.until("Qinghe Health", "search")
    terminal.send("q")
    assert terminal.until_it_ends() == 0


def test_output_for_a_terminal_is_colored(open_terminal: OpenTerminal) -> None:
    terminal = open_terminal("find", "医保", size=(60, 40))
    assert terminal.until_it_ends() == 0
    assert b"\x1b[" in terminal.written
