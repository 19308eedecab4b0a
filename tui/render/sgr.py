"""Lines as text for a terminal, with or without SGR sequences (ECMA-48)."""

from __future__ import annotations

from collections.abc import Iterable

from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.line_wrap import Line, plain

if TYPE_CHECKING:
    from tui.document import Role
    from tui.render.palette import Color, Depth, Look, Shade


def to_text(
    lines: Iterable[Line], *, color: bool, shade: Shade = "any", depth: Depth = "256"
) -> str:
    """Return the lines as one text, each ending with a newline, in the palette of ``shade`` and
    ``depth``. Control characters in the lines are removed: a terminal would execute them."""
    lines = map(_printable, lines)
    if not color:
        return "".join(plain(line) + "\n" for line in lines)
    from tui.render.palette import palette  # not needed for plain text

    looks = palette(shade, depth)
    return "".join(_colored(line, looks) + "\n" for line in lines)


def _printable(line: Line) -> Line:
    if plain(line).isprintable():
        return line
    from tui.text.control_characters import without_controls  # rarely needed

    return tuple(span._replace(text=without_controls(span.text)) for span in line)


def _colored(line: Line, palette: dict[Role, Look]) -> str:
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
    if look.color is not None:
        codes.append(_color_code(look.color, 30))
    if look.background is not None:
        codes.append(_color_code(look.background, 40))
    return ";".join(codes)


def _color_code(color: Color, base: int) -> str:
    """Return the SGR parameters of a color; ``base``: 30 for text, 40 for its background."""
    if isinstance(color, str):
        return ";".join(map(str, (base + 8, 2, *bytes.fromhex(color))))
    if color is None:
        return str(base + 9)
    if color < 16:
        return str(base + color if color < 8 else base + 60 + color - 8)
    return f"{base + 8};5;{color}"
