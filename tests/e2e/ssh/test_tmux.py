"""A reader with nothing but an SSH client, in tmux, sees what the app's goldens hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.golden_files import read
from tests.app.screens import Size
from tests.e2e.ssh.keys import Client, environment
from tests.e2e.terminals.tmux import Tmux, find_tmux
from tests.serve.served import Served
from tui.text.language import Language

_LOCALES: dict[Language, str] = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}
Window = Callable[[Language, Size], Tmux]


@pytest.fixture
def window(client: Client, tmp_path: Path) -> Iterator[Window]:
    tmux = find_tmux()
    if tmux is None:
        pytest.skip("no tmux here: install tmux")
    opened: list[Tmux] = []

    def start(language: Language, size: Size) -> Tmux:
        environ = environment({"TERM": "xterm-256color", "LANG": _LOCALES[language]})
        line = ["ssh", "-t", *client.options, client.destination]
        opened.append(Tmux(tmux, tmp_path / f"tmux-{len(opened)}", line, environ, size))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


def _shows(seen: Tmux, name: str, size: Size, language: Language) -> None:
    golden = read(name, size, language).lines
    seen.until_lines(lambda lines: lines == golden, "\n".join(golden))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
def test_from_connecting_to_leaving(
    server: Served, window: Window, size: Size, language: Language
) -> None:
    seen = window(language, size)
    _shows(seen, "overview", size, language)
    seen.press("?")
    _shows(seen, "help", size, language)
    seen.press("Escape")
    _shows(seen, "overview", size, language)
    seen.press("/")
    seen.type("health")
    _shows(seen, "search", size, language)
    other = (120, 40) if size == (80, 24) else (80, 24)
    for each in (other, (60, 20), (200, 60), size):
        seen.resize(*each)
        _shows(seen, "search", each, language)
    seen.press("Escape")
    _shows(seen, "overview", size, language)
    seen.press("l")
    _shows(seen, "overview", size, "en" if language == "zh" else "zh")
    seen.press("q")
    seen.until_lines(lambda lines: "left" in lines, "left")
    assert set(seen.modes().items()) == {
        ("alternate_on", "0"),
        ("cursor_flag", "1"),
        ("mouse_any_flag", "0"),
        ("mouse_standard_flag", "0"),
    }
    assert server.until("end", kind="app", reason="done")["code"] == 0
