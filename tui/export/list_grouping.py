"""Blocks as files need them: bulleted paragraphs gathered into lists, with what hangs on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from tui.document import Block, Heading, Paragraph, Spans


class Item(NamedTuple):
    """An item of a list and the paragraphs that belong under it."""

    spans: Spans
    under: tuple[Spans, ...] = ()


class Items(NamedTuple):
    """A list. ``first``: the number of its first item, 0 for one that is not numbered."""

    items: tuple[Item, ...]
    first: int = 0


Group: TypeAlias = Block | Items


def grouped(blocks: Iterable[Block]) -> Iterator[Group]:
    """The blocks in order, neighbouring items of a list as one list, no level of headings left
    out on the way down."""
    gathered: list[Item] = []
    first = level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            block = block._replace(level=level)
        if isinstance(block, Paragraph) and block.bullet:
            number = int(block.bullet) if block.bullet.isdecimal() else 0
            if gathered and bool(number) != bool(first):
                yield Items(tuple(gathered), first)
                gathered = []
            if not gathered:
                first = number
            gathered.append(Item(block.spans))
        elif isinstance(block, Paragraph) and block.indent and gathered:
            last = gathered[-1]
            gathered[-1] = last._replace(under=(*last.under, block.spans))
        else:
            if gathered:
                yield Items(tuple(gathered), first)
                gathered = []
            yield block
    if gathered:
        yield Items(tuple(gathered), first)
