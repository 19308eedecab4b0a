"""The timeline page: policies and events by year, each with a link to its record and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from tui.database.timeline import TimelineEvent
from tui.document import Block, Document, Heading, Paragraph, Role, Span
from tui.document.link_target import record_target
from tui.store import AnswerWithEvidence, Store
from tui.text.dates import format_date, parse_date
from tui.text.language import Language, Wording
from tui.views import messages
from tui.views.quote_numbering import QuoteNumbering
from tui.views.selection import Choice, DateRange

_PLAIN = ("reported", "issued")
"""Statuses that are not shown: they are the normal case."""


def timeline(
    store: Store,
    language: Language,
    within: DateRange | None = None,
    types: Sequence[str] = (),
    years: Sequence[str] = (),
) -> Document:
    """Return the timeline page of a date range or some years, of all types or some."""
    evidence = QuoteNumbering(store, language)
    blocks = list(_blocks(store, timeline_events(store, within, types, years), evidence, language))
    if not types and not years and within is None:
        blocks.append(_undated(store, language))
    blocks += evidence.blocks()
    return Document(
        messages.TIMELINE.of(language), messages.KIND_TIMELINE.of(language), tuple(blocks)
    )


def timeline_events(
    store: Store,
    within: DateRange | None = None,
    types: Sequence[str] = (),
    years: Sequence[str] = (),
) -> list[TimelineEvent]:
    """Return the events in chronological order. A date that is only a year is in the range if any
    day of the year is; ``years``: four-digit years, any of which must match."""
    rows = store.query(
        "SELECT date, type, type_zh, type_en, id, fact, title_zh, title_en, text_zh, text_en, "
        "status, status_zh, status_en, first_day, last_day FROM timeline ORDER BY position"
    )
    return [
        TimelineEvent(
            date, type_, Wording(*row[2:4]), row[4], row[5], Wording(*row[6:8]),
            Wording(*row[8:10]), row[10], Wording(*row[11:13]),
        )
        for row in rows
        for date, type_ in [row[:2]]
        if (not types or type_ in types) and (not years or date[:4] in years)
        and (within is None or within.overlaps(row[13], row[14]))
    ]  # fmt: skip


def timeline_choices(store: Store) -> list[Choice]:
    """Return the types of events that occur."""
    rows = store.query(
        "SELECT type, type_zh, type_en, count(*) FROM timeline GROUP BY type ORDER BY min(position)"
    )
    return [Choice(type_, Wording(zh, en), count) for type_, zh, en, count in rows]


def entry_for(store: Store, event: TimelineEvent) -> AnswerWithEvidence:
    """Return the answer that is the evidence of an event, with its citations."""
    answers = store.answers(event.id)
    return next((entry for entry in answers if entry.fact == event.fact), answers[0])


def _blocks(
    store: Store, events: Sequence[TimelineEvent], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    year = 0
    for event in events:
        if parse_date(event.date).year != year:
            year = parse_date(event.date).year
            yield Heading(format_date(str(year), language))
        yield from _event(store, event, evidence, language)


def _event(
    store: Store, event: TimelineEvent, evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    spans = [
        Span(format_date(event.date, language) + "  ", "label"),
        Span(event.type_words.of(language) + "  ", "muted"),
        Span(event.title.of(language), "link", record_target(event.id)),
    ]
    if event.status not in _PLAIN:
        has_role = event.status in ("estimate", "forecast")
        role = cast("Role", event.status) if has_role else "warning"
        words = event.status_words.of(language)
        spans.append(Span(f"（{words}）" if language == "zh" else f" ({words})", role))
    spans += evidence.mark_spans(entry_for(store, event))
    yield Paragraph(tuple(spans), bullet="-")
    if text := event.text.of(language):
        yield Paragraph((Span(text),), indent=2)


def _undated(store: Store, language: Language) -> Block:
    (counts,) = store.query(
        "SELECT (SELECT count(*) FROM policies WHERE issued = ''), "
        "(SELECT count(*) FROM answers WHERE form = 'event' AND period = '')"
    )
    text = messages.UNDATED_OMITTED.format(policies=counts[0], events=counts[1]).of(language)
    return Paragraph((Span(text, "muted"),))
