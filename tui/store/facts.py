"""The facts of a record with what a table of them needs; loaded when somebody exports."""

from __future__ import annotations

from typing import NamedTuple

from tui.store.records import Entry
from tui.store.store import Store
from tui.text.language import Wording


class Fact(NamedTuple):
    """An answer of a record. ``measure``: what is measured where the record has several things to
    measure; ``unit`` as printed."""

    entry: Entry
    measure: Wording
    unit: str


def facts(store: Store, identity: str) -> list[Fact]:
    """Every answer of a record, the main one first."""
    rows = store.query(
        "SELECT measure_zh, measure_en, unit FROM answers WHERE id = ? ORDER BY main DESC, number",
        (identity,),
    )
    return [
        Fact(entry, Wording(zh, en), unit)
        for entry, (zh, en, unit) in zip(store.answers(identity), rows, strict=True)
    ]
