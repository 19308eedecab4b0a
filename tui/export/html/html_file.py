"""Render a collection of pages as an HTML file."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from tui.document import Document
from tui.document.link_target import OVERVIEW
from tui.export import messages
from tui.export.collection import Collection, ExportedPage
from tui.export.html.html_page import HtmlPage, reference_id
from tui.export.html.markup import LANGUAGE_TAGS, marked_text, printable


def html_file(collection: Collection) -> str:
    """Return the file: head, contents, pages, references.

    A whole briefing begins with its overview and is arranged by section, its contents folded.
    """
    language = collection.language
    several = len(collection.pages) > 1
    title = collection.title
    if not several:
        title = f"{collection.pages[0].document.title} · {title}"
    edition = messages.EDITION.format(edition=collection.edition, as_of=collection.as_of)
    sections = [
        (section, [HtmlPage(collection, page) for page in pages])
        for section, pages in groupby(collection.pages, lambda page: page.section)
    ]
    no_page = ExportedPage("", ("", ""), False, Document("", "", ()))
    return _template().render(
        collection=collection,
        edition=collection.of(edition),
        language_tags=LANGUAGE_TAGS,
        messages=messages,
        of=collection.of,
        overview=OVERVIEW,
        reference_id=reference_id,
        references=HtmlPage(collection, no_page),
        sections=sections,
        several=several,
        text=lambda text: marked_text(text, language),
        title=title,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("tui.export.html"),
        autoescape=True,
        finalize=printable,
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("file.html.jinja")
