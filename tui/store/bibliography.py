"""Bibliographic data of sources; imported when a reader cites or exports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.store.store import Store
from tui.text.language import Wording


class Reference(NamedTuple):
    """The bibliographic data of a source. Texts that the document does not give are empty."""

    id: str
    type: str
    """A type of CSL (Citation Style Language)."""
    title: Wording
    """In Chinese as printed; in English the editor's translation."""
    short: Wording
    author: Wording
    producer: Wording
    container: Wording
    language: str
    date: str
    """Date of publication (ISO 8601); where it is inferred, the earliest possible one."""
    date_latest: str
    inferred: bool
    url: str
    license: Wording
    accessed: str = ""
    """The day on which a source with an address was retrieved."""


_COLUMNS = (
    "type, title_zh, title_en, short_zh, short_en, author_zh, author_en, producer_zh, "
    "producer_en, container_zh, container_en, language, date_earliest, date_latest, published, "
    "url, accessed, license_zh, license_en"
)


def references(store: Store, sources: Iterable[str]) -> list[Reference]:
    """Return the references of these sources, each once, in the given order."""
    found = (_reference(store, identity) for identity in dict.fromkeys(sources))
    return [reference for reference in found if reference is not None]


def _reference(store: Store, identity: str) -> Reference | None:
    row = next(store.query(f"SELECT {_COLUMNS} FROM sources WHERE id = ?", (identity,)), None)
    if row is None:
        return None
    license_zh, license_en = row[-2:]
    kind, *texts, language, earliest, latest, published, url, accessed = row[:-2]
    title, short, author, producer, container = map(Wording, texts[::2], texts[1::2])
    return Reference(
        identity,
        kind,
        title,
        short,
        author,
        producer,
        container,
        language,
        published or earliest,
        "" if published else latest or "",
        not published,
        url,
        Wording(license_zh, license_en),
        (accessed or "") if url else "",
    )
