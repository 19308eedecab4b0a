"""Write a collection of pages as a Markdown file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui.document.link_target import OVERVIEW
from tui.export import messages
from tui.export.collection import LANGUAGE_TAGS, Collection, ExportedPage
from tui.export.markdown.anchors import anchor, heading
from tui.export.markdown.front_matter import front_matter_block
from tui.export.markdown.markdown_page import MarkdownPage, blocks
from tui.export.markdown.markdown_text import address, escaped, link, strong
from tui.export.references import for_readers
from tui.store.bibliography import Reference


def markdown_file(collection: Collection, *, front_matter: bool = False) -> str:
    """Return the file: title, contents, pages, references. With front matter, its title stands
    there instead of in a heading, or programs would print it twice."""
    parts = list(_parts(collection, titled=not front_matter))
    if front_matter:
        parts.insert(0, _front_matter(collection))
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(collection: Collection) -> str:
    pages = collection.pages
    title = pages[0].document.title if len(pages) == 1 else collection.title
    return front_matter_block(title, LANGUAGE_TAGS[collection.language], collection.date)


def _parts(collection: Collection, *, titled: bool) -> Iterator[str]:
    several = len(collection.pages) > 1
    if several:
        yield heading(collection.title, 1) if titled else ""
        yield _edition(collection)
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
            has_heading = several or titled
            yield from _page(MarkdownPage(collection, page, number), has_heading=has_heading)
            number += len(page.document.quotes)
    if collection.references:
        yield heading(collection.of(messages.SOURCES), 2)
        yield "\n".join(f"- {_reference(collection, item)}" for item in collection.references)
    yield escaped(collection.of(messages.ABOUT_FILE))


def _edition(collection: Collection) -> str:
    edition = messages.EDITION.format(edition=collection.edition, data_to=collection.data_to)
    return escaped(collection.of(edition))


def _page(context: MarkdownPage, *, has_heading: bool) -> Iterator[str]:
    collection, page = context.collection, context.page
    level = 3 if collection.whole else 2 if len(collection.pages) > 1 else 1
    if page.id == OVERVIEW:  # its title is that of the file
        level = 1
    else:
        linked = page.id if len(collection.pages) > 1 else ""
        yield heading(page.document.title, level, linked) if has_heading else ""
        disputed = context.of(messages.DISPUTED) if page.disputed else ""
        subtitle = " · ".join(escaped(part) for part in (page.document.kind, disputed) if part)
        yield f"*{subtitle}*" if subtitle else ""
    if len(collection.pages) == 1:
        yield f"{escaped(collection.title)} · {_edition(collection)}"
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
    stop = collection.of(messages.STOP)
    name = strong(collection.of(reference.short), before="", after=stop[0])
    return name + stop + escaped(before) + (address(found) if found else "") + after
