"""The OpenSSH client in tmux shows the screens of the app's golden files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.golden_files import read
from tests.app.screens import SCREENS, Size
from tests.e2e.ssh.openssh_client import OpenSshClient, client_environment
from tests.e2e.terminals.tmux import Tmux, find_tmux
from tests.serve.server_process import ServerProcess
from tui.text.language import Language

_LOCALES: dict[Language, str] = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}
OpenWindow = Callable[[Language, Size], Tmux]


@pytest.fixture
def open_window(client: OpenSshClient, tmp_path: Path) -> Iterator[OpenWindow]:
    tmux = find_tmux()
    if tmux is None:
        pytest.skip("no tmux: install tmux")
    opened: list[Tmux] = []

    def start(language: Language, size: Size) -> Tmux:
        environ = client_environment({"TERM": "xterm-256color", "LANG": _LOCALES[language]})
        line = ["ssh", "-t", *client.options, client.destination]
        opened.append(Tmux(tmux, tmp_path / f"tmux-{len(opened)}", line, environ, size))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def _assert_shows(tmux: Tmux, name: str, size: Size, language: Language) -> None:
    golden = read(name, size, language).lines
    tmux.until_lines(lambda lines: lines == golden, "\n".join(golden))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
def test_screens_from_connecting_to_quitting(
    server: ServerProcess, open_window: OpenWindow, size: Size, language: Language
) -> None:
    tmux = open_window(language, size)
    _assert_shows(tmux, "overview", size, language)
    tmux.press("?")
    _assert_shows(tmux, "help", size, language)
    tmux.press("Escape")
    _assert_shows(tmux, "overview", size, language)
    tmux.press("/")
    tmux.type("".join(SCREENS["search"].keys[1:]))
    _assert_shows(tmux, "search", size, language)
    other = (120, 40) if size == (80, 24) else (80, 24)
    for each in (other, (60, 20), (200, 60), size):
        tmux.resize(*each)
        _assert_shows(tmux, "search", each, language)
    tmux.press("Escape")
    _assert_shows(tmux, "overview", size, language)
    tmux.press("L")
    _assert_shows(tmux, "overview", size, "en" if language == "zh" else "zh")
    tmux.press("q")
    tmux.until_lines(lambda lines: "left" in lines, "left")
    assert set(tmux.modes().items()) == {
        ("alternate_on", "0"),
        ("cursor_flag", "1"),
        ("mouse_any_flag", "0"),
        ("mouse_standard_flag", "0"),
    }
    assert server.wait_for_event("end", kind="app", reason="done")["code"] == 0
