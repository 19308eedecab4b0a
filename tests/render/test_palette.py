"""Palettes are legible: contrast (WCAG 2) of the 256 colors."""

from __future__ import annotations

import pytest

from tui.render.palette import PALETTES, Shade

_BACKGROUNDS = {"dark": ("000000", "1e1e1e"), "light": ("ffffff", "fafafa")}
"""Where a palette is used; any other one must be legible on black and on white."""
_MIN_CONTRAST = 4.5
_MIN_CONTRAST_ANYWHERE = 3.4
"""On an unknown background: no color of the 256 has more on both black and white in every hue."""
_MIN_LINE = 1.6
"""Frames and rules are seen, not read."""
_LINES = ("rule", "frame")


def _rgb(color: int) -> str:
    """Return one of the colors 16 to 255, which every terminal shows alike."""
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
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shade", PALETTES)
def test_every_color_is_legible_on_its_background(shade: Shade) -> None:
    known = _BACKGROUNDS.get(shade)
    for role, look in PALETTES[shade].items():
        least = _MIN_CONTRAST if known else _MIN_CONTRAST_ANYWHERE
        least = _MIN_LINE if role in _LINES else least
        backgrounds = known or ("000000", "ffffff")
        if look.background is not None:
            backgrounds = (_rgb(look.background),)
        for background in backgrounds if look.color is not None else ():
            assert look.color is not None
            contrast = _contrast(_rgb(look.color), background)
            assert contrast >= least, f"{role}: {contrast:.1f} on {background}"


@pytest.mark.parametrize("shade", ["dark", "light"])
def test_every_color_is_legible_on_the_row_under_the_cursor(shade: Shade) -> None:
    chosen = PALETTES[shade]["chosen"].background
    assert chosen is not None
    for role, look in PALETTES[shade].items():
        if look.color is not None and look.background is None and role not in _LINES:
            assert _contrast(_rgb(look.color), _rgb(chosen)) >= _MIN_CONTRAST, role


def test_without_colors_there_are_none() -> None:
    assert {look.color for look in PALETTES["mono"].values()} == {None}


@pytest.mark.parametrize("shade", PALETTES)
def test_each_status_has_its_own_look_if_there_are_colors(shade: Shade) -> None:
    palette = PALETTES[shade]
    if any(look.color is not None for look in palette.values()):
        assert len({palette[role] for role in ("reported", "estimate", "forecast")}) == 3
