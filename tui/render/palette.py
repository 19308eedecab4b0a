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
    """A text style. ``color``: ANSI color 0 to 15; None for the terminal's default."""

    color: int | None = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


_RED, _GREEN, _YELLOW, _BLUE, _MAGENTA, _CYAN = 1, 2, 3, 4, 5, 6
_BRIGHT_MAGENTA = 13

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
    "cite": Look(),
    "bar": Look(),
    "bar-estimate": Look(),
    "bar-forecast": Look(),
    "rule": Look(dim=True),
    "chosen": Look(reverse=True),
    "match": Look(bold=True, underline=True),
}


def _with_colors(
    names: int | None, reported: int | None, estimate: int, forecast: int
) -> dict[Role, Look]:
    """Return the palette without colors plus some: ``names`` is the color of headings, labels and
    citation marks; the others are those of the status they are named after."""
    colors: dict[Role, int | None] = {
        **dict.fromkeys(("heading", "label", "link", "cite", "bar"), names),
        "reported": reported,
        **dict.fromkeys(("estimate", "bar-estimate", "warning", "mark", "match"), estimate),
        **dict.fromkeys(("forecast", "bar-forecast"), forecast),
    }
    return {role: look._replace(color=colors.get(role)) for role, look in _MONO.items()}


PALETTES: dict[Shade, dict[Role, Look]] = {
    "dark": _with_colors(_CYAN, _GREEN, _YELLOW, _BRIGHT_MAGENTA),
    "light": _with_colors(_BLUE, None, _RED, _MAGENTA),
    "any": _with_colors(None, None, _RED, _BRIGHT_MAGENTA),
    "mono": _MONO,
}
