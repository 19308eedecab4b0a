"""Answers with the measure and unit that a table of them needs; imported by exports."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.rows import AnswerWithEvidence
from tui.store.store import Store
from tui.text.language import Wording


class ExportRow(NamedTuple):
    """An answer of a record. ``measure``: what is measured, where the record has several
    measures; ``unit`` as printed."""

    entry: AnswerWithEvidence
    measure: Wording
    unit: str


def export_rows(store: Store, identity: str) -> list[ExportRow]:
    """Return every answer of a record, the main one first."""
    rows = store.query(
        "SELECT number, measure_zh, measure_en, unit FROM answers WHERE id = ?", (identity,)
    )
    measures = {number: (Wording(zh, en), unit) for number, zh, en, unit in rows}
    return [ExportRow(entry, *measures[entry.number]) for entry in store.answers(identity)]
