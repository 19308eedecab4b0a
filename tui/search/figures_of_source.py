"""Questions that name who published a source: the figures that this source gives come first
(OFweek forecast 2025, 观研天下 用户)."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_ids
from tui.question.reader import read_question
from tui.question.tables import in_list
from tui.search.fact_choice import OUTSIDE, SAME, ChosenFact, period_relation
from tui.search.ranking import Ranked
from tui.search.record_features import DescribedRecord
from tui.search.verdict import Verdict
from tui.text.language import NO_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.question.reader import Question
    from tui.search.find import Explanation
    from tui.store import AnswerRow, IndexedRecord, Store

_LOOKED_AT = 40
"""Answers to the rest of a question among which those of the source are."""
_RELIABLE = re.compile(
    r"\b(?:reliab|trustworth|credib|trusted)|可信|靠谱|可靠|信得过", re.IGNORECASE
)
_OF_A_TEXT = {"person", "date"}
"""What a question may ask of a text itself: who wrote it, and when."""
_SAYS_NOTHING = re.compile(
    r"^(?:'s|’s|的|对|在)+|^(?:by|from|in)\b|\b(?:according to|by|from|in) *$"
)


def with_figures_of_source(
    store: Store, text: str, steps: Explanation, limit: int, explain: Callable[..., Explanation]
) -> Explanation:
    """Return the answers to a question whose first one is who published a source, or a figure that
    lacks its name, with what this source says on the rest of the question in front; as they are
    where it says nothing on it."""
    for record in _named_companies(store, steps):
        names = [part.text for part in steps.question.parts if record.position in part.names]
        if names and (sources := published_by(store, record.id)):
            break
    else:
        return steps
    asks_only_of_it = all(record.position in part.names for part in steps.question.parts)
    if _RELIABLE.search(text) or (asks_only_of_it and steps.question.asks & _OF_A_TEXT):
        return _with_sources_first(store, steps, sources, limit)
    rest = _without(text, names[0])
    asked = read_question(store, rest)
    if rest == text or not (asked.parts or asked.query.months):
        return steps
    if asked.only_asks or not asked.parts:
        found = _figures(store, asked, sources)
    else:
        found = figures_among(store, asked, explain(store, rest, _LOOKED_AT).ranked, sources)
    first = steps.ranked[0][0].described.record
    if first.kind == "statistic":  # its measure is what is asked for
        found = [pair for pair in found if pair[0].described.record.id == first.id]
    shown = {record.id, *(item.described.record.id for item, _ in found)}
    others = [pair for pair in steps.ranked if pair[0].described.record.id not in shown]
    own = [(item, verdict._replace(remark=NO_TEXT)) for item, verdict in others]
    return steps._replace(ranked=[*found, *own][:limit]) if found else steps


def _with_sources_first(
    store: Store, steps: Explanation, sources: list[str], limit: int
) -> Explanation:
    """Return answers with the sources first, which say who wrote them, how and for whom."""
    records = store.indexed_records(positions_of_ids(store, sources))
    store.load_facts({record.id for record in records})
    found = []
    for record in sorted(records, key=lambda each: each.position):
        chosen = ChosenFact(store.facts(record.id)[0], [], SAME, 0)
        found.append((Ranked(1.0, DescribedRecord(record, chosen, {}, [])), Verdict("exact")))
    ids = {record.id for record in records}
    others = [pair for pair in steps.ranked if pair[0].described.record.id not in ids]
    return steps._replace(ranked=[*found, *others][:limit])


def _named_companies(store: Store, steps: Explanation) -> list[IndexedRecord]:
    """Return the company that leads the answers, and those that a question names."""
    first = steps.ranked[0][0].described.record
    named = [position for part in steps.question.parts for position in part.names]
    return [each for each in (first, *store.indexed_records(named)) if each.kind == "player"]


def published_by(store: Store, record: str) -> list[str]:
    """Return the sources whose author, producer or site is a record."""
    sql = (
        "SELECT s.id FROM records named CROSS JOIN records listed "
        "CROSS JOIN sources s ON s.id = listed.id "
        "WHERE named.id = ? AND listed.section = 'sources' AND instr(s.short_zh || char(10) || "
        "s.author_zh || char(10) || s.producer_zh || char(10) || s.container_zh, named.title_zh)"
    )
    return [source for (source,) in store.query(sql, (record,))]


def _without(text: str, name: str) -> str:
    before, found, after = text.lower().partition(name)
    if not found:
        return text
    before, after = (_SAYS_NOTHING.sub(" ", each.strip()) for each in (before, after))
    return f"{before} {after}".strip()


def _figures(store: Store, asked: Question, sources: list[str]) -> list[tuple[Ranked, Verdict]]:
    """Return the figures of sources of the period and status that a question asks for, one a
    record, by importance."""
    places, wanted = in_list(sources)
    rows = store.query(
        "SELECT DISTINCT r.position, a.number FROM answers a JOIN records r USING (id) "
        "JOIN evidence e ON e.answer = a.number "
        f"WHERE side = 0 AND a.value <> '' AND r.kind = 'statistic' AND source IN ({places}) "
        "ORDER BY r.position, a.number",
        wanted,
    )
    numbers: dict[int, set[int]] = {}
    for position, number in rows:
        numbers.setdefault(position, set()).add(number)
    records = store.indexed_records(numbers)
    store.load_facts({record.id for record in records})
    found = []
    for record in sorted(records, key=lambda each: each.position):
        facts = [each for each in store.facts(record.id) if each.number in numbers[record.position]]
        facts = [each for each in facts if not each.is_rate and _fits(each, asked)]
        if facts:
            described = DescribedRecord(record, ChosenFact(facts[0], [], SAME, 0), {}, [])
            found.append((Ranked(1.0, described), Verdict("exact")))
    return found


def _fits(fact: AnswerRow, asked: Question) -> bool:
    """Return whether a figure has the status and period that a question asks for."""
    if "forecast" in asked.asks and fact.status != "forecast":
        return False
    months = asked.query.months
    return not months or period_relation(fact, months) != OUTSIDE


def figures_among(
    store: Store, asked: Question, ranked: list[tuple[Ranked, Verdict]], sources: list[str]
) -> list[tuple[Ranked, Verdict]]:
    """Return the figures among answers that rest on sources, of a record the one that does."""
    places, wanted = in_list(sources)
    found = []
    for item, verdict in ranked:
        described = item.described
        facts = [described.chosen.fact, *store.facts(described.record.id)]
        numbers, keys = in_list([each.number for each in facts])
        sql = (
            "SELECT answer FROM evidence WHERE side = 0 "
            f"AND source IN ({places}) AND answer IN ({numbers})"
        )
        having = {number for (number,) in store.query(sql, [*wanted, *keys])}
        kept = [each for each in facts if each.number in having and _fits(each, asked)]
        chosen = described.chosen.fact
        kept = [each for each in kept if each is chosen or _same_measure(each, chosen)]
        is_named = any(described.record.position in part.names for part in asked.parts)
        is_figure = described.record.kind == "statistic" or (is_named and bool(chosen.value))
        if verdict.match == "exact" and kept and is_figure:
            fact = kept[0] if kept[0] is chosen else max(kept, key=_newest_actual)
            described = described._replace(chosen=described.chosen._replace(fact=fact))
            found.append((item._replace(described=described), verdict))
    return found


def _newest_actual(fact: AnswerRow) -> tuple[bool, bool, int]:
    """Return the sort key by which the newest figure that is no forecast comes last."""
    return not fact.is_rate, fact.status != "forecast", fact.last_month


def _same_measure(fact: AnswerRow, other: AnswerRow) -> bool:
    return bool(fact.value) and fact.fact.partition("@")[0] == other.fact.partition("@")[0]
