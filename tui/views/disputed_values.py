"""The values of a disputed figure for one period, side by side, in a phrase."""

from __future__ import annotations

from typing import Any

from tui.document.fact_ref import record_id_of
from tui.question.tables import in_list
from tui.store import AnswerWithEvidence, Store
from tui.text.language import LANGUAGES, NO_TEXT, Wording
from tui.text.number_format import without_counted
from tui.text.periods import format_period
from tui.text.units import UNITS
from tui.views.measure_figures import Figure, figures_of, status_words

_VALUE = Wording("{amount}（{status}）", "{amount} ({status})")
_VALUES = Wording(
    "{title}，{period}{values}{difference}", "{title}, {period}: {values}{difference}"
)
_NAMED_VALUE = Wording(
    "{name}{period}{amount}（{status}）", "{name}, {period}: {amount} ({status})"
)
_QUESTION_AND_VALUES = Wording("{question}{values}", "{question} {values}")
_TITLE_AND_VALUES = Wording("{question}：{values}", "{question}: {values}")
_HIGHER = Wording("，后者高{percent}%", ", the second {percent}% higher")
_LOWER = Wording("，后者低{percent}%", ", the second {percent}% lower")
_PERCENT = "%"
_STATED = "SELECT fact FROM disputed_figures WHERE id = ?"


def figure_of_side(store: Store, side: dict[str, Any]) -> Figure | None:
    """Return the figure with a period of one side of a dispute; None for a side without one."""
    for figure in figures_of(store, side["record"]):
        if figure.entry.fact == side["fact"] and figure.period:
            return figure
    return None


def values_side_by_side(store: Store, entry: AnswerWithEvidence) -> Wording:
    """Return the title of a dispute; of one about a figure also the values for the period of the
    first side, each with its status, and by how much two of them differ; of one about a statement
    the figure that it rests on and the one against it, each with name and period."""
    figures = [figure for side in entry.disagrees if (figure := figure_of_side(store, side))]
    is_figure = bool(entry.disagrees and entry.disagrees[0]["value"] and figures)
    rivals = [each for each in figures if each.period == figures[0].period] if is_figure else []
    if len(rivals) < 2:
        return entry.title if is_figure else _with_stated_figure(store, entry, figures)
    values = [
        _VALUE.format(amount=_amount(each, entry.title), status=_status(each)) for each in rivals
    ]
    *before, last = values
    return _VALUES.format(
        title=entry.title,
        period=_period(rivals[0]),
        values=Wording(
            "、".join(each.zh for each in before) + "与" + last.zh,
            ", ".join(each.en for each in before) + " and " + last.en,
        ),
        difference=_difference(store, rivals),
    )


def _with_stated_figure(store: Store, entry: AnswerWithEvidence, against: list[Figure]) -> Wording:
    """Return a question, and the values of the figure of a statement and of those against it;
    the question alone where they are not of one unit, or of periods without a month in common."""
    facts = [fact for (fact,) in store.query(_STATED, (entry.id,))]
    stated = [
        figure
        for fact in facts
        for figure in figures_of(store, record_id_of(fact))
        if figure.entry.fact == fact and figure.period
    ]
    figures = [*stated, *against]
    if not stated or not against or not _are_comparable(store, figures):
        return entry.title
    values = [
        _NAMED_VALUE.format(
            name=_name(store, each),
            period=_period(each),
            amount=each.amount,
            status=_status(each),
        )
        for each in figures
    ]
    joined = Wording("；".join(each.zh for each in values), "; ".join(each.en for each in values))
    form = _QUESTION_AND_VALUES if entry.title.en.endswith("?") else _TITLE_AND_VALUES
    return form.format(question=entry.title, values=joined)


def _name(store: Store, figure: Figure) -> Wording:
    """Return the name that lists have of a statistic; the measure of a company."""
    record = figure.entry.id
    if figure.measure != record:
        return figure.name
    texts = []
    for language in LANGUAGES:
        row = store.row(record, language)
        column = store.section(row.section).column_index("name") if row else 0
        texts.append(row.cells[column] if row else figure.entry.title.of(language))
    return Wording(*texts)


def _period(figure: Figure) -> Wording:
    return Wording(*(format_period(figure.period, language) for language in LANGUAGES))


def _status(figure: Figure) -> Wording:
    return Wording(*(status_words(figure.entry, language) for language in LANGUAGES))


def _are_comparable(store: Store, figures: list[Figure]) -> bool:
    """Return whether figures are of one unit, and of periods that have a month in common."""
    places, facts = in_list(each.entry.fact for each in figures)
    sql = (
        "SELECT count(DISTINCT base_unit) = 1 AND max(first_month) <= min(last_month) "
        f"FROM answers WHERE fact IN ({places})"
    )
    ((is_comparable,),) = store.query(sql, facts)
    return bool(is_comparable)


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
