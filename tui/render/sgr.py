"""Lines as text for a terminal: SGR sequences (ECMA-48), or none."""

from __future__ import annotations

from collections.abc import Iterable

from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.line_wrap import Line, plain

if TYPE_CHECKING:
    from tui.document import Role
    from tui.render.palette import Look, Shade


def to_text(lines: Iterable[Line], *, colour: bool, shade: Shade = "any") -> str:
    """The lines joined, each with its line end; ``shade``: the palette of what is coloured."""
    if not colour:
        return "".join(plain(line) + "\n" for line in lines)
    from tui.render.palette import PALETTES  # plain text needs none of it

    return "".join(_coloured(line, PALETTES[shade]) + "\n" for line in lines)


def _coloured(line: Line, palette: dict[Role, Look]) -> str:
    parts = []
    rest = len(plain(line))
    for span in line:
        text = span.text[:rest]
        rest -= len(text)
        codes = _codes(palette[span.role])
        parts.append(f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text)
    return "".join(parts)


def _codes(look: Look) -> str:
    codes = []
    if look.bold:
        codes.append("1")
    if look.dim:
        codes.append("2")
    if look.italic:
        codes.append("3")
    if look.underline:
        codes.append("4")
    if look.reverse:
        codes.append("7")
    if look.colour is not None:
        codes.append(str((30 if look.colour < 8 else 82) + look.colour))
    return ";".join(codes)
