"""What every strip goes through before it is drawn: no colours, or nothing that the terminal's
encoding lacks."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.text.encoding import encodable, unambiguous


class Colourless(LineFilter):
    """Drops every colour, Textual's own too; what is turned around or underlined stays so."""

    def apply(
        self,
        segments: list[Segment],
        background: Color,  # noqa: ARG002
    ) -> list[Segment]:
        """The same texts without colours."""
        return [
            Segment(text, style and _without_colour(style), control)
            for text, style, control in segments
        ]


def _without_colour(style: Style) -> Style:
    return style.without_color + Style(meta=style.meta) if style.meta else style.without_color


class Encodable(LineFilter):
    """Replaces what an encoding lacks, cell for cell, so that columns stay aligned."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(
        self,
        segments: list[Segment],
        background: Color,  # noqa: ARG002
    ) -> list[Segment]:
        """Texts that the encoding holds, of the same width."""
        return [
            Segment(encodable(text, self._encoding), style, control)
            for text, style, control in segments
        ]


class Unambiguous(LineFilter):
    """Replaces what the terminal would draw two cells wide where Textual counts one."""

    def apply(
        self,
        segments: list[Segment],
        background: Color,  # noqa: ARG002
    ) -> list[Segment]:
        """Texts of the same width in every terminal."""
        return [Segment(unambiguous(text), style, control) for text, style, control in segments]
