"""Answers with what a table of them needs; imported by exports."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.record_dates import record_dates
from tui.store.rows import AnswerWithEvidence
from tui.store.store import Store
from tui.store.typed_facts import TypedFact, typed_facts
from tui.text.language import Wording


class ExportRow(NamedTuple):
    """An answer of a record. ``measure``: what is measured, where the record has several
    measures; ``unit`` as printed; ``typed``: None for the summary of a record; ``date``: of a
    policy, event or source; ``data_to``: month of the newest reported core figure."""

    entry: AnswerWithEvidence
    measure: Wording
    unit: str
    typed: TypedFact | None = None
    date: str = ""
    data_to: str = ""


def export_rows(store: Store, identity: str) -> list[ExportRow]:
    """Return every answer of a record, the main one first."""
    rows = store.query(
        "SELECT number, measure_zh, measure_en, unit FROM answers WHERE id = ?", (identity,)
    )
    measures = {number: (Wording(zh, en), unit) for number, zh, en, unit in rows}
    entries = store.answers(identity)
    facts, dates = typed_facts(store, entries), record_dates(store, (identity,))
    return [
        ExportRow(
            entry,
            *measures[entry.number],
            facts.get(entry.number),
            date.date if (date := dates.get((identity, entry.fact))) else "",
            store.meta("core_figures_to"),
        )
        for entry in entries
    ]
