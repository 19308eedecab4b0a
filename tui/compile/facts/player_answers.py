"""What a player answers beside its figures: events with who took part, products and services."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Answer
from tui.compile.facts.fact_text import said
from tui.document.fact_ref import part_ref
from tui.model import Amount, Event, Offering, Player
from tui.text.language import NO_TEXT, Wording
from tui.text.number_format import format_quantity

_FINANCING_WORDS = (
    "融资",
    "投资方",
    "谁投资",
    "投资",
    "financing",
    "funding",
    "investors",
    "invested",
)


def parts_of_player(player: Player, catalogue: Catalogue) -> Iterator[Answer]:
    """Its events, then its offerings."""
    for event in player.events:
        yield _event(player, event, catalogue)
    for offering in player.offerings:
        yield _offering(player, offering, catalogue)


def _event(player: Player, event: Event, catalogue: Catalogue) -> Answer:
    amount = event.amount
    sum_ = amount_text(amount) if amount else NO_TEXT
    value = sum_ if amount else labels.EVENTS[event.kind]
    title = event.title.wording()
    text = said(event.date, value, event.status)
    who = participants_text(event, catalogue)
    if who.zh:
        who = Wording(f"：{who.zh}", f": {who.en}")
    text = Wording(f"{title.zh}，{text.zh}{who.zh}", f"{title.en}, {text.en}{who.en}")
    words = _FINANCING_WORDS if event.kind == "financing" else ()
    return Answer(
        text,
        event.citations,
        fact=part_ref(player.id, event.id),
        measure=title,
        period=event.date or "",
        value=format(amount.value, "f") if amount else "",
        unit=amount.unit if amount else "",
        status=event.status,
        amount=sum_,
        form="event",
        words=(*labels.EVENTS[event.kind], *words),
    )


def amount_text(amount: Amount) -> Wording:
    """A sum of money in words."""
    value, unit, hedge = amount.value, amount.unit, amount.comparator
    return Wording(
        format_quantity(value, unit, "zh", hedge), format_quantity(value, unit, "en", hedge)
    )


def participants_text(event: Event, catalogue: Catalogue) -> Wording:
    """Who took part and as what; empty where nobody is named."""
    zh, en = [], []
    for participant in event.participants:
        name, role = catalogue.title(participant.player), labels.PARTICIPANTS[participant.role]
        zh.append(f"{name.zh}（{role.zh}）")
        en.append(f"{name.en} ({role.en})")
    return Wording("、".join(zh), ", ".join(en))


def _offering(player: Player, offering: Offering, catalogue: Catalogue) -> Answer:
    name, summary = offering.name.wording(), catalogue.filled(offering.summary)
    return Answer(
        Wording(f"{name.zh}：{summary.zh}", f"{name.en}: {summary.en}"),
        offering.citations,
        fact=part_ref(player.id, offering.id),
        measure=name,
        period=offering.since or "",
        form="offering",
        words=offering.aliases,
    )
