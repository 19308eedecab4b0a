"""Sorting a list by importance, date, name, value or force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from tui.store import Row, Store
from tui.text.language import Language
from tui.text.name_order import pinyin_key, spelling_key
from tui.text.periods import day_range
from tui.views.matching_facts import MatchingFact
from tui.views.subject_provisions import strongest_force

IMPORTANCE, DATE, NAME, VALUE, FORCE = "importance", "date", "name", "value", "force"
"""Sort orders: most important first; newest first; by pinyin or alphabet; by unit, largest first;
most binding first, by the column of the force. Each can be reversed; what has no date, no value or
no force is last in either direction."""


def available_orders(store: Store, section: str) -> tuple[str, ...]:
    """Return the orders that apply to a section, its own first."""
    rows = store.query("SELECT max(date <> '') FROM records WHERE section = ?", (section,))
    (dated,) = next(rows)
    listed = store.section(section)
    orders = [IMPORTANCE]
    orders += [DATE] if dated else []
    orders += [each for each in (VALUE, FORCE) if each in listed.column_ids]
    orders.sort(key=lambda order: order != listed.order)
    return (*orders, NAME)


def sort_rows(
    store: Store,
    rows: Sequence[Row],
    order: str,
    language: Language,
    *,
    reverse: bool = False,
    facts: Mapping[str, MatchingFact] = MappingProxyType({}),
) -> list[Row]:
    """Sort the rows of one section; the sort is stable. ``order``: empty for the section's own;
    ``facts``: what rows show in place of their main facts, by id."""
    own = store.section(rows[0].section).order if rows else ""
    order = order or own
    if order == DATE:
        return _by_date(store, rows, reverse, facts)
    if order == VALUE:
        return _by_value(store, rows, reverse, facts)
    if order == FORCE and rows:
        return _by_force(store, rows, language, reverse)
    if order == NAME:
        ordered = _by_name(store, rows, language)
    else:
        ordered = _by_importance(store, rows, language) if own else list(rows)
    return ordered[::-1] if reverse else ordered


def _by_importance(store: Store, rows: Sequence[Row], language: Language) -> list[Row]:
    sql = f"SELECT id, ranked_{language} FROM records WHERE section = ?"
    places: dict[str, int] = dict(store.query(sql, (rows[0].section,)))
    return sorted(rows, key=lambda row: places[row.id])


def _by_name(store: Store, rows: Sequence[Row], language: Language) -> list[Row]:
    if rows:
        names = store.section(rows[0].section).column_index(NAME)
        if language == "zh":
            return _by_pinyin(store, rows, names)
        return sorted(rows, key=lambda row: spelling_key(row.cells[names]))
    return list(rows)


def _by_date(
    store: Store, rows: Sequence[Row], oldest_first: bool, facts: Mapping[str, MatchingFact]
) -> list[Row]:
    """Newest first, by end and then by start. Undated rows come last."""
    found = store.query("SELECT id, date FROM records WHERE date <> ''")
    dates = dict(found) | {fact.id: fact.period for fact in facts.values() if fact.period}
    ends = {identity: day_range(date)[::-1] for identity, date in dates.items()}
    dated = [row for row in rows if row.id in ends]
    undated = [row for row in rows if row.id not in ends]
    return sorted(dated, key=lambda row: ends[row.id], reverse=not oldest_first) + undated


def _by_value(
    store: Store, rows: Sequence[Row], smallest_first: bool, facts: Mapping[str, MatchingFact]
) -> list[Row]:
    """Group by base unit, the most frequent first: 万 and 亿 are converted, values in units that
    cannot be converted are not compared."""
    found = store.query("SELECT id, base_unit, base_value FROM answers WHERE main AND value <> ''")
    values = {identity: (unit, Decimal(value)) for identity, unit, value in found}
    for fact in facts.values():
        values.pop(fact.id, None)
        if fact.base_value:
            values[fact.id] = (fact.base_unit, Decimal(fact.base_value))
    counted: dict[str, int] = {}
    for row in rows:
        if row.id in values:
            unit = values[row.id][0]
            counted[unit] = counted.get(unit, 0) + 1

    def key(row: Row) -> tuple[bool, int, str, Decimal]:
        if row.id not in values:
            return (True, 0, "", Decimal(0))
        unit, value = values[row.id]
        return (False, -counted[unit], unit, value if smallest_first else -value)

    return sorted(rows, key=key)


def _by_force(
    store: Store, rows: Sequence[Row], language: Language, least_first: bool
) -> list[Row]:
    section = store.section(rows[0].section)
    if FORCE not in section.column_ids:
        return list(rows)
    column = section.column_index(FORCE)
    places = {row.id: strongest_force(row.cells[column], language) for row in rows}
    known = [row for row in rows if places[row.id] is not None]
    others = [row for row in rows if places[row.id] is None]
    return sorted(known, key=lambda row: places[row.id] or 0, reverse=least_first) + others


def _by_pinyin(store: Store, rows: Sequence[Row], names: int) -> list[Row]:
    """``names``: the index of the column with the names."""
    found = store.query("SELECT id, syllables FROM folded")
    titles: dict[str, str] = dict(found)
    own = {row.id for row in rows if row.cells[names] == row.title.zh and row.id in titles}
    others = {row.cells[names] for row in rows if row.id not in own}
    usual = store.pinyin_of("".join(others)) if others else {}

    def key(row: Row) -> list[tuple[bool, str, str]]:
        known = titles[row.id].split() if row.id in own else ()
        return pinyin_key(row.cells[names], known, usual)

    return sorted(rows, key=key)
