"""``medbrief brief``: a narrative, or the list of them; ``medbrief disagreements``."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.commands import listing, show
from tui.cli.output import put_lines
from tui.cli.settings import Settings
from tui.document import Figures, Span
from tui.render.layout import lay_out
from tui.render.lines import BLANK, Line
from tui.render.listing import listing as list_lines
from tui.store import Store


def run_brief(store: Store, options: Namespace, settings: Settings) -> int:
    """Print the narrative of that name; without a name, which ones there are."""
    if options.id:
        return show.run(store, options, settings, kind="brief")
    return listing.run(store, Namespace(command="list", kind="brief", json=options.json), settings)


def run_disagreements(store: Store, options: Namespace, settings: Settings) -> int:
    """Print measures on which sources disagree, side by side, then disputed statements."""
    if options.json:
        wanted = Namespace(command="list", kind="disagreement", json=True)
        return listing.run(store, wanted, settings)
    language = settings.language
    lines: list[Line] = []
    section = next(item for item in store.sections() if item.kind == "disagreement")
    rows = store.rows(section.id, language)
    claims = []
    for row in rows:
        document = store.document(row.id, language)
        if document and any(isinstance(block, Figures) for block in document.blocks):
            lines += [*lay_out(document, settings.width, settings.glyphs), BLANK]
        else:
            claims.append(row.cells)
    if claims:
        lines.append((Span(section.title.of(language), "heading"),))
        width = settings.width if settings.fixed else None
        lines += list_lines(section.columns(language), claims, width)
    put_lines(lines, settings)
    return 0 if lines else 1
