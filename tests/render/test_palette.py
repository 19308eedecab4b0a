"""Palettes are legible: contrast (WCAG 2) in the default colors of common terminals."""

from __future__ import annotations

import pytest

from tui.render.palette import PALETTES, Shade

# The sixteen colors as each terminal ships them; the last two: its black and white background.
_SCHEMES = {
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff  000000 ffffff",
    "VGA": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
    " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff  000000 ffffff",
    "Tango": "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf"
    " 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec  000000 ffffff",
    "Campbell": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
    " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2  0c0c0c ffffff",
    "macOS": "000000 c23621 25bc24 adad27 492ee1 d338d3 33bbc8 cbcccd"
    " 818383 fc391f 31e722 eaec23 5833ff f935f8 14f0f0 e9ebeb  000000 ffffff",
    "VS Code": "000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5"
    " 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5  1e1e1e ffffff",
    "Solarized": "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5"
    " 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3  002b36 fdf6e3",
}
_MIN_CONTRAST = 3.0
_MIN_CONTRAST_ANYWHERE = 2.5
"""On an unknown background: no color has good contrast on both black and white, so the palette uses
few colors, and none of them carries meaning alone."""
_BLACK, _WHITE = 16, 17
_BACKGROUNDS = {"dark": (_BLACK,), "light": (_WHITE,)}
"""Where a palette is used, as indexes into a scheme; any other palette must be legible on both."""


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", _SCHEMES)
@pytest.mark.parametrize("shade", PALETTES)
def test_every_color_is_legible_on_its_background(scheme: str, shade: Shade) -> None:
    colors = _SCHEMES[scheme].split()
    backgrounds = _BACKGROUNDS.get(shade, (_BLACK, _WHITE))
    least = _MIN_CONTRAST if shade in _BACKGROUNDS else _MIN_CONTRAST_ANYWHERE
    for role, look in PALETTES[shade].items():
        for background in backgrounds if look.color is not None else ():
            assert look.color is not None
            contrast = _contrast(colors[look.color], colors[background])
            assert contrast >= least, f"{role}: {contrast:.1f} on {colors[background]}"


def test_without_colors_there_are_none() -> None:
    assert {look.color for look in PALETTES["mono"].values()} == {None}


@pytest.mark.parametrize("shade", PALETTES)
def test_each_status_has_its_own_look_if_there_are_colors(shade: Shade) -> None:
    palette = PALETTES[shade]
    if any(look.color is not None for look in palette.values()):
        assert len({palette[role] for role in ("reported", "estimate", "forecast")}) == 3
