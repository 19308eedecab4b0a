"""The panels in a real terminal: they open, obey, and leave it as it was."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.e2e.conftest import Open

# pexpect forks; Python 3.12 warns of that where a test runner has threads.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")

_LEFT, _RIGHT, _DOWN = "\x1b[D", "\x1b[C", "\x1b[B"
_READY = "回车 打开"
_CURSOR, _WRAP, _ALTERNATE = 25, 7, 1049
_MOUSE = {1000, 1002, 1003, 1006, 1015}


def test_a_walk_by_keys_is_seen_on_the_screen(terminal: Open) -> None:
    reading = terminal()
    reading.until("先读这五行", _READY)
    assert reading.lines[0].endswith("概览")
    reading.send(_LEFT)
    reading.send(_RIGHT * 2)
    reading.until("参与者 1/")
    reading.send(_DOWN)
    reading.send("\r")
    reading.until("线上药房")
    reading.send("1")
    reading.until("引文 [1]", "原文词句")
    reading.send("\x7f")
    reading.until("线上药房", without="引文 [1]")


@pytest.mark.parametrize("way", ["q", "Ctrl+C", "Ctrl+C in a query", "SIGTERM"])
def test_leaving_gives_the_terminal_back_as_it_was(terminal: Open, way: str) -> None:
    reading = terminal()
    reading.until(_READY)
    assert reading.modes()[_ALTERNATE]
    assert not reading.modes()[_CURSOR]
    assert any(reading.modes().get(mode) for mode in _MOUSE)

    if way.endswith("query"):
        reading.send("/")
        reading.until("搜索结果")
    if way == "SIGTERM":
        reading.process.kill(signal.SIGTERM)
    else:
        reading.send("q" if way == "q" else "\x03")
    assert reading.until_it_ends() == 0
    left_on = {mode for mode, on in reading.modes().items() if on}
    assert left_on <= {_CURSOR, _WRAP}
    assert reading.modes()[_CURSOR]
    # Nothing is written once the other screen is left, but for modes.
    after = reading.written.rpartition(b"\x1b[?1049l")[2]
    assert not any(chr(byte).isprintable() for byte in after if byte > 0x7F)
    assert b"Traceback" not in reading.written


def test_keys_that_are_typed_ahead_are_all_obeyed(terminal: Open) -> None:
    reading = terminal()
    reading.until(_READY)
    reading.send(_LEFT + _RIGHT * 2 + _DOWN * 3)
    reading.until("参与者 3/")


def test_no_keyboard_protocol_is_asked_for_that_garbles_chinese(terminal: Open) -> None:
    reading = terminal()
    reading.until(_READY)
    reading.send("q")
    reading.until_it_ends()
    assert b"\x1b[>1u" not in reading.written


@pytest.mark.parametrize(
    "pieces",
    [
        ["医保支付".encode()],
        ["医".encode(), "保".encode(), "支付".encode()],
        [bytes([byte]) for byte in "医保支付".encode()],
        ["\x1b[200~医保支付\x1b[201~".encode()],
    ],
    ids=["at once", "in words", "byte by byte", "pasted"],
)
def test_a_chinese_query_arrives(terminal: Open, pieces: list[bytes]) -> None:
    reading = terminal()
    reading.until(_READY)
    reading.send("/")
    reading.until("搜索结果")
    for piece in pieces:
        reading.send(piece)
    reading.until("搜索结果 1/", " 医保支付\n回车 打开")


@pytest.mark.parametrize("text", ["health", "医保支付", "\x1b[200~医保支付\x1b[201~"])
def test_what_is_typed_right_behind_the_key_that_searches_arrives(
    terminal: Open, text: str
) -> None:
    reading = terminal()
    reading.until(_READY)
    reading.send("/" + text)
    typed = text.removeprefix("\x1b[200~").removesuffix("\x1b[201~")
    reading.until("搜索结果 1/", f" {typed}\n回车 打开")


_FAULTS = {
    "in a key": "B._open_dialog = lambda self, effect: 1 / 0",
    "in what is drawn": "B._open_dialog = lambda self, effect: "
    '(setattr(P, "draw_line", lambda *_: 1 / 0), self.panels.page.refresh())',
    "in a task": "B._open_dialog = lambda self, _: self.run_worker(lambda: 1 / 0, thread=True)",
    "in the thread that reads keys": "D.process_message = lambda self, message: 1 / 0",
}


@pytest.mark.parametrize("fault", _FAULTS)
@pytest.mark.parametrize(
    ("language", "said"), [("zh", "medbrief: 内部错误："), ("en", "medbrief: internal error: ")]
)
def test_what_nobody_foresaw_is_told_in_a_line_on_the_terminal_as_it_was(
    terminal: Open, fault: str, language: str, said: str
) -> None:
    reading = terminal(shell=_failing(_FAULTS[fault], language))
    reading.until("概览" if language == "zh" else "Overview")
    reading.send("?")
    assert reading.until_it_ends() == 70
    assert {mode for mode, on in reading.modes().items() if on} <= {_CURSOR, _WRAP}
    assert reading.modes()[_CURSOR]
    after = reading.written.rpartition(b"\x1b[?1049l")[2].decode()
    assert said in after
    assert len([line for line in after.split("\n") if line.strip()]) == 1
    assert "Traceback" not in reading.written.decode()


def test_it_is_told_in_the_language_that_was_read(terminal: Open) -> None:
    reading = terminal(shell=_failing(_FAULTS["in a key"], "zh"))
    reading.until("概览")
    reading.send("l")
    reading.until("Overview")
    reading.send("?")
    assert reading.until_it_ends() == 70
    assert "internal error: ZeroDivisionError" in reading.text


def test_where_it_happened_is_told_to_who_asks_for_it(terminal: Open) -> None:
    reading = terminal(shell=_failing(_FAULTS["in a key"], "en"), MEDBRIEF_DEBUG="1")
    reading.until("Overview")
    reading.send("?")
    assert reading.until_it_ends() == 1
    after = reading.written.rpartition(b"\x1b[?1049l")[2].decode()
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


def test_a_click_of_the_mouse_opens_a_record(terminal: Open) -> None:
    reading = terminal()
    reading.until(_READY)
    reading.send(_LEFT + _RIGHT * 2)
    reading.until("参与者 1/", "\n  阿里健康")
    row = next(n for n, line in enumerate(reading.lines, 1) if line.startswith("  阿里健康"))
    reading.send(f"\x1b[<0;6;{row}M\x1b[<0;6;{row}m")
    reading.until("参与者 2/", "阿里健康  参与者")


def test_a_window_that_changes_its_size_is_filled_anew(terminal: Open) -> None:
    reading = terminal()
    reading.until(_READY)
    reading.resize(120, 40)
    reading.until("先读这五行")
    reading.send("l")
    reading.until("Five lines to read first", "Enter open")
    assert reading.lines[-1].startswith("Enter open")
    assert max(len(line) for line in reading.lines) > 80


def test_a_window_of_twenty_by_five_says_that_it_is_too_small(terminal: Open) -> None:
    reading = terminal(size=(20, 5))
    reading.until("窗口太小")
    reading.send("q")
    assert reading.until_it_ends() == 0


def test_a_closed_window_leaves_no_process(terminal: Open) -> None:
    reading = terminal()
    reading.until(_READY)
    reading.hang_up()
    assert reading.has_ended()


def test_a_hang_up_ends_it(terminal: Open) -> None:
    reading = terminal()
    reading.until(_READY)
    reading.process.kill(signal.SIGHUP)
    reading.until_it_ends()
    assert not reading.process.isalive()


def test_a_closed_window_ends_it_even_where_hang_ups_are_ignored(terminal: Open) -> None:
    reading = terminal(shell='trap "" HUP; exec "$0"')
    reading.until(_READY)
    reading.hang_up()
    assert reading.has_ended()


def test_in_the_c_locale_the_panels_open_in_english(terminal: Open) -> None:
    reading = terminal(LANG="C", LC_ALL="C", PYTHONUTF8="")
    reading.until("Five lines to read first", "Enter open")
    reading.send("l")
    reading.until("先读这五行")
    reading.send("q")
    assert reading.until_it_ends() == 0


def test_without_any_unicode_the_signs_are_those_of_the_keyboard(terminal: Open) -> None:
    reading = terminal(LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    reading.until("Five lines to read first", "Enter open")
    assert ">Overview" in reading.text
    assert "first ---" in reading.text
    assert "\\u" not in reading.text
    reading.send("l")
    reading.until("2026.1", without="Enter open")
    assert "\\u" not in reading.text
    reading.send("q")
    assert reading.until_it_ends() == 0


@pytest.mark.parametrize("redirected", ["2>/dev/null", "</dev/null", "2>&-", "<&-"])
def test_where_the_panels_cannot_open_the_overview_is_printed(
    terminal: Open, redirected: str
) -> None:
    reading = terminal(shell=f'"$0" {redirected}', size=(80, 60))
    assert reading.until_it_ends() == 0
    assert "先读这五行" in reading.text
    assert _ALTERNATE not in reading.modes()


def test_a_command_fits_its_page_to_the_window(terminal: Open) -> None:
    reading = terminal("show", "nhsa", size=(50, 100))
    assert reading.until_it_ends() == 0
    assert "国家医保局" in reading.text
    assert b"\x1b[" in reading.written  # coloured
    rules = [line for line in reading.lines if line.endswith("──")]
    assert rules
    assert _ALTERNATE not in reading.modes()


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_can_be_turned_off(terminal: Open, variable: dict[str, str]) -> None:
    reading = terminal("show", "nhsa", size=(80, 100), **variable)
    assert reading.until_it_ends() == 0
    assert "国家医保局" in reading.text
    assert b"\x1b" not in reading.written
