"""Choose the palette: by the user's theme and what the environment says of the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from tui.config import THEMES, Theme
from tui.render.palette import Depth, Shade

_LIGHT_BACKGROUNDS = frozenset({"7", "9", "10", "11", "12", "13", "14", "15"})
"""Background numbers in COLORFGBG that are light enough for dark text."""
_MONOCHROME_TERMINALS = ("dumb", "vt52", "vt100", "vt102", "vt220", "vt320", "ansi-m", "xterm-mono")


_SIXTEEN_COLORS = ("linux", "ansi", "cygwin", "cons25", "xterm-color", "rxvt")
"""Terminal types with at most sixteen colors, beside those whose name ends with -16color. The
program screen takes 256 whatever its type says."""


def theme_by_name(name: str) -> Theme | None:
    """Return the theme of that name; None if there is none."""
    return next((theme for theme in THEMES if theme == name), None)


def shade(theme: Theme, environ: Mapping[str, str]) -> Shade:
    """Return the palette for a theme.

    ``auto``: no colors if NO_COLOR (https://no-color.org) or TERM says so, else the palette of the
    background if COLORFGBG or TERM tells it, else the one for unknown backgrounds.
    """
    if theme != "auto":
        return theme
    term = environ.get("TERM", "")
    if environ.get("NO_COLOR") or term in _MONOCHROME_TERMINALS or term.endswith("-m"):
        return "mono"
    # Set by rxvt, Konsole and others: "15;0", or "15;default;0".
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    if background.isascii() and background.isdigit():
        return "light" if background in _LIGHT_BACKGROUNDS else "dark"
    return "dark" if term == "linux" else "any"  # the Linux console is black


def depth(environ: Mapping[str, str]) -> Depth:
    """Return how many colors the terminal has: true color if COLORTERM says so, else 256 unless
    TERM names a terminal with sixteen.

    SSH does not forward COLORTERM as a rule. The program screen does not remove it, though it has
    256 colors; tmux converts true color where it has to.
    """
    term = environ.get("TERM", "")
    if term in _SIXTEEN_COLORS or term.endswith("-16color"):
        return "16"
    has_true_color = environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
    if has_true_color and (not term.startswith("screen") or environ.get("TMUX")):
        return "true"
    return "true" if term.endswith("-direct") else "256"
