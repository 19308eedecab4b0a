"""The figures of a short brief: the newest of each measure, the main one by period, and those of
other markets."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tui.document import (
    Block,
    FigureRow,
    Figures,
    Heading,
    Paragraph,
    Span,
    Spans,
    Table,
    TableRow,
    shared_labels,
)
from tui.document.gloss import quoted_title
from tui.document.shared_labels import CORRECTION, NO_FIGURE, STATUS_WORDS
from tui.store import AnswerWithEvidence, Store
from tui.text.language import NO_TEXT, Language, Wording
from tui.text.number_format import without_counted
from tui.text.periods import format_period, sort_key
from tui.views import messages
from tui.views.brief_paragraphs import BriefParagraphs
from tui.views.measure_figures import Figure, figures_of, missing_years, status_words
from tui.views.name_in_text import has_name

_MEASURES = 3
"""Columns of the table of figures."""
_LEAST_PERIODS = 2
_MOST_OF_COMPANIES = 3
"""Figures of companies among the takeaways."""


def latest_figures(
    paragraphs: BriefParagraphs,
    entries: Sequence[AnswerWithEvidence],
    shown: Collection[str] = (),
) -> Iterator[Block]:
    """Yield a heading and a row for the figure of each statistic that is not of another market.
    ``shown``: ids of those that another table has."""
    others = of_other_markets(paragraphs.store, entries)
    rows = [
        _figure_row(paragraphs, entry)
        for entry in entries
        if entry.value and entry.id not in others and entry.id not in shown
    ]
    if rows:
        yield Heading(messages.LATEST_FIGURES.of(paragraphs.language))
        yield Figures(tuple(rows))


def figures_of_other_markets(
    paragraphs: BriefParagraphs, entries: Sequence[AnswerWithEvidence]
) -> Iterator[Block]:
    """Yield a heading and a row for each of the others, with how it differs from the main one."""
    language, rows = paragraphs.language, []
    others = of_other_markets(paragraphs.store, entries)
    titles = {entry.id: entry.title for entry in entries}
    for entry in entries:
        if entry.value and entry.id in others:
            main, why = others[entry.id]
            label = messages.BESIDE_MAIN.format(title=quoted_title(titles[main])).of(language)
            remarks = ((Span(label, "label"), Span(why.of(language))),) if why.en else ()
            rows.append(_figure_row(paragraphs, entry, remarks))
    if rows:
        yield Heading(messages.SIMILAR_FIGURES.of(language))
        yield Figures(tuple(rows))


def measured_entry(store: Store, company: str, subject: Wording) -> AnswerWithEvidence | None:
    """Return the first figure of a company whose measure has the name of a subject in its name."""
    names = (subject.zh, subject.en.casefold())
    for entry in store.answers(company):
        measure = entry.answer.en.partition(",")[0].casefold()
        if entry.value and (names[0] in entry.answer.zh.partition("，")[0] or names[1] in measure):
            return entry
    return None


def figures_of_companies(paragraphs: BriefParagraphs, names: Sequence[str]) -> Iterator[Paragraph]:
    """Yield a few figures of companies whose measures have a name of a subject, the first one of
    each measure."""
    rows = paragraphs.store.query(
        "SELECT id, number, measure_zh, measure_en FROM answers JOIN players USING (id) "
        "WHERE base_value IS NOT NULL GROUP BY measure ORDER BY id, min(number)"
    )
    found = [
        (identity, number)
        for identity, number, *measure in rows
        if any(has_name(name, Wording(*measure)) for name in names)
    ]
    for identity, number in found[:_MOST_OF_COMPANIES]:
        entries = paragraphs.store.answers(identity)
        yield paragraphs.company(next(each for each in entries if each.number == number))


def of_other_markets(
    store: Store, entries: Sequence[AnswerWithEvidence]
) -> dict[str, tuple[str, Wording]]:
    """Return the statistics that have the unit of one before them and are not to be confused with
    it, each with that one and how it differs; and with them, such as shares, what goes with one of
    these and not with the first statistic."""
    others: dict[str, tuple[str, Wording]] = {}
    why = {
        (main, other): Wording(*texts)
        for main, other, *texts in store.query("SELECT id, other, why_zh, why_en FROM compare_with")
    }
    units: dict[str, str] = dict(store.query("SELECT id, base_unit FROM answers WHERE main"))
    mains: list[str] = []
    for entry in entries:
        pairs = ((main, entry.id) for main in mains if units[main] == units[entry.id])
        if pair := next((pair for pair in pairs if pair in why), None):
            others[entry.id] = (pair[0], why[pair])
        else:
            mains.append(entry.id)
    for identity in mains[1:]:
        for other, (main, _) in [*others.items()]:
            if main != identity and ((identity, other) in why or (other, identity) in why):
                others[identity] = (other, NO_TEXT)
    return others


def _figure_row(
    paragraphs: BriefParagraphs, entry: AnswerWithEvidence, before: tuple[Spans, ...] = ()
) -> FigureRow:
    """``before``: remarks that come first."""
    language = paragraphs.language
    figure = next(
        each for each in figures_of(paragraphs.store, entry.id) if each.entry.number == entry.number
    )
    title = entry.title.of(language)
    remarks: list[Spans] = [*before]
    for side in entry.disagrees:
        by = side["by"].of(language)
        said = messages.OTHERWISE.format(by=by, text=side["answer"][language])
        remarks.append((Span(said.of(language), "warning"),))
    if entry.correction.en:
        label = Span(CORRECTION.of(language), "warning")
        remarks.append((label, Span(entry.correction.of(language))))
    return FigureRow(
        title,
        _period(figure.period, language),
        without_counted(figure.amount.of(language), title),
        entry.status,
        status_words(entry, language),
        paragraphs.evidence.citation_numbers(entry),
        tuple(remarks),
    )


def _period(period: str, language: Language) -> str:
    return format_period(period, language) if period else shared_labels.UNDATED.of(language)


def measures_by_period(
    store: Store, statistics: Sequence[str]
) -> dict[str, dict[str, list[Figure]]]:
    """Return the columns of the table by period: statistics with the periods of the first that has
    several, each with its figures by period."""
    columns: dict[str, dict[str, list[Figure]]] = {}
    for identity in statistics:
        periods: dict[str, list[Figure]] = {}
        for figure in figures_of(store, identity):
            if not figure.is_rate and figure.period and figure.entry.rank != "deprecated":
                periods.setdefault(figure.period, []).append(figure)
        first = next(iter(columns.values()), periods)
        if len(periods) >= _LEAST_PERIODS and [*periods] == [*first] and len(columns) < _MEASURES:
            columns[identity] = periods
    return columns


def figures_by_period(paragraphs: BriefParagraphs, statistics: Sequence[str]) -> Iterator[Block]:
    """Yield the figures of the main measure by period, beside those of measures with the same
    periods."""
    columns = [*measures_by_period(paragraphs.store, statistics).items()]
    if not columns:
        return
    entries = [paragraphs.store.answers(identity)[0] for identity, _ in columns]
    yield Heading(messages.COURSE.of(paragraphs.language))
    known = columns[0][1]
    every = [each for _, periods in columns for own in periods.values() for each in own]
    sources = {_source(paragraphs, each) for each in every}
    rows = [
        TableRow(
            (Span(_period(period, paragraphs.language)),),
            tuple(
                _cell(paragraphs, periods.get(period, []), named=len(sources) > 1)
                for _, periods in columns
            ),
        )
        for period in sorted(
            [*known, *missing_years(paragraphs.store, columns[0][0], known)], key=sort_key
        )
    ]
    heads = tuple((paragraphs.name(entry)._replace(role="body"),) for entry in entries)
    yield Table(heads, tuple(rows), shared_labels.PERIOD.of(paragraphs.language))
    if len(sources) == 1:
        text = messages.SOURCE_OF_TABLE.format(source=sources.pop()).of(paragraphs.language)
        yield Paragraph((Span(text, "muted"),))


def _source(paragraphs: BriefParagraphs, figure: Figure) -> str:
    """Return the short title of the first source of a figure."""
    return next((each[f"short_{paragraphs.language}"] for each in figure.entry.citations), "")


def _cell(
    paragraphs: BriefParagraphs, figures: Sequence[Figure], *, named: bool
) -> tuple[Spans, ...]:
    """Return the figures of a period, with their sources if these are ``named``."""
    texts: list[Spans] = [] if figures else [(Span(NO_FIGURE.of(paragraphs.language), "muted"),)]
    for figure in figures:
        spans = [Span(figure.amount.of(paragraphs.language), "figure")]
        status = status_words(figure.entry, paragraphs.language)
        if status != STATUS_WORDS["reported"].of(paragraphs.language):
            spans += [Span(f" {status}", "muted")]
        spans += paragraphs.evidence.mark_spans(figure.entry)
        source = _source(paragraphs, figure)
        texts.append((*spans, Span(f" · {source}", "muted")) if named and source else tuple(spans))
    return tuple(texts)
