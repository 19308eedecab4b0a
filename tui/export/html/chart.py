"""A series as bars: drawn for the eye, with every period, value and status in text beside it."""

from __future__ import annotations

from tui.document import Point, Series
from tui.export import messages
from tui.export.html.escaping import element, escaped
from tui.export.html.page_anchors import PageAnchors

_FULL = 100.0


def chart(place: PageAnchors, block: Series) -> str:
    """Horizontal bars from zero. Empty boxes with a width: no picture, no script; a screen reader
    hears the list without them."""
    largest = max((block.top, *(abs(point.size) for point in block.points)))
    rows = "\n".join(_row(place, point, largest) for point in block.points)
    unit = place.collection.of(messages.UNIT.format(unit=block.unit))
    caption = element("figcaption", place.said(unit)) if block.unit else ""
    notes = "".join(element("p", place.said(note), class_="muted") for note in block.notes)
    return element("figure", caption + element("ol", rows) + notes, class_="chart")


def _row(place: PageAnchors, point: Point, largest: float) -> str:
    share = abs(point.size) / largest * _FULL if largest else 0.0
    bar = f'<span class="bar {escaped(point.status)}" style="width:{share:.1f}%"></span>'
    value = place.said(point.label)
    if point.status != "reported":
        value += " " + element("span", place.said(point.status_words), class_=point.status)
    if point.caveat:
        value += " " + element("span", place.said(point.caveat), class_="muted")
    return element(
        "li",
        element("span", place.said(point.period), class_="period")
        + " "
        + element("span", bar, class_="track", aria_hidden="true")
        + " "
        + element("span", value, class_="value"),
    )
