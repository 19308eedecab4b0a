"""The style of each role in each theme, for 16 colors, 256 colors and true color.

All colors are fixed tables: none is searched for while the program runs. The sixteen colors are
those of the terminal's own scheme. The theme ``any`` is for unknown backgrounds: its colors are
legible on black and on white.
"""

from __future__ import annotations

from functools import cache

from tui.document import Role
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Shade: TypeAlias = """Literal[
    "dark", "light", "any", "mono", "dark-painted", "light-painted", "nord", "gruvbox",
    "catppuccin", "solarized-dark", "solarized-light",
]"""
"""A palette: for dark, light or unknown backgrounds, without colors, or with its own background
(from ``dark-painted`` on)."""
Depth: TypeAlias = 'Literal["16", "256", "true"]'
"""How many colors the terminal has; ``true``: 24 bits."""
Color: TypeAlias = "int | str | None"
"""An index below 16 or 256, an RGB value as ``88c0d0``, or None for the terminal's own."""


class Look(NamedTuple):
    """A text style."""

    color: Color = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    background: Color = None


_MONO: dict[Role, Look] = {
    "body": Look(),
    "title": Look(bold=True),
    "heading": Look(bold=True),
    "label": Look(),
    "muted": Look(dim=True),
    "figure": Look(bold=True),
    "reported": Look(),
    "estimate": Look(),
    "forecast": Look(),
    "warning": Look(bold=True),
    "error": Look(bold=True),
    "quote": Look(italic=True),
    "mark": Look(bold=True),
    "link": Look(underline=True),
    "cite": Look(underline=True),
    "code": Look(),
    "bar": Look(),
    "bar-estimate": Look(),
    "bar-forecast": Look(),
    "rule": Look(dim=True),
    "frame": Look(dim=True),
    "accent": Look(bold=True),
    "card": Look(bold=True),
    "row": Look(),
    "fold": Look(bold=True),
    "used": Look(),
    "chosen": Look(reverse=True),
    "selected": Look(reverse=True),
    "match": Look(bold=True, underline=True),
}

_COLUMNS: dict[str, tuple[Role, ...]] = {
    "text": ("body", "reported", "quote", "link", "row", "code"),
    "muted": ("muted", "label"),
    "heading": ("title", "heading", "figure", "card", "fold"),
    "accent": ("accent", "mark", "cite"),
    "used": ("bar", "used"),
    "estimate": ("estimate", "bar-estimate"),
    "forecast": ("forecast", "bar-forecast"),
    "disputed": ("warning",),
    "error": ("error",),
    "border": ("rule", "frame"),
}
"""The roles of each column of the tables: a color has one meaning."""

# background, the columns above, then text and background of a match, background of a chosen row.
# "-" is the terminal's own color.
_TABLES = {
    "any 16": "- - - - 6 2 3 12 5 1 - - - -",
    "dark 16": "- - - - 6 2 3 12 13 9 - - - -",
    "light 16": "- - - - 6 2 3 4 5 1 - - - -",
    "any 256": "- - 243 - 29 28 130 63 163 131 243 - - -",
    "dark 256": "- 253 248 231 80 114 185 111 215 210 241 231 61 237",
    "light 256": "- 235 241 233 23 22 58 26 94 124 249 17 189 254",
    "dark-painted 256": "234 253 248 231 80 114 185 111 215 210 241 231 61 237",
    "light-painted 256": "231 235 241 233 23 22 58 26 94 124 249 17 189 254",
    "nord 256": "236 253 249 255 116 108 186 111 216 210 60 231 61 237",
    "gruvbox 256": "235 223 247 230 108 142 214 109 208 210 241 231 61 237",
    "catppuccin 256": "234 189 247 231 116 150 223 111 216 211 240 231 61 237",
    "solarized-dark 256": "235 250 247 254 37 142 178 74 209 210 240 231 61 236",
    "solarized-light 256": "230 240 242 235 23 22 58 25 94 124 144 17 189 254",
    "any true": "- - 757575 - 008293 028900 996e00 1e6aff cc4900 e61e1e 757575 - - -",
    "dark true": "- d7dce4 98a2b3 f4f7fb 4fd1d9 8fd18a e8c65a 86abff ff9e64 ff7b80 586273 "
    "ffffff 6a4fc0 1d3a41",
    "light true": "- 24292f 5b6472 0b0f14 006a73 236b2a 7a5700 2a56c6 a83a00 b3212a a9b1bc "
    "1a1040 d6c9ff d5ecee",
    "dark-painted true": "161a20 d7dce4 98a2b3 f4f7fb 4fd1d9 8fd18a e8c65a 86abff ff9e64 ff7b80 "
    "586273 ffffff 6a4fc0 1d3a41",
    "light-painted true": "ffffff 24292f 5b6472 0b0f14 006a73 236b2a 7a5700 2a56c6 a83a00 b3212a "
    "a9b1bc 1a1040 d6c9ff d5ecee",
    "nord true": "2e3440 d8dee9 a7b1c2 eceff4 88c0d0 a3be8c ebcb8b 8fb4e0 e0967f e39aa1 5b6780 "
    "ffffff 6a4fc0 363f4d",
    "gruvbox true": "282828 ebdbb2 a89984 fbf1c7 8ec07c b8bb26 fabd2f 83a598 fe8019 fb6a55 665c54 "
    "ffffff 6a4fc0 32302f",
    "catppuccin true": "1e1e2e cdd6f4 9399b2 f5f7ff 94e2d5 a6e3a1 f9e2af 89b4fa fab387 f38ba8 "
    "585b70 ffffff 6a4fc0 363a4f",
    "solarized-dark true": "002b36 a8b6b8 8a9a9b eee8d5 35b5aa 9caf00 cf9f1a 4aa3e0 ea7a48 f0716c "
    "3f6670 ffffff 6a4fc0 073642",
    "solarized-light true": "fdf6e3 4d5f66 5f6e73 073642 0f7069 5c6800 7f5f00 1a699f b3400f "
    "c02724 b8b09a 1a1040 d6c9ff eee8d5",
}
SHADES: tuple[Shade, ...] = (
    "dark", "light", "any", "mono", "dark-painted", "light-painted", "nord", "gruvbox",
    "catppuccin", "solarized-dark", "solarized-light",
)  # fmt: skip
DEPTHS: tuple[Depth, ...] = ("16", "256", "true")


def _table(shade: Shade, depth: Depth) -> list[Color]:
    """Return the colors of a theme. Those with a background cannot paint it with sixteen colors,
    which the terminal chooses: they use those that are legible on any."""
    name = f"{shade} {depth}"
    if name not in _TABLES:
        name = f"any {depth}"
    return [
        None if word == "-" else int(word) if depth != "true" else word
        for word in _TABLES[name].split()
    ]


@cache
def palette(shade: Shade, depth: Depth = "256") -> dict[Role, Look]:
    """Return the style of each role. ``chosen`` is laid over the style of a role in the row
    under the cursor; without a background of its own it reverses text and background."""
    if shade == "mono":
        return _MONO
    _, *colors, match_text, match_background, chosen = _table(shade, depth)
    known: dict[Role, Color] = {}
    for roles, color in zip(_COLUMNS.values(), colors, strict=True):
        known |= dict.fromkeys(roles, color)
    looks = {
        role: look._replace(color=known.get(role), dim=look.dim and known.get(role) is None)
        for role, look in _MONO.items()
    }
    # Magenta is dark on black in many schemes.
    looks["warning"] = looks["warning"]._replace(bold=depth == "16")
    looks["selected"] = _selected(shade, depth, known["accent"])
    if chosen is not None:
        looks["chosen"] = Look(bold=True, background=chosen)
        looks["match"] = Look(match_text, bold=True, underline=True, background=match_background)
    return looks


def _selected(shade: Shade, depth: Depth, accent: Color) -> Look:
    """Return the style of a selected link: text on a block in the accent color."""
    text = own_background(shade, depth)[1]
    if text is None and depth != "16" and shade in ("dark", "light"):
        black, white = (16, 231) if depth == "256" else ("000000", "ffffff")
        text = black if shade == "dark" else white
    if text is None:
        return Look(accent, bold=True, reverse=True)
    return Look(text, bold=True, background=accent)


def own_background(shade: Shade, depth: Depth = "256") -> tuple[Color, Color]:
    """Return text and background of the whole screen; None, None for the terminal's own."""
    if shade == "mono":
        return None, None
    background, text, *_ = _table(shade, depth)
    return (text, background) if background is not None else (None, None)
