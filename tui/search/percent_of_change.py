"""Questions for a rate of growth that have only a change in numbers as an answer (users: up 1.62
million): no percentage is given; it is computed from the figure at the end of the change."""

from __future__ import annotations

from decimal import Context, Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.measure_name import NAMED, measure_name
from tui.search.period_remarks import fact_period_words
from tui.text.language import LANGUAGES, Wording, one_a_line
from tui.text.number_format import change_in_words
from tui.text.units import UNITS, base_unit

if TYPE_CHECKING:
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict
    from tui.store import AnswerRow, Store

_RATES = (
    *("率", "增速", "百分", "速度", "多快", "%", "rate", "percent", "how fast", "pace", "speed"),
)
_TWO_DIGITS = Context(prec=2)
_NO_PERCENT = Wording(
    "资料没有给出百分比，只有增加或减少的数量", "no percentage is given, only the change in numbers"
)
_COMPUTED = Wording(
    "{period}约{change}（编者计算）", "{change} over {period} (editor's calculation)"
)


def with_percent(
    store: Store, text: str, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first, a change in numbers, has a remark that no percentage is
    given, with the one computed; as they are for a question that names no rate. ``text``: the
    folded question."""
    (first, verdict), *others = best
    fact = first.described.chosen.fact
    if verdict.match != "exact" or not any(map(text.__contains__, _RATES)):
        return best
    remarks = [NAMED.format(name=measure_name(store, fact), words=_NO_PERCENT)]
    if (percent := _percent(store, fact)) is not None:
        zh, en = (change_in_words(percent, "%", language) for language in LANGUAGES)
        change = Wording(zh, en.replace(" ", " about ", 1))
        remarks.append(_COMPUTED.format(period=fact_period_words(fact), change=change))
    return [(first, verdict._replace(remark=one_a_line(remarks))), *others]


def _percent(store: Store, fact: AnswerRow) -> Decimal | None:
    """Return the change in percent of the value before it; None without an exact figure of the
    measure at its end."""
    measure = fact.fact.partition("#")[0]
    ends = [
        each
        for each in store.facts(fact.id)
        if each.fact.partition("@")[0] == measure
        and each.form == "observation"
        and each.last_month == fact.last_month
        and each.status == "reported"
        and each.rank != "deprecated"
        and base_unit(each.unit) == base_unit(fact.unit)
    ]
    if not ends:
        return None
    rows = store.query(
        "SELECT 1 FROM answers WHERE number IN (?, ?) AND qualifier IS NOT NULL",
        (ends[0].number, fact.number),
    )
    end, change = (Decimal(it.value).scaleb(UNITS[it.unit].scale) for it in (ends[0], fact))
    if list(rows) or end <= change:
        return None
    percent = _TWO_DIGITS.divide(change * 100, end - change)
    return Decimal(format(percent.normalize(), "f"))
