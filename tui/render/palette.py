"""The style of each role in the sixteen ANSI colors.

Only the terminal's own colors are used, which keeps the user's color scheme; bright black is
avoided. Legibility depends on the background: yellow and cyan are illegible on white, blue and red
on black. So there is a palette for dark and for light backgrounds, one for unknown backgrounds, and
one without colors.
"""

from __future__ import annotations

from tui.document import Role
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Shade: TypeAlias = "Literal['dark', 'light', 'any', 'mono']"
"""The background a palette is for; ``any``: unknown; ``mono``: no colors."""


class Look(NamedTuple):
    """A text style. ``color``, ``background``: of the 256 colors; None for the terminal's own."""

    color: int | None = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    background: int | None = None


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
    "quote": Look(italic=True),
    "mark": Look(bold=True),
    "link": Look(underline=True),
    "cite": Look(underline=True),
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
    "match": Look(bold=True, underline=True),
}


class _Colors(NamedTuple):
    """The colors of a background: each has one meaning."""

    text: int | None
    muted: int
    heading: int | None
    accent: int
    used: int
    estimate: int
    forecast: int
    disputed: int
    border: int
    match: tuple[int | None, int | None]
    chosen: int | None


_DARK = _Colors(253, 248, 231, 80, 114, 185, 111, 215, 241, (231, 61), 237)
_LIGHT = _Colors(235, 241, 233, 23, 22, 58, 26, 94, 249, (17, 189), 254)
_ANY = _Colors(None, 243, None, 30, 28, 94, 27, 166, 243, (None, None), None)
"""Readable on black and on white."""


def _palette(colors: _Colors) -> dict[Role, Look]:
    known: dict[Role, int | None] = {
        **dict.fromkeys(("body", "reported", "quote", "link", "row"), colors.text),
        **dict.fromkeys(("muted", "label"), colors.muted),
        **dict.fromkeys(("title", "heading", "figure", "card", "fold"), colors.heading),
        **dict.fromkeys(("accent", "mark", "cite"), colors.accent),
        **dict.fromkeys(("bar", "used"), colors.used),
        **dict.fromkeys(("estimate", "bar-estimate"), colors.estimate),
        **dict.fromkeys(("forecast", "bar-forecast"), colors.forecast),
        "warning": colors.disputed,
        **dict.fromkeys(("rule", "frame"), colors.border),
    }
    looks = {
        role: look._replace(color=known.get(role), dim=look.dim and role not in known)
        for role, look in _MONO.items()
    }
    looks["warning"] = looks["warning"]._replace(bold=False)
    if colors.chosen is not None:
        looks["chosen"] = Look(bold=True, background=colors.chosen)
        text, background = colors.match
        looks["match"] = Look(text, bold=True, underline=True, background=background)
    return looks


PALETTES: dict[Shade, dict[Role, Look]] = {
    "dark": _palette(_DARK),
    "light": _palette(_LIGHT),
    "any": _palette(_ANY),
    "mono": _MONO,
}
