"""The server's output is that of the local command, byte for byte."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.serve.request_lines import REQUEST_LINES
from tui.cli.args.spec import Options
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.executor import execute
from tui.serve.request.request_parser import parse_request
from tui.store import Store


@pytest.mark.parametrize("line", REQUEST_LINES)
@pytest.mark.parametrize("locale", ["C.UTF-8", "zh_CN.UTF-8"])
def test_bytes_and_exit_code_equal_those_of_the_local_command(
    sample: Path, sample_store: Store, monkeypatch: pytest.MonkeyPatch, line: str, locale: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    monkeypatch.setenv("MEDBRIEF_CONTENT", str(sample))
    local = run(*shlex.split(line))
    environ = {"LANG": locale}
    request = parse_request(line, environ)
    output = (
        request if isinstance(request, CapturedOutput) else execute(sample_store, request, environ)
    )
    assert (output.exit_code, output.stdout.decode(), output.stderr.decode()) == local


@pytest.mark.parametrize("locale", ["", "zh_CN.UTF-8"])
def test_help_lists_exactly_what_is_available_over_ssh(sample_store: Store, locale: str) -> None:
    request = parse_request("help", {"LANG": locale})
    assert isinstance(request, Options)
    page = execute(sample_store, request, {"LANG": locale}).stdout.decode()
    for name in ("find", "show", "list", "export", "--width"):
        assert name in page
    for name in ("check", "serve", "database", "--output", "--content", "--pager"):
        assert name not in page


def test_output_for_a_terminal_has_its_width_and_color(sample_store: Store) -> None:
    request = parse_request("list players", {})
    assert isinstance(request, Options)
    wide = execute(sample_store, request, {"TERM": "xterm"}, columns=100).stdout
    plain = execute(sample_store, request, {"TERM": "dumb"}, columns=40).stdout
    assert b"\x1b[" in wide
    assert b"\x1b[" not in plain
    assert max(map(len, plain.decode().splitlines())) <= 40
