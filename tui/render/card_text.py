"""What stands on a card: a figure with its course, or the rows of a list."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Card, CardRow, Role, Span, Spans
from tui.render.column_chart import LEAST_CHART, column_chart, legend
from tui.render.glyphs import Glyphs
from tui.render.line_wrap import BLANK, Line, line_width, padded, wrap
from tui.text.width import cell_width, truncate

_STATUS_ROLES: dict[str, Role] = {"estimate": "estimate", "forecast": "forecast"}
_BAR_ROLES: dict[Role, Role] = {"estimate": "bar-estimate", "forecast": "bar-forecast"}
_MAX_ROW_LINES = 3
_CHART = 8
"""Lines of a chart where the window has no height."""
_SIGNS = ("!", "?")


def figure_card(card: Card, width: int, height: int, glyphs: Glyphs, below: int = 0) -> list[Line]:
    """Return a figure, its chart or else its earlier values, and what belongs to it: ``height``
    lines of ``width`` cells. Notes take lines that are left. ``below``: lines to leave below a
    chart, 0 for as many as the facts need: cards side by side have axes on one line."""
    role = _STATUS_ROLES.get(card.status, "figure")
    head: Line = (Span(card.figure, role, card.target),)
    lines = [_ends(head, (Span(card.period, "muted"),), width)]
    room = height - len(lines)
    columns = _chart(card, width, room, below or lines_below_chart(card, width, glyphs), glyphs)
    shown = [row for row in card.facts if not (columns and row.charted)]
    facts = [_row(row, width, glyphs) for row in shown]
    earlier = () if columns else card.rows
    values = [each for row in earlier for each in _row(row._replace(share=-1.0), width, glyphs)]
    remark = _remark(card, width)
    if columns and (len(remark) > 1 or sum(map(len, facts)) + len(remark) > room - len(columns)):
        remark = []  # the chart has the value that contradicts the figure
    room -= len(columns) + len(remark)
    rows = values[:room]
    if values and len(values) + len(earlier) + sum(map(len, facts)) <= room:
        rows = [each for row in earlier for each in _row_with_bar(row, width, glyphs)]
    if rows and len(rows) + sum(map(len, facts)) < room:
        rows.insert(0, BLANK)
    if facts and len(rows) + sum(map(len, facts)) < room:
        rows.append(BLANK)
    spare = room - len(rows) - sum(map(len, facts))
    before = ""
    for row, fact in zip(shown, facts, strict=True):
        is_first_sign = row.lead in _SIGNS and before not in _SIGNS
        if spare > 0 and rows[-1:] != [BLANK] and (is_first_sign or not columns):
            rows.append(BLANK)
            spare -= 1
        if len(rows) + len(fact) <= room:
            rows += fact
            before = row.lead
    for note in card.notes:
        left = room - len(rows) - 1
        words = wrap((Span(note, "muted"),), width) if left > 0 else []
        if 0 < len(words) <= left:
            rows += [BLANK, *words]
    rows += [BLANK] * (room - len(rows))
    return [_filled(line, width) for line in (*lines, *columns, *rows, *remark)]


def _chart(card: Card, width: int, room: int, below: int, glyphs: Glyphs) -> list[Line]:
    """Return the chart of a card and what its columns are, as low as it can be where there are
    ``below`` lines below."""
    if not card.series:
        return []
    marks = _marks(card, width, glyphs)
    least = max(room - below, LEAST_CHART)
    for height in range(least, room - len(marks) + 1):
        if lines := column_chart(card.series, width, height, glyphs, unit=card.series.unit):
            return [*lines, *marks]
    return []


def _marks(card: Card, width: int, glyphs: Glyphs) -> list[Line]:
    """Return what the columns of a chart are, unless all are reported."""
    if not card.series:
        return []
    special = tuple(point for point in card.series.points if point.status != "reported")
    series = card.series._replace(points=special, legend=())
    marks = legend(series, glyphs)
    if line_width(marks) > width:
        marks = legend(series._replace(unknown=()), glyphs)
    return [marks] if marks else []


def lines_below_chart(card: Card, width: int, glyphs: Glyphs) -> int:
    """Return how many lines the facts and what the columns are take below a chart; none without
    a chart."""
    if not card.series:
        return 0
    facts = sum(len(_row(row, width, glyphs)) for row in card.facts if not row.charted)
    return facts + len(_marks(card, width, glyphs))


def _remark(card: Card, width: int) -> list[Line]:
    """Return what contradicts the figure."""
    return wrap((Span(f"! {card.remark}", "warning"),), width, 2)[:2] if card.remark else []


def figure_height(card: Card, width: int, glyphs: Glyphs) -> int:
    """Return the lines of a figure with everything that belongs to it."""
    facts = sum(len(_row(row, width, glyphs)) for row in card.facts if not row.charted)
    course = _CHART if card.series else len(card.rows) + 1
    return 1 + course + len(_marks(card, width, glyphs)) + facts + len(_remark(card, width))


def _row(row: CardRow, width: int, glyphs: Glyphs) -> list[Line]:
    """Return a row: its lead at the left, its value at the right, and the period of the value
    between them or beside the gauge."""
    value = tuple(
        span._replace(
            role="row" if span.role == "body" else span.role, target=span.target or row.target
        )
        for span in row.spans
    )
    if row.lead in _SIGNS:
        return wrap(value, width, 2, (Span(f"{row.lead} ", "muted"),))
    period = f" {row.tail}" if row.tail else ""
    lead: Line = (Span(row.lead, "muted"),) if row.lead else ()
    if row.share >= 0:
        filled = round(min(100.0, row.share) / 100 * (width - cell_width(period)))
        rest = glyphs.rule * (width - cell_width(period) - filled)
        gauge = (Span(glyphs.gauge * filled, "bar"), Span(rest, "frame"), Span(period, "muted"))
    elif line_width(lead) + cell_width(period) + line_width(value) < width and period:
        lead = (*lead, Span(period, "muted"))
    if line_width(lead) + line_width(value) + 1 <= width:
        lines = [_ends(lead, value, width)]
    elif line_width(value) <= width:
        *above, last = wrap(lead, width)
        beside = line_width(last) + line_width(value) < width
        lines = [
            *above,
            *([_ends(last, value, width)] if beside else [last, _ends((), value, width)]),
        ]
    elif len(value) > 1 and line_width((*lead, value[-1])) < width:  # the status beside the lead
        lines = [_ends(lead, value[-1:], width)]
        lines += (_ends((), line, width) for line in wrap(value[:-1], width - 2))
    else:
        lines = [*wrap(lead, width), *(_ends((), line, width) for line in wrap(value, width - 2))]
    return [*lines, gauge] if row.share >= 0 else lines


def _row_with_bar(row: CardRow, width: int, glyphs: Glyphs) -> list[Line]:
    """Return an earlier value and a bar as long as its share of the largest one."""
    lines = _row(row._replace(share=-1.0), width, glyphs)
    if row.share < 0:
        return lines
    status = row.spans[0].role
    role: Role = _BAR_ROLES.get(status, "bar")
    return [*lines, (Span(glyphs.gauge * max(1, round(row.share / 100 * width)), role),)]


def list_rows(card: Card, width: int, height: int) -> list[list[Line]]:
    """Return the lines of each row of a list, and of its notes at the end, until they are more than
    ``height`` lines."""
    lead = max((cell_width(row.lead) for row in card.rows), default=0)
    rows: list[list[Line]] = []
    count = 0
    for row in card.rows:
        lines = row_lines(row, width, lead, in_full=card.full_tails)
        if len(lines) > _MAX_ROW_LINES and not card.sentences:
            lines = _cut(lines[:_MAX_ROW_LINES], width)
        rows.append(lines)
        count += len(lines)
        if count > height:
            return rows
    return [*rows, note_lines(card, width)]


def list_card(card: Card, rows: Sequence[list[Line]], width: int, height: int) -> list[Line]:
    """Return those of the rows that fit into ``height`` lines of ``width`` cells."""
    lines: list[Line] = []
    for of_row in rows:
        if len(lines) + len(of_row) > height:
            if card.sentences and height > len(lines):
                lines += _cut(of_row[: height - len(lines)], width)
            break
        lines += of_row
    lines += [BLANK] * (height - len(lines))
    return [_filled(line, width) for line in lines]


def note_lines(card: Card, width: int) -> list[Line]:
    """Return the notes below the rows of a list."""
    indent = max((cell_width(row.lead) + 2 for row in card.rows), default=0)
    lead: Line = (Span(" " * indent),) if card.notes else ()
    return [
        line for note in card.notes for line in wrap((Span(note, "muted"),), width, indent, lead)
    ]


def row_lines(row: CardRow, width: int, lead: int = 0, *, in_full: bool = False) -> list[Line]:
    """Return a row with all of its text, after a column of ``lead`` cells. ``in_full``: a tail that
    has no room at the right of the last line follows below it."""
    lead = max(lead, cell_width(row.lead))
    start: Line = (padded(row.lead, lead, "muted"), Span("  ")) if lead else ()
    lines = wrap(with_target(row), width, line_width(start), start)
    room = width - line_width(lines[-1]) - cell_width(row.tail)
    if row.tail and room >= 2:
        lines[-1] = (*lines[-1], Span(" " * room), Span(row.tail, "muted"))
    elif row.tail and in_full:
        indent = min(line_width(start), width // 2)
        below = wrap((Span(row.tail, "muted"),), width - indent)
        lines += [_ends((), line, width) for line in below]
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
