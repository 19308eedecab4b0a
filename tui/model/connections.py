"""Which record leads to which, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.document.fact_ref import record_id_of
from tui.model.player import Player
from tui.model.policy import Policy
from tui.model.record import Record
from tui.model.statement import Statement
from tui.model.statistic import Statistic


class Connection(NamedTuple):
    """One record naming another. ``type`` says by which field."""

    from_id: str
    to_id: str
    type: str


def connections(records: tuple[Record, ...]) -> Iterator[Connection]:
    """Every connection between two records, once."""
    seen = set()
    for record in records:
        for type_, target in _named(record):
            connection = Connection(record.id, record_id_of(target), type_)
            if connection not in seen and connection.to_id != record.id:
                seen.add(connection)
                yield connection


def _named(record: Record) -> Iterator[tuple[str, str]]:
    for other in record.related:
        yield "related", other
    if isinstance(record, Player):
        yield from _of_player(record)
    elif isinstance(record, Policy):
        for issuer in record.issuers:
            yield "issuer", issuer
    elif isinstance(record, Statistic):
        for comparison in record.compare_with:
            yield "compare_with", comparison.id
    elif isinstance(record, Statement):
        for supporting in record.supports:
            yield "supports", supporting
        for dispute in record.disputed_by:
            yield "disputed_by", dispute.by


def _of_player(player: Player) -> Iterator[tuple[str, str]]:
    if player.parent:
        yield "parent", player.parent
    if player.group:
        yield "group", player.group
    for relation in player.relations:
        yield relation.type, relation.player
    for event in player.events:
        for participant in event.participants:
            yield event.kind, participant.player
