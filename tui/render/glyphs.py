"""The signs that are drawn around texts, for terminals with and without Unicode."""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple


class Glyphs(NamedTuple):
    """One cell each."""

    bullet: str
    bar: str
    bar_estimate: str
    bar_forecast: str
    rule: str
    edge: str
    cursor: str
    track: str = "╌"
    """What is left of a whole."""
    levels: str = "▁▂▃▄▅▆▇█"
    """Eight cells, from the lowest to the highest."""


UNICODE = Glyphs("•", "█", "▓", "░", "─", "│", "›")
ASCII = Glyphs("-", "#", "=", ".", "-", "|", ">", "-", "_.-~=+*#")
