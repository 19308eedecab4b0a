"""The formats of ``medbrief export``: each turns records into one text.

A writer imports what it needs when it runs, so that the help can list the formats at no cost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from tui.text.language import Language

if TYPE_CHECKING:
    from tui.store import Store

Writer: TypeAlias = "Callable[[Store, Sequence[str], Language, bool], str]"
"""Takes the store, record ids, the language, and whether they are the whole briefing."""


def export(
    store: Store, identities: Sequence[str], form: str, language: Language, *, whole: bool = False
) -> str:
    """Return the records in the format ``form``, one of ``FORMATS``.

    ``language`` matters to Markdown and HTML; the other formats contain both languages.
    """
    return FORMATS[form](store, list(dict.fromkeys(identities)), language, whole)


def _markdown(store: Store, identities: Sequence[str], language: Language, whole: bool) -> str:
    from tui.export.collection import collect
    from tui.export.markdown import markdown_file

    return markdown_file(collect(store, identities, language, whole=whole))


def _html(store: Store, identities: Sequence[str], language: Language, whole: bool) -> str:
    from tui.export.collection import collect
    from tui.export.html import html_file

    return html_file(collect(store, identities, language, whole=whole))


def _json(store: Store, identities: Sequence[str], _language: Language, _whole: bool) -> str:
    """Return the objects of ``--json``: every answer of every record."""
    from tui.render.json_output import entry_object, to_json

    return to_json(
        entry_object(entry) for identity in identities for entry in store.answers(identity)
    )


def _csv(store: Store, identities: Sequence[str], _language: Language, _whole: bool) -> str:
    from tui.export.csv_table import csv_file
    from tui.store.export_rows import export_rows

    return csv_file(fact for identity in identities for fact in export_rows(store, identity))


def _bibtex(store: Store, identities: Sequence[str], language: Language, whole: bool) -> str:
    """Return the sources that the records cite, each once."""
    from tui.export.collection import cited_sources, collect
    from tui.export.references.bibtex import bibtex
    from tui.store.bibliography import references

    pages = collect(store, identities, language, whole=whole).pages
    return "\n".join(bibtex(item) for item in references(store, cited_sources(pages)))


FORMATS: Mapping[str, Writer] = {
    "md": _markdown,
    "html": _html,
    "json": _json,
    "csv": _csv,
    "bibtex": _bibtex,
}
"""The writers by the values of ``medbrief export --format``."""
