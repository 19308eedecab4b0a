"""What happened when: a year after the other, each line leading to its record and its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from tui.document import Block, Document, Heading, Paragraph, Role, Span
from tui.document.link_target import record_target
from tui.store import Entry, Store
from tui.text.dates import date_in_words, parse_date
from tui.text.language import Language, Wording
from tui.views import messages
from tui.views.quote_numbering import QuoteNumbering
from tui.views.selection import Choice, Range

_PLAIN = ("reported", "issued")
"""Statuses that go without saying: it has happened."""


class TimelineEntry(NamedTuple):
    """One event. ``fact``: under which its evidence stands among the record's answers."""

    date: str
    type: str
    type_words: Wording
    id: str
    fact: str
    title: Wording
    text: Wording
    status: str
    status_words: Wording


def timeline(
    store: Store,
    language: Language,
    within: Range | None = None,
    types: Sequence[str] = (),
    years: Sequence[str] = (),
) -> Document:
    """The page of what happened in a range of time or some years, of all types or of some."""
    evidence = QuoteNumbering(store, language)
    blocks = list(_blocks(store, happenings(store, within, types, years), evidence, language))
    if not types and not years and within is None:
        blocks.append(_undated(store, language))
    blocks += evidence.blocks()
    return Document(
        messages.TIMELINE.of(language), messages.KIND_TIMELINE.of(language), tuple(blocks)
    )


def happenings(
    store: Store,
    within: Range | None = None,
    types: Sequence[str] = (),
    years: Sequence[str] = (),
) -> list[TimelineEntry]:
    """What happened, in order. A date that is known by its year alone counts where any day of
    the year lies in the range; ``years``: those in which it must lie, as dates begin."""
    rows = store.query(
        "SELECT date, type, type_zh, type_en, id, fact, title_zh, title_en, text_zh, text_en, "
        "status, status_zh, status_en, first_day, last_day FROM timeline ORDER BY position"
    )
    return [
        TimelineEntry(
            date, type_, Wording(*row[2:4]), row[4], row[5], Wording(*row[6:8]),
            Wording(*row[8:10]), row[10], Wording(*row[11:13]),
        )
        for row in rows
        for date, type_ in [row[:2]]
        if (not types or type_ in types) and (not years or date[:4] in years)
        and (within is None or within.meets(row[13], row[14]))
    ]  # fmt: skip


def timeline_choices(store: Store) -> list[Choice]:
    """The types that occur."""
    rows = store.query(
        "SELECT type, type_zh, type_en, count(*) FROM timeline GROUP BY type ORDER BY min(position)"
    )
    return [Choice(type_, Wording(zh, en), count) for type_, zh, en, count in rows]


def evidence_of(store: Store, happening: TimelineEntry) -> Entry:
    """The answer that bears it out, with its citations."""
    answers = store.answers(happening.id)
    return next((entry for entry in answers if entry.fact == happening.fact), answers[0])


def _blocks(
    store: Store, found: Sequence[TimelineEntry], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    year = 0
    for happening in found:
        if parse_date(happening.date).year != year:
            year = parse_date(happening.date).year
            yield Heading(date_in_words(str(year), language))
        yield from _happening(store, happening, evidence, language)


def _happening(
    store: Store, happening: TimelineEntry, evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    spans = [
        Span(date_in_words(happening.date, language) + "  ", "label"),
        Span(happening.type_words.of(language) + "  ", "muted"),
        Span(happening.title.of(language), "link", record_target(happening.id)),
    ]
    if happening.status not in _PLAIN:
        known = happening.status in ("estimate", "forecast")
        role = cast("Role", happening.status) if known else "warning"
        words = happening.status_words.of(language)
        spans.append(Span(f"（{words}）" if language == "zh" else f" ({words})", role))
    spans += evidence.marks(evidence_of(store, happening))
    yield Paragraph(tuple(spans), bullet="-")
    if text := happening.text.of(language):
        yield Paragraph((Span(text),), indent=2)


def _undated(store: Store, language: Language) -> Block:
    (counts,) = store.query(
        "SELECT (SELECT count(*) FROM policies WHERE issued = ''), "
        "(SELECT count(*) FROM answers WHERE form = 'event' AND period = '')"
    )
    said = messages.LEFT_OUT.format(policies=counts[0], events=counts[1]).of(language)
    return Paragraph((Span(said, "muted"),))
