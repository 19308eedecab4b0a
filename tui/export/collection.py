"""The contents of one file: pages in order, and references to the sources they cite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.document import Document, Fields, Heading
from tui.document.link_target import OVERVIEW
from tui.store import Store
from tui.store.bibliography import Reference, references
from tui.text.dates import format_date
from tui.text.language import Language, Wording

LANGUAGE_TAGS: Mapping[Language, str] = {"zh": "zh-Hans", "en": "en"}
"""BCP 47 tags; simplified Chinese by its script, wherever it is read."""
_GENERATED = "generated--page"
"""The id of a page that is no record's; no record id has two hyphens."""


class ExportedPage(NamedTuple):
    """A record's page. ``section``: id and title of its section."""

    id: str
    section: tuple[str, str]
    disputed: bool
    document: Document


class Collection(NamedTuple):
    """The pages of one file. ``whole``: whether it is the whole briefing, overview first;
    ``data_to``: month of the newest reported core figure, in words; ``date``: that of the edition
    (``as_of``) as in ISO 8601, maybe without a day; empty where it is not known."""

    language: Language
    title: str
    edition: str
    data_to: str
    pages: tuple[ExportedPage, ...]
    references: tuple[Reference, ...]
    whole: bool = False
    date: str = ""

    def of(self, wording: Wording) -> str:
        """Return ``wording`` in the language of the file."""
        return wording.of(self.language)

    def contains(self, identity: str) -> bool:
        """Return whether the record's page is in this file."""
        return any(page.id == identity for page in self.pages)

    def reference(self, source: str) -> Reference | None:
        """Return the reference to a source that a page of this file cites; None for others."""
        return next((item for item in self.references if item.id == source), None)


def collect(
    store: Store, identities: Sequence[str], language: Language, *, whole: bool = False
) -> Collection:
    """Collect the pages of these records, each once, in this order.

    The whole briefing is ordered as its lists are instead, section by section, with its overview
    first. Unknown ids are skipped.
    """
    sections = {section.id: section.title.of(language) for section in store.sections()}
    ids = dict.fromkeys(identities)
    found = (_page(store, identity, language, sections) for identity in ids)
    pages = tuple(page for page in found if page is not None)
    if not whole:
        pages = _told_apart(pages, language)
    else:
        order = list(sections)
        places = dict(store.query(f"SELECT id, listed_{language} FROM records"))
        pages = tuple(
            sorted(pages, key=lambda page: (order.index(page.section[0]), places[page.id]))
        )
        opening = _page(store, OVERVIEW, language, sections)
        if opening:
            pages = (opening._replace(document=without_contents(opening.document)), *pages)
    return _collection(store, language, pages, whole=whole)


def collect_page(store: Store, document: Document, language: Language) -> Collection:
    """Collect one generated page, such as a comparison, with the sources that it cites."""
    page = ExportedPage(_GENERATED, (_GENERATED, ""), False, document)
    return _collection(store, language, (page,), whole=False)


def _collection(
    store: Store, language: Language, pages: tuple[ExportedPage, ...], *, whole: bool
) -> Collection:
    as_of = store.meta("as_of")
    newest = store.meta("core_figures_to") or as_of
    return Collection(
        language,
        store.title().of(language),
        store.meta("edition"),
        format_date(newest, language) if newest else "",
        pages,
        tuple(references(store, cited_sources(pages))),
        whole,
        as_of,
    )


def _told_apart(pages: tuple[ExportedPage, ...], language: Language) -> tuple[ExportedPage, ...]:
    """Add its kind to a title that another page has already: a claim and the dispute about it share
    one. In the whole briefing they are in different sections."""
    titled: set[str] = set()
    found = []
    for page in pages:
        title, kind = page.document.title, page.document.kind
        if title in titled:
            title += f"（{kind}）" if language == "zh" else f" ({kind})"
            page = page._replace(document=page.document._replace(title=title))
        titled.add(title)
        found.append(page)
    return tuple(found)


def cited_sources(pages: Sequence[ExportedPage]) -> list[str]:
    """Return the ids of the sources that pages cite, and of those that they describe."""
    ids: dict[str, None] = {}
    for page in pages:
        ids[page.id] = None  # ``references`` skips ids of other records
        ids.update(dict.fromkeys(quote.source for quote in page.document.quotes))
    return list(ids)


def without_contents(overview: Document) -> Document:
    """Return the overview without its list of sections: a file has a table of contents."""
    kept = []
    for block in overview.blocks:
        if isinstance(block, Fields):
            break
        kept.append(block)
    while kept and isinstance(kept[-1], Heading):
        kept.pop()
    return overview._replace(blocks=tuple(kept))


def _page(
    store: Store, identity: str, language: Language, sections: dict[str, str]
) -> ExportedPage | None:
    document = store.document(identity, language)
    if document is None:
        return None
    row = store.row(identity, language)
    section = row.section if row else OVERVIEW
    disputed = bool(row and row.disputed)
    return ExportedPage(identity, (section, sections.get(section, "")), disputed, document)
