"""``--pager`` in a real terminal: the pager that a person has chosen, as git chooses it."""

from __future__ import annotations

import shutil

import pytest

from tests.e2e.conftest import Open
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_MARK = "sed s/^/paged:/"


def _ended(reading: Terminal, code: int = 0) -> str:
    assert reading.until_it_ends() == code
    return reading.written.decode()


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
def test_the_pager_is_the_one_that_is_chosen(
    terminal: Open, variables: dict[str, str], paged: bool
) -> None:
    text = _ended(terminal("sources", "--pager", **variables))
    assert ("paged:" in text) is paged
    assert "analysys-2022" in text
    assert "Traceback" not in text


def test_colours_and_width_are_those_of_the_terminal(terminal: Open) -> None:
    plain = _ended(terminal("sources", size=(100, 24)))
    paged = _ended(terminal("sources", "--pager", size=(100, 24), PAGER="cat -"))
    assert "\x1b[" in paged
    assert paged == plain


def test_less_shows_a_long_answer_and_may_be_left_early(terminal: Open) -> None:
    if not shutil.which("less"):
        pytest.skip("no less here")
    reading = terminal("show", "jd-health", "--pager")
    reading.until("京东健康")
    assert b"\x1b[1m" in reading.written  # -R: colours arrive as colours
    reading.send("q")
    assert _ended(reading).count("Traceback") == 0


def test_less_does_not_stop_at_what_fits_on_the_screen(terminal: Open) -> None:
    if not shutil.which("less"):
        pytest.skip("no less here")
    assert "analysys-2022" in _ended(terminal("sources", "--pager"))


def test_a_pager_that_reads_nothing_is_no_mistake(terminal: Open) -> None:
    text = _ended(terminal("list", "--json", "--pager", PAGER="true"))
    assert text == ""


def test_the_exit_code_is_that_of_the_command(terminal: Open) -> None:
    assert "没有找到" in _ended(terminal("find", "zzzzzz", "--pager", PAGER=_MARK), 1)
    assert "没有找到" in _ended(terminal("find", "zzzzzz", "--json", "--pager", PAGER="false"), 1)
    _ended(terminal("sources", "--pager", PAGER="false"), 0)


def test_ctrl_c_is_for_the_pager(terminal: Open) -> None:
    if not shutil.which("less"):
        pytest.skip("no less here")
    reading = terminal("show", "jd-health", "--pager")
    reading.until("京东健康")
    reading.send("\x03")
    reading.send("q")
    assert "Traceback" not in _ended(reading)


def test_help_can_be_paged_and_the_overview_too(terminal: Open) -> None:
    assert "paged:" in _ended(terminal("--help", "--pager", PAGER=_MARK))
    assert "paged:" in _ended(terminal("--pager", PAGER=_MARK))
