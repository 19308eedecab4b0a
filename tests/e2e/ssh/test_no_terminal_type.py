"""A terminal that does not say which one it is."""

from __future__ import annotations

import pytest

from tests.e2e.ssh.keys import Client, environment
from tests.e2e.terminal import Terminal


@pytest.mark.parametrize("term", ["", "no-such-terminal"])
def test_the_panels_open_and_close(client: Client, term: str) -> None:
    environ = environment({"LANG": "zh_CN.UTF-8", "TERM": term})
    terminal = Terminal(client.line(terminal=True), environ)
    try:
        terminal.until("概览", "退出")
        terminal.send("q")
        assert terminal.until_it_ends() == 0
    finally:
        terminal.close()
