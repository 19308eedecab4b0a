"""Group bulleted paragraphs into lists, as HTML and Markdown need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from tui.document import Block, Cards, Heading, Paragraph, Spans


class Item(NamedTuple):
    """A list item, and the indented paragraphs below it."""

    spans: Spans
    under: tuple[Spans, ...] = ()


class Items(NamedTuple):
    """A list. ``first``: the number of its first item; 0 for a bulleted list."""

    items: tuple[Item, ...]
    first: int = 0


Group: TypeAlias = Block | Items


def grouped(blocks: Iterable[Block]) -> Iterator[Group]:
    """Yield the blocks in order, neighboring list items as one list.

    Heading levels never skip one on the way down, as WCAG 2 recommends.
    """
    items: list[Item] = []
    first = level = 0
    for block in blocks:
        if isinstance(block, Cards):  # a file has the other blocks of the page
            continue
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            block = block._replace(level=level)
        if isinstance(block, Paragraph) and block.bullet:
            number = int(block.bullet) if block.bullet.isdecimal() else 0
            if items and bool(number) != bool(first):
                yield Items(tuple(items), first)
                items = []
            if not items:
                first = number
            items.append(Item(block.spans))
        elif isinstance(block, Paragraph) and block.indent and items:
            last = items[-1]
            items[-1] = last._replace(under=(*last.under, block.spans))
        else:
            if items:
                yield Items(tuple(items), first)
                items = []
            yield block
    if items:
        yield Items(tuple(items), first)
