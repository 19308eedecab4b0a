"""Render a collection of pages as an HTML file."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from itertools import groupby
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tui.document import Document, Paragraph, plain_text
from tui.document.link_target import OVERVIEW, parse_target
from tui.document.shared_labels import comma_before, rank_role
from tui.export import messages
from tui.export.collection import LANGUAGE_TAGS, Collection, ExportedPage
from tui.export.html.html_page import HtmlPage, reference_id
from tui.export.html.markup import marked_text, printable

_DESCRIPTION = 200
"""Characters of the description; search engines show no more."""
_HEIGHTS = (40, 60, 90, 135, 200, 300, 450, 675, 1000, 1500, 2250)
"""Classes ``h40`` … of style.css, in rem."""


def html_file(collection: Collection) -> str:
    """Return the file: head, contents, pages, references.

    A whole briefing begins with its overview and is arranged by section, its contents folded.
    """
    language = collection.language
    several = len(collection.pages) > 1
    title = collection.title
    if not several:
        title = f"{collection.pages[0].document.title} · {title}"
    edition = messages.EDITION.format(edition=collection.edition, data_to=collection.data_to)
    sections = [
        (section, [HtmlPage(collection, page) for page in pages])
        for section, pages in groupby(collection.pages, lambda page: page.section)
    ]
    templates = _templates()
    no_page = ExportedPage("", ("", ""), False, Document("", "", ()))
    return templates.environment.get_template("file.html.jinja").render(
        collection=collection,
        description=_description(collection, title),
        edition=collection.of(edition),
        language_tags=LANGUAGE_TAGS,
        messages=messages,
        height_class=_height_class,
        of=collection.of,
        rank_role=rank_role,
        comma_before=comma_before,
        policy=templates.policy,
        script=templates.script,
        style=templates.style,
        overview=OVERVIEW,
        reference_id=reference_id,
        references=HtmlPage(collection, no_page),
        sections=sections,
        several=several,
        text=lambda text: marked_text(text, language),
        title=title,
    )


def _height_class(body: str) -> str:
    """Return the class with the height of a record that is not yet laid out.

    Rather too tall than too low: then no link lies over another. On a phone, records take up to 30
    rem and 42 rem per 1,000 characters of HTML.
    """
    estimate = 30 + 0.042 * len(body)
    return f"h{next((height for height in _HEIGHTS if height >= estimate), _HEIGHTS[-1])}"


def _description(collection: Collection, title: str) -> str:
    """Return title and first paragraphs, as search engines and previews show them."""
    blocks = collection.pages[0].document.blocks if collection.pages else ()
    texts = (
        plain_text(tuple(span for span in block.spans if not parse_target(span.target).citation))
        for block in blocks
        if isinstance(block, Paragraph)
    )
    text = " · ".join((title, " ".join(" ".join(texts).split())))
    return text if len(text) <= _DESCRIPTION else f"{text[: _DESCRIPTION - 1]}…"


class _Templates(NamedTuple):
    """The parts of every file. ``policy``: allows its own style and script by their hashes and
    nothing else (W3C Content Security Policy Level 3)."""

    environment: Environment
    style: Markup
    script: Markup
    policy: Markup


@cache
def _templates() -> _Templates:
    loader = PackageLoader("tui.export.html")
    environment = Environment(
        loader=loader,
        autoescape=True,
        finalize=printable,
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    style, script = (
        Markup("\n" + loader.get_source(environment, name)[0])
        for name in ("style.css", "current_section.js")
    )
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return _Templates(environment, style, script, Markup(policy))


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
