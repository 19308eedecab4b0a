"""The values of a disputed figure for one period, side by side, in a phrase."""

from __future__ import annotations

from typing import Any

from tui.question.tables import in_list
from tui.store import AnswerWithEvidence, Store
from tui.text.language import NO_TEXT, Wording
from tui.text.number_format import without_counted
from tui.text.periods import format_period
from tui.text.units import UNITS
from tui.views.measure_figures import Figure, figures_of, status_words

_VALUE = Wording("{amount}（{status}）", "{amount} ({status})")
_VALUES = Wording(
    "{title}，{period}{values}{difference}", "{title}, {period}: {values}{difference}"
)
_HIGHER = Wording("，后者高{percent}%", ", the second {percent}% higher")
_LOWER = Wording("，后者低{percent}%", ", the second {percent}% lower")
_PERCENT = "%"


def figure_of_side(store: Store, side: dict[str, Any]) -> Figure | None:
    """Return the figure with a period of one side of a dispute; None for a side without one."""
    for figure in figures_of(store, side["record"]):
        if figure.entry.fact == side["fact"] and figure.period:
            return figure
    return None


def values_side_by_side(store: Store, entry: AnswerWithEvidence) -> Wording:
    """Return the title of a dispute; of one about a figure also the values for the period of the
    first side, each with its status, and by how much two of them differ."""
    figures = [figure for side in entry.disagrees if (figure := figure_of_side(store, side))]
    is_figure = bool(entry.disagrees and entry.disagrees[0]["value"] and figures)
    rivals = [each for each in figures if each.period == figures[0].period] if is_figure else []
    if len(rivals) < 2:
        return entry.title
    values = [
        _VALUE.format(
            amount=_amount(each, entry.title),
            status=Wording(status_words(each.entry, "zh"), status_words(each.entry, "en")),
        )
        for each in rivals
    ]
    *before, last = values
    return _VALUES.format(
        title=entry.title,
        period=Wording(
            format_period(rivals[0].period, "zh"), format_period(rivals[0].period, "en")
        ),
        values=Wording(
            "、".join(each.zh for each in before) + "与" + last.zh,
            ", ".join(each.en for each in before) + " and " + last.en,
        ),
        difference=_difference(store, rivals),
    )


def _amount(figure: Figure, title: Wording) -> Wording:
    """Return a value without what it counts, where the title of the dispute says that."""
    zh, en = figure.amount
    return Wording(without_counted(zh, title.zh), without_counted(en, title.en))


def _difference(store: Store, rivals: list[Figure]) -> Wording:
    """Return by what share of the first value the second is higher or lower; nothing for equal or
    more values, inexact ones, percentages, or values that count different things."""
    places, facts = in_list(each.entry.fact for each in rivals)
    rows = store.query(f"SELECT DISTINCT unit FROM answers WHERE fact IN ({places})", facts)
    units = {unit for (unit,) in rows}
    bases = {UNITS[unit].base for unit in units if unit in UNITS}
    first, second, *others = (each.base_value for each in rivals)
    if others or not first or second is None or _PERCENT in units or len(bases) != 1:
        return NO_TEXT
    if first == second:
        return NO_TEXT
    form = _HIGHER if second > first else _LOWER
    return form.format(percent=f"{abs(second - first) / abs(first) * 100:.1f}")
