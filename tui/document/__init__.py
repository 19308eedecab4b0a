"""Pages: a title and a sequence of blocks.

Blocks (headings, paragraphs, figures, series, tables, quotes, links) consist of spans of text;
a span has a role and, where it is a link, a target. A document has neither width nor color: these
come with the reader. Compiling writes documents, rendering lays them out; briefing.db stores them
as JSON.
"""

from __future__ import annotations

from tui.document.spans import Role, Span, Spans, plain_text
from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.document.blocks import (
        Block,
        Card,
        CardRow,
        Cards,
        Cell,
        Document,
        Fields,
        FigureRow,
        Figures,
        Heading,
        Link,
        Links,
        Paragraph,
        Point,
        Quote,
        Quotes,
        Series,
        Table,
        TableRow,
    )
    from tui.document.codec import decode, encode

__all__ = [
    "Block",
    "Card",
    "CardRow",
    "Cards",
    "Cell",
    "Document",
    "Fields",
    "FigureRow",
    "Figures",
    "Heading",
    "Link",
    "Links",
    "Paragraph",
    "Point",
    "Quote",
    "Quotes",
    "Role",
    "Series",
    "Span",
    "Spans",
    "Table",
    "TableRow",
    "decode",
    "encode",
    "plain_text",
]


_CODEC = ("decode", "encode")


def __getattr__(name: str) -> object:
    """Import blocks and codec at first use. A lookup needs spans only and would be 27 % slower with
    them (CPU time of 60 interleaved runs)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tui.document import blocks, codec

    return getattr(codec if name in _CODEC else blocks, name)
