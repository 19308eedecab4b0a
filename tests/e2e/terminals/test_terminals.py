"""The app in a real terminal shows what its goldens hold, under every kind of terminal."""

from __future__ import annotations

import re

import pytest

from tests.app.golden_files import read
from tests.app.screens import Size
from tests.e2e.terminals.conftest import Open
from tests.e2e.terminals.tmux import Tmux
from tui.render.palette import Color, Depth, Shade, own_background, palette
from tui.text.language import Language

_TERMS = ["xterm-256color", "linux", "screen", "vt100"]
_COLOUR = re.compile(r"\x1b\[[0-9;]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
_DRAWN = re.compile(r"[\[;][34]((?:8;5;\d+)|(?:8;2;\d+;\d+;\d+)|[0-79])(?=[;m])")
_KEYS = {"search": ("/", *"health"), "statistic": (), "help": ("?",), "overview": ()}


def _shows(window: Tmux, name: str, size: Size, language: Language) -> None:
    golden = read(name, size, language).lines
    window.until_lines(lambda lines: lines == golden, "\n".join(golden))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("term", _TERMS)
def test_a_session_from_start_to_end(window: Open, term: str, language: Language) -> None:
    seen = window("--lang", language, TERM=term)
    _shows(seen, "overview", (80, 24), language)
    seen.press("?")
    _shows(seen, "help", (80, 24), language)
    seen.press("Escape")
    _shows(seen, "overview", (80, 24), language)
    seen.press("/")
    _shows(seen, "search-empty", (80, 24), language)
    seen.type("health")
    _shows(seen, "search", (80, 24), language)
    # Back to the first size: tmux 3.3 itself leaves lines of another where one left at another.
    for size in ((120, 40), (60, 20), (200, 60), (80, 24)):
        seen.resize(*size)
        _shows(seen, "search", size, language)
    seen.press("C-c")
    seen.until_lines(lambda lines: lines[0] == "left" and not any(lines[1:]), "left")
    assert set(seen.modes().items()) == {
        ("alternate_on", "0"),
        ("cursor_flag", "1"),
        ("mouse_any_flag", "0"),
        ("mouse_standard_flag", "0"),
    }


@pytest.mark.parametrize(
    ("changes", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "vt100"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"MEDBRIEF_THEME": "mono"}, False),
        ({"NO_COLOR": "1", "MEDBRIEF_THEME": "light"}, True),
    ],
    ids=str,
)
def test_colours_are_where_they_are_wanted(
    window: Open, changes: dict[str, str], coloured: bool
) -> None:
    seen = window(**changes)
    seen.until("市场规模")
    seen.press("/", "health")
    seen.until("› 搜索结果")
    assert bool(_COLOUR.search(seen.styled)) is coloured


@pytest.mark.parametrize(
    ("changes", "shade", "depth"),
    [
        ({"MEDBRIEF_THEME": "dark"}, "dark-painted", "256"),
        ({"MEDBRIEF_THEME": "nord"}, "nord", "256"),
        ({"MEDBRIEF_THEME": "light", "TERM": "linux"}, "light", "16"),
        ({"MEDBRIEF_THEME": "gruvbox", "COLORTERM": "truecolor"}, "gruvbox", "true"),
    ],
    ids=str,
)
def test_only_colours_of_the_palette_are_drawn(
    window: Open, changes: dict[str, str], shade: Shade, depth: Depth
) -> None:
    looks = palette(shade, depth).values()
    drawn = {look.color for look in looks} | {look.background for look in looks}
    expected = {*map(_parameters, drawn), *map(_parameters, own_background(shade, depth))}
    seen = window(**changes)
    seen.until("市场规模")
    seen.press("/", "health")
    seen.until("› 搜索结果")
    found = {match[1] for match in _DRAWN.finditer(seen.styled)}
    assert found
    assert found <= expected


def _parameters(color: Color) -> str:
    """Return a color as tmux writes it, without the first digit: 3 for text, 4 for background."""
    if isinstance(color, str):
        return ";".join(map(str, (8, 2, *bytes.fromhex(color))))
    if color is None:
        return "9"
    return str(color) if color < 8 else f"8;5;{color}"


@pytest.mark.parametrize(
    "changes",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LANG": ""}],
    ids=str,
)
def test_without_a_unicode_locale_lines_are_of_the_keyboard(
    window: Open, changes: dict[str, str]
) -> None:
    seen = window("--lang", "en", **{"PYTHONUTF8": "", **changes})
    seen.until("set LC_ALL=C.UTF-8", "takeaways ---")
    assert not set(seen.text) & set("─│┃▌█▓░›•✕╭╰")
    seen.press("H")
    seen.until("takeaways ---", without="LC_ALL")


def test_columns_stay_aligned_in_ascii(window: Open) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    seen = window("--lang", "zh", **plain)
    seen.until("LC_ALL=C.UTF-8")
    assert seen.text.isascii()
    seen.press("H", "Left", "Right", "Right")
    seen.until(" 1/20")
    golden = read("players", (80, 24), "zh").lines
    assert seen.text.isascii()
    # The scroll bar is in one column.
    bars = {at for line in seen.lines[2:-1] for at, char in enumerate(line) if char in "|#"}
    assert bars <= {79}
    assert len(golden) == len(seen.lines)


def test_many_resizes_keep_the_position(window: Open) -> None:
    seen = window()
    seen.until("市场规模")
    seen.press("p")
    seen.type("市场规模")
    seen.until("线上问诊市场规模")
    seen.press("Enter")
    seen.until("› 统计", "市场规模 ─")
    seen.press("Space", "Space", "Tab")
    previous: list[str] = []

    def settled(lines: list[str]) -> bool:
        same = lines == previous
        previous[:] = lines
        return same

    seen.until_lines(settled, "a settled screen")
    before = seen.text
    for width, height in [(60, 20), (1, 1), (200, 60), (39, 11), (2, 50), (120, 40), (300, 5)] * 4:
        seen.resize(width, height)
    seen.resize(80, 24)
    seen.until_lines(lambda lines: "\n".join(lines) == before, before)


@pytest.mark.parametrize("bracketed", [True, False])
@pytest.mark.parametrize("length", [1, 5, 20, 100])
def test_pasted_chinese_arrives_whole(window: Open, length: int, bracketed: bool) -> None:
    text = "".join(chr(ord("一") + number) for number in range(length))
    seen = window(size=(230, 24))
    seen.until("市场规模")
    seen.press("/")
    seen.until("› 搜索结果")
    seen.paste(text, bracketed=bracketed)
    seen.until_lines(lambda lines: lines[2].removeprefix(" /").strip() == text, text)


@pytest.mark.parametrize("length", [1, 5, 40])
def test_what_an_input_method_commits_arrives_whole(window: Open, length: int) -> None:
    text = "互联网医疗医保支付政策"[:length] if length < 40 else "医保支付互联网医院" * 5
    seen = window(size=(120, 24))
    seen.until("市场规模")
    seen.press("/")
    seen.until("› 搜索结果")
    seen.type(text)
    seen.until_lines(lambda lines: lines[2].removeprefix(" /").strip() == text, text)
