"""The key takeaways of a subject on figures: its latest figure, the highest one, the growth that
sources state, the change, what is disputed and what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tui.document import Block, Paragraph, Span
from tui.document.link_target import record_target
from tui.document.shared_labels import CORRECTED, CORRECTION, FORECAST_PASSED
from tui.store import AnswerWithEvidence
from tui.store.dated_values import dated_values
from tui.text.language import NO_TEXT, Wording
from tui.text.period_change import newest_change
from tui.text.periods import format_period, sort_key
from tui.views import messages
from tui.views.brief_paragraphs import BriefParagraphs
from tui.views.disputed_values import values_side_by_side
from tui.views.measure_figures import Figure, figures_of, status_words
from tui.views.name_in_text import has_name
from tui.views.subject_change import change_paragraphs
from tui.views.subject_figures import measures_by_period

_LATEST = Wording(
    "{title}：{period}{amount}（{status}），为最新数据{highest}。",
    "{title}: {amount} in {period} ({status}), the latest{highest}.",
)
_RATE = Wording("{name}：{amount}（{status}）。", "{name}: {amount} ({status}).")
_RATE_OF_PERIOD = Wording("{name}（{period}）", "{name} ({period})")
_STATUS_BY = Wording("{status}；{source}", "{status}; {source}")
_HIGHEST = Wording(
    "；已公布值最高的是{period}的{amount}", "; the highest reported is {amount} in {period}"
)
_FORECASTS = Wording(
    "{title}的预测：{values}（{details}）。", "{title}, forecast: {values} ({details})."
)
_PASSED = Wording(
    "{periods}已过，资料中没有实际值", "{periods} has passed, no outcome is in the documents"
)
_FORECAST = Wording("{period}{amount}", "{amount} in {period}")
_REPORTED, _FORECAST_STATUS, _REJECTED = "reported", "forecast", "deprecated"
_MOST_QUESTIONS = 2
"""Disputes and data gaps that are named."""


def figure_takeaways(
    paragraphs: BriefParagraphs,
    statistics: Sequence[str],
    disputes: Sequence[AnswerWithEvidence],
    gaps: Sequence[AnswerWithEvidence],
    names: Sequence[str] = (),
    instead: Iterable[Block] = (),
) -> Iterator[Block]:
    """Yield the paragraphs; none for a subject without statistics. ``statistics``: their ids, the
    main one first. ``names``: names of the subject; a single figure is left out if its title
    contains no such name: ``instead`` stands in its place."""
    if not statistics:
        return
    title = paragraphs.store.answers(statistics[0])[0].title
    is_beside = names and len(statistics) == 1 and not any(has_name(each, title) for each in names)
    if is_beside:
        yield from instead
    else:
        yield from _latest(paragraphs, statistics[0])
        yield from _rates(paragraphs, statistics[0])
    yield from change_paragraphs(
        paragraphs.store, statistics, paragraphs.evidence, paragraphs.language
    )
    for other in [*measures_by_period(paragraphs.store, statistics)][1:]:
        yield from _latest(paragraphs, other)
    for label, entries in ((messages.DISPUTED_QUESTIONS, disputes), (messages.NOT_KNOWN_YET, gaps)):
        yield from open_questions(paragraphs, label, entries)


def open_questions(
    paragraphs: BriefParagraphs, label: Wording, entries: Sequence[AnswerWithEvidence]
) -> Iterator[Block]:
    """Yield the first titles of disputes, with the values in dispute, or of data gaps after a
    label, in one paragraph."""
    if entries := entries[:_MOST_QUESTIONS]:
        titles = [
            values_side_by_side(paragraphs.store, each).of(paragraphs.language) for each in entries
        ]
        stop, space = ("。", "") if paragraphs.language == "zh" else (".", " ")
        text = space.join(each if each.endswith(("?", "？")) else each + stop for each in titles)
        named = Span(label.of(paragraphs.language), "label")
        yield Paragraph((named, Span(text)), bullet="-")


def _latest(paragraphs: BriefParagraphs, statistic: str) -> Iterator[Block]:
    """Yield a sentence with the latest figure, and the highest of those of periods as long as most
    of them; why it is corrected, and what is forecast for later periods."""
    store, language = paragraphs.store, paragraphs.language
    entry = store.answers(statistic)[0]
    figures = [each for each in figures_of(store, statistic) if each.period and not each.is_rate]
    latest = next((each for each in figures if each.entry.fact == entry.fact), None)
    if latest is None:
        return
    highest = _highest(paragraphs, statistic, figures)
    words = NO_TEXT
    if highest and highest.entry.fact != latest.entry.fact:
        period = format_period(highest.period, language)
        words = _HIGHEST.format(period=period, amount=highest.amount)
    said = _LATEST.format(
        title=paragraphs.name(entry).text,
        period=format_period(latest.period, language),
        amount=latest.amount,
        status=_status(paragraphs, latest),
        highest=words,
    ).of(language)
    marks = [*paragraphs.evidence.mark_spans(latest.entry)]
    if highest and words.en:
        marks += paragraphs.evidence.mark_spans(highest.entry)
    if correction := latest.entry.correction.of(language):
        space = "" if language == "zh" else " "
        marks += [Span(space + CORRECTION.of(language), "warning"), Span(correction)]
    yield Paragraph((Span(said, "title", record_target(statistic)), *marks), bullet="-")
    yield from _forecasts(paragraphs, latest, figures)


def _forecasts(
    paragraphs: BriefParagraphs, latest: Figure, figures: Sequence[Figure]
) -> Iterator[Block]:
    """Yield a sentence with the forecasts for periods after the latest figure, their sources,
    whether any is corrected and which has no outcome though its time has passed; nothing where
    there are none."""
    language = paragraphs.language
    found = [
        each
        for each in figures
        if each.entry.status == _FORECAST_STATUS
        and each.entry.rank != _REJECTED
        and sort_key(each.period) > sort_key(latest.period)
    ]
    if not found:
        return
    comma, stop = ("，", "；") if language == "zh" else (", ", "; ")
    values = [
        _FORECAST.format(period=format_period(each.period, language), amount=each.amount)
        for each in found
    ]
    sources = dict.fromkeys(each.entry.citations[0][f"short_{language}"] for each in found)
    corrected = [CORRECTED.of(language)] if any(each.as_printed for each in found) else []
    passed = [each for each in found if FORECAST_PASSED.en in each.entry.answer.en]
    periods = comma.join(format_period(each.period, language) for each in passed)
    outcome = [_PASSED.format(periods=periods).of(language)] if passed else []
    text = _FORECASTS.format(
        title=paragraphs.name(latest.entry).text,
        values=comma.join(each.of(language) for each in values),
        details=stop.join([*corrected, *sources, *outcome]),
    ).of(language)
    marks = [mark for each in found for mark in paragraphs.evidence.mark_spans(each.entry)]
    target = record_target(latest.entry.id)
    yield Paragraph((Span(text, "title", target), *marks), bullet="-")


def _rates(paragraphs: BriefParagraphs, statistic: str) -> Iterator[Block]:
    """Yield the growth of the main figure that sources report, with its period, but not where it is
    the change that the takeaways compute."""
    language = paragraphs.language
    change = newest_change(dated_values(paragraphs.store, statistic))
    computed = change and float(change.percent)
    for figure in figures_of(paragraphs.store, statistic):
        is_reported = figure.entry.status == _REPORTED and figure.entry.rank != _REJECTED
        if figure.is_rate and is_reported and figure.base_value != computed:
            name, period = figure.name, format_period(figure.period, language)
            if period and period not in name.of(language):
                name = _RATE_OF_PERIOD.format(name=name, period=period)
            said = _RATE.format(name=name, amount=figure.amount, status=_status(paragraphs, figure))
            text = Span(said.of(language), "title", record_target(statistic))
            yield Paragraph((text, *paragraphs.evidence.mark_spans(figure.entry)), bullet="-")


def _status(paragraphs: BriefParagraphs, figure: Figure) -> Wording:
    """Return the status of a figure and the source that it is cited from."""
    status = status_words(figure.entry, paragraphs.language)
    source = figure.entry.citations[0][f"short_{paragraphs.language}"]
    return _STATUS_BY.format(status=status, source=source)


def _highest(
    paragraphs: BriefParagraphs, statistic: str, figures: Sequence[Figure]
) -> Figure | None:
    """Return the highest reported figure of the periods of the most common length; None where only
    one can be compared."""
    values = [*dated_values(paragraphs.store, statistic)]
    if not values:
        return None
    ((months, count),) = Counter(value.months for value in values).most_common(1)
    if count < 2:
        return None
    value = max((each for each in values if each.months == months), key=lambda each: each.value)
    return next((each for each in figures if each.entry.fact == value.key), None)
