"""``medbrief open`` in a real terminal, and without one."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Open

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_ALTERNATE = 1049


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("jd-health", "线上药房"),
        ("market-size@2022", "互联网医疗市场规模"),
        ("players", "参与者 1/"),
        ("政策", "政策 1/"),
        ("overview", "先读这五行"),
    ],
)
def test_the_panels_open_there(terminal: Open, name: str, seen: str) -> None:
    reading = terminal("open", name)
    reading.until(seen, "回车 打开")
    assert reading.modes()[_ALTERNATE]
    reading.send("q")
    assert reading.until_it_ends() == 0


def test_from_there_one_gets_to_the_overview(terminal: Open) -> None:
    reading = terminal("open", "jd-health")
    reading.until("线上药房")
    reading.send("\x1b")
    reading.until("先读这五行")


def test_what_is_not_there_does_not_take_the_screen(terminal: Open) -> None:
    reading = terminal("open", "jd-healt")
    assert reading.until_it_ends() == 1
    assert _ALTERNATE not in reading.modes()
    assert "是不是：jd-health" in reading.text


def test_in_a_pipe_the_page_is_printed(terminal: Open) -> None:
    reading = terminal(shell='"$0" open jd-health | head -1')
    reading.until("京东健康")
    reading.until_it_ends()
    assert _ALTERNATE not in reading.modes()
