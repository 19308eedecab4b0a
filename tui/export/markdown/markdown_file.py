"""Write a collection of pages as a Markdown file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui.document.link_target import OVERVIEW
from tui.export import messages
from tui.export.collection import Collection, ExportedPage
from tui.export.markdown.anchors import anchor, heading
from tui.export.markdown.markdown_page import MarkdownPage, blocks
from tui.export.markdown.markdown_text import address, escaped, link
from tui.export.references import for_readers
from tui.store.bibliography import Reference


def markdown_file(collection: Collection) -> str:
    """Return the file: title, contents, pages, references."""
    return "\n\n".join(part for part in _parts(collection) if part) + "\n"


def _parts(collection: Collection) -> Iterator[str]:
    several = len(collection.pages) > 1
    edition = messages.EDITION.format(edition=collection.edition, as_of=collection.as_of)
    edition_line = escaped(collection.of(edition))
    if several:
        yield heading(collection.title, 1)
        yield edition_line
    number = 0
    has_contents = False
    for (_, title), pages in groupby(collection.pages, lambda page: page.section):
        for index, page in enumerate(pages):
            if several and not has_contents and page.id != OVERVIEW:
                yield heading(collection.of(messages.CONTENTS), 2)
                yield _contents(collection)
                has_contents = True
            if collection.whole and not index and page.id != OVERVIEW:
                yield heading(title, 2)
            yield from _page(MarkdownPage(collection, page, number))
            number += len(page.document.quotes)
    if collection.references:
        yield heading(collection.of(messages.SOURCES), 2)
        yield "\n".join(f"- {_reference(collection, item)}" for item in collection.references)
    yield "" if several else f"{escaped(collection.title)}　{edition_line}"
    yield escaped(collection.of(messages.ABOUT_FILE))


def _page(context: MarkdownPage) -> Iterator[str]:
    collection, page = context.collection, context.page
    level = 3 if collection.whole else 2 if len(collection.pages) > 1 else 1
    if page.id == OVERVIEW:  # its title is that of the file
        level = 1
    else:
        yield heading(page.document.title, level, page.id)
        disputed = context.of(messages.DISPUTED) if page.disputed else ""
        subtitle = " · ".join(escaped(part) for part in (page.document.kind, disputed) if part)
        yield f"*{subtitle}*" if subtitle else ""
    yield from blocks(context, level + 1)


def _contents(collection: Collection) -> str:
    lines = []
    pages = [page for page in collection.pages if page.id != OVERVIEW]
    for (_, title), found in groupby(pages, lambda page: page.section):
        if collection.whole:
            lines.append(f"- {escaped(title)}")
        indent = "  " if collection.whole else ""
        lines += [f"{indent}- {_entry(page)}" for page in found]
    return "\n".join(lines)


def _entry(page: ExportedPage) -> str:
    return link(escaped(page.document.title), f"#{anchor(page.id)}")


def _reference(collection: Collection, reference: Reference) -> str:
    text = for_readers(reference, collection.language)
    before, found, after = text.partition(reference.url) if reference.url else (text, "", "")
    return escaped(before) + (address(found) if found else "") + after
