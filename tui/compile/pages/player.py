"""The page of a player."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.measure_blocks import add_measure
from tui.compile.page_builder import PageBuilder
from tui.document import Span, Spans
from tui.document.fact_ref import part_ref
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Event, Offering, Player, Relation
from tui.text.dates import format_date
from tui.text.number_format import format_quantity


def player_page(page: PageBuilder, record: Player) -> None:
    """Who it is, its figures, products, events and relations, notes, neighbours."""
    page.paragraph(page.cited(record.summary, record.citations))
    _identity(page, record)
    if record.metrics:
        page.heading(labels.FIGURES)
    for metric in record.metrics:
        page.heading(metric.title, 2)
        add_measure(page, metric, part_ref(record.id, metric.id))
        if metric.scope:
            scope = Span(page.of(labels.SCOPE) + " ", "label")
            page.paragraph((scope, *page.spans(page.of(metric.scope))), indent=2)
    if record.offerings:
        page.heading(labels.OFFERED)
    for offering in record.offerings:
        _offering(page, offering)
    if record.events:
        page.heading(labels.EVENTS_HEAD)
    for event in record.events:
        _event(page, event)
    if record.relations:
        page.heading(labels.RELATIONS_HEAD)
    for relation in record.relations:
        _relation(page, relation)
    page.notes(record.notes)
    page.neighbours(record)


def _identity(page: PageBuilder, record: Player) -> None:
    comma = "、" if page.language == "zh" else ", "
    founded = format_date(record.founded, page.language) if record.founded else None
    page.fields(
        [
            (labels.ROLE, page.of(labels.ROLES[record.role])),
            (labels.LEGAL_NAME, record.legal_name),
            (labels.TICKER, record.ticker),
            (labels.EXCHANGE, record.exchange),
            (labels.FOUNDED, founded),
            (labels.PARENT, (page.link(record.parent),) if record.parent else None),
            (labels.GROUP, (page.link(record.group),) if record.group else None),
            (labels.ALSO_CALLED, comma.join(record.aliases)),
        ]
    )


def _offering(page: PageBuilder, offering: Offering) -> None:
    since = f", {format_date(offering.since, page.language)}" if offering.since else ""
    kind = page.of(labels.OFFERINGS[offering.kind])
    if page.language == "zh":
        tail = f"（{kind}{since.replace(', ', '，')}）"
    else:
        tail = f" ({kind}{since}) "
    name = (Span(page.of(offering.name), "title"), Span(tail, "muted"))
    page.paragraph((*name, *page.cited(offering.summary, offering.citations)), bullet="-")
    if offering.note:
        page.paragraph(page.of(offering.note), indent=2)


def _event(page: PageBuilder, event: Event) -> None:
    when = format_date(event.date, page.language) if event.date else page.of(labels.UNDATED)
    spans: list[Span] = [Span(f"{when} ", "label"), Span(page.of(event.title), "title")]
    details: list[str] = [page.of(labels.EVENTS[event.kind])]
    if event.round:
        details.append(page.of(event.round))
    if event.amount:
        amount = event.amount
        details.append(format_quantity(amount.value, amount.unit, page.language, amount.comparator))
        details.append(STATUS_WORDS[event.status].of(page.language))
    joint = "，" if page.language == "zh" else ", "
    spans.append(
        Span(f"（{joint.join(details)}）" if page.language == "zh" else f" ({joint.join(details)})")
    )
    spans += page.marks(page.cite(event.citations))
    page.paragraph(tuple(spans), bullet="-")
    if event.participants:
        page.paragraph(_participants(page, event), indent=2)
    for text in (event.undated, event.note):
        if text:
            page.paragraph(page.of(text), indent=2)


def _participants(page: PageBuilder, event: Event) -> Spans:
    spans: list[Span] = []
    for participant in event.participants:
        if spans:
            spans.append(Span("；" if page.language == "zh" else "; "))
        role = page.of(labels.PARTICIPANTS[participant.role])
        spans += [Span(f"{role} ", "label"), page.link(participant.player)]
    return tuple(spans)


def _relation(page: PageBuilder, relation: Relation) -> None:
    spans: list[Span] = [
        Span(page.of(labels.RELATIONS[relation.type]) + " ", "label"),
        page.link(relation.player),
        *page.marks(page.cite(relation.citations)),
    ]
    if relation.basis == "inference":
        mark = page.of(labels.INFERRED)
        spans.append(Span(f"（{mark}）" if page.language == "zh" else f" ({mark})", "warning"))
    page.paragraph(tuple(spans), bullet="-")
    if relation.note:
        page.paragraph(page.of(relation.note), indent=2)
