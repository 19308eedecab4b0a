"""The file around the pages: title, contents, references."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui.export import messages
from tui.export.collection import OVERVIEW, Collection, ExportedPage
from tui.export.markdown.anchors import Headings
from tui.export.markdown.blocks import PageContext, blocks
from tui.export.markdown.escaping import address, escaped, link
from tui.export.references import for_readers
from tui.store.bibliography import Reference


def markdown_file(collection: Collection) -> str:
    """The whole file."""
    first = Headings({})
    list(_parts(collection, first))  # once to learn the anchors, once to link to them
    parts = _parts(collection, Headings(first.written))
    return "\n\n".join(part for part in parts if part) + "\n"


def _parts(collection: Collection, headings: Headings) -> Iterator[str]:
    several = len(collection.pages) > 1
    edition = messages.EDITION.format(edition=collection.edition, as_of=collection.as_of)
    said = escaped(collection.of(edition))
    if several:
        yield headings.write(collection.title, 1)
        yield said
    number = 0
    opened = False
    for (_, title), pages in groupby(collection.pages, lambda page: page.section):
        for place, page in enumerate(pages):
            if several and not opened and page.id != OVERVIEW:
                yield headings.write(collection.of(messages.CONTENTS), 2)
                yield _contents(collection, headings)
                opened = True
            if collection.whole and not place and page.id != OVERVIEW:
                yield headings.write(title, 2)
            yield from _page(PageContext(collection, page, headings, number))
            number += len(page.document.quotes)
    if collection.references:
        yield headings.write(collection.of(messages.SOURCES), 2)
        yield "\n".join(f"- {_reference(collection, item)}" for item in collection.references)
    yield "" if several else f"{escaped(collection.title)}　{said}"
    yield escaped(collection.of(messages.ABOUT_FILE))


def _page(place: PageContext) -> Iterator[str]:
    collection, page = place.collection, place.page
    level = 3 if collection.whole else 2 if len(collection.pages) > 1 else 1
    if page.id == OVERVIEW:  # it bears the title of the file
        level = 1
    else:
        yield place.headings.write(page.document.title, level, page.id)
        disputed = place.of(messages.DISPUTED) if page.disputed else ""
        said = " · ".join(escaped(part) for part in (page.document.kind, disputed) if part)
        yield f"*{said}*" if said else ""
    yield from blocks(place, level + 1)


def _contents(collection: Collection, headings: Headings) -> str:
    lines = []
    pages = [page for page in collection.pages if page.id != OVERVIEW]
    for (_, title), found in groupby(pages, lambda page: page.section):
        if collection.whole:
            lines.append(f"- {escaped(title)}")
        indent = "  " if collection.whole else ""
        lines += [f"{indent}- {_entry(page, headings)}" for page in found]
    return "\n".join(lines)


def _entry(page: ExportedPage, headings: Headings) -> str:
    return link(escaped(page.document.title), f"#{headings.known.get(page.id, '')}")


def _reference(collection: Collection, reference: Reference) -> str:
    text = for_readers(reference, collection.language)
    before, found, after = text.partition(reference.url) if reference.url else (text, "", "")
    return escaped(before) + (address(found) if found else "") + after
