"""What is known of the terminal when the app starts."""

from __future__ import annotations

from typing import Any

from tui.fast_namedtuple import NamedTuple
from tui.render.palette import Depth, Shade


class TerminalCapabilities(NamedTuple):
    """What is known of the terminal.

    ``shade``: the palette that fits its background; ``depth``: how many colors it has;
    ``encoding``: of its input and output; ``ambiguous``: cells of characters of ambiguous width
    (UAX #11); ``early_input``: bytes read before the app started, without complete replies;
    ``awaits_attributes``: whether the reply to DA1 is still to come; ``attributes``: its modes
    (termios) before the start, if they were changed.
    """

    shade: Shade = "any"
    encoding: str = "utf-8"
    ambiguous: int = 1
    early_input: bytes = b""
    awaits_attributes: bool = False
    attributes: list[Any] | None = None
    depth: Depth = "256"
