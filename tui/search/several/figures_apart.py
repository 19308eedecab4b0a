"""Questions for the difference of two figures: difference between 309.9 and 353.7,
3099亿和3537亿相差多少. Answered by the disagreement that has both."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.search.computed_change import with_fact
from tui.search.measure_name import NAMED
from tui.search.several.compared_figures import MEASURES_DIFFER
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.store.short_titles import short_title
from tui.text.language import LANGUAGES, Wording, one_a_line
from tui.text.number_format import format_quantity
from tui.text.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.reader import Question
    from tui.store import Store

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_UNITS = "万亿|[亿万%]|[bmtr]+illion"
_YEAR = re.compile(rf"(?<![\d.])(?:19|20)\d\d(?![\d.]| ?(?:{_UNITS}))")
_DIFFERENCE = Wording(
    "{measure}：相差{difference}，即高{rate}%（编者计算）\n较高：{more}\n较低：{less}",
    "{measure}: difference of {difference}, {rate}% more (editor's calculation)\n"
    "higher: {more}\nlower: {less}",
)
_AMOUNT = rf"\d+(?:\.\d+)?(?: ?(?:{_UNITS}))?"
_END = r"(?: ?(?:元|人|yuan|cny|rmb))?"
_TWO_VALUES = re.compile(
    rf"(?:what (?:is|s) )?(?:the )?(?:difference|gap) (?:between|of) (?P<one>{_AMOUNT}){_END} "
    r"(?:and|to|from) "
    rf"(?P<other>{_AMOUNT}){_END}"
    rf"|(?P<first>{_AMOUNT}){_END} ?(?:和|与|跟|同|比|、|,|，) ?(?P<second>{_AMOUNT}){_END}"
    r"(?:之间)?的?(?:相差|差距|差额|差|高|低|多|少)(?:了?多少|是多少|有多大)?",
)
"""A question for the difference of two values that names nothing else."""
_UNIT_AFTER = re.compile(rf" ?(?:{_UNITS})$")
_POWERS = {"万亿": 12, "亿": 8, "万": 4, "%": 0, "million": 6, "billion": 9, "trillion": 12}
_SAME_UNIT = Wording(
    "相差{difference}（{more} − {less}），即高{rate}%",
    "difference: {difference} ({more} − {less}), {rate}% more",
)
"""For numbers of which no measure has both."""


class AnswerValue(NamedTuple):
    """A figure of a measure, with its answer in words."""

    record: str
    fact: str
    measure: str
    period: str
    status: str
    value: Decimal
    unit: str
    amounts: str
    answer: Wording

    def has(self, number: str) -> bool:
        """Return whether a number, with its unit if that is typed, is the value in a language."""
        return _has_number([self.amounts], number)


def numbers_in(text: str) -> list[str]:
    """Return the numbers of a question that are no years."""
    return _NUMBER.findall(_YEAR.sub(" ", text.replace(",", "")))


def figures(store: Store) -> list[AnswerValue]:
    """Return the figures that are in use and no rates, by measure and period."""
    rows = store.query(
        "SELECT id, fact, measure, period, status, value, unit, "
        "value || ' ' || amount_zh || ' ' || amount_en, answer_zh, answer_en "
        "FROM answers WHERE form = 'observation' "
        "AND rank <> 'deprecated' AND value <> '' ORDER BY number"
    )
    return [
        AnswerValue(
            record=identity,
            fact=fact,
            measure=measure,
            period=period,
            status=status,
            value=Decimal(value),
            unit=unit,
            amounts=amounts.replace(",", ""),
            answer=Wording(zh, en),
        )
        for identity, fact, measure, period, status, value, unit, amounts, zh, en in rows
    ]


def difference_of(store: Store, one: AnswerValue, other: AnswerValue) -> Wording:
    """Return by how much the greater of two figures of one unit is greater, and which it is."""
    less, more = sorted((one, other), key=lambda each: each.value)
    apart = more.value - less.value
    return _DIFFERENCE.format(
        measure=short_title(store, more.record),
        difference=Wording(*(format_quantity(apart, more.unit, each) for each in LANGUAGES)),
        rate=f"{apart / less.value * 100:.1f}",
        more=more.answer,
        less=less.answer,
    )


def disagreement_with_both(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the disagreement with the fewest sides among those whose sides have the two figures of
    a question; None for any other question."""
    numbers = numbers_in(question.query.text)
    if len(numbers) != 2:
        return _of_values(store, question)
    less, more = sorted(map(Decimal, numbers))
    if not 0 < less < more:
        return None
    texts: dict[str, list[str]] = {}
    for identity, zh, en in store.query("SELECT id, text_zh, text_en FROM disagreements"):
        texts.setdefault(identity, []).append(f"{zh} {en}".replace(",", ""))
    having = [
        identity
        for identity, sides in texts.items()
        if _has_number(sides, numbers[0]) and _has_number(sides, numbers[1])
    ]
    if not having:
        return _of_values(store, question)
    record = min(having, key=lambda identity: len(texts[identity]))
    return disagreement_with_remark(store, question, record, _remark(store, numbers, less, more))


def _of_values(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the two figures whose values a question names and nothing else, with their difference
    if they are of one unit; None for any other question, and for two years."""
    asked = _TWO_VALUES.fullmatch(question.query.text.strip(" ?？"))
    if asked is None:
        return None
    typed = asked["one"] or asked["first"], asked["other"] or asked["second"]
    if all(_YEAR.fullmatch(each) for each in typed):
        return None
    unit = _UNIT_AFTER.search(typed[1])
    values = [
        each if _UNIT_AFTER.search(each) or not unit else f"{each}{unit[0]}" for each in typed
    ]
    known = figures(store)
    found = [next((it for it in known if _is_value(it, each)), None) for each in values]
    one, other = found
    if one is None or other is None or one is other:
        return None
    if one.record == other.record and one.measure == other.measure:
        remark = difference_of(store, one, other)
    else:
        remarks = [
            NAMED.format(name=short_title(store, it.record), words=it.answer) for it in (one, other)
        ]
        remark = one_a_line([MEASURES_DIFFER, *remarks])
    return _figures_with_remark(store, question, (one, other), remark)


def _is_value(figure: AnswerValue, typed: str) -> bool:
    """Return whether a number with its unit is the value of a figure."""
    unit = _UNIT_AFTER.search(typed)
    if unit is None:
        return figure.has(typed)
    number = Decimal(typed[: unit.start()].strip())
    return number.scaleb(_POWERS[unit[0].strip()]) == figure.value.scaleb(UNITS[figure.unit].scale)


def _figures_with_remark(
    store: Store, question: Question, shown: Sequence[AnswerValue], remark: Wording
) -> SeveralAnswers:
    rows = [
        store.query("SELECT position FROM folded WHERE id = ? LIMIT 1", (each.record,))
        for each in shown
    ]
    positions = [position for found in rows for (position,) in found]
    asked = question._replace(parts=(), asks=frozenset())
    items = {
        item.described.record.id: item
        for item in described_records(store, asked, {}, store.indexed_records(positions))
    }
    answers = []
    for each in shown:
        fact = next(it for it in store.facts(each.record) if it.fact == each.fact)
        item = with_fact(items[each.record], fact)
        answers.append((item._replace(score=1.0), Verdict("exact")))
    answers[0] = answers[0][0], Verdict("exact", (), remark)
    ids = tuple(dict.fromkeys(each.record for each in shown))
    return SeveralAnswers(answers, ("compare", *ids) if len(ids) > 1 else ("show", *ids))


def disagreement_with_remark(
    store: Store, question: Question, record: str, remark: Wording
) -> SeveralAnswers:
    """Return a disagreement with a remark on it."""
    rows = store.query("SELECT position FROM folded WHERE id = ? LIMIT 1", (record,))
    asked = question._replace(parts=(), asks=frozenset())
    records = store.indexed_records([position for (position,) in rows])
    (item,) = described_records(store, asked, {}, records)
    verdict = Verdict("exact", (), remark)
    return SeveralAnswers([(item._replace(score=1.0), verdict)], ("show", record))


def _remark(store: Store, numbers: list[str], less: Decimal, more: Decimal) -> Wording:
    known = figures(store)
    for one in known:
        if one.value and one.has(numbers[0]):
            for other in known:
                is_alike = (
                    other.measure == one.measure
                    and other.unit == one.unit
                    and other.record == one.record
                )
                if is_alike and other.has(numbers[1]):
                    return difference_of(store, one, other)
    rate = f"{(more - less) / less * 100:.1f}"
    return _SAME_UNIT.format(difference=str(more - less), more=str(more), less=str(less), rate=rate)


def _has_number(sides: list[str], number: str) -> bool:
    typed = re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)")
    return any(typed.search(side) for side in sides)
