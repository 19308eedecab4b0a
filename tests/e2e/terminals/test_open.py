"""``medbrief open`` in a terminal and in a pipe."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Open

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_ALTERNATE = 1049


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("qinghe-health", "全天候接诊"),
        ("consultation-market@2022", "线上问诊市场规模"),
        ("players", "› 企业与机构"),
        ("政策", "› 政策"),
        ("overview", "要点"),
    ],
)
def test_the_panels_open_at_the_record_or_section(terminal: Open, name: str, expected: str) -> None:
    session = terminal("open", name)
    session.until(expected, "? 帮助")
    assert session.modes()[_ALTERNATE]
    session.send("q")
    assert session.until_it_ends() == 0


def test_escape_leads_to_the_overview(terminal: Open) -> None:
    session = terminal("open", "qinghe-health")
    session.until("全天候接诊")
    session.send("\x1b")
    session.until("要点")


def test_an_unknown_id_does_not_open_the_panels(terminal: Open) -> None:
    session = terminal("open", "qinghe-healt")
    assert session.until_it_ends() == 1
    assert _ALTERNATE not in session.modes()
    assert "是不是：qinghe-health" in session.text


def test_in_a_pipe_the_page_is_printed(terminal: Open) -> None:
    session = terminal(shell='"$0" open qinghe-health | head -1')
    session.until("青禾健康")
    session.until_it_ends()
    assert _ALTERNATE not in session.modes()
