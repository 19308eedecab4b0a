"""The beginning of a comparison: what can be compared, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.document import Paragraph, Span
from tui.document.link_target import record_target
from tui.question.tables import in_list
from tui.search.figures_of_source import published_by
from tui.store import Store
from tui.text.language import Language, Wording, enumeration, within_sentence
from tui.views import messages
from tui.views.comparability import ComparedMeasure
from tui.views.comparison_subjects import Subject
from tui.views.group_companies import group_companies
from tui.views.measure_figures import Figure, period_label
from tui.views.player_gaps import gaps_of_figures
from tui.views.sentence_words import at_beginning, listed_names

_TWICE = 1.95
"""From here on a quotient is said as “2.0 times”, below as “60% above”."""


def overview_blocks(
    store: Store,
    subjects: Sequence[Subject],
    measures: Sequence[ComparedMeasure],
    language: Language,
) -> Iterator[Paragraph]:
    """Yield what can be compared, what follows from it by calculation, and who has no figures."""
    yield from in_words(subjects, measures, language)
    without = [
        subject
        for place, subject in enumerate(subjects)
        if not any(measure.columns[place] or measure.others[place] for measure in measures)
    ]
    if without:
        yield _without_figures(store, without, language)
        if companies := group_companies(store, subjects, without, language):
            yield companies


def in_words(
    subjects: Sequence[Subject], measures: Sequence[ComparedMeasure], language: Language
) -> Iterator[Paragraph]:
    """Yield a paragraph on what can be compared, and one on what can be calculated from it."""
    first, *others = _sentences(subjects, measures)
    spans = [Span(first.of(language), "title")]
    space = "" if language == "zh" else " "
    spans += (Span(space + each.of(language)) for each in others)
    yield Paragraph(tuple(spans))
    if results := list(_calculated(subjects, measures)):
        text = messages.SENTENCE.format(text=at_beginning(_separated(results)))
        label = Span(messages.CALCULATED.of(language), "label")
        yield Paragraph((label, Span(text.of(language))))


def _sentences(
    subjects: Sequence[Subject], measures: Sequence[ComparedMeasure]
) -> Iterator[Wording]:
    of_kind: dict[str, list[ComparedMeasure]] = {}
    for measure in measures:
        of_kind.setdefault(measure.kind, []).append(measure)
    comparable = of_kind.pop("comparable", [])
    if comparable:
        form = messages.ONLY_COMPARABLE if of_kind else messages.ALL_COMPARABLE
        yield at_beginning(form.format(items=_with_periods(subjects, comparable)))
    else:
        yield messages.NONE_COMPARABLE
    for kind, form in (
        ("period", messages.NO_COMMON_PERIOD),
        ("definition", messages.DEFINITIONS_DIFFER),
    ):
        if rows := of_kind.get(kind):
            names = listed_names([within_sentence(each.name) for each in rows])
            yield at_beginning(form.format(items=names))
    if rows := of_kind.get("single"):
        form = messages.SINGLE_MEASURE if len(rows) == 1 else messages.SINGLE_MEASURES
        yield form.format(count=len(rows), owners=_owners(subjects, rows))


def _owners(subjects: Sequence[Subject], rows: Sequence[ComparedMeasure]) -> Wording:
    """Return the players that alone have the measures of rows, each with their number."""
    counts = [sum(bool(row.columns[place]) for row in rows) for place in range(len(subjects))]
    return enumeration(
        [
            messages.OWNER.format(name=subject.name, count=count)
            for subject, count in zip(subjects, counts, strict=True)
            if count
        ]
    )


def _with_periods(subjects: Sequence[Subject], rows: Sequence[ComparedMeasure]) -> Wording:
    """Return the names of measures, each group of one period and the same players with these."""
    groups: dict[tuple[str, tuple[int, ...]], list[Wording]] = {}
    for row in rows:
        key = (row.period, tuple(row.holders))
        groups.setdefault(key, []).append(within_sentence(row.name))
    parts = []
    for (period, holders), names in groups.items():
        around = Wording(period_label(period, "zh"), period_label(period, "en"))
        if len(holders) < len(subjects):
            who = listed_names([subjects[place].name for place in holders])
            around = messages.PERIOD_AND_NAMES.format(period=around, names=who)
        parts.append(messages.SHARED_VALUE.format(label=listed_names(names), value=around))
    return _separated(parts) if len(parts) > 1 else parts[0]


def _separated(texts: Sequence[Wording]) -> Wording:
    return Wording("；".join(each.zh for each in texts), "; ".join(each.en for each in texts))


def _without_figures(store: Store, subjects: Sequence[Subject], language: Language) -> Paragraph:
    """Return which players have no figures, with the gaps that say so."""
    form = messages.HAS_NO_FIGURE if len(subjects) == 1 else messages.HAVE_NO_FIGURE
    text = form.format(names=listed_names([subject.title for subject in subjects]))
    spans = [Span(text.of(language))]
    gaps = [gap for each in subjects for gap in list(gaps_of_figures(store, each).items())[:1]]
    for identity, title in gaps:
        spans.append(Span(messages.SEE_GAP.of(language), "muted"))
        spans.append(Span(title.of(language), "link", record_target(identity)))
        spans.append(Span(messages.SEE_GAP_END.of(language), "muted"))
    if documents := _documents(store, subjects):
        publishes = messages.PUBLISHER if len(subjects) == 1 else messages.PUBLISHERS
        spans.append(Span(publishes.of(language)))
        for place, (identity, title) in enumerate(documents.items()):
            spans += [Span("、" if language == "zh" else ", ")] if place else []
            spans.append(Span(title.of(language), "link", record_target(identity)))
        spans.append(Span(messages.SEE_GAP_END.of(language)))
    return Paragraph((*spans, Span("。" if language == "zh" else ".")))


def _documents(store: Store, subjects: Sequence[Subject]) -> dict[str, Wording]:
    """Return the sources that subjects published, if each of them is a publisher."""
    found: dict[str, Wording] = {}
    for subject in subjects:
        sources = published_by(store, subject.record)
        if not sources:
            return {}
        places, wanted = in_list(sources)
        sql = f"SELECT id, short_zh, short_en FROM sources WHERE id IN ({places})"
        found |= {source: Wording(zh, en) for source, zh, en in store.query(sql, wanted)}
    return found


def _calculated(
    subjects: Sequence[Subject], measures: Sequence[ComparedMeasure]
) -> Iterator[Wording]:
    """Yield the quotient of two exact figures that can be compared, or the difference of two
    percentages."""
    for measure in measures:
        figures = [own[0] for own in measure.compared if len(own) == 1]
        values = [figure.base_value or 0 for figure in figures]
        statuses = {figure.entry.status for figure in figures}
        if len(figures) != 2 or len(measure.holders) != 2 or len(statuses) > 1:
            continue
        high, low = sorted((0, 1), key=lambda at: values[at], reverse=True)
        if not 0 < values[low] < values[high] or any("–" in each.amount.en for each in figures):
            continue
        form, number = _relation(figures, values[high], values[low])
        names = [subjects[place].name for place in measure.holders]
        yield form.format(
            measure=within_sentence(measure.name), high=names[high], low=names[low], number=number
        )


def _relation(figures: Sequence[Figure], high: float, low: float) -> tuple[Wording, str]:
    if all("%" in figure.amount.en for figure in figures):
        return messages.POINTS_ABOVE, f"{high - low:.1f}"
    if high / low < _TWICE:
        return messages.PERCENT_ABOVE, f"{(high / low - 1) * 100:.0f}"
    return messages.TIMES_AS_MUCH, f"{high / low:.1f}"
