"""``--pager`` in a terminal: which pager runs, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.e2e.conftest import Open
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_MARK = "sed s/^/paged:/"


def _output(session: Terminal, code: int = 0) -> str:
    assert session.until_it_ends() == code
    return session.written.decode()


@pytest.mark.parametrize(
    ("variables", "paged"),
    [
        ({"MEDBRIEF_PAGER": _MARK, "PAGER": "cat"}, True),
        ({"PAGER": _MARK}, True),
        ({"MEDBRIEF_PAGER": "cat", "PAGER": _MARK}, False),
        ({"MEDBRIEF_PAGER": "", "PAGER": _MARK}, False),
        ({"PAGER": "no-such-pager"}, False),
        ({"PAGER": "no-such-pager $X"}, False),
        ({"PAGER": "/"}, False),
    ],
)
def test_the_pager_comes_from_the_environment(
    terminal: Open, variables: dict[str, str], paged: bool
) -> None:
    text = _output(terminal("sources", "--pager", **variables))
    assert ("paged:" in text) is paged
    assert "yearbook-2024" in text
    assert "Traceback" not in text


def test_paged_output_has_the_colors_and_width_of_the_terminal(terminal: Open) -> None:
    plain = _output(terminal("sources", size=(100, 24)))
    paged = _output(terminal("sources", "--pager", size=(100, 24), PAGER="cat -"))
    assert "\x1b[" in paged
    assert paged == plain


_VISIBLE = ("ESC[", "^[", "\\e[")
"""How pagers show the bytes of an escape sequence."""


@pytest.mark.parametrize(
    ("pager", "variables", "colored"),
    [
        ("less", {"LESS": "-S"}, True),
        ("less", {"LESS": "FX"}, True),
        ("less", {"LESS": ""}, True),
        ("less", {"LESS": "-S -PMEDBRIEF"}, True),
        ("less", {"LESS": "-+R"}, False),
        ("less", {"PAGER": "less -SX"}, True),
        ("less", {"PAGER": "LESS=-S less"}, False),
        ("less", {"PAGER": "cat | less", "LESS": "-S"}, True),
        ("less", {"PAGER": "less -+R"}, False),
        ("more", {"PAGER": "more"}, False),
        ("most", {"PAGER": "most"}, False),
        ("batcat", {"PAGER": "batcat --paging=always", "LESS": "-S"}, True),
        ("cat", {"PAGER": "cat -v"}, False),
        ("cat", {"PAGER": "cat -"}, True),
    ],
)
def test_a_pager_shows_colors_or_none_but_no_escape_sequences(
    terminal: Open, pager: str, variables: dict[str, str], colored: bool
) -> None:
    if not shutil.which(pager):
        pytest.skip(f"{pager} is not installed")
    session = terminal("show", "qinghe-health", "--lang", "en", "--pager", **variables)
    if pager != "cat":  # which does not stop at the first page
        session.until("Qinghe Health")
        session.send("q")
    assert session.until_it_ends() == 0
    text = session.written.decode(errors="replace")  # most cuts characters
    assert [shown for shown in _VISIBLE if shown in text] == []
    if pager != "batcat":
        assert (b"\x1b[1mQinghe Health" in session.written) is colored


def test_color_always_is_for_any_pager(terminal: Open) -> None:
    text = _output(terminal("sources", "--pager", "--color=always", PAGER="sed -n l"))
    assert "\\033[" in text
    assert "\\033[" not in _output(terminal("sources", "--pager", PAGER="sed -n l"))


@pytest.mark.parametrize("pager", ["less'", "less |", "(less", '"'])
def test_a_pager_with_a_syntax_error_loses_no_output(terminal: Open, pager: str) -> None:
    text = _output(terminal("sources", "--pager", PAGER=pager))
    assert "yearbook-2024" in text
    assert "rror" not in text


@pytest.mark.parametrize("variables", [{"TERM": "dumb"}, {"TERM": "dumb", "PAGER": "less -S"}])
def test_a_dumb_terminal_has_no_pager(terminal: Open, variables: dict[str, str]) -> None:
    text = _output(terminal("sources", "--pager", **variables))
    assert "yearbook-2024" in text
    assert "WARNING" not in text


def test_less_can_be_quit_before_the_end(terminal: Open) -> None:
    if not shutil.which("less"):
        pytest.skip("less is not installed")
    session = terminal("show", "qinghe-health", "--pager")
    session.until("青禾健康")
    assert b"\x1b[1m" in session.written  # -R passes colors through
    session.send("q")
    assert _output(session).count("Traceback") == 0


def test_less_exits_if_the_output_fits_on_the_screen(terminal: Open) -> None:
    if not shutil.which("less"):
        pytest.skip("less is not installed")
    assert "yearbook-2024" in _output(terminal("sources", "--pager"))


def test_a_pager_that_reads_nothing_is_not_an_error(terminal: Open) -> None:
    text = _output(terminal("list", "--json", "--pager", PAGER="true"))
    assert text == ""


def test_the_exit_code_is_that_of_the_command(terminal: Open) -> None:
    assert "没有找到" in _output(terminal("find", "zzzzzz", "--pager", PAGER=_MARK), 1)
    assert "没有找到" in _output(terminal("find", "zzzzzz", "--json", "--pager", PAGER="false"), 1)


@pytest.mark.parametrize(
    ("pager", "reason"),
    [("false", "exit code 1"), ("sh -c 'exit 3'", "exit code 3"), ("./killed", "signal 9")],
)
def test_a_pager_that_fails_is_an_output_error(
    terminal: Open, tmp_path: Path, pager: str, reason: str
) -> None:
    killed = tmp_path / "killed"
    killed.write_text("#!/bin/sh\nkill -9 $$\n")
    killed.chmod(0o700)
    pager = pager.replace("./killed", str(killed))
    text = _output(terminal("sources", "--lang", "en", "--pager", PAGER=pager), 74)
    assert reason in text
    assert len(text.splitlines()) <= 3


@pytest.mark.parametrize("pager", ["no-such-pager", "no-such-pager $X"])
def test_a_missing_pager_is_reported(terminal: Open, pager: str) -> None:
    text = _output(terminal("sources", "--lang", "en", "--pager", PAGER=pager))
    assert f"cannot run the pager {pager}: printing the output without it" in text
    assert "yearbook-2024" in text


def test_ctrl_c_is_for_the_pager(terminal: Open) -> None:
    if not shutil.which("less"):
        pytest.skip("less is not installed")
    session = terminal("show", "qinghe-health", "--pager")
    session.until("青禾健康")
    session.send("\x03")
    session.send("q")
    assert "Traceback" not in _output(session)


def test_help_can_be_paged_and_the_overview_too(terminal: Open) -> None:
    assert "paged:" in _output(terminal("--help", "--pager", PAGER=_MARK))
    assert "paged:" in _output(terminal("--pager", PAGER=_MARK))
