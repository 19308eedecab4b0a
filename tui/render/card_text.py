"""What stands on a card: a figure with its course, or the rows of a list."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Card, CardRow, Role, Span, Spans
from tui.render.column_chart import column_chart
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import BLANK, Line, line_width, padded, wrap
from tui.text.width import cell_width, truncate

_STATUS_ROLES: dict[str, Role] = {"estimate": "estimate", "forecast": "forecast"}
_MAX_ROW_LINES = 3


def figure_card(card: Card, width: int, height: int, glyphs: Glyphs) -> list[Line]:
    """Return a figure, its chart or else its earlier values, and what contradicts it: ``height``
    lines of ``width`` cells."""
    role = _STATUS_ROLES.get(card.status, "figure")
    head: Line = (Span(card.figure, role, card.target),)
    lines = [_ends(head, (Span(card.period, "muted"),), width)]
    end = wrap((Span(f"! {card.remark}", "warning"),), width, 2)[:2] if card.remark else []
    room = height - len(lines) - len(end)
    columns: list[Line] = []
    if card.series:
        columns = column_chart(card.series, width, room - 3, glyphs)
    if columns:
        lines += columns
    else:
        lines += [BLANK, *_values(card, width, glyphs)][:room]
    lines = [*lines[: height - len(end)]]
    lines += [BLANK] * (height - len(end) - len(lines))
    return [_filled(line, width) for line in (*lines, *end)]


def _values(card: Card, width: int, glyphs: Glyphs) -> list[Line]:
    lines: list[Line] = []
    for number, row in enumerate(card.rows):
        gauged = card.share >= 0 and number == len(card.rows) - 1
        if gauged and number:
            lines.append(BLANK)
        left = (Span(row.lead, "muted"),) if row.lead else ()
        right = tuple(span._replace(target=row.target) for span in row.spans)
        if line_width(left) + line_width(right) + 1 > width:
            lines += [*wrap(left, width), *wrap(right, width, 2, (Span("  "),))]
        else:
            lines.append(_ends(left, right, width))
        if gauged:
            filled = round(min(100.0, card.share) / 100 * width)
            rest = glyphs.rule * (width - filled)
            lines.append((Span(glyphs.gauge * filled, "bar"), Span(rest, "frame")))
        if row.tail:
            lines.append((Span(truncate(row.tail, width), "muted"),))
    return lines


def list_card(card: Card, width: int, height: int) -> list[Line]:
    """Return the rows that fit into ``height`` lines of ``width`` cells."""
    lead = max((cell_width(row.lead) for row in card.rows), default=0)
    lines: list[Line] = []
    for row in card.rows:
        of_row = row_lines(row, width, lead)
        if len(of_row) > _MAX_ROW_LINES and not card.sentences:
            of_row = _cut(of_row[:_MAX_ROW_LINES], width)
        if len(lines) + len(of_row) > height:
            if card.sentences and height > len(lines):
                lines += _cut(of_row[: height - len(lines)], width)
            break
        lines += of_row
    lines += [BLANK] * (height - len(lines))
    return [_filled(line, width) for line in lines]


def row_lines(row: CardRow, width: int, lead: int = 0) -> list[Line]:
    """Return a row with all of its text, after a column of ``lead`` cells."""
    lead = max(lead, cell_width(row.lead))
    start: Line = (padded(row.lead, lead, "muted"), Span("  ")) if lead else ()
    lines = wrap(with_target(row), width, line_width(start), start)
    room = width - line_width(lines[-1]) - cell_width(row.tail)
    if row.tail and room >= 2:
        lines[-1] = (*lines[-1], Span(" " * room), Span(row.tail, "muted"))
    return lines


def _cut(lines: list[Line], width: int) -> list[Line]:
    """Return lines whose last one ends with an ellipsis."""
    *before, last = lines[-1]
    room = width - line_width(tuple(before)) - 2
    text = last.text if cell_width(last.text) <= room else truncate(last.text, room).rstrip("…")
    return [*lines[:-1], (*before, last._replace(text=f"{text.rstrip()} …"))]


def with_target(row: CardRow) -> Spans:
    """Return the text of a row, each span leading where the row leads."""
    role: Role = "row"
    return tuple(
        span._replace(
            role=role if span.role == "body" else span.role, target=span.target or row.target
        )
        for span in row.spans
    )


def table_of_figures(cards: Sequence[Card], width: int) -> list[Line]:
    """Return a line per figure: title, value, period, and what contradicts it if there is room."""
    titles = max((cell_width(card.title) for card in cards), default=0)
    values = max((cell_width(card.figure) for card in cards), default=0)
    periods = max((cell_width(card.period) for card in cards), default=0)
    lines: list[Line] = []
    for card in cards:
        role = _STATUS_ROLES.get(card.status, "figure")
        title = Span(card.title, "card", card.target)
        if titles + values + 4 > width:
            lines += wrap((title,), width, 2, (Span(" "),))
            value = (Span(f"{card.figure}  ", role), Span(card.period, "muted"))
            lines += wrap(value, width, 3, (Span("   "),))
            continue
        gap = Span(" " * (titles - cell_width(card.title) + 2))
        line: Line = (Span(" "), title, gap, padded(card.figure, values, role, right=True))
        if line_width(line) + 2 + periods <= width:
            line = (*line, Span("  "), padded(card.period, periods, "muted"))
        if card.remark and line_width(line) + 4 + cell_width(card.remark) <= width:
            line = (*line, Span("  "), Span(f"! {card.remark}", "warning"))
        elif card.tag and line_width(line) + 2 + cell_width(card.tag) <= width:
            line = (*line, Span("  "), Span(card.tag, "warning"))
        lines.append(line)
    return lines


def _ends(left: Line, right: Line, width: int) -> Line:
    """Return two texts at both ends of a line; the left one alone where they do not fit."""
    room = width - line_width(left) - line_width(right)
    if room < 1 and left:
        return (Span(truncate("".join(span.text for span in left), width), left[0].role),)
    return (*left, Span(" " * max(0, room)), *right)


def _filled(line: Line, width: int) -> Line:
    return (*line, Span(" " * (width - line_width(line))))
