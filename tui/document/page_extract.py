"""A page without what few readers need: most notes, and more than the first related records."""

from __future__ import annotations

from tui.document import shared_labels
from tui.document.blocks import Block, Document, Figures, Heading, Links, Paragraph, Table
from tui.document.spans import plain_text
from tui.fast_namedtuple import NamedTuple

_MAX_LINKS = 5
"""Links of one kind of record that are kept."""
_KEPT_NOTES = {
    shared_labels.with_colon(text)
    for label in (shared_labels.SCOPE, shared_labels.DOUBT)
    for text in label
}
"""Labels of the notes that are always shown."""


class Extract(NamedTuple):
    """A page, how many notes it is without, and how many links to records."""

    document: Document
    notes: int
    links: int


def extract(document: Document) -> Extract:
    """Return a page without those of the editor's notes that do not decide what a figure can be
    compared with, without remarks on figures that are no warnings, and with the first links of each
    list."""
    blocks: list[Block] = []
    notes = links = 0
    in_notes, heading = False, Heading("")
    for block in document.blocks:
        if isinstance(block, Heading):
            in_notes = block.text in shared_labels.EDITOR
            heading = block
        if in_notes and isinstance(block, Paragraph) and block.spans[0].text in _KEPT_NOTES:
            blocks += [block] if heading in blocks else [heading, block]
        elif in_notes:
            notes += not isinstance(block, Heading)
        elif isinstance(block, Figures):
            rows = [
                row._replace(remarks=tuple(it for it in row.remarks if it[0].role == "warning"))
                for row in block.rows
            ]
            notes += sum(len(row.remarks) for row in block.rows)
            notes -= sum(len(row.remarks) for row in rows)
            blocks.append(Figures(tuple(rows)))
        elif isinstance(block, Table) and plain_text(block.heads[-1]) in shared_labels.NOTES:
            notes += sum(bool(row.cells[-1]) for row in block.rows)
            blocks.append(_without_last_column(block))
        elif isinstance(block, Links):
            links += len(block.items[_MAX_LINKS:])
            blocks.append(Links(block.items[:_MAX_LINKS]))
        else:
            blocks.append(block)
    return Extract(document._replace(blocks=tuple(blocks)), notes, links)


def _without_last_column(table: Table) -> Table:
    rows = tuple(row._replace(cells=row.cells[:-1]) for row in table.rows)
    return table._replace(heads=table.heads[:-1], rows=rows, prose=False)
