"""The formats of ``--format``: each turns records into one text.

A writer imports what it needs when it runs, so that the help can list the formats at no cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tui.text.language import NO_TEXT, Language, Wording

if TYPE_CHECKING:
    from tui.document import Document
    from tui.export.collection import Collection
    from tui.store import Store
    from tui.store.export_rows import ExportRow

DOCX = "docx"
"""A binary format, written by ``tui.export.docx`` from the Markdown file."""
HTML = "html"


EXTENSIONS: Mapping[str, str] = {
    ".md": "md",
    ".markdown": "md",
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".bib": "bibtex",
    ".docx": DOCX,
}
"""The format that the extension of a file name means, the usual extension of each first."""

TEXT_EXTENSIONS = (".txt", ".text")
"""Of files that may hold any format of text."""
BINARY_EXTENSIONS = frozenset(
    (
        *(".pdf", ".doc", ".odt", ".rtf", ".epub", ".ppt", ".pptx", ".xls"),
        *(".xlsx", ".ods", ".numbers", ".pages", ".parquet", ".feather", ".arrow", ".db"),
        *(".sqlite", ".sqlite3", ".duckdb", ".zip", ".gz", ".bz2", ".xz", ".zst"),
        *(".png", ".jpg", ".jpeg", ".svg"),
    )
)
"""Extensions of formats that medbrief does not write: text under such a name cannot be opened."""


def format_by_name(path: str) -> str:
    """Return the format that the extension of a file name means; empty for others."""
    return EXTENSIONS.get(PurePath(path).suffix.lower(), "")


def extension_of(form: str) -> str:
    """Return the usual extension of a format, with its dot."""
    return next(extension for extension, known in EXTENSIONS.items() if known == form)


class Contents(NamedTuple):
    """What goes into a file.

    ``whole``: whether it is the whole briefing; ``subject``: what the records have in common, for
    the title; ``one_each``: only the main answer of each record, in the formats for programs;
    ``facts``: only these answers; ``page``: a generated page, such as the timeline, in place of the
    pages of the records; ``front_matter``: whether Markdown begins with a block of metadata.
    """

    store: Store
    identities: Sequence[str]
    language: Language
    whole: bool = False
    subject: Wording = NO_TEXT
    one_each: bool = False
    facts: tuple[tuple[str, str], ...] | None = None
    """Pairs of record id and fact reference."""
    page: Document | None = None
    front_matter: bool = False


Writer: TypeAlias = "Callable[[Contents], str]"


def export(
    store: Store, identities: Sequence[str], form: str, language: Language, *, whole: bool = False
) -> str:
    """Return the records in the format ``form``, one of ``FORMATS``."""
    return write(Contents(store, identities, language, whole), form)


def write(contents: Contents, form: str) -> str:
    """Return the file in the format ``form``, one of ``FORMATS``; each record is in it once.

    The language matters to Markdown and HTML; the other formats contain both languages.
    """
    identities = list(dict.fromkeys(contents.identities))
    return FORMATS[form](contents._replace(identities=identities))


def _collection(contents: Contents) -> Collection:
    from tui.export.collection import collect, collect_page

    store, identities, language = contents[:3]
    subject = contents.subject.of(language)
    if page := contents.page:
        title = f"{page.title} · {subject}" if subject else page.title
        return collect_page(store, page._replace(title=title), language)
    collection = collect(store, identities, language, whole=contents.whole)
    return collection._replace(title=f"{subject} · {collection.title}") if subject else collection


def _markdown(contents: Contents) -> str:
    from tui.export.markdown import markdown_file

    return markdown_file(_collection(contents), front_matter=contents.front_matter)


def _html(contents: Contents) -> str:
    from tui.export.html import html_file

    return html_file(_collection(contents))


def _rows(contents: Contents) -> Iterator[ExportRow]:
    from tui.store.export_rows import export_rows

    if contents.facts is not None:
        for identity, fact in contents.facts:
            rows = export_rows(contents.store, identity)
            yield from [row for row in rows if row.entry.fact == fact][:1] or rows[:1]
        return
    for identity in contents.identities:
        rows = export_rows(contents.store, identity)
        yield from rows[:1] if contents.one_each else rows


def _json(contents: Contents) -> str:
    """Return the objects of ``--json``."""
    from tui.render.json_output import entry_objects, to_json

    return to_json(entry_objects(contents.store, [row.entry for row in _rows(contents)]))


def _json_lines(contents: Contents) -> str:
    """Return the same objects, one per line (jsonlines.org), without a byte-order mark."""
    from tui.render.json_output import entry_objects, to_json_lines

    return to_json_lines(entry_objects(contents.store, [row.entry for row in _rows(contents)]))


def _csv(contents: Contents) -> str:
    from tui.export.csv_table import csv_file

    return csv_file(_rows(contents))


def _tsv(contents: Contents) -> str:
    """Return the CSV table as text/tab-separated-values (IANA): no tab or line break in a cell.
    Citations, one per line in CSV, are separated by `` | ``."""
    import csv
    import io

    out = io.StringIO()
    table = csv.reader(io.StringIO(_csv(contents), newline=""), strict=True)
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerows(
        [cell.replace("\t", " ").replace("\n", " | ") for cell in row] for row in table
    )
    return out.getvalue()


def _bibtex(contents: Contents) -> str:
    """Return the sources that the records cite, each once."""
    from tui.export.collection import cited_sources
    from tui.export.references.bibtex import bibtex
    from tui.store.bibliography import references

    pages = _collection(contents).pages
    return "\n".join(bibtex(item) for item in references(contents.store, cited_sources(pages)))


FORMATS: Mapping[str, Writer] = {
    "md": _markdown,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "jsonl": _json_lines,
    "html": _html,
    "bibtex": _bibtex,
}
"""The writers of text by the values of ``--format``."""
