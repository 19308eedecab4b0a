"""Styles: golden files of every palette, and no meaning that only a color carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.style import Style

from tests.app.reading import Reading, opened
from tests.app.screens import SCREENS
from tests.golden import check_golden
from tui.app.browse.location import Location
from tui.app.messages import THEMES
from tui.app.terminal.capabilities import TerminalCapabilities
from tui.app.textual_theme import chosen_shade, styles
from tui.config import Theme
from tui.render.palette import DEPTHS, SHADES, Color, Depth, Shade, own_background, palette
from tui.store import Store

_GOLDEN = Path(__file__).parent / "golden" / "styles"
_ATTRIBUTES = (("bold", "B"), ("dim", "D"), ("italic", "I"), ("underline", "U"), ("reverse", "V"))
_SHADES: tuple[Shade, ...] = ("any", "dark", "light", "mono")
"""The palettes with golden files: a theme differs in its colors only."""
_SCREENS = ("statistic", "search", "players", "help", "palette-typed")


def _terminal(shade: Shade) -> TerminalCapabilities:
    """Return a terminal in which ``auto`` chooses the palette: ``any`` where colors are few."""
    return TerminalCapabilities(shade, depth="16" if shade == "any" else "256")


def _style_code(style: Style | None) -> str:
    """Return ``B80`` for bold text in color 80, an empty string for plain text."""
    if style is None:
        return ""
    code = "".join(letter for name, letter in _ATTRIBUTES if getattr(style, name))
    for prefix, color in (("", style.color), ("on", style.bgcolor)):
        if color is not None and not color.is_default:
            assert color.number is not None, "not one of the 256 colors"
            code += prefix + str(color.number)
    return code


def _styled_text(reading: Reading) -> str:
    """Return the screen with each styled text as ``{code text}``."""
    lines = []
    for strip in reading.strips:
        pieces: list[tuple[str, str]] = []
        for segment in strip:
            code = _style_code(segment.style)
            if pieces and pieces[-1][1] == code:
                pieces[-1] = (pieces[-1][0] + segment.text, code)
            else:
                pieces.append((segment.text, code))
        line = "".join(
            f"{{{code} {text}}}" if code and (text.strip() or "V" in code) else text
            for text, code in pieces
        )
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("shade", _SHADES)
@pytest.mark.parametrize("name", _SCREENS)
async def test_screen_in_a_palette_equals_its_golden_file(
    sample_store: Store, name: str, shade: Shade
) -> None:
    screen = SCREENS[name]
    terminal = _terminal(shade)
    async with opened(sample_store, location=screen.location, terminal=terminal) as reading:
        await reading.press(*screen.keys)
        check_golden(_GOLDEN / f"{name}-{shade}.txt", _styled_text(reading))


def test_every_golden_file_belongs_to_a_palette() -> None:
    expected = {f"{name}-{shade}.txt" for name in _SCREENS for shade in _SHADES}
    assert {path.name for path in _GOLDEN.iterdir()} == expected


async def test_without_colors_the_text_is_the_same(sample_store: Store) -> None:
    screen = SCREENS["search"]
    texts = []
    for shade in ("dark", "mono"):
        terminal = TerminalCapabilities(shade)
        async with opened(sample_store, location=screen.location, terminal=terminal) as reading:
            await reading.press(*screen.keys)
            texts.append(reading.text)
            styles = [segment.style for strip in reading.strips for segment in strip]
            colored = [style for style in styles if style and (style.color or style.bgcolor)]
            assert bool(colored) is (shade == "dark")
    assert texts[0] == texts[1]


async def test_characters_and_attributes_carry_the_meaning_without_colors(
    sample_store: Store,
) -> None:
    mono = TerminalCapabilities("mono")
    location = SCREENS["statistic"].location._replace(record="consultation-market")
    async with opened(sample_store, (80, 40), location=location, terminal=mono) as reading:
        lines = reading.lines
        assert any("▒" in line and "预测" in line for line in lines)
        assert any("█" in line and "预测" not in line for line in lines)
        assert any("已公布" in line and "[" in line for line in lines)
        assert any("采用值" in line for line in lines)
        await reading.press("tab", "tab")
        assert reading.chosen == "100亿元"  # the link under the cursor is reversed
        await reading.press("left")
        assert any(line.startswith("▌!") for line in reading.lines)  # under the cursor, disputed


@pytest.mark.parametrize("shade", _SHADES)
async def test_search_matches_are_bold_and_underlined(sample_store: Store, shade: Shade) -> None:
    screen = SCREENS["search"]
    terminal = _terminal(shade)
    async with opened(
        sample_store, language="en", location=screen.location, terminal=terminal
    ) as reading:
        await reading.press(*screen.keys)
        styles = {
            (segment.text.strip(), bool(segment.style.underline and segment.style.bold))
            for strip in reading.strips[2:20]
            for segment in strip
            if segment.style and segment.text.strip()
        }
        assert any(text.lower() == "health" and marked for text, marked in styles)
        assert ("Qinghe", False) in styles
        assert ("Qinghe", True) not in styles


@pytest.mark.parametrize("shade", SHADES)
def test_links_cursor_and_matches_differ_in_more_than_color(shade: Shade) -> None:
    looks = palette(shade)
    assert looks["link"].underline
    chosen = looks["chosen"]
    assert chosen.reverse or (chosen.bold and chosen.background is not None)
    assert looks["match"] not in (looks["body"], looks["title"], looks["link"])


async def test_the_theme_key_cycles_through_the_themes_and_names_them(
    sample_store: Store,
) -> None:
    async with opened(sample_store, terminal=TerminalCapabilities("light")) as reading:
        themes = []
        named = ("Nord", "Gruvbox", "Catppuccin", "Solarized深色", "Solarized浅色")
        for words in ("深色背景", "浅色背景", "单色", *named, "随终端"):
            await reading.press("C", *["up"] * 9 if words == "随终端" else ["down"], "enter")
            assert f"配色：{words}" in reading.lines[-1]
            themes.append(reading.app.theme)
        assert themes == ["dark-painted", "light-painted", "mono", *SHADES[6:], "light"]
        await reading.press("j")
        assert "配色" not in reading.lines[-1]


@pytest.mark.parametrize("shade", ["dark", "light"])
@pytest.mark.parametrize("theme", ["auto", "dark", "light"])
async def test_a_chosen_theme_paints_its_background_and_auto_keeps_the_terminals(
    sample_store: Store, shade: Shade, theme: Theme
) -> None:
    terminal = TerminalCapabilities(shade)
    async with opened(sample_store, terminal=terminal, theme=theme) as reading:
        expected = None if theme == "auto" else own_background(f"{theme}-painted")[1]
        last = [segment.style for segment in reading.strips[-1]]
        assert {_palette_color(each.bgcolor) for each in last if each} == {expected}


async def test_lines_are_equally_wide_in_every_palette(sample_store: Store) -> None:
    async with opened(sample_store, location=SCREENS["statistic"].location) as reading:
        for _ in THEMES:
            await reading.press("C", "down")
            assert {cell_len(line) for line in reading.lines} == {80}
            await reading.press("enter")
            assert {cell_len(line) for line in reading.lines} == {80}


_PALETTES = [(shade, depth) for shade in SHADES for depth in DEPTHS]


@pytest.mark.parametrize(("shade", "depth"), _PALETTES)
async def test_only_colors_of_the_palette_occur(
    sample_store: Store, shade: Shade, depth: Depth
) -> None:
    terminal = TerminalCapabilities(shade, depth=depth)
    chosen = chosen_shade("auto", shade, depth)
    looks = palette(chosen, depth).values()
    text, background = own_background(chosen, depth)
    expected = {look.color for look in looks} | {look.background for look in looks}
    location = SCREENS["statistic"].location._replace(record="consultation-market")
    async with opened(sample_store, location=location, terminal=terminal) as reading:
        for keys in ((), ("tab",), ("escape", "slash", *"health"), ("question_mark",)):
            await reading.press(*keys)
            pairs = {
                (_palette_color(style.color), _palette_color(style.bgcolor))
                for strip in reading.strips
                for segment in strip
                if (style := segment.style) is not None
            }
            colors = {color for pair in pairs for color in pair}
            assert colors <= {None, text, background, *expected}
            if background is not None:  # the theme's own, on every cell
                assert all(None not in pair for pair in pairs)
                assert all(segment.style for strip in reading.strips for segment in strip)


def _palette_color(color: RichColor | None) -> Color:
    """Return a color as palettes have it."""
    if color is None or color.is_default:
        return None
    return color.number if color.triplet is None else color.triplet.hex[1:]


async def test_a_theme_is_chosen_in_the_command_palette(sample_store: Store) -> None:
    async with opened(sample_store, terminal=TerminalCapabilities()) as reading:
        await reading.press("p", *"nord")
        assert "▌  Nord" in reading.text
        await reading.press("enter")
        assert reading.app.theme == "nord"
        assert "配色：Nord" in reading.lines[-1]


@pytest.mark.parametrize("theme", ["auto", "nord"])
async def test_another_terminal_has_its_own_number_of_colors(
    sample_store: Store, theme: Theme
) -> None:
    async with opened(sample_store, terminal=TerminalCapabilities(), theme=theme) as reading:
        for depth in DEPTHS:
            reading.app.use_depth(depth)
            await reading.settle()
            unknown = "any" if depth == "16" else "dark-painted"
            name = unknown if theme == "auto" else theme
            assert reading.app.theme == (name if depth == "256" else f"{name}_{depth}")


@pytest.mark.parametrize("shade", SHADES)
async def test_the_focus_is_a_block_in_every_palette(sample_store: Store, shade: Shade) -> None:
    terminal, location = TerminalCapabilities(shade), Location("policies")
    async with opened(sample_store, language="en", location=location, terminal=terminal) as reading:
        block = styles(reading.app.theme)["selected"]
        look = (block.reverse, block.bgcolor)
        assert look != (None, None)
        for key, text in (("F", "[ ]"), ("S", "md"), ("left", "Policies")):
            await reading.press(key)
            focused = [
                segment.text
                for strip in reading.strips[1:]  # the name of the program is such a block, too
                for segment in strip
                if segment.style and (segment.style.reverse, segment.style.bgcolor) == look
            ]
            assert any(text in each for each in focused), (key, focused)
            await reading.press("escape")


async def test_the_row_of_the_figure_that_a_search_found_has_a_background(
    sample_store: Store,
) -> None:
    terminal = _terminal("dark")
    async with opened(sample_store, language="en", terminal=terminal) as reading:
        await reading.press("slash", *"online patients 2018", "enter")
        rows = [
            strip
            for strip in reading.strips
            if any("7 million" in piece.text and piece.style.bgcolor for piece in strip)
        ]
        assert len(rows) == 1
        assert rows[0].text.split()[:3] == ["2018", "7", "million"]
