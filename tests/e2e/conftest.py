"""Fixtures that run the command in a terminal, on the sample briefing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping

import pytest

from tests.conftest import SAMPLE
from tests.e2e.terminal import Terminal, console_script
from tui.store import Store

Open = Callable[..., Terminal]


@pytest.fixture
def bare(environment: Mapping[str, str], sample_store: Store) -> dict[str, str]:
    """An environment with only the variables listed here; the briefing is compiled already."""
    return {
        "PATH": environment["PATH"],
        "HOME": environment["HOME"],
        "XDG_CACHE_HOME": environment["XDG_CACHE_HOME"],
        "MEDBRIEF_CONTENT": str(SAMPLE / "content"),
        "MEDBRIEF_STATE": "off",
        "LANG": "zh_CN.UTF-8",
        "PYTHONUTF8": "1",
    }


@pytest.fixture
def terminal(bare: dict[str, str]) -> Iterator[Open]:
    """``terminal("--lang", "en", size=(80, 24), LANG="C")``: the command in a terminal;
    ``shell=`` runs a line of shell instead. All are closed at the end of the test."""
    opened: list[Terminal] = []

    def start(
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        shell: str = "",
        replies: bool = True,
        encoding: str = "utf-8",
        **changes: str,
    ) -> Terminal:
        script = console_script(sys.executable)
        command = ["/bin/sh", "-c", shell, script] if shell else [script, *arguments]
        environment = {**bare, **changes}
        session = Terminal(command, environment, *size, replies=replies, encoding=encoding)
        opened.append(session)
        return session

    yield start
    for each in opened:
        each.close()
