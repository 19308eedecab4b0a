"""What an id rests on: the quoted words and the references to where they stand."""

from __future__ import annotations

from typing import NamedTuple

from tui.document import Quote
from tui.document.fact_ref import parse_fact_ref, record_id_of
from tui.store import Entry, Store
from tui.store.bibliography import Reference, references
from tui.text.language import Language


class FactEvidence(NamedTuple):
    """What is cited (its name, and the fact in words), the words it rests on, and their sources
    in the order in which they are quoted. ``others``: what other sources say instead."""

    id: str
    title: str
    answer: str
    status: str
    quotes: tuple[Quote, ...]
    references: tuple[Reference, ...]
    others: tuple[str, ...] = ()


def evidence(store: Store, identity: str, language: Language) -> FactEvidence | None:
    """The evidence of a source, a record (of any kind) or a figure; None for an unknown id."""
    entry = _entry(store, identity)
    document = store.document(entry.id, language) if entry else None
    if entry is None or document is None:
        return None
    quotes = document.quotes
    others: tuple[str, ...] = ()
    if identity != entry.id:
        cited = [(citation["source"], citation["exact"]) for citation in entry.citations]
        quotes = tuple(quote for quote in quotes if (quote.source, quote.exact) in cited)
        others = tuple(other["answer"][language] for other in entry.disagrees)
    sources = [entry.id] if entry.kind == "source" else [quote.source for quote in quotes]
    return FactEvidence(
        identity,
        entry.title.of(language),
        # A record may have many answers: only a figure that is named speaks for itself.
        entry.answer.of(language) if identity != entry.id else "",
        entry.status,
        quotes,
        tuple(references(store, sources)),
        others,
    )


def record_of(store: Store, identity: str) -> str | None:
    """The id of a record, or of the one in which a figure stands; None for an unknown id."""
    entry = _entry(store, identity)
    return entry.id if entry else None


def facts_of(store: Store, record: str) -> list[str]:
    """How the figures of a record are referred to."""
    return [entry.fact for entry in store.answers(record) if entry.fact]


def _entry(store: Store, identity: str) -> Entry | None:
    whole = store.answers(identity)
    if whole:
        return whole[0]
    answers = store.answers(record_id_of(identity))
    named = [entry for entry in answers if identity in _references(entry)]
    return named[0] if named else None


def _references(entry: Entry) -> tuple[str, ...]:
    """The references to a figure: as the briefing writes it, and with its status."""
    if not entry.fact:
        return ()
    return entry.fact, str(parse_fact_ref(entry.fact)._replace(status=entry.status))
