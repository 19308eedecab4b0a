"""The orders in which a list can stand: by importance, date, name or value."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tui.store import Row, Store
from tui.text.fold import fold, is_chinese
from tui.text.language import Language
from tui.text.periods import days

IMPORTANCE, DATE, NAME, VALUE = "importance", "date", "name", "value"
"""Orders: the briefing's own; newest first; by pinyin or alphabet; by unit, the largest first."""


def orders_of(store: Store, section: str) -> tuple[str, ...]:
    """The orders that say something of a section's records, its own first."""
    rows = store.query(
        "SELECT max(date <> ''), max(kind = 'statistic') FROM records WHERE section = ?",
        (section,),
    )
    dated, measured = next(rows)
    orders = [IMPORTANCE]
    orders += [DATE] if dated else []
    orders += [VALUE] if measured else []
    return (*orders, NAME)


def ordered(store: Store, rows: Sequence[Row], order: str, language: Language) -> list[Row]:
    """The rows of one section in an order; what is equal there stays as it was."""
    if order == DATE:
        return _by_date(store, rows)
    if order == VALUE:
        return _by_value(store, rows)
    if order == NAME:
        return _by_pinyin(store, rows) if language == "zh" else sorted(rows, key=_spelling)
    return list(rows)


def _by_date(store: Store, rows: Sequence[Row]) -> list[Row]:
    """Newest first: of two the one that ends later, then the one that begins later. What has no
    date comes last."""
    found = store.query("SELECT id, date FROM records WHERE date <> ''")
    ends = {identity: days(date)[::-1] for identity, date in found}
    return sorted(rows, key=lambda row: ends.get(row.id, (0, 0)), reverse=True)


def _by_value(store: Store, rows: Sequence[Row]) -> list[Row]:
    """Yuan with yuan, people with people, the most frequent unit first: 万 and 亿 are converted,
    what cannot be converted is not set against each other."""
    found = store.query("SELECT id, base_unit, base_value FROM answers WHERE main AND value <> ''")
    values = {identity: (unit, Decimal(value)) for identity, unit, value in found}
    counted: dict[str, int] = {}
    for row in rows:
        if row.id in values:
            unit = values[row.id][0]
            counted[unit] = counted.get(unit, 0) + 1

    def key(row: Row) -> tuple[bool, int, str, Decimal]:
        if row.id not in values:
            return (True, 0, "", Decimal(0))
        unit, value = values[row.id]
        return (False, -counted[unit], unit, -value)

    return sorted(rows, key=key)


def _spelling(row: Row) -> str:
    """By what stands first in the list, without the signs around it."""
    return "".join(char for char in fold(row.cells[0]) if char.isalnum() or char == " ").strip()


def _by_pinyin(store: Store, rows: Sequence[Row]) -> list[Row]:
    """As a Chinese dictionary: Latin and digits first, then by the sound of each character."""
    found = store.query("SELECT id, syllables FROM folded")
    titles: dict[str, str] = dict(found)
    own = {row.id for row in rows if row.cells[0] == row.title.zh and row.id in titles}
    others = {row.cells[0] for row in rows if row.id not in own}
    usual = store.readings("".join(others)) if others else {}

    def key(row: Row) -> list[tuple[bool, str, str]]:
        name = row.cells[0]
        spoken = iter(titles[row.id].split() if row.id in own else ())
        return [
            (True, next(spoken, usual.get(char, char)), char)
            if is_chinese(char)
            else (False, fold(char), "")
            for char in name
            if char.isalnum()
        ]

    return sorted(rows, key=key)
