"""By how much two figures of one unit differ, in that unit: 2023年融资比2021年少多少亿, how many
fewer deals in 2023 than 2021."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import LANGUAGES, Wording
from tui.text.number_format import format_quantity
from tui.text.units import UNITS, base_unit

if TYPE_CHECKING:
    from tui.store import AnswerRow

_ASKS = re.compile(
    r"(?:[差多少高低大小增减降跌升涨加]了?|出)(?:多少|几)(?!倍|成|个?百分)|相差|差距|的差"
    r"|\bdifference\b|\bgap between\b|\bby how (?:much|many)\b"
    r"|\bhow (?:much|many) (?:more|less|fewer|higher|lower|larger|smaller|bigger|greater)\b"
)
"""Words of a question by how much two figures differ."""
_APART = Wording("相差{amount}（编者计算）", "difference of {amount} (editor's calculation)")


def amount_apart(text: str, first: AnswerRow, second: AnswerRow) -> list[Wording]:
    """Return the difference of two exact figures in the larger of their units, where a question
    asks for it; nothing for another question, figures of different units, and shares."""
    if not _ASKS.search(text) or "%" in (first.unit, second.unit):
        return []
    if base_unit(first.unit) != base_unit(second.unit):
        return []
    unit = max(first.unit, second.unit, key=lambda each: UNITS[each].scale)
    return [_APART.format(amount=difference_in(unit, first, second))]


def difference_in(unit: str, first: AnswerRow, second: AnswerRow) -> Wording:
    """Return the difference of two figures of one base unit in words, without its sign."""
    scale = UNITS[unit].scale
    values = [
        Decimal(each.value).scaleb(UNITS[each.unit].scale - scale) for each in (first, second)
    ]
    apart = Decimal(format(abs(values[0] - values[1]).normalize(), "f"))
    return Wording(*(format_quantity(apart, unit, language) for language in LANGUAGES))
