"""Events and offerings of players as answers: who took part, for how much, since when."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Answer
from tui.compile.facts.fact_text import period_in_words, qualifier, with_status
from tui.compile.facts.figure_notes import notes_in_lines
from tui.database.timeline import TimelineEvent
from tui.document.fact_ref import part_ref
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Amount, Event, Offering, Player
from tui.text.language import NO_TEXT, Wording, plural
from tui.text.number_format import format_quantity

EVENT_TYPES = {
    "financing": Wording("融资", "Financing"),
    "launch": Wording("上线", "Launch"),
    "founding": Wording("成立", "Founding"),
    "listing": Wording("上市", "Listing"),
    "partnership": Wording("合作", "Partnership"),
    "acquisition": Wording("并购", "Acquisition"),
}
_PARTICIPANT_ROLES = {
    "lead_investor": Wording("领投", "lead investor"),
    "investor": Wording("投资方", "investor"),
    "investee": Wording("被投方", "investee"),
    "partner": Wording("合作方", "partner"),
    "acquirer": Wording("收购方", "acquirer"),
}
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


def part_answers(player: Player, catalogue: Catalogue) -> Iterator[Answer]:
    """Yield an answer for each event, then for each offering."""
    for event in player.events:
        yield _event_answer(player, event, catalogue)
    for offering in player.offerings:
        yield _offering_answer(player, offering, catalogue)


def timeline_events(player: Player, catalogue: Catalogue) -> Iterator[TimelineEvent]:
    """Yield the founding, where no event states it, then every event that has a date."""
    if player.founded and not any(event.kind == "founding" for event in player.events):
        name, status = player.names.wording(), "reported"
        yield TimelineEvent(
            player.founded,
            "founding",
            EVENT_TYPES["founding"],
            player.id,
            "",
            Wording(f"{name.zh}成立", f"{name.en} is founded"),
            player.legal_names,
            status,
            STATUS_WORDS[status],
        )
    for event in player.events:
        if event.date:
            yield _timeline_event(player, event, event.date, catalogue)


def dated_amounts(player: Player) -> list[tuple[Wording, Wording, str]]:
    """Return the round or the type of each event with an amount and a date, the amount and the
    date, newest first."""
    found = [
        (_round_or_type(event), _amount_text(event.amount), event.date)
        for event in player.events
        if event.amount and event.date
    ]
    return sorted(found, key=lambda each: each[2], reverse=True)


def _round_or_type(event: Event) -> Wording:
    kind = EVENT_TYPES[event.kind]
    if event.round is None:
        return kind
    return Wording(f"{event.round.zh.removesuffix(kind.zh)}{kind.zh}", event.round.en)


def _timeline_event(player: Player, event: Event, date: str, catalogue: Catalogue) -> TimelineEvent:
    name, title = player.names.wording(), event.title.wording()
    if name.zh not in title.zh or name.en not in title.en:
        title = Wording(f"{name.zh}：{title.zh}", f"{name.en}: {title.en}")
    amount = _amount_text(event.amount) if event.amount else NO_TEXT
    funding_round = event.round.wording() if event.round else NO_TEXT
    if funding_round.zh in title.zh and funding_round.en.casefold() in title.en.casefold():
        funding_round = NO_TEXT
    return TimelineEvent(
        date,
        event.kind,
        EVENT_TYPES[event.kind],
        player.id,
        part_ref(player.id, event.id),
        title,
        _between_dots(funding_round, amount, _other_participants(player, event, catalogue)),
        event.status,
        STATUS_WORDS[event.status],
        catalogue.filled(notes_in_lines(event.note)),
    )


def _event_answer(player: Player, event: Event, catalogue: Catalogue) -> Answer:
    amount = event.amount
    amount_text = _amount_text(amount) if amount else NO_TEXT
    title = event.title.wording()
    return Answer(
        _event_in_words(player, event, amount_text, catalogue),
        event.citations,
        fact=part_ref(player.id, event.id),
        measure=title,
        period=event.date or "",
        value=format(amount.value, "f") if amount else "",
        unit=amount.unit if amount else "",
        status=event.status,
        amount=amount_text,
        form="event",
        qualifier=qualifier(amount),
        words=(
            *EVENT_TYPES[event.kind],
            *(_FINANCING_WORDS if event.kind == "financing" else ()),
        ),
        note=notes_in_lines(event.undated, event.note),
    )


def _event_in_words(player: Player, event: Event, amount: Wording, catalogue: Catalogue) -> Wording:
    """Return date, title, amount with its status, and who else took part; without an amount, the
    status follows the title: ``2021年3月：小满健康A轮融资 · 1亿元（已公布） · 领投：长风基金``."""
    title = event.title.wording()
    said = [title, amount] if amount.zh else [title]
    said[-1] = with_status(said[-1], STATUS_WORDS[event.status])
    others = _other_participants(player, event, catalogue)
    when, text = period_in_words(event.date), _between_dots(*said, others)
    return Wording(f"{when.zh}：{text.zh}", f"{when.en[:1].upper()}{when.en[1:]}: {text.en}")


def _between_dots(*parts: Wording) -> Wording:
    return Wording(*(" · ".join(filter(None, texts)) for texts in zip(*parts, strict=True)))


def _other_participants(player: Player, event: Event, catalogue: Catalogue) -> Wording:
    """Return the participants by role, without the player itself and those that the title names:
    ``领投：甲；跟投：乙、丙``."""
    title = event.title.wording()
    by_role: dict[Wording, list[Wording]] = {}
    for participant in event.participants:
        name = catalogue.title(participant.player)
        if participant.player == player.id or (name.zh in title.zh and name.en in title.en):
            continue
        by_role.setdefault(participant_role(event, participant.role), []).append(name)
    zh, en = [], []
    for role, names in by_role.items():
        zh.append(f"{role.zh}：{'、'.join(name.zh for name in names)}")
        label = plural(len(names), role.en).partition(" ")[2]
        en.append(f"{label}: {', '.join(name.en for name in names)}")
    return Wording("；".join(zh), "; ".join(en))


def _offering_answer(player: Player, offering: Offering, catalogue: Catalogue) -> Answer:
    name, summary = offering.name.wording(), catalogue.filled(offering.summary)
    return Answer(
        Wording(f"{name.zh}：{summary.zh}", f"{name.en}: {summary.en}"),
        offering.citations,
        fact=part_ref(player.id, offering.id),
        measure=name,
        period=offering.since or "",
        form="offering",
        words=offering.aliases,
        note=notes_in_lines(offering.note),
    )


def _amount_text(amount: Amount) -> Wording:
    value, unit, hedge = amount.value, amount.unit, amount.comparator
    return Wording(
        format_quantity(value, unit, "zh", hedge), format_quantity(value, unit, "en", hedge)
    )


def participant_role(event: Event, role: str) -> Wording:
    """Return the label of a role: an investor beside a lead investor is a co-investor."""
    if role == "investor" and any(item.role == "lead_investor" for item in event.participants):
        return Wording("跟投", "co-investor")
    return _PARTICIPANT_ROLES[role]


def participants_text(event: Event, catalogue: Catalogue) -> Wording:
    """Return who took part and as what; empty where nobody is named."""
    zh, en = [], []
    for participant in event.participants:
        name = catalogue.title(participant.player)
        role = participant_role(event, participant.role)
        zh.append(f"{name.zh}（{role.zh}）")
        en.append(f"{name.en} ({role.en})")
    return Wording("、".join(zh), ", ".join(en))
