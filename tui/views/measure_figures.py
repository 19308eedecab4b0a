"""The figures of records and of single measures, each with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple, cast

from tui.document import Role, Span, Spans
from tui.document.shared_labels import (
    CORRECTED,
    DERIVED_VALUE,
    RANK_WORDS,
    STATUS_WORDS,
    rank_role,
    with_comma,
)
from tui.store import AnswerWithEvidence, Store
from tui.text.language import Language, Wording
from tui.text.number_format import without_counted
from tui.text.periods import format_period, sort_key
from tui.views import messages
from tui.views.quote_numbering import QuoteNumbering

_JANUARY, _DECEMBER = 1, 12


class Figure(NamedTuple):
    """An observation or a rate, according to ``form``. ``measure``: reference of the measure;
    ``name``: name of a rate; ``amount``: value with unit and comparator; ``as_printed``: the
    text of the source, where the editor corrected it; ``base_value``: without 万 or 亿, None where
    the source gives no exact value; ``note``: of the editor, one a line."""

    form: str
    measure: str
    name: Wording
    period: str
    amount: Wording
    as_printed: str
    entry: AnswerWithEvidence
    base_value: float | None
    note: Wording

    @property
    def is_rate(self) -> bool:
        """Whether it is a growth rate, share or change."""
        return self.form != "observation"


def figures_of(store: Store, record: str, measure: str | None = None) -> list[Figure]:
    """Return the figures of a record, or of one of its measures, in the record's order."""
    rows = store.query(
        "SELECT form, measure, measure_zh, measure_en, period, amount_zh, amount_en, as_printed, "
        "CASE WHEN qualifier IS NULL THEN base_value END, note_zh, note_en "
        "FROM answers WHERE id = ? ORDER BY main DESC, number",
        (record,),
    )
    return [
        Figure(
            form,
            own,
            Wording(zh, en),
            period,
            Wording(amount_zh, amount_en),
            printed,
            entry,
            rest[0],
            Wording(*rest[1:]),
        )
        for (form, own, zh, en, period, amount_zh, amount_en, printed, *rest), entry in zip(
            rows, store.answers(record), strict=True
        )
        if own and measure in (None, own)
    ]


def figure_spans(
    figure: Figure, evidence: QuoteNumbering, language: Language, title: str = ""
) -> Spans:
    """Return the cell of a figure: the name of a rate, value, status, rank, printed text, citation
    marks. ``title``: of the measure, if it stands beside and says what is counted."""
    entry = figure.entry
    spans = [Span(figure.name.of(language), "title"), Span(" ")] if figure.is_rate else []
    spans += [
        Span(without_counted(figure.amount.of(language), title), "figure"),
        Span(" "),
        Span(status_words(entry, language), cast("Role", entry.status)),
    ]
    if rank := rank_words(figure, language):
        spans += [Span(with_comma(rank), rank_role(rank))]
    if figure.as_printed:
        printed = messages.AS_PRINTED.format(text=figure.as_printed).of(language)
        spans += [Span(" "), Span(printed, "warning")]
    return (*spans, *_marks_apart(entry, evidence, language))


def figure_cell(
    figure: Figure, evidence: QuoteNumbering, language: Language, title: str
) -> Iterator[Spans]:
    """Yield the texts of a cell whose row names measure and period: value, status and citation
    marks; below them its rank and the printed text."""
    entry = figure.entry
    status = Span(status_words(entry, language), cast("Role", entry.status))
    value = Span(without_counted(figure.amount.of(language), title), "figure")
    yield (value, Span("  "), status, *_marks_apart(entry, evidence, language))
    if rank := rank_words(figure, language):
        yield (Span(rank, rank_role(rank)),)
    if figure.as_printed:
        printed = messages.AS_PRINTED.format(text=figure.as_printed).of(language)
        yield (Span(printed, "warning"),)


def _marks_apart(entry: AnswerWithEvidence, evidence: QuoteNumbering, language: Language) -> Spans:
    """Return the citation marks that follow the status of a figure, in English after a space."""
    marks = evidence.mark_spans(entry)
    return (Span(" "), *marks) if marks and language == "en" else marks


def status_words(entry: AnswerWithEvidence, language: Language) -> str:
    """Return the status of a figure, and whether its value is not what its quotation prints."""
    words = STATUS_WORDS[entry.status].of(language)
    comma = "，" if language == "zh" else ", "
    if entry.correction.en:
        return words + comma + CORRECTED.of(language)
    if all(citation["relation"] == "derived" for citation in entry.citations):
        return words + comma + DERIVED_VALUE.of(language)
    return words


def rank_words(figure: Figure, language: Language) -> str:
    """Return ``preferred`` or ``deprecated`` in words; empty for the normal rank."""
    rank = figure.entry.rank
    return RANK_WORDS[rank].of(language) if rank != "normal" else ""


def period_label(period: str, language: Language) -> str:
    """Return a period in words."""
    return format_period(period, language) if period else messages.UNDATED.of(language)


def missing_years(store: Store, measure: str, periods: Collection[str]) -> list[str]:
    """Return the years between ``periods`` of which a gap says that the measure has no figure."""
    rows = store.query(
        "SELECT DISTINCT first_month, last_month FROM missing_figures WHERE measure = ?", (measure,)
    )
    first, last = min(map(sort_key, periods)), max(map(sort_key, periods))
    missing = []
    for start, end in rows:
        if start % 100 == _JANUARY and end % 100 == _DECEMBER:
            years = (
                str(start // 100) if start // 100 == end // 100 else f"{start // 100}/{end // 100}"
            )
            missing += [years] if first < sort_key(years) < last else []
    return missing
