"""Questions for the average size of a deal, which no source states: average deal size 2023,
平均每笔多少. It is computed from the amount and the number of the deals of one period."""

from __future__ import annotations

from decimal import Context, Decimal
from itertools import pairwise
from operator import itemgetter

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.computed_change import with_fact
from tui.search.features import IN_NAME, in_record
from tui.search.several.list_question import described_records
from tui.search.verdict import ASK_NUMBER, Verdict
from tui.store.dated_values import dated_values
from tui.text.language import LANGUAGES, Wording, one_a_line
from tui.text.number_format import format_quantity
from tui.text.periods import format_period
from tui.text.units import UNITS
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.search.verdict import Match
    from tui.store import IndexedRecord, Store
    from tui.text.language import Language
    from tui.text.period_change import DatedValue

_AVERAGES = words_of("average averages avg mean typical")
_EACH = frozenset(("per", "each", "每笔", "每起"))
_SIZES = frozenset(("size", "sizes"))
_DEALS = words_of("deal deals round rounds ticket tickets cheque cheques check")
_MONEY = words_of("investment funding")
_SAID = _AVERAGES | _EACH | _SIZES | _DEALS | _MONEY
_SAID |= words_of("financing amount value cost price raised transaction money much how")
_ASKS = ASK_NUMBER | {"latest", "now", "what", "meaning"}
"""Kinds of question that an average answers."""
_CHINESE = (
    *("平均每", "平均单", "每起", "每笔", "单笔", "笔均", "每单", "一笔平均", "平均一笔", "每轮"),
    *("平均融资", "平均投资", "融资平均"),
)
_CHINESE_SAID = frozenset("平均每单笔起轮次一宗融投资金额规模事件交易多少钱大是的约")
_THREE_DIGITS = Context(prec=3)
_AVERAGE = Wording(
    "{period}平均每起约{average}（{amount}÷{count}，编者计算）",
    "{period}: about {average} a deal ({amount} ÷ {count}; editor's calculation)",
)
_OTHER_SOURCE = Wording(
    "金额和起数来自不同来源，范围可能不同",
    "amount and number are from different sources and may differ in scope",
)
_NO_PERIOD = Wording("没有{asked}的金额和起数", "no amount and number of deals for {asked}")
_MOST_PERIODS = 3


class _Average(NamedTuple):
    """The amount and the number of the deals of one period."""

    amount: DatedValue
    deals: DatedValue


def asks_for_average(question: Question) -> bool:
    """Return whether a question asks for the average size of a deal."""
    text, words = question.query.text, question.query.words
    if not question.asks <= _ASKS or not _EACH.issuperset(question.qualifiers):
        return False
    if text.isascii():
        pairs = list(pairwise(words))
        if any(before in _EACH and word in _DEALS for before, word in pairs):
            return True
        if any(before in _DEALS and word in _SIZES for before, word in pairs):
            return True
        return not (_AVERAGES.isdisjoint(words) or (_DEALS | _MONEY).isdisjoint(words))
    return any(word in text for word in _CHINESE)


def with_average(
    store: Store,
    question: Question,
    best: list[tuple[Ranked, Verdict]],
    known: dict[int, KnownMatch],
) -> list[tuple[Ranked, Verdict]]:
    """Return the amount of the deals that a question asks about and their number, with the averages
    in the remark, before the other answers; these as they are where no average is known."""
    if not asks_for_average(question):
        return best
    rest = [part for part in question.parts if not _is_said(part)]
    places = {item.described.record.id: -place for place, (item, _) in enumerate(best)}
    fitting = []
    for amount, count, averages in _pairs(store):
        if all(in_record(part, amount) >= IN_NAME for part in rest):
            asked = [each for each in averages if _is_within(each, question)]
            order = bool(asked), len(averages), places.get(amount.id, -len(best)), -amount.position
            fitting.append((order, amount, count, averages, asked))
    if not fitting:
        return best
    _, amount, count, averages, asked = max(fitting, key=itemgetter(0))
    months = question.query.months
    shown = (asked or averages)[:_MOST_PERIODS]
    clauses = [_in_words(store, each) for each in shown]
    if any(each.amount.source != each.deals.source for each in shown):
        clauses.append(_OTHER_SOURCE)
    if months and not asked:
        from tui.search.period_remarks import period_words

        clauses.insert(0, _NO_PERIOD.format(asked=period_words(months)))
    match: Match = "exact" if asked else "other_period"
    items = described_records(store, question, known, [amount, count])
    keys = (shown[0].amount.key, shown[0].deals.key)
    figures = [
        (with_fact(item, fact), Verdict(match))
        for item, key in zip(items, keys, strict=True)
        for fact in store.facts(item.described.record.id)
        if fact.fact == key
    ]
    figures[0] = figures[0][0], Verdict(match, (), one_a_line(clauses))
    others = [pair for pair in best if pair[0].described.record.id not in (amount.id, count.id)]
    return [*figures, *((item, Verdict("near")) for item, _ in others)]


def _is_within(average: _Average, question: Question) -> bool:
    months, period = question.query.months, average.amount
    return not months or (period.first >= months.first and period.last <= months.last)


def _is_said(part: Part) -> bool:
    """Return whether a part says no more than that the average of deals is asked for."""
    if part.text.isascii():
        return set(part.text.split()) <= _SAID
    return set(part.text) <= _CHINESE_SAID


def _pairs(store: Store) -> list[tuple[IndexedRecord, IndexedRecord, list[_Average]]]:
    """Return the statistics of an amount and of the number of deals that are related and have both
    of one period, with these, newest first."""
    rows = store.query(
        "SELECT DISTINCT a.position, b.position FROM links "
        "JOIN records a ON a.id IN (from_id, to_id) JOIN records b ON b.id IN (from_id, to_id) "
        "WHERE links.type = 'related' AND a.id <> b.id "
        "AND a.kind = 'statistic' AND b.kind = 'statistic'"
    )
    found = []
    for positions in list(rows):
        amount, count = (store.indexed_records((each,))[0] for each in positions)
        counts = {
            (each.first, each.last): each
            for each in dated_values(store, count.id)
            if each.unit == "deal" and each.value
        }
        averages = [
            _Average(each, counts[each.first, each.last])
            for each in dated_values(store, amount.id)
            if (each.first, each.last) in counts and each.unit != "deal"
        ]
        averages.sort(key=lambda each: -each.amount.last)
        if averages and _currency(store, averages[0].amount):
            found.append((amount, count, averages))
    return found


def _currency(store: Store, amount: DatedValue) -> str:
    unit = _unit(store, amount)
    return UNITS[unit].currency


def _unit(store: Store, figure: DatedValue) -> str:
    record = figure.key.partition("@")[0]
    return next(each.unit for each in store.facts(record) if each.fact == figure.key)


def _in_words(store: Store, average: _Average) -> Wording:
    """Return the average of a period with the two figures."""
    unit = _unit(store, average.amount)
    value = _THREE_DIGITS.divide(average.amount.value, average.deals.value)
    amount, count = (
        Wording(*(_quantity(each.value, _unit(store, each), it) for it in LANGUAGES))
        for each in average
    )
    record = average.amount.key.partition("@")[0]
    period = next(it.period for it in store.facts(record) if it.fact == average.amount.key)
    return _AVERAGE.format(
        period=Wording(*(format_period(period, each) for each in LANGUAGES)),
        average=Wording(*(_quantity(value, unit, each) for each in LANGUAGES)),
        amount=amount,
        count=count,
    )


def _quantity(value: Decimal, unit: str, language: Language) -> str:
    """Return a value of a base unit in the largest power of ten of the unit that it reaches."""
    scaled = value.scaleb(-UNITS[unit].scale)
    if abs(scaled) < 1 and unit.startswith("亿"):
        unit = f"万{unit[1:]}"
        scaled = value.scaleb(-UNITS[unit].scale)
    return format_quantity(Decimal(format(scaled.normalize(), "f")), unit, language)
