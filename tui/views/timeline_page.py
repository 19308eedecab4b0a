"""The timeline page: policies and events by year, each with a link to its record and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from tui.database.timeline import TimelineEvent
from tui.document import Block, Document, Heading, Paragraph, Role, Span, Spans, Table, TableRow
from tui.document.link_target import record_target
from tui.store import AnswerWithEvidence, Store
from tui.text.dates import format_date, parse_date
from tui.text.language import Language, Wording, enumeration
from tui.views import messages
from tui.views.quote_numbering import QuoteNumbering
from tui.views.selection import Choice, DateRange


class UndatedEvent(NamedTuple):
    """What cannot be in the timeline. ``id``: of its record; ``title``: of the policy, or the event
    in words; ``fact``, ``type``, ``status``: as of a ``TimelineEvent``."""

    id: str
    title: Wording
    is_policy: bool
    fact: str
    type: str
    status: str


_PLAIN = ("reported", "issued")
"""Statuses that are not shown: they are the normal case."""


def timeline(
    store: Store, language: Language, types: Sequence[str] = (), years: Sequence[str] = ()
) -> Document:
    """Return the timeline page of all types and years or some."""
    events = timeline_events(store, None, types, years)
    undated = () if years else undated_events(store, types)
    return timeline_document(store, language, events, undated)


def timeline_document(
    store: Store,
    language: Language,
    events: Sequence[TimelineEvent],
    undated: Sequence[UndatedEvent] = (),
) -> Document:
    """Return the page of these events, in this order; ``undated``: what is left out, by name."""
    evidence = QuoteNumbering(store, language)
    blocks = list(_blocks(store, events, evidence, language))
    blocks += _undated(undated, language)
    blocks += evidence.blocks()
    return Document(
        messages.TIMELINE.of(language), messages.KIND_TIMELINE.of(language), tuple(blocks)
    )


def timeline_table(
    store: Store,
    language: Language,
    events: Sequence[TimelineEvent],
    undated: Sequence[UndatedEvent] = (),
) -> Document:
    """Return the timeline as a document for a file: a table with the date, type, event,
    record and source of each."""
    evidence = QuoteNumbering(store, language)
    columns = (messages.TYPE, messages.EVENT, messages.RECORD, messages.SOURCE)
    heads = tuple((Span(column.of(language)),) for column in columns)
    rows = tuple(_table_row(store, event, evidence, language) for event in events)
    blocks: list[Block] = [Table(heads, rows, messages.DATE.of(language))] if rows else []
    blocks += [*_undated(undated, language), *evidence.blocks()]
    return Document(
        messages.TIMELINE.of(language), messages.KIND_TIMELINE.of(language), tuple(blocks)
    )


def _table_row(
    store: Store, event: TimelineEvent, evidence: QuoteNumbering, language: Language
) -> TableRow:
    entry = entry_for(store, event)
    name, text = entry.title.of(language), event.text.of(language)
    # The event of a policy is its issue: its title is that of the record.
    texts = [event.title.of(language), text] if event.title != entry.title else [text or name]
    texts += event.note.of(language).splitlines()
    head, *more = (Span(each) for each in texts if each)
    return TableRow(
        (Span(format_date(event.date, language)),),
        (
            ((Span(event.type_words.of(language)),),),
            ((head, *_status(event, language)), *((each,) for each in more)),
            ((Span(name, "link", record_target(event.id)),),),
            evidence.named(entry),
        ),
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
        "status, status_zh, status_en, note_zh, note_en, first_day, last_day FROM timeline "
        "ORDER BY position"
    )
    return [
        TimelineEvent(
            date, type_, Wording(*row[2:4]), row[4], row[5], Wording(*row[6:8]),
            Wording(*row[8:10]), row[10], Wording(*row[11:13]), Wording(*row[13:15]),
        )
        for row in rows
        for date, type_ in [row[:2]]
        if (not types or type_ in types) and (not years or date[:4] in years)
        and (within is None or within.overlaps(row[15], row[16]))
    ]  # fmt: skip


def timeline_choices(store: Store) -> list[Choice]:
    """Return the types of events that occur."""
    rows = store.query(
        "SELECT type, type_zh, type_en, count(*) FROM timeline GROUP BY type ORDER BY min(position)"
    )
    return [Choice(type_, Wording(zh, en), count) for type_, zh, en, count in rows]


def subject_of_types(store: Store, types: Sequence[str]) -> Wording:
    """Return types of events in words."""
    return enumeration([each.label for each in timeline_choices(store) if each.value in types])


def entry_for(store: Store, event: TimelineEvent | UndatedEvent) -> AnswerWithEvidence:
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
    spans += _status(event, language)
    spans += evidence.mark_spans(entry_for(store, event))
    yield Paragraph(tuple(spans), bullet="-")
    if text := event.text.of(language):
        yield Paragraph((Span(text),), indent=2)
    for note in event.note.of(language).splitlines():
        yield Paragraph((Span(note, "muted"),), indent=2)


def _status(event: TimelineEvent, language: Language) -> Spans:
    if event.status in _PLAIN:
        return ()
    has_role = event.status in ("estimate", "forecast")
    role = cast("Role", event.status) if has_role else "warning"
    words = event.status_words.of(language)
    return (Span(f"（{words}）" if language == "zh" else f" ({words})", role),)


def undated_events(store: Store, types: Sequence[str] = ()) -> list[UndatedEvent]:
    """Return the policies, and the events of companies, that have no date; of all types or some."""
    rows = store.query(
        "SELECT r.id, r.title_zh, r.title_en, TRUE, '', 'policy', p.status FROM records r "
        "JOIN policies p ON p.id = r.id WHERE p.issued IS NULL UNION ALL "
        "SELECT r.id, e.title_zh, e.title_en, FALSE, a.fact, e.type, e.status FROM records r "
        "JOIN answers a ON a.id = r.id JOIN events e ON e.id = a.id AND e.fact = a.fact "
        "WHERE a.form = 'event' AND a.period = ''"
    )
    return [
        UndatedEvent(row[0], _named(store, row[0], Wording(*row[1:3])), bool(row[3]), *row[4:])
        for row in rows
        if not types or row[5] in types
    ]


def _named(store: Store, identity: str, event: Wording) -> Wording:
    """Return an event in words with the name of its record."""
    row = store.row(identity, "en")
    if row is None or row.title.en in event.en or row.cells[0] in event.en:
        return event
    return Wording(f"{row.title.zh}：{event.zh}", f"{row.title.en}: {event.en}")


def undated_lines(undated: Sequence[UndatedEvent], language: Language) -> list[str]:
    """Return in plain text how many policies and other events are left out, and their names."""
    return ["".join(span.text for span in block.spans) for block in _undated(undated, language)]


def _undated(undated: Sequence[UndatedEvent], language: Language) -> Iterator[Paragraph]:
    """Yield one paragraph for the policies and one for the other events, with their names."""
    for is_policy, one, many in (
        (True, messages.UNDATED_POLICY, messages.UNDATED_POLICIES),
        (False, messages.UNDATED_EVENT, messages.UNDATED_EVENTS),
    ):
        named = [event for event in undated if event.is_policy == is_policy]
        if not named:
            continue
        head = (one if len(named) == 1 else many).format(count=len(named)).of(language)
        spans = [Span(head, "muted")]
        for number, event in enumerate(named):
            if number:
                spans.append(Span("；" if language == "zh" else "; ", "muted"))
            spans.append(Span(event.title.of(language), "link", record_target(event.id)))
        yield Paragraph(tuple(spans))
