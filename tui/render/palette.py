"""How each role looks, in the sixteen colours that every terminal has.

Only the terminal's own colours are used, so that the user's own scheme is kept; no grey is asked
for. What is legible differs by background: yellow and cyan are not on white, blue and red are
not on black. So there is a palette for each, one for where nobody knows, and one without colours.
"""

from __future__ import annotations

from tui.document import Role
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Shade: TypeAlias = "Literal['dark', 'light', 'any', 'mono']"
"""The background that a palette is for; ``any``: unknown; ``mono``: no colours at all."""


class Look(NamedTuple):
    """``colour``: 0 to 15 of the terminal's palette; None for its default."""

    colour: int | None = None
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


def _tinted(
    names: int | None, reported: int | None, estimate: int, forecast: int
) -> dict[Role, Look]:
    """The palette without colours, and a few of them: ``names`` for heads, labels and marks of
    citations, the others for what they are called after."""
    colours: dict[Role, int | None] = {
        **dict.fromkeys(("heading", "label", "link", "cite", "bar"), names),
        "reported": reported,
        **dict.fromkeys(("estimate", "bar-estimate", "warning", "mark", "match"), estimate),
        **dict.fromkeys(("forecast", "bar-forecast"), forecast),
    }
    return {role: look._replace(colour=colours.get(role)) for role, look in _MONO.items()}


PALETTES: dict[Shade, dict[Role, Look]] = {
    "dark": _tinted(_CYAN, _GREEN, _YELLOW, _BRIGHT_MAGENTA),
    "light": _tinted(_BLUE, None, _RED, _MAGENTA),
    "any": _tinted(None, None, _RED, _BRIGHT_MAGENTA),
    "mono": _MONO,
}
