"""Each kind of block as HTML."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

from tui.document import (
    Fields,
    FigureRow,
    Figures,
    Heading,
    Links,
    Paragraph,
    Quotes,
    Series,
    plain_text,
)
from tui.export import messages
from tui.export.html.chart import chart
from tui.export.html.escaping import element
from tui.export.html.evidence import evidence
from tui.export.html.page_anchors import PageAnchors
from tui.export.list_grouping import Items, grouped


def blocks(place: PageAnchors, level: int) -> str:
    """The blocks of a page. ``level``: of its headings of level 1."""
    return "\n".join(
        _WRITERS[type(group)](place, group, level) for group in grouped(place.page.document.blocks)
    )


def _heading(place: PageAnchors, block: Heading, level: int) -> str:
    name = f"h{min(level + block.level - 1, 6)}"
    return element(name, place.said(block.text), class_="part" if block.level == 1 else "")


def _paragraph(place: PageAnchors, block: Paragraph, _: int) -> str:
    return element("p", place.spans(block.spans), class_="under" if block.indent else "")


def _items(place: PageAnchors, block: Items, _: int) -> str:
    items = []
    for item in block.items:
        under = "".join(element("p", place.spans(spans)) for spans in item.under)
        items.append(element("li", place.spans(item.spans) + under))
    start = str(block.first) if block.first > 1 else ""
    return element("ol" if block.first else "ul", "\n".join(items), start=start)


def _fields(place: PageAnchors, block: Fields, _: int) -> str:
    rows = [
        element("dt", place.said(label)) + element("dd", place.spans(spans))
        for label, spans in block.rows
    ]
    return element("dl", "\n".join(rows))


def _figures(place: PageAnchors, block: Figures, _: int) -> str:
    heads = (messages.PERIOD, messages.VALUE, messages.STATUS, messages.EVIDENCE)
    head = "".join(element("th", place.of(label), scope="col") for label in heads)
    bodies = [
        element("tbody", _label(place, label) + "".join(_row(place, row) for row in rows))
        for label, rows in groupby(block.rows, lambda row: row.label)
    ]
    return element("table", element("thead", element("tr", head)) + "\n" + "\n".join(bodies))


def _label(place: PageAnchors, label: str) -> str:
    if not label:
        return ""
    return element("tr", element("th", place.said(label), colspan="4", scope="rowgroup"))


def _row(place: PageAnchors, row: FigureRow) -> str:
    status = element("span", place.said(row.status_words), class_=row.status)
    if row.rank_words:
        status += " " + element("span", place.said(row.rank_words), class_="warning")
    cells = [
        element("td", place.said(row.period)),
        element("td", place.said(row.value), class_="value"),
        element("td", status),
        element("td", " ".join(place.mark(number) for number in row.cites)),
    ]
    lines = [element("tr", "".join(cells))]
    for remark in row.remarks:
        if plain_text(remark):
            inner = element("td", place.spans(remark), colspan="4")
            lines.append(element("tr", inner, class_="remark"))
    return "\n".join(lines)


def _links(place: PageAnchors, block: Links, _: int) -> str:
    items = []
    for link in block.items:
        why = " " + element("span", place.said(link.why), class_="muted") if link.why else ""
        items.append(element("li", place.link(link.target, place.said(link.title)) + why))
    return element("ul", "\n".join(items), class_="links")


def _series(place: PageAnchors, block: Series, _: int) -> str:
    return chart(place, block)


def _quotes(place: PageAnchors, block: Quotes, _: int) -> str:
    return evidence(place, block)


_WRITERS: dict[type, Callable[[PageAnchors, Any, int], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Fields: _fields,
    Figures: _figures,
    Series: _series,
    Quotes: _quotes,
    Links: _links,
}
