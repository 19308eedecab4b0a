"""Questions for a growth rate that no source states: the change is computed from two figures."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.asked_form import NO_RATE
from tui.search.ranking import Ranked
from tui.search.record_features import RecordDescriber
from tui.search.verdict import Verdict
from tui.store.dated_values import dated_values
from tui.text.language import Wording, enumeration, one_a_line
from tui.text.period_change import full_periods, newest_change
from tui.text.periods import format_period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.store import AnswerRow, Store

_NO_FIGURE = Wording("没有{years}年的数据", "no figure for {years}")
_CHANGE = Wording(
    "{end}比{start}{change}（编者计算）",
    "{change} from {start} to {end} (editor's calculation)",
)
_STATED = Wording("资料写明的变化：{change}", "change as stated: {change}")
_CHANGES = ("change", "growth", "cagr")
"""Forms of rates that say by how much a value changed."""
_PARTIAL = Wording("{shown}时段较短，不作比较", "not compared (shorter period): {shown}")
_NOT_COMPARED = Wording(
    "没有增长率，只有{figures}；时段不同，不作比较",
    "no growth rate is given, only: {figures}; not compared: the periods differ",
)
_YEAR = 12


def joined(texts: Sequence[Wording]) -> Wording:
    """Return the clauses of one remark."""
    return Wording("；".join(it.zh for it in texts), "; ".join(it.en for it in texts))


def change_words(start: AnswerRow, end: AnswerRow, change: Wording) -> Wording:
    """Return a change in words with its two periods."""
    return _CHANGE.format(end=_period(end), start=_period(start), change=change)


def _period(fact: AnswerRow) -> Wording:
    return Wording(format_period(fact.period, "zh"), format_period(fact.period, "en"))


def missing_years(facts: Sequence[AnswerRow], asked: range | None = None) -> list[Wording]:
    """Return a clause that names the years without a figure between those of yearly figures, or
    among the years asked for; none where there is no such year."""
    spans_of = [(each.first_month // 100, each.last_month // 100) for each in facts]
    covered = {year for first, last in spans_of for year in range(first, last + 1)}
    years = sorted(set(asked or range(min(covered), max(covered))) - covered)
    first, last = (
        set(years) - {year + 1 for year in years},
        set(years) - {year - 1 for year in years},
    )
    spans = [
        Wording(f"{start}—{end}", f"{start}–{end}")
        if start < end
        else Wording(str(start), str(start))
        for start, end in zip(sorted(first), sorted(last), strict=True)
    ]
    return [_NO_FIGURE.format(years=enumeration(spans))] if years else []


def stated_changes(
    store: Store, first: AnswerRow, last: AnswerRow
) -> tuple[list[Wording], list[AnswerRow]]:
    """Return the changes that a source states of a measure between two figures of it, those of the
    longest time first, in words and as facts."""
    measure = last.fact.partition("@")[0]
    found = [
        each
        for each in store.facts(last.id)
        if each.form in _CHANGES
        and each.fact.partition("#")[0] == measure
        and first.first_month <= each.first_month
        and each.last_month <= last.last_month
    ]
    found.sort(key=lambda each: each.first_month - each.last_month)
    return [stated(each) for each in found], found


def stated(fact: AnswerRow) -> Wording:
    """Return a change that a source states in words."""
    return _STATED.format(change=fact.answer)


def is_between(fact: AnswerRow, start: MonthRange, end: MonthRange) -> bool:
    """Return whether a change is from one time to another."""
    starts = start.first <= fact.first_month <= start.last
    return starts and end.first <= fact.last_month <= end.last


def change_of_range(
    store: Store, facts: Sequence[AnswerRow], *, whole: bool = True
) -> tuple[list[Wording], list[AnswerRow]] | None:
    """Return the clauses about the change between figures of one measure, oldest first, and these
    figures in the order of an answer: full periods first, the newest in front. ``whole``: from the
    first to the last full period, else between the last two. None where no change is known."""
    measure = facts[-1].fact.partition("@")[0]
    by_fact = {each.fact: each for each in facts}
    values = [each for each in dated_values(store, measure) if each.key in by_fact]
    change = newest_change(values, whole=whole)
    if change is None:
        return None
    full = [by_fact[each.key] for each in full_periods(values)]
    if not whole:
        full = full[-2:]
    partial = [each for each in facts if each not in full and each.last_month > full[-1].last_month]
    start, end = by_fact[change.start.key], by_fact[change.end.key]
    clauses = [change_words(start, end, change.words)]
    clauses += missing_years(full) if change.end.months == _YEAR else []
    if partial:
        clauses.append(_PARTIAL.format(shown=enumeration([_period(each) for each in partial])))
    others = [each for each in facts if whole and each not in full and each not in partial]
    return clauses, [*full[::-1], *partial[::-1], *others[::-1]]


def with_change(
    store: Store,
    question: Question,
    best: list[tuple[Ranked, Verdict]],
    known: dict[int, KnownMatch],
) -> list[tuple[Ranked, Verdict]]:
    """Return the answers to a question for a rate, of which the first is a mere figure, with the
    newest change of its measure and the figures of it in front; as they are where there is none."""
    first = best[0][0]
    fact = first.described.chosen.fact
    measure = fact.fact.partition("@")[0]
    facts = [each for each in store.facts(fact.id) if each.fact.partition("@")[0] == measure]
    facts = [each for each in facts if each.period and not each.is_rate]
    facts = [each for each in facts if each.rank != "deprecated" and each.status == "reported"]
    facts.sort(key=lambda each: each.last_month)
    found = change_of_range(store, facts, whole=False) if facts else None
    found = found or _uncompared(facts[-2:])
    if found is None:
        return best
    clauses, shown = found
    verdict = best[0][1]
    if verdict.remark == NO_RATE:
        verdict = Verdict("exact")
    else:  # with a clause that it is of another company than the one named
        clauses.insert(0, _without_no_rate(verdict.remark))
    first_verdict = verdict._replace(remark=one_a_line(clauses))
    verdicts = [first_verdict, *[Verdict("exact")] * (len(shown) - 1)]
    figures = [with_fact(first, each) for each in shown]
    trend = trends_of(store, question, known, fact.id)
    named = {fact.id, *(item.described.record.id for item in trend)}
    rest = [pair for pair in best[1:] if pair[0].described.record.id not in named]
    return [
        *zip(figures, verdicts, strict=True),
        *((item, Verdict("exact")) for item in trend),
        *rest,
    ]


def _without_no_rate(remark: Wording) -> Wording:
    zh, en = remark.zh.removesuffix(NO_RATE.zh), remark.en.removesuffix(NO_RATE.en)
    return Wording(zh.rstrip("\n"), en.rstrip("\n"))


def _uncompared(facts: list[AnswerRow]) -> tuple[list[Wording], list[AnswerRow]] | None:
    """Return the last two figures of a measure, of periods that differ in length, with a remark;
    None where there is one figure only."""
    if len(facts) < 2 or facts[0].period == facts[1].period:
        return None
    first, second = (each.answer for each in facts)
    second = Wording(_after(first.zh, second.zh, "，"), _after(first.en, second.en, ", "))
    figures = joined([first, second])
    return [_NOT_COMPARED.format(figures=figures)], facts[::-1]


def _after(text: str, other: str, sign: str) -> str:
    """Return a text without the name of a measure with which another one begins, too."""
    name, found, rest = other.partition(sign)
    return rest if found and text.startswith(name + sign) else other


def with_fact(item: Ranked, fact: AnswerRow) -> Ranked:
    """Return an answer with another fact of its record."""
    described = item.described
    return item._replace(described=described._replace(chosen=described.chosen._replace(fact=fact)))


def trends_of(
    store: Store, question: Question, known: dict[int, KnownMatch], record: str
) -> list[Ranked]:
    """Return the trend that rests on the figures of a record; none where there is none."""
    rows = store.query(
        "SELECT position FROM records JOIN links ON from_id = records.id "
        "JOIN facets ON facets.id = records.id WHERE to_id = ? AND links.type = 'supports' "
        "AND facet = 'type' AND value = 'trend' ORDER BY position LIMIT 1",
        (record,),
    )
    records = store.indexed_records([position for (position,) in rows])
    describer = RecordDescriber(store, question, [1.0] * len(question.parts), known)
    store.load_facts({each.id for each in records})
    return [Ranked(0.0, describer.describe(each, describer.in_names(each))) for each in records]
