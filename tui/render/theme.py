"""Which palette fits: what the reader chose, else what the environment tells of the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.palette import Shade

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Theme: TypeAlias = "Literal['auto', 'dark', 'light', 'mono']"
"""What a reader can choose."""

THEMES: tuple[Theme, ...] = ("auto", "dark", "light", "mono")

_LIGHT_BACKGROUNDS = frozenset({"7", "9", "10", "11", "12", "13", "14", "15"})
"""Numbers of the palette that are light enough for dark text, as COLORFGBG names them."""
_COLOURLESS = ("dumb", "vt52", "vt100", "vt102", "vt220", "vt320", "ansi-m", "xterm-mono")


def named(name: str) -> Theme | None:
    """The theme of that name, if there is one."""
    return next((theme for theme in THEMES if theme == name), None)


def shade(theme: Theme, environ: Mapping[str, str]) -> Shade:
    """The palette for a chosen theme. ``auto``: none where NO_COLOR (https://no-color.org) or the
    terminal forbids colours, that of the background where it is known, else the one for any."""
    if theme != "auto":
        return theme
    term = environ.get("TERM", "")
    if environ.get("NO_COLOR") or term in _COLOURLESS or term.endswith("-m"):
        return "mono"
    # Set by rxvt, Konsole and others: "15;0", or "15;default;0".
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    if background.isascii() and background.isdigit():
        return "light" if background in _LIGHT_BACKGROUNDS else "dark"
    return "dark" if term == "linux" else "any"  # the console of Linux is black
