"""Lines: spans wrapped to a width in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document import Role, Span, Spans
from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.linebreak.breaker import break_text
from tui.text.width import cell_width, pad, truncate

if TYPE_CHECKING:
    from typing import TypeAlias

Line: TypeAlias = "tuple[Span, ...]"
"""One line of the screen."""

BLANK: Line = ()


def wrap(spans: Spans, width: int, hang: int = 0, lead: Line = ()) -> list[Line]:
    """Spans broken into lines of at most ``width`` cells. ``lead`` stands before the first line,
    ``hang`` spaces before every other one; both count."""
    text = "".join(span.text for span in spans)
    if not text:
        return [lead] if lead else []
    first = max(1, width - line_width(lead))
    indent: Line = (Span(" " * hang),) if hang else ()
    lines: list[Line] = []
    for start, end in break_text(text, max(1, width - hang), first):
        before = lead if not lines else indent
        lines.append((*before, *_slice(spans, start, end)))
    return lines


def _slice(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    at = 0
    for span in spans:
        text = span.text
        piece = text[max(0, start - at) : max(0, end - at)]
        if piece:
            yield span if piece == text else Span(piece, span.role, span.target)
        at += len(text)
        if at >= end:
            break


def line_width(line: Line) -> int:
    """Cells that a line takes."""
    return sum(cell_width(span.text) for span in line)


def padded(text: str, width: int, role: Role = "body", *, right: bool = False) -> Span:
    """A text cut or filled to exactly ``width`` cells."""
    return Span(pad(truncate(text, width), width, "right" if right else "left"), role)


def plain(line: Line) -> str:
    """The text of a line without trailing spaces."""
    return "".join(span.text for span in line).rstrip()
