"""Wrap spans into lines of a width in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document import Role, Span, Spans
from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.linebreak import break_text
from tui.text.width import cell_width, pad, truncate

if TYPE_CHECKING:
    from typing import TypeAlias

Line: TypeAlias = "tuple[Span, ...]"
"""One line of the screen."""

BLANK: Line = ()
PART_GAP = "  "
"""What separates the parts of a line: figure, period and status."""


def wrap(spans: Spans, width: int, hang: int = 0, lead: Line = ()) -> list[Line]:
    """Break spans into lines of at most ``width`` cells.

    ``lead`` precedes the first line, ``hang`` spaces precede every other one; both count.
    """
    text = "".join(span.text for span in spans)
    if not text:
        return [lead] if lead else []
    first = max(1, width - line_width(lead))
    indent: Line = (Span(" " * hang),) if hang else ()
    lines: list[Line] = []
    if any(span.role == "cite" for span in spans):
        text = _with_attached_marks(spans, width // 2)
    for start, end in break_text(text, max(1, width - hang), first):
        before = lead if not lines else indent
        lines.append((*before, *_slice(spans, start, end)))
    return lines


def wrap_title(spans: Spans, width: int) -> list[Line]:
    """Break a title into as few lines as ``width`` allows, the last of which is no single word but
    at least a quarter of ``width`` where words of the line before can be moved there."""
    lines = wrap(spans, width)
    if len(lines) < 2:
        return lines
    for narrower in range(width, width // 2, -1):
        found = wrap(spans, narrower)
        if len(found) > len(lines):
            break
        if line_width(found[-1]) > width // 4:
            return found
    return lines


def wrap_parts(spans: Spans, width: int) -> list[Line]:
    """Break a line of parts, with two spaces between them, where a part begins: only one that is
    wider than ``width`` is itself divided. Citation marks stay with the part before them."""
    lines: list[Line] = []
    line: Line = ()
    for part in _parts(spans):
        joined = (*line, Span(PART_GAP), *part) if line else part
        if line_width(joined) <= width:
            line = joined
            continue
        lines += [line] if line else []
        *whole, line = wrap(part, width)
        lines += whole
    return [*lines, line] if line else lines


def _parts(spans: Spans) -> Iterator[Line]:
    """Yield the parts between two spaces, each with the citation marks after it."""
    part: list[Span] = []
    is_open = True
    for span in spans:
        for number, text in enumerate(span.text.split(PART_GAP)):
            is_open &= not number
            if not text:
                continue
            if not is_open and part and span.role != "cite":
                yield tuple(part)
                part = []
            elif not is_open and part:
                part.append(Span(PART_GAP))
            is_open = True
            part.append(Span(text, span.role, span.target))
    if part:
        yield tuple(part)


def _with_attached_marks(spans: Spans, most: int) -> str:
    """Return the text with closing brackets in place of citation marks: like these, a mark is not
    the first of a line. After ``most`` cells of marks a line may end between two."""
    texts: list[str] = []
    marks = 0
    for span in spans:
        marks = marks + len(span.text) if span.role == "cite" else 0
        texts.append("]" * len(span.text) if texts and 0 < marks <= most else span.text)
    return "".join(texts)


def _slice(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    position = 0
    for span in spans:
        text = span.text
        piece = text[max(0, start - position) : max(0, end - position)]
        if piece:
            yield span if piece == text else Span(piece, span.role, span.target)
        position += len(text)
        if position >= end:
            break


def line_width(line: Line) -> int:
    """Return the width of a line in cells."""
    return sum(cell_width(span.text) for span in line)


def padded(text: str, width: int, role: Role = "body", *, right: bool = False) -> Span:
    """Return a text truncated or padded to exactly ``width`` cells."""
    return Span(pad(truncate(text, width), width, "right" if right else "left"), role)


def plain(line: Line) -> str:
    """Return the text of a line without trailing spaces."""
    return "".join(span.text for span in line).rstrip()
