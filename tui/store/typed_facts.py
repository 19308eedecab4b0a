"""Answers as typed facts: numbers, unit, qualifier, period, rank; imported by JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from tui.question.tables import in_lists
from tui.store.rows import AnswerWithEvidence
from tui.store.store import Store
from tui.text.language import NO_TEXT, Wording
from tui.text.period_bounds import period_bounds
from tui.text.unit_names import base_unit_code, unit_name


class TypedFact(NamedTuple):
    """A figure, event or offering of a record; what it does not have is None, or an empty text.

    ``form``: ``observation``, the type of a rate, ``event``, ``offering``. ``value``: in ``unit``
    as printed; ``base_value``: the same without its power of ten. ``qualifier``: ``over``,
    ``at_least``, ``about`` or ``under``. ``period_start``, ``period_end``: ISO dates. ``used``:
    whether it is the value of its measure and period that the briefing uses. ``text``: the value
    in words.
    """

    fact: str
    id: str
    kind: str
    measure: Wording
    form: str
    value: Decimal | None
    unit: Wording
    qualifier: str | None
    base_value: Decimal | None
    base_unit: str | None
    period: str | None
    period_start: str | None
    period_end: str | None
    status: str | None
    rank: str | None
    used: bool | None
    as_printed: str | None
    text: Wording


_SELECT = """
    SELECT a.number, a.form, a.measure_zh, a.measure_en, a.value, a.unit, a.base_value,
           a.as_printed, a.amount_zh, a.amount_en,
           a.rank = 'preferred' OR (a.rank = 'normal' AND NOT EXISTS (
               SELECT 1 FROM answers o WHERE o.id = a.id AND o.measure = a.measure
               AND o.period = a.period AND o.form = a.form AND o.rank = 'preferred'))
    FROM answers a WHERE a.form <> 'whole' AND a.number IN ({places})
"""


def typed_facts(store: Store, entries: Iterable[AnswerWithEvidence]) -> dict[int, TypedFact]:
    """Return the typed facts of these answers by ``number``; the summary of a record has none."""
    by_number = {entry.number: entry for entry in entries}
    return {
        row[0]: _typed_fact(by_number[row[0]], *row[1:])
        for places, numbers in in_lists([*by_number])
        for row in store.query(_SELECT.format(places=places), numbers)
    }


def _typed_fact(
    entry: AnswerWithEvidence,
    form: str,
    measure_zh: str,
    measure_en: str,
    value: str,
    unit: str,
    base_value: str,
    as_printed: str,
    text_zh: str,
    text_en: str,
    used: int,
) -> TypedFact:
    has_value = bool(value)
    start, end = period_bounds(entry.period) if entry.period else (None, None)
    return TypedFact(
        entry.fact,
        entry.id,
        entry.kind,
        Wording(measure_zh, measure_en) if measure_en else entry.title,
        form,
        Decimal(value) if has_value else None,
        unit_name(unit) if has_value else NO_TEXT,
        None,
        Decimal(base_value) if has_value else None,
        base_unit_code(unit) if has_value else None,
        entry.period or None,
        start,
        end,
        entry.status or None,
        entry.rank if has_value else None,
        bool(used) if has_value else None,
        as_printed or None,
        Wording(text_zh, text_en),
    )
