"""List rows that show the facts by which their records match a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.document import shared_labels
from tui.document.shared_labels import STATUS_WORDS
from tui.store import Row, Section
from tui.text.language import Language, Wording
from tui.text.number_format import without_counted
from tui.text.periods import list_period
from tui.views.matching_facts import MatchingFact

_VALUE = Wording("数值", "Value")
_MATCH = Wording("符合条件的内容", "Matching fact")
_VALUE_COLUMN, _STATUS_COLUMN, _DATE_COLUMN, _LATEST_COLUMN = "value", "status", "date", "latest"


def columns_for_facts(section: Section, language: Language) -> list[tuple[str, str]]:
    """Return the columns of a section whose rows show matching facts: a value or figure is no
    longer the latest one."""
    names = {_VALUE_COLUMN: _VALUE, _LATEST_COLUMN: _MATCH}
    return [
        (names[name].of(language) if name in names else title, align)
        for name, (title, align) in zip(section.column_ids, section.columns(language), strict=True)
    ]


def show_facts(
    section: Section, rows: Sequence[Row], facts: Mapping[str, MatchingFact], language: Language
) -> list[Row]:
    """Return the rows with the matching facts in the cells of value, status and date, or in that of
    the latest figure."""
    return [
        row._replace(cells=_cells(section, row, facts[row.id], language))
        if row.id in facts
        else row
        for row in rows
    ]


def _cells(section: Section, row: Row, fact: MatchingFact, language: Language) -> tuple[str, ...]:
    status = STATUS_WORDS[fact.status].of(language) if fact.status in STATUS_WORDS else ""
    if row.disputed and status:
        status += f" {shared_labels.DISPUTED.of(language)}"
    amount = without_counted(fact.amount.of(language), row.cells[0])
    new = {
        _VALUE_COLUMN: amount if fact.is_figure else fact.answer.of(language),
        _STATUS_COLUMN: status,
        _DATE_COLUMN: list_period(fact.period, language) if fact.period else "",
        _LATEST_COLUMN: fact.answer.of(language),
    }
    if _VALUE_COLUMN not in section.column_ids:
        new = {_LATEST_COLUMN: new[_LATEST_COLUMN]}
    pairs = zip(section.column_ids, row.cells, strict=True)
    return tuple(new.get(name, cell) for name, cell in pairs)
