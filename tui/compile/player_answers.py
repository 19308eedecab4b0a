"""What a player answers beside its figures: events with who took part, products and services."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile import labels
from tui.compile.answer import Answer
from tui.compile.catalogue import Catalogue
from tui.compile.facts import said
from tui.model import Event, Offering, Player
from tui.text.language import Wording
from tui.text.numbers import quantity

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
    value = labels.EVENTS[event.kind]
    if amount:
        value = Wording(
            quantity(amount.value, amount.unit, "zh", amount.comparator),
            quantity(amount.value, amount.unit, "en", amount.comparator),
        )
    title = event.title.wording()
    text = said(event.date, value, event.status)
    who = _participants(event, catalogue)
    text = Wording(f"{title.zh}，{text.zh}{who.zh}", f"{title.en}, {text.en}{who.en}")
    words = _FINANCING_WORDS if event.kind == "financing" else ()
    return Answer(
        text,
        event.citations,
        fact=f"{player.id}.{event.id}",
        measure=title,
        period=event.date or "",
        value=format(amount.value, "f") if amount else "",
        unit=amount.unit if amount else "",
        status=event.status,
        words=(*labels.EVENTS[event.kind], *words),
    )


def _participants(event: Event, catalogue: Catalogue) -> Wording:
    if not event.participants:
        return Wording("", "")
    zh, en = [], []
    for participant in event.participants:
        name, role = catalogue.title(participant.player), labels.PARTICIPANTS[participant.role]
        zh.append(f"{name.zh}（{role.zh}）")
        en.append(f"{name.en} ({role.en})")
    return Wording("：" + "、".join(zh), ": " + ", ".join(en))


def _offering(player: Player, offering: Offering, catalogue: Catalogue) -> Answer:
    name, summary = offering.name.wording(), catalogue.filled(offering.summary)
    return Answer(
        Wording(f"{name.zh}：{summary.zh}", f"{name.en}: {summary.en}"),
        offering.citations,
        fact=f"{player.id}.{offering.id}",
        measure=name,
        period=offering.since or "",
        words=offering.aliases,
    )
