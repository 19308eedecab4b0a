"""Answers as typed facts: numbers, unit, qualifier, period, rank; imported by JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from tui.question.tables import in_lists
from tui.store.rows import AnswerRow, AnswerWithEvidence
from tui.store.store import Store
from tui.text.language import NO_TEXT, Wording
from tui.text.unit_names import unit_name


class TypedFact(NamedTuple):
    """A figure, event or offering of a record; what it does not have is None, or an empty text.

    ``form``: ``observation``, the type of a rate, ``event``, ``offering``. ``value``: in ``unit``
    as printed; ``base_value``: the same without its power of ten. ``qualifier``: ``over``,
    ``at_least``, ``about``, ``nearly`` or ``under``. ``period_start``, ``period_end``: ISO dates.
    ``used``: whether it is the value of its measure and period that the briefing uses. ``text``:
    the value in words. ``scope``, ``denominator``: of the measure.
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
    reason: Wording
    """Why it is preferred, rejected or disputed."""
    note: Wording
    """The editor's notes, one per line."""
    scope: Wording
    denominator: Wording
    disputed: bool
    """Whether it is a side of a disagreement."""


_SELECT = """
    SELECT a.number, a.form, a.measure_zh, a.measure_en, a.value, a.unit, a.qualifier,
           a.exact_base_value, a.base_unit, a.period_start, a.period_end, a.used, a.as_printed,
           a.amount_zh,
           a.amount_en, a.reason_zh, a.reason_en, a.note_zh, a.note_en, coalesce(m.scope_zh, ''),
           coalesce(m.scope_en, ''), coalesce(m.denominator_zh, ''),
           coalesce(m.denominator_en, ''), f.disputed
    FROM answers a JOIN facts f USING (number)
    LEFT JOIN measures m ON m.measure = a.measure
    WHERE a.number IN ({places})
"""


def side_facts(
    store: Store, entries: Iterable[AnswerWithEvidence]
) -> dict[tuple[str, str], TypedFact]:
    """Return the facts that disagree with these answers by ``fact`` and ``value``."""
    sides = [side for entry in entries for side in entry.disagrees if side["fact"]]
    wanted = {(side["fact"], side["value"]) for side in sides}
    records = list(dict.fromkeys(side["record"] for side in sides))
    store.load_facts(records)
    rows = [row for record in records for row in store.facts(record)]
    rows = [row for row in rows if (row.fact, row.value) in wanted]
    facts = typed_facts(store, rows)
    return {(row.fact, row.value): facts[row.number] for row in reversed(rows)}


def typed_facts(
    store: Store, entries: Iterable[AnswerWithEvidence | AnswerRow]
) -> dict[int, TypedFact]:
    """Return the typed facts of these answers by ``number``, without summaries of records."""
    by_number = {entry.number: entry for entry in entries}
    return {
        row[0]: _typed_fact(by_number[row[0]], row[1:])
        for places, numbers in in_lists([*by_number])
        for row in store.query(_SELECT.format(places=places), numbers)
    }


def _typed_fact(entry: AnswerWithEvidence | AnswerRow, row: Sequence[Any]) -> TypedFact:
    form, measure_zh, measure_en, value, unit, qualifier, base_value, base, *row = row
    start, end, used, as_printed, text_zh, text_en, *texts, disputed = row
    reason, note, scope, denominator = map(Wording, texts[::2], texts[1::2])
    has_value = bool(value)
    return TypedFact(
        entry.fact,
        entry.id,
        entry.kind,
        Wording(measure_zh, measure_en) if measure_en else entry.title,
        form,
        Decimal(value) if has_value else None,
        unit_name(unit, base) if has_value else NO_TEXT,
        qualifier,
        Decimal(base_value) if has_value else None,
        base if has_value else None,
        entry.period or None,
        start,
        end,
        entry.status or None,
        entry.rank if form == "observation" else None,
        bool(used) if has_value else None,
        as_printed or None,
        Wording(text_zh, text_en),
        reason,
        note,
        scope,
        denominator,
        bool(disputed),
    )
