"""Two figures of a measure of which the change cannot be computed: why, and whether the one of a
part exceeds that of a whole."""

from __future__ import annotations

from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.period_remarks import fact_period_words
from tui.text.language import Wording, enumeration
from tui.text.period_change import DatedValue

if TYPE_CHECKING:
    from tui.store import AnswerRow, Store

NO_CHANGE = Wording(
    "两个数不能直接相减，未计算变化",
    "the change cannot be computed: the values or periods are not comparable",
)
_NOT_EXACT = Wording(
    "{periods}的数不是确数，未计算变化",
    "the change cannot be computed: no exact value is given for {periods}",
)
_EXCEEDS = Wording(
    "{part}已超过{whole}（时期长短不同，不能算增长率）",
    "{part} alone exceeds all of {whole} (no growth rate: the periods differ in length)",
)

_NOTE = Wording("编者注：{note}", "editor's note: {note}")


def why_no_change(store: Store, first: AnswerRow, second: AnswerRow) -> Wording:
    """Return why the change between two figures cannot be computed: a value that is not exact (over
    1 trillion), else that they cannot be compared."""
    sql = "SELECT number FROM answers WHERE number IN (?, ?) AND qualifier IS NOT NULL"
    inexact = {number for (number,) in store.query(sql, (first.number, second.number))}
    periods = [fact_period_words(each) for each in (first, second) if each.number in inexact]
    return _NOT_EXACT.format(periods=enumeration(periods)) if periods else NO_CHANGE


def notes_on_change(store: Store, first: AnswerRow, second: AnswerRow) -> list[Wording]:
    """Return the editor's notes on one of two figures that name the time of the other one."""
    notes = []
    sql = "SELECT note_zh, note_en FROM answers WHERE number = ?"
    for fact, other in ((first, second), (second, first)):
        time = fact_period_words(other).zh
        for zh, en in store.query(sql, (fact.number,)):
            lines = zip(zh.split("\n"), en.split("\n"), strict=False)
            notes += [_NOTE.format(note=Wording(*each)) for each in lines if time in each[0]]
    return notes


def part_exceeds_whole(store: Store, first: AnswerRow, second: AnswerRow) -> Wording | None:
    """Return that the figure of the shorter of two times is greater than that of the longer one, in
    words; None where it is not, or where a figure is not exact or a share."""
    rows = store.query(
        "SELECT first_month, last_month, exact_base_value, base_unit FROM answers "
        "WHERE number IN (?, ?) AND qualifier IS NULL AND exact_base_value IS NOT NULL "
        "AND base_unit <> '%' ORDER BY number = ?",
        (first.number, second.number, second.number),
    )
    values = [
        DatedValue(start, end, Decimal(value), unit, "", "") for start, end, value, unit in rows
    ]
    if len(values) != 2 or values[0].unit != values[1].unit:
        return None
    pairs = sorted(zip(values, (first, second), strict=True), key=lambda each: each[0].months)
    (part, fact), (whole, other) = pairs
    if part.months == whole.months or part.value <= whole.value:
        return None
    return _EXCEEDS.format(part=fact_period_words(fact), whole=fact_period_words(other))
