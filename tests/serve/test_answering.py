"""An answer given by the server is that of the local command, byte for byte."""

from __future__ import annotations

import shlex

import pytest

from tests.cli.inside import run
from tests.conftest import REAL_CONTENT
from tests.serve.lines import LINES
from tui.cli.args.spec import Options
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.environment import locale_of
from tui.serve.request.executor import answer
from tui.serve.request.parser import read
from tui.store import Store


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("locale", ["C.UTF-8", "zh_CN.UTF-8"])
def test_bytes_and_exit_code_are_those_of_the_local_command(
    real_store: Store, monkeypatch: pytest.MonkeyPatch, line: str, locale: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    monkeypatch.setenv("MEDBRIEF_CONTENT", str(REAL_CONTENT))
    local = run(*shlex.split(line))
    environ = {"LANG": locale}
    asked = read(line, environ)
    said = asked if isinstance(asked, CapturedOutput) else answer(real_store, asked, environ)
    assert (said.code, said.stdout.decode(), said.stderr.decode()) == local


@pytest.mark.parametrize("locale", ["", "zh_CN.UTF-8"])
def test_help_tells_what_can_be_asked_and_nothing_else(real_store: Store, locale: str) -> None:
    asked = read("help", {"LANG": locale})
    assert isinstance(asked, Options)
    page = answer(real_store, asked, {"LANG": locale}).stdout.decode()
    for name in ("find", "show", "list", "export", "--json"[:2], "--width"):
        assert name in page
    for name in ("check", "serve", "database", "--output", "--content", "--pager"):
        assert name not in page


def test_at_a_terminal_an_answer_has_its_width_and_colours(real_store: Store) -> None:
    asked = read("list players", {})
    assert isinstance(asked, Options)
    wide = answer(real_store, asked, {"TERM": "xterm"}, columns=100).stdout
    plain = answer(real_store, asked, {"TERM": "dumb"}, columns=40).stdout
    assert b"\x1b[" in wide
    assert b"\x1b[" not in plain
    assert max(map(len, plain.decode().splitlines())) <= 40


def test_of_what_a_client_sends_only_locale_and_terminal_are_heard() -> None:
    sent = {
        "LANG": "zh_CN.UTF-8",
        "LC_ALL": "C",
        "TERM": "xterm",
        "PATH": "/evil",
        "MEDBRIEF_CONTENT": "/etc",
        "LD_PRELOAD": "x.so",
        "LC_CTYPE": "a\nb",
    }
    assert locale_of(sent) == {"LANG": "zh_CN.UTF-8", "LC_ALL": "C", "TERM": "xterm"}
