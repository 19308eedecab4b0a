"""Ground: what a page is made of.

A document is a title and a row of blocks (headings, paragraphs, figures, series, tables,
quotes, links), each made of spans of text that bear a role and may lead somewhere. It
knows neither width nor colour: those come with the reader. Compiling writes documents,
rendering lays them out; between the two they travel as JSON.
"""

from __future__ import annotations

from tui.document.spans import Role, Span, Spans, plain_text
from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.document.blocks import (
        Block,
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


_TRANSPORT = ("decode", "encode")


def __getattr__(name: str) -> object:
    """Blocks and their transport, when they are first asked for: a look-up needs but spans."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tui.document import blocks, codec

    return getattr(codec if name in _TRANSPORT else blocks, name)
