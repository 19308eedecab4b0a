"""The output of ``--json``: one object per answer, with the same fields from every command."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from tui.search import Hit
from tui.store import AnswerWithEvidence, Store
from tui.store.disputed_figures import disputes_of
from tui.store.record_attributes import ATTRIBUTES, attributes_of
from tui.store.record_dates import EventParticipant, RecordDate, participants, record_dates
from tui.store.typed_facts import TypedFact, side_facts, typed_facts
from tui.text.control_characters import json_without_controls
from tui.text.language import LANGUAGES, Wording, in_one_line


def entry_objects(store: Store, entries: Iterable[AnswerWithEvidence]) -> list[dict[str, Any]]:
    """Return records with one of their answers each, as objects; ``score`` and ``match`` are those
    of an answer that is not the result of a search."""
    entries = list(entries)
    facts, others = typed_facts(store, entries), side_facts(store, entries)
    dates = record_dates(store, (entry.id for entry in entries))
    took_part = participants(store, (entry.id for entry in entries if entry.kind == "player"))
    data_to = store.meta("core_figures_to") or None
    attributes: dict[str, dict[str, Any]] = {}
    for kind in ATTRIBUTES:
        ids = [entry.id for entry in entries if entry.kind == kind]
        attributes |= attributes_of(store, kind, ids)
    return [
        _entry_object(
            entry,
            facts.get(entry.number),
            attributes.get(entry.id),
            dates.get((entry.id, entry.fact)) or RecordDate("", ""),
            took_part.get(entry.fact, []),
            [_side(each, others) for each in entry.disagrees],
        )
        | {"disputed_in": _disputes(store, entry), "data_to": data_to}
        for entry in entries
    ]


def _disputes(store: Store, entry: AnswerWithEvidence) -> list[dict[str, Any]]:
    return [{"id": each.id, "title": each.title._asdict()} for each in disputes_of(store, entry)]


def hit_objects(store: Store, hits: Sequence[Hit]) -> list[dict[str, Any]]:
    """Return the results of a search as objects; see ``tui.search.verdict`` for ``match`` and
    ``remark``, which a briefing in one language has in this language twice."""
    objects = entry_objects(store, (hit.entry for hit in hits))
    only = store.meta("languages")
    for item, hit in zip(objects, hits, strict=True):
        remark = in_one_line(hit.verdict.remark)
        if only in LANGUAGES:
            remark = Wording(remark.of(only), remark.of(only))
        item |= {"score": hit.score, "match": hit.match, "remark": wording_object(remark)}
    return objects


def _entry_object(
    entry: AnswerWithEvidence,
    fact: TypedFact | None,
    attributes: dict[str, Any] | None,
    date: RecordDate,
    took_part: Iterable[EventParticipant],
    disagrees: list[dict[str, Any]],
) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title._asdict(),
        "answer": entry.answer._asdict(),
        "status": entry.status or None,
        "period": entry.period or None,
        "fact": entry.fact or None,
        "typed_fact": fact_object(fact) if fact else None,
        "date": date.date or None,
        "event_type": date.event_type or None,
        "round": wording_object(date.funding_round),
        "participants": [each._asdict() | {"title": each.title._asdict()} for each in took_part],
        "attributes": attributes,
        "score": 1.0,
        "match": "exact",
        "remark": None,
        "citations": _citations(entry.citations),
        "disagrees": disagrees,
    }


def _side(side: dict[str, Any], facts: Mapping[tuple[str, str], TypedFact]) -> dict[str, Any]:
    fact = facts.get((side["fact"], side["value"]))
    return {
        "answer": side["answer"],
        "citations": _citations(side["citations"]),
        "id": side["record"],
        "fact": side["fact"] or None,
        "typed_fact": fact_object(fact) if fact else None,
        "by": wording_object(side["by"]),
        "used": side["used"],
        "reason": wording_object(side["reason"]),
        "via": wording_object(side["via"]),
    }


def _citations(citations: Iterable[dict[str, str]]) -> list[dict[str, str | None]]:
    return [
        {name: item.get(name) or None for name in (*item, "via", "via_en")} for item in citations
    ]


def fact_object(fact: TypedFact) -> dict[str, Any]:
    """Return a typed fact as an object: numbers as numbers, what is missing as None."""
    return {name: _value(value) for name, value in fact._asdict().items()}


def _value(value: object) -> object:
    if isinstance(value, Decimal):
        # Shortest text that reads back as the same number: 15 digits survive (IEEE 754).
        return int(value) if value == value.to_integral_value() else float(value)
    return wording_object(value) if isinstance(value, Wording) else value


def wording_object(text: Wording) -> dict[str, str] | None:
    """Return a text in both languages; None where it is empty."""
    return text._asdict() if text.en or text.zh else None


def to_json(objects: Iterable[dict[str, Any]]) -> str:
    """Return a JSON array, indented, ending with a newline."""
    text = json.dumps(list(objects), ensure_ascii=False, indent=2) + "\n"
    return json_without_controls(text)


def to_json_lines(objects: Iterable[dict[str, Any]]) -> str:
    """Return one JSON object per line."""
    lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in objects)
    return json_without_controls("".join(lines))
