"""How each role looks, in the sixteen colours that every terminal has.

Only the terminal's own colours are used, so that a light or dark background and the
user's own scheme keep their contrast; no grey is asked for.
"""

from __future__ import annotations

from tui.document import Role
from tui.tuples import NamedTuple


class Look(NamedTuple):
    """``colour``: 0 to 7 of the terminal's palette; None for its default."""

    colour: int | None = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False


_RED, _GREEN, _YELLOW, _BLUE, _MAGENTA, _CYAN = 1, 2, 3, 4, 5, 6

PALETTE: dict[Role, Look] = {
    "body": Look(),
    "title": Look(bold=True),
    "heading": Look(_CYAN, bold=True),
    "label": Look(_CYAN),
    "muted": Look(dim=True),
    "figure": Look(bold=True),
    "reported": Look(_GREEN),
    "estimate": Look(_YELLOW),
    "forecast": Look(_MAGENTA),
    "warning": Look(_YELLOW, bold=True),
    "quote": Look(italic=True),
    "mark": Look(_YELLOW),
    "link": Look(_BLUE, underline=True),
    "cite": Look(_CYAN),
    "bar": Look(_CYAN),
    "bar-estimate": Look(_YELLOW),
    "bar-forecast": Look(_MAGENTA),
    "rule": Look(dim=True),
    "chosen": Look(reverse=True),
    "match": Look(_YELLOW, bold=True, underline=True),
}
