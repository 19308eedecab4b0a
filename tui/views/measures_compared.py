"""Blocks of a comparison of measures: a row per period, what differs, what each one counts."""

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
from tui.document.gloss import quoted_title
from tui.document.link_target import record_target
from tui.store import Store
from tui.text.language import Language, Wording, enumeration
from tui.text.periods import sort_key
from tui.text.units import UNITS
from tui.views import messages
from tui.views.comparability import compared_measures
from tui.views.comparison_overview import in_words
from tui.views.comparison_subjects import Subject
from tui.views.measure_figures import Figure, figure_spans, figures_of, period_label
from tui.views.quote_numbering import QuoteNumbering
from tui.views.sentence_words import listed_names


class _Definition(NamedTuple):
    """What a measure counts."""

    unit: str
    words: Wording
    scope: Wording
    area: Wording
    denominator: Wording


def measure_blocks(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield the blocks of the page without its evidence."""
    definitions = [_definition(store, subject.measure) for subject in subjects]
    heads = tuple(
        _head(subject, each, language) for subject, each in zip(subjects, definitions, strict=True)
    )
    figures = [figures_of(store, subject.record, subject.measure) for subject in subjects]
    compared = compared_measures(store, subjects)
    if any(measure.kind == "comparable" and not measure.is_rate for measure in compared):
        yield from in_words(subjects, compared, language)
    else:
        yield _not_comparable(subjects, figures, language)
        for warning in _warnings(store, subjects, definitions, language):
            yield Paragraph(warning, bullet="-")
    observations = [[figure for figure in own if not figure.is_rate] for own in figures]
    if any(observations):
        yield Heading(messages.VALUES.of(language))
        yield Table(heads, tuple(_rows(observations, evidence, language)), on_grid=True)
    rates = [[figure for figure in own if figure.is_rate] for own in figures]
    if any(rates):
        yield Heading(messages.RATES_STATED.of(language))
        yield Table(heads, tuple(_rows(rates, evidence, language)), on_grid=True)
    yield Heading(messages.WHAT_IS_COUNTED.of(language))
    for subject, each in zip(subjects, definitions, strict=True):
        yield Heading(subject.title.of(language), 2)
        yield _fields(each, language)


def _not_comparable(
    subjects: Sequence[Subject], figures: Sequence[Sequence[Figure]], language: Language
) -> Paragraph:
    """Return that the measures differ, and the periods of which all have a figure."""
    names = _quoted(subjects)
    first = messages.DIFFERENT_MEASURES.format(names=names).of(language)
    periods = [{figure.period for figure in own if not figure.is_rate} for own in figures]
    shared = sorted(set.intersection(*periods) - {""}, key=sort_key)
    labels = [Wording(period_label(each, "zh"), period_label(each, "en")) for each in shared]
    form = messages.COMMON_PERIODS if shared else messages.NO_PERIOD_OF_ALL
    second = form.format(periods=enumeration(labels)).of(language)
    space = "" if language == "zh" else " "
    return Paragraph((Span(first, "title"), Span(space + second)))


def _definition(store: Store, measure: str) -> _Definition:
    rows = store.query(
        "SELECT unit, counted_zh, counted_en, scope_zh, scope_en, area_zh, area_en, "
        "denominator_zh, denominator_en FROM measures WHERE measure = ?",
        (measure,),
    )
    unit, *texts = next(rows)
    pairs = [Wording(*texts[at : at + 2]) for at in range(0, len(texts), 2)]
    return _Definition(unit, *pairs)


def _head(subject: Subject, definition: _Definition, language: Language) -> Spans:
    unit = definition.words.of(language)
    around = f"（{unit}）" if language == "zh" else f" ({unit})"
    target = record_target(subject.record)
    return (Span(subject.title.of(language), "link", target), Span(around if unit else "", "muted"))


def _rows(
    columns: Sequence[Sequence[Figure]], evidence: QuoteNumbering, language: Language
) -> Iterator[TableRow]:
    """Yield a row per period."""
    periods = {figure.period for own in columns for figure in own}
    for period in sorted(periods, key=lambda period: sort_key(period or None)):
        cells = tuple(
            tuple(
                figure_spans(figure, evidence, language)
                for figure in own
                if figure.period == period
            )
            for own in columns
        )
        yield TableRow((Span(period_label(period, language), "label"),), cells)


def _warnings(
    store: Store,
    subjects: Sequence[Subject],
    definitions: Sequence[_Definition],
    language: Language,
) -> Iterator[Spans]:
    """Yield what differs: the units, and for each pair the reasons in the records."""
    if len({UNITS[each.unit].base for each in definitions}) > 1:
        names = dict.fromkeys(each.words.of(language) or each.unit for each in definitions)
        joint = "、" if language == "zh" else ", "
        text = messages.UNITS_DIFFER.format(units=joint.join(names)).of(language)
        yield (Span(text, "warning"),)
    for first, second in combinations(subjects, 2):
        reasons = list(_reasons(store, first, second, language))
        if not reasons:
            scopes = messages.SCOPES_DIFFER.format(
                first=quoted_title(first.title), second=quoted_title(second.title)
            )
            reasons = [(Span(scopes.of(language), "warning"),)]
        yield from reasons


def _reasons(store: Store, first: Subject, second: Subject, language: Language) -> Iterator[Spans]:
    for one, other in ((first, second), (second, first)):
        rows = store.query(
            f"SELECT why_{language} FROM compare_with WHERE id = ? AND other = ?",
            (one.measure, other.measure),
        )
        for (why,) in rows:
            pair = _quoted((one, other)).of(language)
            stop = "：" if language == "zh" else ": "
            yield (Span(pair + stop, "warning"), Span(why))


def _quoted(subjects: Sequence[Subject]) -> Wording:
    """Return the titles of measures in a sentence, in quotation marks: they may have commas."""
    titles = (subject.title for subject in subjects)
    return listed_names([quoted_title(title) for title in titles])


def _fields(definition: _Definition, language: Language) -> Fields:
    scope = definition.scope.of(language) or messages.NO_SCOPE.of(language)
    rows = (
        (messages.UNIT, definition.words.of(language)),
        (messages.SCOPE, scope),
        (messages.AREA, definition.area.of(language)),
        (messages.DENOMINATOR, definition.denominator.of(language)),
    )
    return Fields(tuple((label.of(language), (Span(text),)) for label, text in rows if text))
