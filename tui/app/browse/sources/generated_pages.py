"""Page documents by page id: compiled record pages, and generated comparisons, short briefs
and timelines."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import COMPARISON, SUBJECT, Location, generated_location
from tui.document import Block, Document, Paragraph, Span
from tui.document.link_target import comparison_target, record_target
from tui.store import Store
from tui.text.language import Language


def page_document(store: Store, page: str, language: Language) -> Document | None:
    """Return the document of a page id (``Location.page``); None where there is no such page."""
    location = generated_location(page)
    if location is None:
        document = store.document(page, language)
        return _with_comparison_links(store, page, document, language) if document else None
    generate = {COMPARISON: _comparison, SUBJECT: _short_brief}.get(location.section, _timeline)
    return generate(store, location, language)


def link_target(page: str) -> str:
    """Return the target of a link to a page id."""
    return page if generated_location(page) else record_target(page)


def _comparison(store: Store, location: Location, language: Language) -> Document | None:
    from tui.views import IncomparableError, UnknownSubjectError, comparison

    ids = [name for name in location.record.split(",") if name]
    try:
        return comparison(store, ids, language) if len(ids) > 1 else None
    except UnknownSubjectError:
        return None
    except IncomparableError as error:
        reason = Paragraph((Span(error.reason.of(language), "title"),))
        return Document(messages.COMPARISON.of(language), "", (reason,))


def _short_brief(store: Store, location: Location, language: Language) -> Document | None:
    from tui.views import facet_choices
    from tui.views.subject_brief import subject_brief

    tags = {choice.value for choice in facet_choices(store, "tag")}
    return subject_brief(store, location.record, language) if location.record in tags else None


def _timeline(store: Store, location: Location, language: Language) -> Document:
    from tui.views import timeline

    selected = location.list_query.selected
    types, years = selected.get("type", ()), selected.get("year", ())
    document = timeline(store, language, types, years)
    if not document.blocks:
        hint = Paragraph((Span(messages.NO_MATCHES.of(language), "muted"),))
        document = document._replace(blocks=(hint,))
    return document


def _with_comparison_links(
    store: Store, identity: str, document: Document, language: Language
) -> Document:
    """Put a link to the comparison behind each measure listed as not comparable with this one."""
    rows = store.query("SELECT other FROM compare_with WHERE id = ?", (identity,))
    targets = {record_target(row[0]): comparison_target((identity, row[0])) for row in rows}
    if not targets:
        return document
    label = messages.BESIDE.of(language)
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.bullet and block.spans[0].target in targets:
            target = targets.pop(block.spans[0].target)
            link = (Span(" "), Span(label, "link", target))
            block = block._replace(spans=(*block.spans, *link))
        blocks.append(block)
    return document._replace(blocks=tuple(blocks))
