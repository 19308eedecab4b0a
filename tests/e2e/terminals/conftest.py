"""tmux windows, opened on demand; without tmux the tests say so and are skipped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import console_script
from tests.e2e.terminals.tmux import Tmux, find_tmux

Open = Callable[..., Tmux]


@pytest.fixture
def window(bare: dict[str, str], tmp_path: Path) -> Iterator[Open]:
    """``window("--lang", "en", size=(80, 24), TERM="linux")``: the command in tmux."""
    command = find_tmux()
    if command is None:
        pytest.skip("no tmux here: install tmux to see the app in another terminal")
    opened: list[Tmux] = []

    def start(*arguments: str, size: tuple[int, int] = (80, 24), **changes: str) -> Tmux:
        argv = [console_script(sys.executable), *arguments]
        environment = {"TERM": "xterm-256color", **bare, **changes}
        new = Tmux(command, tmp_path / f"tmux-{len(opened)}", argv, environment, size)
        opened.append(new)
        return new

    yield start
    for each in opened:
        each.close()
