"""What happened when: policies as they were issued, and the events of players."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.facts.player_answers import amount_text, participants_text
from tui.document.fact_ref import part_ref
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Event, Player, Policy
from tui.text.language import NO_TEXT, Wording
from tui.text.periods import day_range


class TimelineEvent(NamedTuple):
    """One row of the timeline. ``fact``: under which the record's citations for it stand."""

    date: str
    type: str
    type_words: Wording
    id: str
    fact: str
    title: Wording
    text: Wording
    status: str
    status_words: Wording

    def row(self) -> tuple[object, ...]:
        """Its columns."""
        return (
            self.date,
            *day_range(self.date),
            self.type,
            *self.type_words,
            self.id,
            self.fact,
            *self.title,
            *self.text,
            self.status,
            *self.status_words,
        )


def timeline_events(catalogue: Catalogue) -> list[TimelineEvent]:
    """All that has a date, in order; of one beginning the less precise first."""
    found: list[TimelineEvent] = []
    for record in catalogue.content.records:
        if isinstance(record, Policy) and record.issued:
            found.append(_policy(record, record.issued, catalogue))
        elif isinstance(record, Player):
            found += _of_player(record, catalogue)

    def order(item: TimelineEvent) -> tuple[int, int]:
        first, last = day_range(item.date)
        return (first, -last)

    return sorted(found, key=order)  # stable: within a day by importance


def _policy(record: Policy, issued: str, catalogue: Catalogue) -> TimelineEvent:
    issuers = [catalogue.title(issuer) for issuer in record.issuers]
    by = Wording("、".join(name.zh for name in issuers), ", ".join(name.en for name in issuers))
    number = Wording(record.number or "", record.number or "")
    head = _listed([by, number])
    summary = catalogue.filled(record.summary)
    text = Wording(f"{head.zh}：{summary.zh}", f"{head.en}: {summary.en}") if head.zh else summary
    status = labels.POLICY_STATUS[record.status]
    title, words = record.title.wording(), labels.KINDS["policy"]
    return TimelineEvent(issued, "policy", words, record.id, "", title, text, record.status, status)


def _of_player(record: Player, catalogue: Catalogue) -> Iterator[TimelineEvent]:
    founded = any(event.kind == "founding" for event in record.events)
    if record.founded and not founded:
        name, reported = record.names.wording(), "reported"
        title = Wording(f"{name.zh}成立", f"{name.en} is founded")
        yield TimelineEvent(
            record.founded,
            "founding",
            labels.EVENTS["founding"],
            record.id,
            "",
            title,
            Wording(record.legal_name or "", record.legal_name or ""),
            reported,
            STATUS_WORDS[reported],
        )
    for event in record.events:
        if event.date:
            yield _event(record, event, event.date, catalogue)


def _event(record: Player, event: Event, date: str, catalogue: Catalogue) -> TimelineEvent:
    name, title = record.names.wording(), event.title.wording()
    if name.zh not in title.zh or name.en not in title.en:
        title = Wording(f"{name.zh}：{title.zh}", f"{name.en}: {title.en}")
    amount = amount_text(event.amount) if event.amount else NO_TEXT
    round_ = event.round.wording() if event.round else NO_TEXT
    return TimelineEvent(
        date,
        event.kind,
        labels.EVENTS[event.kind],
        record.id,
        part_ref(record.id, event.id),
        title,
        _listed([round_, amount, participants_text(event, catalogue)]),
        event.status,
        STATUS_WORDS[event.status],
    )


def _listed(parts: Sequence[Wording]) -> Wording:
    return Wording(
        "，".join(part.zh for part in parts if part.zh),
        ", ".join(part.en for part in parts if part.en),
    )
