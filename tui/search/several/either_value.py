"""Questions which of two values is right (1,000 or 2,000 doctors, 日均咨询16万还是45万): the
disagreement between them, else both figures. A number before what is counted is no year."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_ids
from tui.search.fact_choice import SAME, ChosenFact
from tui.search.features import IN_NAME, IN_SUMMARY, in_fact, in_record
from tui.search.several.compared_figures import NOT_ALIKE
from tui.search.several.list_question import described_records
from tui.search.verdict import Verdict
from tui.text.language import one_a_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.question.reader import Part
    from tui.search.find import Explanation
    from tui.search.ranking import Ranked
    from tui.store import Store

    Explain = Callable[[Store, str, int], Explanation]

_POWERS = {"": 0, "万": 4, "亿": 8, "万亿": 12, "million": 6, "billion": 9, "trillion": 12}
_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(万亿|亿|万|(?:m|b|tr)illion\b)?"
_EITHER = re.compile(
    rf"(?<![\d.,]){_NUMBER}\s*[名家人位个元次]*\s*(?:\bor\b|\bvs\b\.?|\bversus\b|还是|或者?)\s*"
    rf"{_NUMBER}(?![\d.,]*\d|\s*[年月-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTERS = re.compile(r"^[名家人位个元次]+")
_LOOKED_AT = 20
"""Answers to the rest of the question among which the record of the figures is."""


def either_value(store: Store, text: str, limit: int, explain: Explain) -> Explanation | None:
    """Return the disagreement that has both values of a question, else both figures of one measure;
    None where no record that the rest of the question finds has both, and for two years."""
    asks = _EITHER.search(text)
    if asks is None:
        return None
    first, power, second, other_power = asks.groups(default="")
    is_year = [_YEAR.fullmatch(it) for it in (first + power, second + other_power)]
    after = _COUNTERS.sub("", text[asks.end() :])
    rest = f"{text[: asks.start()]} {after}".strip(" ?？,，:：")
    if all(is_year) or not rest:
        return None
    values = [_value(first, power or other_power), _value(second, other_power)]
    rows = store.query(
        "SELECT id, fact, number, base_value FROM answers WHERE value <> '' AND fact <> '' "
        "AND base_value IN (?, ?)",
        values,
    )
    having: list[set[str]] = [set(), set()]
    numbers: dict[tuple[str, str], dict[float, int]] = {}
    for identity, fact, number, value in rows:
        having[values.index(value)].add(fact.partition(":")[0])
        measure = fact.partition("@")[0]
        numbers.setdefault((identity, measure), {}).setdefault(value, number)
    if not all(having):
        return None
    disputed: dict[str, set[str]] = {}
    sql = "SELECT id, fact FROM disputed_figures UNION SELECT id, fact FROM disagreements "
    for identity, fact in store.query(f"{sql} WHERE fact IS NOT NULL"):
        disputed.setdefault(identity, set()).add(fact.partition(":")[0])
    disputes = [it for it, facts in disputed.items() if all(facts & each for each in having)]
    both = {identity: found for (identity, _), found in numbers.items() if len(found) == 2}
    if not (disputes or both):
        return None
    steps = explain(store, rest, _LOOKED_AT)
    ids = [item.described.record.id for item, _ in steps.ranked]
    related = {
        identity: {
            identity,
            *(fact.partition(".")[0].partition("@")[0] for fact in disputed[identity]),
        }
        for identity in disputes
    }
    parts = steps.question.parts
    fitting = [
        it
        for it in disputes
        if not related[it].isdisjoint(ids) and _have(store, related[it], disputed[it], parts)
    ]
    shown = _figures(store, steps, next((both[it] for it in ids if it in both), {}), values)
    if fitting:
        dispute = min(fitting, key=lambda it: (ids.index(it) if it in ids else len(ids), it))
        rows = store.query("SELECT position FROM folded WHERE id = ? LIMIT 1", (dispute,))
        records = store.indexed_records([position for (position,) in rows])
        asked = steps.question._replace(parts=(), asks=frozenset())
        (item,) = described_records(store, asked, {}, records)
        shown.append((item._replace(score=1.0), Verdict("exact")))
    if not shown:
        return None
    taken = {item.described.record.id for item, _ in shown}
    others = [
        (item, Verdict("near")) for item, _ in steps.ranked if item.described.record.id not in taken
    ]
    command = ("show", shown[-1][0].described.record.id)
    is_several = len(shown) > 1
    return steps._replace(ranked=[*shown, *others][:limit], several=is_several, command=command)


def _figures(
    store: Store, steps: Explanation, numbers: dict[float, int], values: list[float]
) -> list[tuple[Ranked, Verdict]]:
    """Return the figures of values, the first with a remark that has them all."""
    if not numbers:
        return []
    for item, _ in steps.ranked:
        by_number = {fact.number: fact for fact in store.facts(item.described.record.id)}
        if all(number in by_number for number in numbers.values()):
            break
    else:
        return []
    facts = [by_number[numbers[value]] for value in values]
    record = item.described.record
    if not _have(store, {record.id}, {fact.fact for fact in facts}, steps.question.parts):
        return []
    remark = one_a_line([*(fact.answer for fact in facts), NOT_ALIKE])
    described = [item.described._replace(chosen=ChosenFact(it, [], SAME, 0)) for it in facts]
    first, second = [item._replace(score=1.0, described=each) for each in described]
    return [(first, Verdict("exact", (), remark)), (second, Verdict("exact"))]


def _have(store: Store, ids: set[str], facts: set[str], parts: Sequence[Part]) -> bool:
    """Return whether the names of records, or figures of them, have each part of a question."""
    records = store.indexed_records(positions_of_ids(store, sorted(ids)))
    store.load_facts(ids)
    own = [it for each in ids for it in store.facts(each) if it.fact and it.fact in facts]
    return all(
        any(in_record(part, each) >= IN_NAME for each in records)
        or any(in_fact(part, fact) > IN_SUMMARY for fact in own)
        for part in parts
    )


def _value(number: str, power: str) -> float:
    return float(Decimal(number.replace(",", "")).scaleb(_POWERS[power.lower()]))
