"""The formats of ``medbrief export``: each turns records into one text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from tui.export.collection import Collection, cited_sources, collect
from tui.export.csv_table import csv_file
from tui.export.html import html_file
from tui.export.markdown import markdown_file
from tui.export.references.bibtex import bibtex
from tui.render.json_output import entry_object, to_json
from tui.store import Store
from tui.store.bibliography import references
from tui.store.export_rows import export_rows
from tui.text.language import Language

Writer: TypeAlias = Callable[[Store, Sequence[str], Language, bool], str]
"""Takes the store, record ids, the language, and whether they are the whole briefing."""


def export(
    store: Store, identities: Sequence[str], form: str, language: Language, *, whole: bool = False
) -> str:
    """Return the records in the format ``form``, one of ``FORMATS``.

    ``language`` matters to Markdown and HTML; the other formats contain both languages.
    """
    return _WRITERS[form](store, list(dict.fromkeys(identities)), language, whole)


def _pages(write: Callable[[Collection], str]) -> Writer:
    def writer(store: Store, identities: Sequence[str], language: Language, whole: bool) -> str:
        return write(collect(store, identities, language, whole=whole))

    return writer


def _json(store: Store, identities: Sequence[str], _language: Language, _whole: bool) -> str:
    """Return the objects of ``--json``: every answer of every record."""
    return to_json(
        entry_object(entry) for identity in identities for entry in store.answers(identity)
    )


def _csv(store: Store, identities: Sequence[str], _language: Language, _whole: bool) -> str:
    return csv_file(fact for identity in identities for fact in export_rows(store, identity))


def _bibtex(store: Store, identities: Sequence[str], language: Language, whole: bool) -> str:
    """Return the sources that the records cite, each once."""
    pages = collect(store, identities, language, whole=whole).pages
    return "\n".join(bibtex(item) for item in references(store, cited_sources(pages)))


_WRITERS: Mapping[str, Writer] = {
    "md": _pages(markdown_file),
    "html": _pages(html_file),
    "json": _json,
    "csv": _csv,
    "bibtex": _bibtex,
}
