"""Measures side by side: what each counts, what keeps them apart, then a row per period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.document import (
    Block,
    Fields,
    Heading,
    Paragraph,
    Span,
    Spans,
    Table,
    TableRow,
)
from tui.document.link_target import record_target
from tui.store import Store
from tui.text.language import Language, Wording
from tui.text.periods import sort_key
from tui.text.units import UNITS
from tui.views import messages
from tui.views.comparison_subjects import Subject
from tui.views.measure_figures import Figure, figures_of, in_cell, when
from tui.views.quote_numbering import QuoteNumbering


class _Counted(NamedTuple):
    unit: str
    words: Wording
    scope: Wording
    area: Wording
    denominator: Wording


def measure_blocks(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """The page's blocks, without its evidence."""
    counted = [_counted(store, subject.measure) for subject in subjects]
    heads = tuple(
        _head(subject, each, language) for subject, each in zip(subjects, counted, strict=True)
    )
    figures = [figures_of(store, subject.record, subject.measure) for subject in subjects]
    observed = [[figure for figure in own if not figure.is_rate] for own in figures]
    if any(observed):
        yield Heading(messages.VALUES.of(language))
        yield Table(heads, tuple(_rows(observed, evidence, language)))
    stated = [[figure for figure in own if figure.is_rate] for own in figures]
    if any(stated):
        yield Heading(messages.RATES_STATED.of(language))
        yield Table(heads, tuple(_rows(stated, evidence, language)))
    if warnings := tuple(_warnings(store, subjects, counted, language)):
        yield Heading(messages.BEFORE_COMPARING.of(language))
        for warning in warnings:
            yield Paragraph(warning, bullet="-")
    yield Heading(messages.WHAT_IS_COUNTED.of(language))
    for subject, each in zip(subjects, counted, strict=True):
        yield Heading(subject.title.of(language), 2)
        yield _fields(each, language)


def _counted(store: Store, measure: str) -> _Counted:
    rows = store.query(
        "SELECT unit, counted_zh, counted_en, scope_zh, scope_en, area_zh, area_en, "
        "denominator_zh, denominator_en FROM measures WHERE measure = ?",
        (measure,),
    )
    unit, *texts = next(rows)
    pairs = [Wording(*texts[at : at + 2]) for at in range(0, len(texts), 2)]
    return _Counted(unit, *pairs)


def _head(subject: Subject, counted: _Counted, language: Language) -> Spans:
    unit = counted.words.of(language)
    around = f"（{unit}）" if language == "zh" else f" ({unit})"
    target = record_target(subject.record)
    return (Span(subject.title.of(language), "link", target), Span(around if unit else "", "muted"))


def _rows(
    columns: Sequence[Sequence[Figure]], evidence: QuoteNumbering, language: Language
) -> Iterator[TableRow]:
    """A row per period."""
    periods = {figure.period for own in columns for figure in own}
    for period in sorted(periods, key=lambda period: sort_key(period or None)):
        cells = tuple(
            tuple(in_cell(figure, evidence, language) for figure in own if figure.period == period)
            for own in columns
        )
        yield TableRow((Span(when(period, language), "label"),), cells)


def _warnings(
    store: Store, subjects: Sequence[Subject], counted: Sequence[_Counted], language: Language
) -> Iterator[Spans]:
    """What keeps the measures apart: their units, and for each pair what the records say."""
    if len({UNITS[each.unit].base for each in counted}) > 1:
        names = dict.fromkeys(each.words.of(language) or each.unit for each in counted)
        joint = "、" if language == "zh" else ", "
        said = messages.UNITS_DIFFER.format(units=joint.join(names)).of(language)
        yield (Span(said, "warning"),)
    for first, second in combinations(subjects, 2):
        reasons = list(_reasons(store, first, second, language))
        if not reasons:
            said = messages.SCOPES_DIFFER.format(first=first.title, second=second.title).of(
                language
            )
            reasons = [(Span(said, "warning"),)]
        yield from reasons


def _reasons(store: Store, first: Subject, second: Subject, language: Language) -> Iterator[Spans]:
    for one, other in ((first, second), (second, first)):
        rows = store.query(
            f"SELECT why_{language} FROM compare_with WHERE id = ? AND other = ?",
            (one.measure, other.measure),
        )
        for (why,) in rows:
            pair = messages.AND.format(first=one.title, second=other.title).of(language)
            stop = "：" if language == "zh" else ": "
            yield (Span(pair + stop, "warning"), Span(why))


def _fields(counted: _Counted, language: Language) -> Fields:
    scope = counted.scope.of(language) or messages.NO_SCOPE.of(language)
    rows = (
        (messages.UNIT, counted.words.of(language)),
        (messages.SCOPE, scope),
        (messages.AREA, counted.area.of(language)),
        (messages.DENOMINATOR, counted.denominator.of(language)),
    )
    return Fields(tuple((label.of(language), (Span(text),)) for label, text in rows if text))
