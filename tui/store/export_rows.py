"""Answers with what a table of them needs besides; loaded when somebody exports."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.rows import Entry
from tui.store.store import Store
from tui.text.language import Wording


class Measured(NamedTuple):
    """An answer of a record. ``measure``: what is measured where the record has several things to
    measure; ``unit`` as printed."""

    entry: Entry
    measure: Wording
    unit: str


def measured(store: Store, identity: str) -> list[Measured]:
    """Every answer of a record, the main one first."""
    rows = store.query(
        "SELECT number, measure_zh, measure_en, unit FROM answers WHERE id = ?", (identity,)
    )
    known = {number: (Wording(zh, en), unit) for number, zh, en, unit in rows}
    return [Measured(entry, *known[entry.number]) for entry in store.answers(identity)]
