"""The file around the pages: head, contents, references."""

from __future__ import annotations

from importlib import resources
from itertools import groupby

from tui.export import messages
from tui.export.collection import OVERVIEW, Collection, ExportedPage
from tui.export.html.blocks import blocks
from tui.export.html.escaping import LANGUAGE_TAGS, element, escaped, said
from tui.export.html.evidence import reference_item
from tui.export.html.page_anchors import PageAnchors

_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="medbrief">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
"""


def html_file(collection: Collection) -> str:
    """The whole file."""
    several = len(collection.pages) > 1
    title = collection.title if several else collection.pages[0].document.title
    head = _HEAD.format(
        language=LANGUAGE_TAGS[collection.language],
        title=escaped(title if several else f"{title} · {collection.title}"),
        style=resources.files("tui.export.html").joinpath("style.css").read_text("utf-8"),
    )
    parts = [_top(collection, several=several)]
    if several and not collection.whole:
        parts.append(_contents(collection))
    parts += [_main(collection), _references(collection), _foot(collection)]
    return head + "\n".join(part for part in parts if part) + "\n</body>\n</html>\n"


def _top(collection: Collection, *, several: bool) -> str:
    name = said(collection.title, collection.language)
    edition = messages.EDITION.format(edition=collection.edition, as_of=collection.as_of)
    inner = element("h1", name) if several else element("p", name, class_="briefing")
    return element(
        "header",
        inner
        + "\n"
        + element("p", said(collection.of(edition), collection.language), class_="muted"),
    )


def _contents(collection: Collection) -> str:
    """The pages by name; of a whole briefing by section, each folded up until it is opened."""
    parts = [element("h2", escaped(collection.of(messages.CONTENTS)))]
    pages = [page for page in collection.pages if page.id != OVERVIEW]
    if not collection.whole:
        parts.append(_list(collection, pages))
    else:
        for (_, title), found in groupby(pages, lambda page: page.section):
            parts.append(_folded(collection, title, list(found)))
    name = escaped(collection.of(messages.CONTENTS))
    return element("nav", "\n".join(parts), aria_label=name)


def _folded(collection: Collection, title: str, pages: list[ExportedPage]) -> str:
    count = element("span", str(len(pages)), class_="muted")
    summary = element("summary", f"{escaped(title)} {count}")
    return element("details", f"{summary}\n{_list(collection, pages)}")


def _list(collection: Collection, pages: list[ExportedPage]) -> str:
    return element("ul", "\n".join(_entry(collection, page) for page in pages))


def _entry(collection: Collection, page: ExportedPage) -> str:
    link = element("a", said(page.document.title, collection.language), href=f"#{escaped(page.id)}")
    return element("li", link + _disputed(collection, page))


def _disputed(collection: Collection, page: ExportedPage) -> str:
    if not page.disputed:
        return ""
    return " " + element("span", escaped(collection.of(messages.DISPUTED)), class_="warning badge")


def _main(collection: Collection) -> str:
    if not collection.whole:
        level = 2 if len(collection.pages) > 1 else 1
        pages = [_page(collection, page, level) for page in collection.pages]
        return element("main", "\n".join(pages))
    parts = []
    for (section, title), found in groupby(collection.pages, lambda page: page.section):
        if section == OVERVIEW:
            parts += [_overview(collection, page) for page in found]
            parts.append(_contents(collection))
            continue
        inner = "\n".join(_page(collection, page, 3) for page in found)
        head = element("h2", escaped(title))
        parts.append(element("section", f"{head}\n{inner}", id=f"section--{section}"))
    return element("main", "\n".join(parts))


def _overview(collection: Collection, page: ExportedPage) -> str:
    """The first page, which bears the title of the file."""
    return element("article", blocks(PageAnchors(collection, page), 2), id=page.id)


def _page(collection: Collection, page: ExportedPage, level: int) -> str:
    place = PageAnchors(collection, page)
    kind = said(page.document.kind, collection.language) + _disputed(collection, page)
    head = element("p", kind, class_="kind")
    head += "\n" + element(f"h{level}", said(page.document.title, collection.language))
    return element("article", f"{head}\n{blocks(place, level + 1)}", id=page.id)


def _references(collection: Collection) -> str:
    if not collection.references:
        return ""
    place = PageAnchors(collection, ExportedPage("", ("", ""), False, collection.pages[0].document))
    items = "\n".join(reference_item(place, item) for item in collection.references)
    title = element("h2", escaped(collection.of(messages.SOURCES)))
    return element("section", f"{title}\n{element('ul', items)}", class_="references")


def _foot(collection: Collection) -> str:
    return element("footer", element("p", escaped(collection.of(messages.ABOUT_FILE))))
