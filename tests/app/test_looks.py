"""How it looks: the palettes on the screen as text, and no meaning that rests on a colour."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style

from tests.app.reading import Reading, opened
from tests.app.screens import SCREENS
from tests.golden import check_golden
from tui.app.browse.location import Location
from tui.app.terminal_app import TerminalCapabilities
from tui.render.palette import PALETTES, Shade
from tui.store import Store

_GOLDEN = Path(__file__).parent / "golden" / "looks"
_COLOURS = "krgybmcwKRGYBMCW"
_ATTRIBUTES = (("bold", "B"), ("dim", "D"), ("italic", "I"), ("underline", "U"), ("reverse", "V"))
_SHADES = sorted(PALETTES)
_SEEN = ("statistic", "search", "players", "help", "palette-typed")


def _look(style: Style | None) -> str:
    """``Bc``: bold, in cyan; nothing for plain text."""
    if style is None:
        return ""
    letters = "".join(letter for name, letter in _ATTRIBUTES if getattr(style, name))
    for side, colour in (("", style.color), ("on", style.bgcolor)):
        if colour is not None and not colour.is_default:
            assert colour.number is not None, "a colour beyond the terminal's sixteen"
            assert colour.number < 16
            letters += side + _COLOURS[colour.number]
    return letters


def _looks(reading: Reading) -> str:
    """Under each line that is not plain, which looks it has: ``text: look`` from left to right."""
    lines = []
    for strip in reading.strips:
        pieces: list[tuple[str, str]] = []
        for segment in strip:
            look = _look(segment.style)
            if pieces and pieces[-1][1] == look:
                pieces[-1] = (pieces[-1][0] + segment.text, look)
            else:
                pieces.append((segment.text, look))
        marked = "".join(
            f"{{{look} {text}}}" if look and (text.strip() or "V" in look) else text
            for text, look in pieces
        )
        lines.append(marked.rstrip())
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("shade", _SHADES)
@pytest.mark.parametrize("name", _SEEN)
async def test_every_palette_looks_as_its_golden_says(
    real_store: Store, name: str, shade: Shade
) -> None:
    screen = SCREENS[name]
    async with opened(
        real_store, place=screen.place, terminal=TerminalCapabilities(shade)
    ) as reading:
        await reading.press(*screen.keys)
        check_golden(_GOLDEN / f"{name}-{shade}.txt", _looks(reading))


async def test_without_colours_nothing_is_coloured_and_the_text_is_the_same(
    real_store: Store,
) -> None:
    screen = SCREENS["search"]
    texts = []
    for shade in ("dark", "mono"):
        async with opened(
            real_store, place=screen.place, terminal=TerminalCapabilities(shade)
        ) as reading:
            await reading.press(*screen.keys)
            texts.append(reading.text)
            styles = [segment.style for strip in reading.strips for segment in strip]
            coloured = [s for s in styles if s and (s.color or s.bgcolor)]
            assert bool(coloured) is (shade == "dark")
    assert texts[0] == texts[1]


async def test_what_a_colour_says_is_said_without_it_too(real_store: Store) -> None:
    async with opened(
        real_store,
        (80, 40),
        place=SCREENS["statistic"].place,
        terminal=TerminalCapabilities("mono"),
    ) as page:
        lines = page.lines
        assert any("░" in line and "预测" in line for line in lines)  # forecasts
        assert any("█" in line and "预测" not in line for line in lines)
        assert any("已报告" in line and "[" in line for line in lines)  # reported, citations
        assert any("不采用" in line for line in lines)
        assert lines[2].startswith("›!")  # chosen, disputed
        await page.press("tab")
        assert page.chosen == "[1]"  # a chosen citation is turned around


@pytest.mark.parametrize("shade", _SHADES)
async def test_what_a_search_found_is_told_from_what_stands_around_it(
    real_store: Store, shade: Shade
) -> None:
    screen = SCREENS["search"]
    async with opened(
        real_store, place=screen.place, language="en", terminal=TerminalCapabilities(shade)
    ) as reading:
        await reading.press(*screen.keys)
        looks = {
            (segment.text.strip(), bool(segment.style.underline and segment.style.bold))
            for strip in reading.strips[2:20]
            for segment in strip
            if segment.style and segment.text.strip()
        }
        assert any(text.lower() == "health" and marked for text, marked in looks)
        assert not any(text == "Statistic" and marked for text, marked in looks)


async def test_links_are_told_by_a_line_under_them_in_every_palette() -> None:
    for palette in PALETTES.values():
        assert palette["link"].underline
        assert palette["chosen"].reverse
        assert palette["match"] not in (palette["body"], palette["title"], palette["link"])


async def test_the_key_goes_through_the_themes_and_says_which(real_store: Store) -> None:
    async with opened(real_store, terminal=TerminalCapabilities("light")) as reading:
        seen = []
        for words in ("深色背景", "浅色背景", "无", "随终端"):
            await reading.press("C")
            assert f"配色：{words}" in reading.lines[-1]
            seen.append(reading.app.theme)
        assert seen == ["dark", "light", "mono", "light"]
        await reading.press("j")
        assert "配色" not in reading.lines[-1]


async def test_every_line_is_as_wide_in_every_palette(real_store: Store) -> None:
    place = Location("statistics", "market-size", panel="page")
    async with opened(real_store, place=place) as reading:
        for _ in range(4):
            await reading.press("C")
            assert {cell_len(line) for line in reading.lines} == {80}
