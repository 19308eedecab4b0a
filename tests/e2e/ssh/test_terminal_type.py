"""Clients whose terminal type is missing or unknown."""

from __future__ import annotations

import pytest

from tests.e2e.ssh.openssh_client import OpenSshClient, client_environment
from tests.e2e.terminal import Terminal


def test_the_app_opens_on_a_terminal_of_unknown_type(client: OpenSshClient) -> None:
    environ = client_environment({"LANG": "zh_CN.UTF-8", "TERM": "no-such-terminal"})
    terminal = Terminal(client.line(terminal=True), environ)
    try:
        terminal.until("概览", "退出")
        terminal.send("q")
        assert terminal.until_it_ends() == 0
    finally:
        terminal.close()


@pytest.mark.parametrize("term", ["", "dumb"])
def test_without_a_terminal_type_the_overview_is_printed(client: OpenSshClient, term: str) -> None:
    environ = client_environment({"LANG": "zh_CN.UTF-8", "TERM": term})
    terminal = Terminal(client.line(terminal=True), environ, 80, 120)
    try:
        assert terminal.until_it_ends() == 0
        assert "输出概览" in terminal.text
        assert b"\x1b" not in terminal.written
    finally:
        terminal.close()


def test_a_terminal_in_gbk_is_read_and_written_in_gbk(client: OpenSshClient) -> None:
    environ = client_environment({"LANG": "zh_CN.GBK", "TERM": "xterm"})
    terminal = Terminal(client.line(terminal=True), environ, encoding="gbk")
    try:
        terminal.until("概览", "退出")
        terminal.send("/")
        terminal.until("搜索结果")
        terminal.send("医保".encode("gbk"))
        terminal.until(" 医保\n")
        terminal.send("\x03")
        assert terminal.until_it_ends() == 0
    finally:
        terminal.close()
