"""The panels in a terminal: keys, mouse, signals, crashes, and the restored terminal."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.e2e.conftest import Open

# Python 3.12 warns about fork in a process with threads.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_LEFT, _RIGHT, _DOWN = "\x1b[D", "\x1b[C", "\x1b[B"
_READY = "回车 打开"
_CURSOR, _WRAP, _ALTERNATE = 25, 7, 1049
_MOUSE = {1000, 1002, 1003, 1006, 1015}


def test_keys_change_the_screen(terminal: Open) -> None:
    session = terminal()
    session.until("要点", _READY)
    assert "› 概览" in session.lines[0]
    session.send(_LEFT)
    session.send(_RIGHT * 2)
    session.until("› 企业与机构", " 1/20")
    session.send(_DOWN)
    session.send("\r")
    session.until("全天候接诊")
    session.send("g1")
    session.until("引文 [1]", "引用的原文")
    session.send("\x7f")
    session.until("全天候接诊", without="引文 [1]")


_ENDS = {"SIGTERM": 128 + signal.SIGTERM, "SIGHUP": None, "SIGALRM": None}
"""Exit codes; None where the signal itself ends the process."""


@pytest.mark.parametrize("way", ["q", "Ctrl+C", "Ctrl+C in a query", *_ENDS])
def test_the_terminal_is_restored_on_exit(terminal: Open, way: str) -> None:
    session = terminal()
    session.until(_READY)
    assert session.modes()[_ALTERNATE]
    assert not session.modes()[_CURSOR]
    assert any(session.modes().get(mode) for mode in _MOUSE)

    if way.endswith("query"):
        session.send("/")
        session.until("搜索结果")
    if way in _ENDS:
        session.process.kill(signal.Signals[way])
    else:
        session.send("q" if way == "q" else "\x03")
    assert session.until_it_ends() == _ENDS.get(way, 0)
    if way in ("SIGHUP", "SIGALRM"):
        assert session.process.signalstatus == signal.Signals[way]
    left_on = {mode for mode, on in session.modes().items() if on}
    assert left_on <= {_CURSOR, _WRAP}
    assert session.modes()[_CURSOR]
    # After the alternate screen is left only mode changes follow.
    after = session.written.rpartition(b"\x1b[?1049l")[2]
    assert not any(chr(byte).isprintable() for byte in after if byte > 0x7F)
    assert b"Traceback" not in session.written


def test_mouse_reports_in_pixels_are_turned_off(terminal: Open) -> None:
    session = terminal("open", "consultation-market")
    session.until("? 帮助")
    session.send("\x1b[?2048;2$y\x1b[48;24;80;480;800t")
    session.until_mode(1016)
    session.send("y")
    session.until("已复制：")
    session.send("y")
    session.until("鼠标选取")
    assert not session.modes()[1016]
    session.send("j")
    session.until("? 帮助")
    assert session.modes()[1016]
    session.send("q")
    assert session.until_it_ends() == 0
    assert not session.modes()[1016]


def test_keys_typed_ahead_are_all_processed(terminal: Open) -> None:
    session = terminal()
    session.until(_READY)
    session.send(_LEFT + _RIGHT * 2 + _DOWN * 3)
    session.until("› 企业与机构", " 3/20")


def test_the_kitty_keyboard_protocol_is_not_requested(terminal: Open) -> None:
    session = terminal()
    session.until(_READY)
    session.send("q")
    session.until_it_ends()
    assert b"\x1b[>1u" not in session.written


@pytest.mark.parametrize(
    "pieces",
    [
        ["医保支付".encode()],
        ["医".encode(), "保".encode(), "支付".encode()],
        [bytes([byte]) for byte in "医保支付".encode()],
        ["\x1b[200~医保支付\x1b[201~".encode()],
    ],
    ids=["whole", "in words", "byte by byte", "pasted"],
)
def test_a_chinese_query_is_searched(terminal: Open, pieces: list[bytes]) -> None:
    session = terminal()
    session.until(_READY)
    session.send("/")
    session.until("搜索结果")
    for piece in pieces:
        session.send(piece)
    session.until("› 搜索结果", "/ 医保支付\n")


@pytest.mark.parametrize("text", ["health", "医保支付", "\x1b[200~医保支付\x1b[201~"])
def test_text_typed_right_after_the_search_key_is_searched(terminal: Open, text: str) -> None:
    session = terminal()
    session.until(_READY)
    session.send("/" + text)
    typed = text.removeprefix("\x1b[200~").removesuffix("\x1b[201~")
    session.until("› 搜索结果", f"/ {typed}\n")


def test_thousands_of_keys_typed_at_once_are_all_processed(terminal: Open) -> None:
    session = terminal()
    session.until(_READY)
    session.send("/" + "x" * 2000 + "\x7f" * 2000 + "health")
    session.until("› 搜索结果", "/ health\n")
    session.send("\x1b")
    session.until(_READY)
    session.send("jk" * 500 + "q")
    assert session.until_it_ends() == 0


_FAULTS = {
    "in a key": "B._open_dialog = lambda self, effect: 1 / 0",
    "while drawing": "B._open_dialog = lambda self, effect: "
    '(setattr(P, "draw_line", lambda *_: 1 / 0), self.panels.page.refresh())',
    "in a worker": "B._open_dialog = lambda self, _: self.run_worker(lambda: 1 / 0, thread=True)",
    "in the input thread": "D.process_message = lambda self, message: 1 / 0",
}


@pytest.mark.parametrize("fault", _FAULTS)
@pytest.mark.parametrize(
    ("language", "message"), [("zh", "medbrief: 内部错误："), ("en", "medbrief: internal error: ")]
)
def test_a_crash_restores_the_terminal_and_prints_one_line(
    terminal: Open, fault: str, language: str, message: str
) -> None:
    # A reply is an event too: without it the first one is the key.
    session = terminal(shell=_failing(_FAULTS[fault], language), replies=False)
    session.until("概览" if language == "zh" else "Overview")
    session.send("?")
    assert session.until_it_ends() == 70
    assert {mode for mode, on in session.modes().items() if on} <= {_CURSOR, _WRAP}
    assert session.modes()[_CURSOR]
    after = session.written.rpartition(b"\x1b[?1049l")[2].decode()
    assert message in after
    assert len([line for line in after.split("\n") if line.strip()]) == 1
    assert "Traceback" not in session.written.decode()


def test_a_crash_is_reported_in_the_current_language(terminal: Open) -> None:
    session = terminal(shell=_failing(_FAULTS["in a key"], "zh"))
    session.until("概览")
    session.send("L")
    session.until("Overview")
    session.send("?")
    assert session.until_it_ends() == 70
    assert "internal error: ZeroDivisionError" in session.text


def test_a_crash_shows_a_traceback_in_debug_mode(terminal: Open) -> None:
    session = terminal(shell=_failing(_FAULTS["in a key"], "en"), MEDBRIEF_DEBUG="1")
    session.until("Overview")
    session.send("?")
    assert session.until_it_ends() == 1
    after = session.written.rpartition(b"\x1b[?1049l")[2].decode()
    assert "Traceback" in after
    assert "ZeroDivisionError" in after


def _failing(fault: str, language: str) -> str:
    program = (
        "import sys; from tui.app.browse.screen import BrowseScreen as B; "
        "from tui.app.textual_internals.input_driver import InputDriver as D; "
        "from tui.app.widgets.document_view import DocumentView as P; "
        f"{fault}; "
        f'from tui.cli.main import main; sys.exit(main(["--lang", "{language}"]))'
    )
    return f"exec {sys.executable} -c '{program}'"


def test_a_mouse_click_opens_a_record(terminal: Open) -> None:
    session = terminal()
    session.until(_READY)
    session.send(_LEFT + _RIGHT * 2)
    session.until("› 企业与机构", "\n   白泽资本")
    row = next(n for n, line in enumerate(session.lines, 1) if line.startswith("   白泽资本"))
    session.send(f"\x1b[<0;6;{row}M\x1b[<0;6;{row}m")
    session.until("› 企业与机构", " 白泽资本 ─")


def test_a_resized_window_is_filled(terminal: Open) -> None:
    session = terminal()
    session.until(_READY)
    session.resize(120, 40)
    session.until("要点")
    session.send("L")
    session.until("Key takeaways", "Enter open")
    assert session.lines[-1].lstrip().startswith("Enter open")
    assert max(len(line) for line in session.lines) > 80


def test_a_window_of_twenty_by_five_is_too_small(terminal: Open) -> None:
    session = terminal(size=(20, 5))
    session.until("窗口太小")
    session.send("q")
    assert session.until_it_ends() == 0


def test_a_closed_window_ends_the_process(terminal: Open) -> None:
    session = terminal()
    session.until(_READY)
    session.hang_up()
    assert session.has_ended()


def test_sighup_ends_the_process(terminal: Open) -> None:
    session = terminal()
    session.until(_READY)
    session.process.kill(signal.SIGHUP)
    session.until_it_ends()
    assert not session.process.isalive()


def test_a_closed_window_ends_the_process_even_if_sighup_is_ignored(terminal: Open) -> None:
    session = terminal(shell='trap "" HUP; exec "$0"')
    session.until(_READY)
    session.hang_up()
    assert session.has_ended()


def test_in_the_c_locale_the_panels_open_in_english(terminal: Open) -> None:
    session = terminal(LANG="C", LC_ALL="C", PYTHONUTF8="")
    session.until("Key takeaways", "Enter open")
    session.send("L")
    session.until("要点")
    session.send("q")
    assert session.until_it_ends() == 0


def test_without_unicode_the_panels_are_drawn_in_ascii(terminal: Open) -> None:
    session = terminal(LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    session.until("Key takeaways", "Enter open")
    assert " > Overview" in session.text
    assert "takeaways ---" in session.text
    session.send("2")
    session.until(">2 Briefs")
    session.send("1")
    session.until("Key takeaways")
    assert "\\u" not in session.text
    session.send("L")
    session.until("25%", without="Enter open")
    assert "\\u" not in session.text
    session.send("q")
    assert session.until_it_ends() == 0


@pytest.mark.parametrize("redirected", ["2>/dev/null", "</dev/null", "2>&-", "<&-"])
def test_with_redirected_streams_the_overview_is_printed(terminal: Open, redirected: str) -> None:
    session = terminal(shell=f'"$0" {redirected}', size=(80, 60))
    assert session.until_it_ends() == 0
    assert "望川年鉴2024" in session.text
    assert _ALTERNATE not in session.modes()


def test_a_page_fits_the_width_of_the_terminal(terminal: Open) -> None:
    session = terminal("show", "health-bureau", size=(50, 100))
    assert session.until_it_ends() == 0
    assert "市卫生局" in session.text
    assert b"\x1b[" in session.written  # colors
    rules = [line for line in session.lines if line.endswith("──")]
    assert rules
    assert _ALTERNATE not in session.modes()


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colors_can_be_turned_off(terminal: Open, variable: dict[str, str]) -> None:
    session = terminal("show", "health-bureau", size=(80, 100), **variable)
    assert session.until_it_ends() == 0
    assert "市卫生局" in session.text
    assert b"\x1b" not in session.written
