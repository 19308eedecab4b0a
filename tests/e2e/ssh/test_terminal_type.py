"""Clients whose terminal type is missing or unknown."""

from __future__ import annotations

import pytest

from tests.e2e.ssh.openssh_client import OpenSshClient, client_environment
from tests.e2e.terminal import Terminal


@pytest.mark.parametrize("term", ["", "no-such-terminal"])
def test_the_app_opens_and_closes(client: OpenSshClient, term: str) -> None:
    environ = client_environment({"LANG": "zh_CN.UTF-8", "TERM": term})
    terminal = Terminal(client.line(terminal=True), environ)
    try:
        terminal.until("概览", "退出")
        terminal.send("q")
        assert terminal.until_it_ends() == 0
    finally:
        terminal.close()
