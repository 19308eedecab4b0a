"""The evidence of a record or fact: quoted words and references to their sources."""

from __future__ import annotations

from typing import NamedTuple

from tui.document import Quote
from tui.document.fact_ref import parse_fact_ref, record_id_of
from tui.document.shared_labels import CORRECTION
from tui.export.whole_quote import whole_quote
from tui.render.fact_lines import OtherSide, other_sides
from tui.store import AnswerWithEvidence, Store
from tui.store.bibliography import Reference, references
from tui.text.language import Language


class FactEvidence(NamedTuple):
    """A record or fact with the quotations that support it and their sources, in order of citation.

    ``answer``: the fact in words, empty for a record; ``others``: what other sources say;
    ``other_references``: those of their sources that do not support the fact too; ``reason``: why
    a figure is rejected or disputed.
    """

    id: str
    title: str
    answer: str
    status: str
    quotes: tuple[Quote, ...]
    references: tuple[Reference, ...]
    others: tuple[OtherSide, ...] = ()
    reason: str = ""
    correction: tuple[str, str] = ("", "")
    """A label, and what the source prints in place of a corrected figure."""
    other_references: tuple[Reference, ...] = ()


def evidence(store: Store, identity: str, language: Language) -> FactEvidence | None:
    """Return the evidence of a source, a record or a fact; None for an unknown id."""
    entry = _entry(store, identity)
    document = store.document(entry.id, language) if entry else None
    if entry is None or document is None:
        return None
    quotes = document.quotes
    others: tuple[OtherSide, ...] = ()
    reason = ""
    if identity != entry.id:
        cited = [(citation["source"], citation["exact"]) for citation in entry.citations]
        quotes = tuple(quote for quote in quotes if (quote.source, quote.exact) in cited)
        reason = _reason(store, entry, language)
    if identity != entry.id or entry.kind == "statement":
        others = tuple(other_sides(entry, language))
    correction = entry.correction.of(language) if identity != entry.id else ""
    sources = [entry.id] if entry.kind == "source" else [quote.source for quote in quotes]
    theirs = [citation["source"] for side in others for citation in side.citations]
    return FactEvidence(
        identity,
        entry.title.of(language),
        # A record may have many answers, so only a named fact has one here.
        entry.answer.of(language) if identity != entry.id else "",
        entry.status,
        tuple(whole_quote(store, quote, language) for quote in quotes),
        tuple(references(store, sources)),
        others,
        reason,
        (CORRECTION.of(language), correction) if correction else ("", ""),
        tuple(references(store, [each for each in theirs if each not in sources])),
    )


def _reason(store: Store, entry: AnswerWithEvidence, language: Language) -> str:
    """Return why a figure is rejected or disputed; empty for one that is used."""
    sql = f"SELECT reason_{language} FROM answers WHERE number = ? AND NOT used"
    return "".join(text for (text,) in store.query(sql, (entry.number,)))


def record_of(store: Store, identity: str) -> str | None:
    """Return the id of a record, or of the record of a fact; None for an unknown id."""
    entry = _entry(store, identity)
    return entry.id if entry else None


def facts_of(store: Store, record: str) -> list[str]:
    """Return the references of a record's facts."""
    return [entry.fact for entry in store.answers(record) if entry.fact]


def _entry(store: Store, identity: str) -> AnswerWithEvidence | None:
    whole = store.answers(identity)
    if whole:
        return whole[0]
    answers = store.answers(record_id_of(identity))
    named = [entry for entry in answers if identity in _references(entry)]
    return named[0] if named else None


def _references(entry: AnswerWithEvidence) -> tuple[str, ...]:
    """Return the references to a fact: as the briefing writes it, and with its status."""
    if not entry.fact:
        return ()
    return entry.fact, str(parse_fact_ref(entry.fact)._replace(status=entry.status))
