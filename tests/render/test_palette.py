"""Palettes are legible: contrast (WCAG 2) of every role in every theme, for 256 colors and true
color. The sixteen colors are those of the terminal's scheme."""

from __future__ import annotations

import pytest

from tui.document import Role
from tui.render.palette import DEPTHS, SHADES, Color, Depth, Look, Shade, own_background, palette

_BACKGROUNDS = {
    "dark": ("000000", "1e1e1e", "282828", "2e3440"),
    "light": ("ffffff", "fafafa", "eff1f5"),
    "any": ("000000", "ffffff"),
}
"""Where the palettes without a background of their own are used."""
_MIN_CONTRAST = 4.5
_MIN_LINE = 1.6
"""Frames and rules are seen, not read."""
_MIN_BLOCK = 3.0
"""A block that shows where the focus is (WCAG 2.2, 1.4.11)."""
_LINES: tuple[Role, ...] = ("rule", "frame")
_NOT_UNDER_THE_CURSOR: tuple[Role, ...] = (*_LINES, "muted", "label", "match", "chosen", "selected")
"""Roles that have the look of another one, or a background of their own, in a chosen row."""
_STATUS: tuple[Role, ...] = ("reported", "estimate", "forecast")
_PALETTES = [
    pytest.param(shade, depth, id=f"{shade}-{depth}")
    for shade in SHADES
    for depth in DEPTHS
    if shade != "mono"
]


def _rgb(color: Color) -> str:
    """Return a color as RGB; of the 256, those that every terminal shows alike."""
    if isinstance(color, str):
        return color
    assert color is not None
    assert color >= 16, "a terminal chooses the first sixteen itself"
    if color >= 232:
        return f"{8 + 10 * (color - 232):02x}" * 3
    levels = (0, 95, 135, 175, 215, 255)
    cube = color - 16
    return "".join(f"{levels[cube // step % 6]:02x}" for step in (36, 6, 1))


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """Return the contrast to one decimal: of the 256 colors no green and no brown has 4.5 on black
    and on white, the best 4.47 and 4.46."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 1)


def _backgrounds(shade: Shade, depth: Depth, look: Look) -> tuple[str, ...]:
    if look.background is not None:
        return (_rgb(look.background),)
    background = own_background(shade, depth)[1]
    return _BACKGROUNDS[shade] if background is None else (_rgb(background),)


@pytest.mark.parametrize(("shade", "depth"), _PALETTES)
def test_every_role_is_legible_on_its_background(shade: Shade, depth: Depth) -> None:
    for role, look in palette(shade, depth).items():
        if look.color is None or depth == "16":
            continue
        least = _MIN_LINE if role in _LINES else _MIN_CONTRAST
        for background in _backgrounds(shade, depth, look):
            contrast = _contrast(_rgb(look.color), background)
            assert contrast >= least, f"{role}: {contrast} on {background}"


@pytest.mark.parametrize(("shade", "depth"), _PALETTES)
def test_every_role_is_legible_in_the_row_under_the_cursor(shade: Shade, depth: Depth) -> None:
    looks = palette(shade, depth)
    chosen = looks["chosen"]
    if chosen.background is None:
        assert chosen.reverse
        return
    for role, look in looks.items():
        if look.color is not None and role not in _NOT_UNDER_THE_CURSOR:
            assert _contrast(_rgb(look.color), _rgb(chosen.background)) >= _MIN_CONTRAST, role


@pytest.mark.parametrize(("shade", "depth"), _PALETTES)
def test_the_block_of_the_focus_stands_out(shade: Shade, depth: Depth) -> None:
    look = palette(shade, depth)["selected"]
    if look.background is None:
        assert look.reverse
        return
    for background in _backgrounds(shade, depth, Look()):
        assert _contrast(_rgb(look.background), background) >= _MIN_BLOCK


@pytest.mark.parametrize("shade", SHADES)
def test_with_sixteen_colors_none_is_black_or_white_or_bright_black(shade: Shade) -> None:
    colors = {look.color for look in palette(shade, "16").values()}
    assert colors <= {None, *range(1, 7), *range(9, 15)}
    assert {look.background for look in palette(shade, "16").values()} == {None}
    assert own_background(shade, "16") == (None, None)


@pytest.mark.parametrize("depth", DEPTHS)
def test_without_colors_there_are_none(depth: Depth) -> None:
    looks = palette("mono", depth).values()
    assert {look.color for look in looks} == {look.background for look in looks} == {None}


@pytest.mark.parametrize(("shade", "depth"), _PALETTES)
def test_a_color_has_one_meaning(shade: Shade, depth: Depth) -> None:
    looks = palette(shade, depth)
    assert len({looks[role] for role in _STATUS}) == len(_STATUS)
    meanings: tuple[Role, ...] = ("accent", "used", "estimate", "forecast", "warning", "error")
    colors = [looks[role].color for role in meanings]
    assert None not in colors
    assert len(set(colors)) == len(meanings)
    assert looks["body"].color not in colors


@pytest.mark.parametrize("depth", ["256", "true"])
@pytest.mark.parametrize("shade", SHADES[4:])
def test_a_chosen_theme_has_a_background(shade: Shade, depth: Depth) -> None:
    assert None not in own_background(shade, depth)
