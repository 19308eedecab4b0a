"""``medbrief session`` under the real OpenSSH server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.conftest import REAL_CONTENT
from tests.e2e.ssh.keys import environment
from tests.e2e.ssh.sshd import Sshd
from tests.e2e.terminal import Terminal


@pytest.fixture
def at(sshd: Sshd) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def start(*words: str, size: tuple[int, int] = (80, 24), **environ: str) -> Terminal:
        line = sshd.client.line(*words, terminal=True)
        opened.append(Terminal(line, environment(environ), *size))
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
        "jdjk",
        "find nothing-like-it",
        "show x",
        "list",
    ],
)
def test_an_answer_is_that_of_the_local_command(
    sshd: Sshd, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("MEDBRIEF_CONTENT", str(REAL_CONTENT))
    local = run(*line.split())
    answer = sshd.client(*line.split(), LANG="zh_CN.UTF-8")
    assert (answer.code, answer.text, answer.message) == local


@pytest.mark.parametrize(
    "line",
    ["sh", "sh -c id", "check", "new statistic x", "find x -o /tmp/x", "find --content /etc"],
)
def test_what_is_not_to_be_had_is_refused(sshd: Sshd, line: str) -> None:
    answer = sshd.client(line)
    assert (answer.code, answer.stdout) == (2, b"")
    assert answer.message.count("\n") == 1


def test_no_shell_reads_the_line(sshd: Sshd, tmp_path: Path) -> None:
    victim = tmp_path / "written"
    sshd.client(f"find x > {victim}; touch {victim}; $(touch {victim}) `touch {victim}`")
    assert not victim.exists()


def test_files_are_not_to_be_had(sshd: Sshd) -> None:
    answer = sshd.client("sftp", options=("-s",))
    assert answer.code == 2


def test_at_a_terminal_the_panels_open(sshd: Sshd, at: Callable[..., Terminal]) -> None:
    terminal = at(LANG="zh_CN.UTF-8")
    terminal.until("互联网医疗", "打开", "搜索")
    terminal.resize(120, 40)
    terminal.send("l")
    terminal.until("open", "search")
    terminal.send("q")
    assert terminal.until_it_ends() == 0
    assert not any(terminal.modes().get(mode, False) for mode in (1000, 1049))


def test_open_goes_where_it_is_told(at: Callable[..., Terminal]) -> None:
    terminal = at("open", "jd-health")
    terminal.until("JD Health", "search")
    terminal.send("q")
    assert terminal.until_it_ends() == 0


def test_an_answer_at_a_terminal_has_its_width(at: Callable[..., Terminal]) -> None:
    terminal = at("find", "医保", size=(60, 40))
    assert terminal.until_it_ends() == 0
    assert b"\x1b[" in terminal.written
