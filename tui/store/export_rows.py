"""Answers with what a table of them needs; imported by exports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tui.store.record_attributes import attributes_of
from tui.store.record_dates import RecordDate, record_dates
from tui.store.rows import AnswerWithEvidence
from tui.store.store import Store
from tui.store.typed_facts import TypedFact, side_facts, typed_facts
from tui.text.language import NO_TEXT, Wording


class ExportRow(NamedTuple):
    """An answer of a record. ``measure``: what is measured, where the record has several
    measures; ``unit`` as printed; ``typed``: None for the summary of a record; ``date``: of a
    policy, event or source; ``data_to``: month of the newest reported core figure; ``attributes``:
    as ``attributes_of`` returns them; ``disputed``: whether the fact, or without one the record, is
    a side of a disagreement; ``funding_round``, ``participants``: of an event; ``tags``: topics of
    the record; ``is_side``: whether it is a side of a disagreement, of those in ``sides``."""

    entry: AnswerWithEvidence
    measure: Wording
    unit: str
    typed: TypedFact | None = None
    date: str = ""
    data_to: str = ""
    attributes: dict[str, Any] | None = None
    disputed: bool = False
    event_type: str = ""
    funding_round: Wording = NO_TEXT
    participants: Wording = NO_TEXT
    tags: tuple[str, ...] = ()
    sides: tuple[ExportRow, ...] = ()
    """Of a disagreement: a row for each side."""
    is_side: bool = False
    by: Wording = NO_TEXT
    """Who holds the side."""
    reason: Wording = NO_TEXT
    """Why the side is used or not, or why it disputes."""


def export_rows(store: Store, identity: str) -> list[ExportRow]:
    """Return every answer of a record, the main one first."""
    rows = store.query(
        "SELECT number, measure_zh, measure_en, unit FROM answers WHERE id = ?", (identity,)
    )
    measures = {number: (Wording(zh, en), unit) for number, zh, en, unit in rows}
    entries = store.answers(identity)
    facts, dates = typed_facts(store, entries), record_dates(store, (identity,))
    events = _events(store, identity)
    attributes = (
        attributes_of(store, entries[0].kind, (identity,)).get(identity) if entries else None
    )
    (disputed,) = next(
        store.query("SELECT disputed FROM records WHERE id = ?", (identity,)), (False,)
    )
    tags = tuple(
        value
        for (value,) in store.query(
            "SELECT value FROM facets WHERE id = ? AND facet = 'tag'", (identity,)
        )
    )
    found, others = [], side_facts(store, entries)
    for entry in entries:
        date = dates.get((identity, entry.fact), RecordDate("", ""))
        typed = facts.get(entry.number)
        row = ExportRow(
            entry,
            *measures[entry.number],
            typed,
            date.date,
            store.meta("core_figures_to"),
            attributes,
            typed.disputed if typed else bool(disputed) or entry.kind == "disagreement",
            date.event_type,
            *events.get(entry.fact, (NO_TEXT, NO_TEXT)),
            tags,
        )
        sides = _sides(row, others) if entry.kind == "disagreement" else ()
        found.append(row._replace(sides=sides))
    return found


def _events(store: Store, identity: str) -> dict[str, tuple[Wording, Wording]]:
    """Return round and participants of the record's events by fact."""
    rows = store.query(
        "SELECT fact, round_zh, round_en, participants_zh, participants_en FROM events "
        "WHERE id = ? AND fact IS NOT NULL",
        (identity,),
    )
    return {
        fact: (Wording(round_zh or "", round_en or ""), Wording(zh or "", en or ""))
        for fact, round_zh, round_en, zh, en in rows
    }


def _sides(row: ExportRow, facts: Mapping[tuple[str, str], TypedFact]) -> tuple[ExportRow, ...]:
    rows = []
    for side in row.entry.disagrees:
        fact = facts.get((side["fact"], side["value"]))
        stated = row.entry._replace(
            fact=side["fact"],
            value=side["value"],
            answer=Wording(**side["answer"]),
            status=(fact and fact.status) or "",
            period=(fact and fact.period) or "",
            rank=(fact and fact.rank) or "",
            citations=side["citations"],
            disagrees=[],
        )
        measure, unit = (fact.measure, fact.unit.zh) if fact else (NO_TEXT, "")
        typed = row._replace(entry=stated, measure=measure, unit=unit, typed=fact, is_side=True)
        rows.append(typed._replace(by=side["by"], reason=side["reason"]))
    return tuple(rows)
