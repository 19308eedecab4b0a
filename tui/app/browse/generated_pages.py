"""Pages by their names: of records, and those that are made when they are asked for."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import COMPARISON, Location, generated_location
from tui.document import Block, Document, Paragraph, Span
from tui.document.link_target import comparison_target, record_target
from tui.store import Store
from tui.text.language import Language


def page_named(store: Store, name: str, language: Language) -> Document | None:
    """The page of a record, the overview, a comparison or the timeline, by ``Place.page``."""
    place = generated_location(name)
    if place is None:
        document = store.document(name, language)
        return _with_comparisons(store, name, document, language) if document else None
    make = _comparison if place.section == COMPARISON else _timeline
    return make(store, place, language)


def target_of(name: str) -> str:
    """What a link to a page says."""
    return name if generated_location(name) else record_target(name)


def _comparison(store: Store, place: Location, language: Language) -> Document | None:
    from tui.views import IncomparableError, UnknownSubjectError, comparison

    ids = [name for name in place.record.split(",") if name]
    try:
        return comparison(store, ids, language) if len(ids) > 1 else None
    except UnknownSubjectError:
        return None
    except IncomparableError as error:
        said = Paragraph((Span(error.reason.of(language), "warning"),))
        return Document(messages.COMPARISON.of(language), "", (said,))


def _timeline(store: Store, place: Location, language: Language) -> Document:
    from tui.views import timeline

    chosen = place.arranged.chosen
    types, years = chosen.get("type", ()), chosen.get("year", ())
    document = timeline(store, language, None, types, years)
    if not document.blocks:
        said = Paragraph((Span(messages.NOTHING_FITS.of(language), "muted"),))
        document = document._replace(blocks=(said,))
    return document


def _with_comparisons(
    store: Store, identity: str, document: Document, language: Language
) -> Document:
    """Behind each measure that it must not be confused with, a link that sets the two side by
    side."""
    rows = store.query("SELECT other FROM compare_with WHERE id = ?", (identity,))
    others = {record_target(row[0]): comparison_target((identity, row[0])) for row in rows}
    if not others:
        return document
    beside = messages.BESIDE.of(language)
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.bullet and block.spans[0].target in others:
            target = others.pop(block.spans[0].target)
            link = (Span(" "), Span(beside, "link", target))
            block = block._replace(spans=(*block.spans, *link))
        blocks.append(block)
    return document._replace(blocks=tuple(blocks))
