"""The change of the main figure of a subject, which leads its short brief."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.document import Block, Heading, Paragraph, Span
from tui.document.link_target import record_target
from tui.store import Store
from tui.store.dated_values import dated_values
from tui.text.language import Language
from tui.text.period_change import full_periods, newest_change
from tui.text.periods import format_period, sort_key
from tui.views import messages
from tui.views.measure_figures import Figure, figures_of
from tui.views.quote_numbering import QuoteNumbering

_RANGE_TO = "[0-9年月—–-]*"


def change_blocks(
    store: Store, statistics: Sequence[str], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield a heading and the paragraphs on the change; nothing where none can be computed."""
    found = [*change_paragraphs(store, statistics, evidence, language)]
    if found:
        yield Heading(messages.CHANGES.of(language))
    yield from found


def change_paragraphs(
    store: Store, statistics: Sequence[str], evidence: QuoteNumbering, language: Language
) -> Iterator[Paragraph]:
    """Yield the newest change of the first statistic, with the editor's notes on its later figure
    and on any after it. Where the figures are of several sources, only the notes on the latest;
    nothing where there is one figure."""
    values = dated_values(store, statistics[0]) if statistics else []
    change = newest_change(values)
    if change is None:
        full = full_periods(values)
        figures = figures_of(store, statistics[0]) if len(full) > 1 else []
        latest = [each for each in figures if each.entry.fact == full[-1].key]
        yield from note_paragraphs(latest, evidence, language)
        return
    used = [
        each
        for each in figures_of(store, statistics[0])
        if not each.is_rate and each.period and each.entry.rank != "deprecated"
    ]
    used.sort(key=lambda each: sort_key(each.period))
    start, end = (
        next(each for each in used if each.entry.fact == value.key)
        for value in (change.start, change.end)
    )
    row = store.row(statistics[0], language)
    column = store.section(row.section).column_index("name") if row else 0
    sentence = messages.CHANGE.format(
        title=row.cells[column] if row else end.entry.title.of(language),
        start=format_period(start.period, language),
        end=format_period(end.period, language),
        change=change.sentence.of(language),
    )
    marks = (*evidence.mark_spans(start.entry), *evidence.mark_spans(end.entry))
    target = record_target(statistics[0])
    said = sentence.of(language)
    yield Paragraph((Span(said, "title", target), *marks), bullet="-")
    yield from note_paragraphs(used[used.index(end) :], evidence, language)


def note_paragraphs(
    figures: Iterable[Figure], evidence: QuoteNumbering, language: Language
) -> Iterator[Paragraph]:
    """Yield the editor's notes on figures, each with the period of its figure, but not those on how
    a figure was corrected: its status says that it was."""
    for figure in figures:
        if not figure.as_printed and (text := _note(figure, language)):
            yield Paragraph((Span(text), *evidence.mark_spans(figure.entry)), bullet="-")


def _note(figure: Figure, language: Language) -> str:
    """Return the period and the editor's notes on a figure; empty for none. Notes that begin with
    the period, or with a range up to it, stand alone."""
    notes = figure.note.of(language).split("\n")
    text = ("" if language == "zh" else " ").join(filter(None, notes))
    period = format_period(figure.period, language)
    if not text or re.match(_RANGE_TO + re.escape(period), text):
        return text
    return messages.PERIOD_NOTE.format(period=period, text=text).of(language)
