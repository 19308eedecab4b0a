"""Sections of a page that are folded away: their heading stays, with what it hides counted."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tui.document.blocks import (
    Block,
    Document,
    Fields,
    Figures,
    Heading,
    Links,
    Paragraph,
    Quotes,
    Table,
)


def section_names(document: Document) -> list[str]:
    """Return the headings of the sections of a page."""
    headings = (block for block in document.blocks if isinstance(block, Heading))
    return [heading.text for heading in headings if heading.level == 1]


def folded(document: Document, closed: Collection[str]) -> Document:
    """Return a page without what is below the headings in ``closed``."""
    if not closed or not any(name in closed for name in section_names(document)):
        return document
    return document._replace(blocks=tuple(_kept(document, closed)))


def _kept(document: Document, closed: Collection[str]) -> Iterator[Block]:
    heading: Heading | None = None
    hidden = 0
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            if heading:
                yield heading._replace(hidden=hidden)
            heading, hidden = (block if block.text in closed else None), 0
            if heading is None:
                yield block
        elif heading is None:
            yield block
        else:
            hidden += _items(block)
    if heading:
        yield heading._replace(hidden=hidden)


def _items(block: Block) -> int:
    match block:
        case Fields(rows) | Figures(rows) | Table(_, rows):
            return len(rows)
        case Links(items) | Quotes(items):
            return len(items)
        case Paragraph():
            return 0 if block.indent else 1
    return 0
