"""The tables of a player's page: what it offers, its events, and its relations to other players."""

from __future__ import annotations

from typing import cast

from tui.compile.facts.player_events import EVENT_TYPES, participant_role
from tui.compile.page_builder import PageBuilder
from tui.document import Cell, Role, Span, Spans, shared_labels
from tui.document.fact_ref import part_ref
from tui.document.shared_labels import STATUS_WORDS, with_colon
from tui.model import Event, Offering, Player, Relation
from tui.text.dates import format_date
from tui.text.language import Wording
from tui.text.number_format import format_quantity

_OFFERING_TYPES = {
    "product": Wording("产品", "product"),
    "service": Wording("服务", "service"),
    "platform": Wording("平台", "platform"),
    "programme": Wording("计划", "program"),
    "publication": Wording("出版物", "publication"),
}
_RELATION_TYPES = {
    "investor": Wording("投资方", "investor"),
    "partner": Wording("合作方", "partner"),
    "parent": Wording("所属集团", "group"),
    "subsidiary": Wording("旗下企业", "group company"),
    "supplier": Wording("供应方", "supplier"),
    "customer": Wording("客户", "customer"),
    "same-as": Wording("同一主体", "same as"),
}
_OFFERINGS = Wording("产品与服务", "Products and services")
_EVENTS = Wording("主要事件", "Events")
_RELATIONS = Wording("关系", "Relations")
_INFERRED = Wording("编者推断", "editor's inference")
_OFFERING_HEADS = (
    Wording("名称", "Name"),
    shared_labels.TYPE,
    Wording("始于", "Since"),
    Wording("简介", "Description"),
)
_EVENT_HEADS = (
    Wording("日期", "Date"),
    Wording("事件", "Event"),
    shared_labels.TYPE,
    Wording("金额", "Amount"),
    Wording("参与方", "Participants"),
    shared_labels.NOTES,
)
_RELATION_HEADS = (Wording("关系", "Relation"), Wording("对方", "With"), shared_labels.NOTES)


def add_offerings(page: PageBuilder, player: Player) -> None:
    """Add a row for each product or service: name, type, since when, description."""
    if player.offerings:
        page.heading(_OFFERINGS)
        rows = [_offering(page, offering) for offering in player.offerings]
        page.table(_OFFERING_HEADS, rows, prose=True)
        for offering in player.offerings:
            page.disagreement_link(part_ref(player.id, offering.id))


def add_events(page: PageBuilder, player: Player) -> None:
    """Add a row for each event: date, title, type, amount, participants, notes."""
    if player.events:
        page.heading(_EVENTS)
        rows = [_event(page, event, player.id) for event in player.events]
        page.table(_EVENT_HEADS, rows, prose=True)
        for event in player.events:
            page.disagreement_link(part_ref(player.id, event.id))


def add_relations(page: PageBuilder, player: Player) -> None:
    """Add a row for each relation: type, the other player, notes."""
    if player.relations:
        page.heading(_RELATIONS)
        rows = [_relation(page, relation) for relation in player.relations]
        page.table(_RELATION_HEADS, rows, prose=True)


def _offering(page: PageBuilder, offering: Offering) -> tuple[Cell, ...]:
    description: Cell = (page.text_with_marks(offering.summary, offering.citations),)
    if offering.note:
        description = (*description, (Span(page.of(offering.note), "muted"),))
    return (
        page.cell(page.of(offering.name), "title"),
        page.cell(page.of(_OFFERING_TYPES[offering.kind])),
        page.cell(format_date(offering.since, page.language) if offering.since else ""),
        description,
    )


def _event(page: PageBuilder, event: Event, own: str) -> tuple[Cell, ...]:
    when = format_date(event.date, page.language) if event.date else page.of(shared_labels.UNDATED)
    marks = page.mark_spans(page.citation_numbers(event.citations))
    comma = "，" if page.language == "zh" else ", "
    kinds = [page.of(EVENT_TYPES[event.kind]), *([page.of(event.round)] if event.round else [])]
    return (
        page.cell(when, "label"),
        ((Span(page.of(event.title), "title"), *marks),),
        page.cell(comma.join(kinds)),
        _amount(page, event),
        tuple(
            (
                Span(with_colon(page.of(participant_role(event, participant.role))), "label"),
                page.link(participant.player),
            )
            for participant in event.participants
            if participant.player != own
        ),
        tuple(page.spans(page.of(note)) for note in (event.undated, event.note) if note),
    )


def _amount(page: PageBuilder, event: Event) -> Cell:
    if event.amount is None:
        return ()
    amount = event.amount
    text = format_quantity(amount.value, amount.unit, page.language, amount.comparator)
    status = Span(STATUS_WORDS[event.status].of(page.language), cast("Role", event.status))
    return ((Span(text, "figure"), Span(" "), status),)


def _relation(page: PageBuilder, relation: Relation) -> tuple[Cell, ...]:
    marks = page.mark_spans(page.citation_numbers(relation.citations))
    notes = (page.spans(page.of(relation.note)),) if relation.note else ()
    # In the first column, because short views leave out the notes.
    spans: Spans = (Span(page.of(_RELATION_TYPES[relation.type])),)
    if relation.basis == "inference":
        spans = (*spans, Span(page.in_brackets(page.of(_INFERRED)), "warning"))
    return ((spans,), ((page.link(relation.player), *marks),), notes)
