"""A player: a company, institution, public body or other actor in the industry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema

from tui.document.fact_ref import part_ref
from tui.model.base import (
    Bilingual,
    Comparator,
    Figure,
    Filled,
    Model,
    PartialDate,
    RecordId,
    Slug,
    Status,
    Unit,
)
from tui.model.citation import Citations
from tui.model.measure import Measure
from tui.model.record import Record
from tui.model.scope import check_listed
from tui.text.language import Wording


class Offering(Model):
    """A product, service or platform of the player."""

    id: Slug
    name: Bilingual
    aliases: tuple[str, ...] = ()
    kind: Literal["product", "service", "platform", "programme", "publication"]
    since: PartialDate | None = None
    summary: Bilingual
    note: Bilingual | None = None
    citations: Citations


class Metric(Measure):
    """A measure of one player."""

    id: Slug
    title: Bilingual
    aliases: tuple[str, ...] = ()
    """Further words by which a query names it: 营收, revenue."""


class Amount(Model):
    """A sum of money that changed hands."""

    value: Figure
    unit: Unit
    comparator: Comparator | None = None


class Participant(Model):
    """A player that took part in an event, and its role."""

    player: RecordId
    role: Literal["lead_investor", "investor", "investee", "partner", "acquirer"]


class Event(Model):
    """An event: a financing, a launch, a founding."""

    id: Slug
    kind: Literal["financing", "launch", "founding", "listing", "partnership", "acquisition"]
    date: PartialDate | None = None
    undated: Bilingual | None = None
    title: Bilingual
    round: Bilingual | None = None
    amount: Amount | None = None
    participants: tuple[Participant, ...] = ()
    status: Status = "reported"
    note: Bilingual | None = None
    citations: Citations


class Relation(Model):
    """The relation of the player to another one."""

    type: Literal["investor", "partner", "parent", "subsidiary", "supplier", "customer", "same-as"]
    player: RecordId
    basis: Literal["source", "inference"] = "source"
    """``inference``: the editor infers it from general knowledge; no source states it."""
    note: Bilingual | None = None
    citations: Citations


_CommonRole = Literal[
    "platform",
    "internet-group",
    "insurer",
    "pharmacy",
    "vendor",
    "hospital",
    "investor",
    "research-house",
    "media",
    "government",
    "other",
]
COMMON_ROLES: tuple[str, ...] = get_args(_CommonRole)
"""The roles of a briefing that declares none."""


GENERAL_ROLES = ("investor", "research-house", "media", "government", "other")
"""Those of any industry: all that are left where briefing.toml declares its own."""


def _role(value: str, info: ValidationInfo) -> str:
    return check_listed(value, info, "roles", COMMON_ROLES, GENERAL_ROLES)


Role = Annotated[
    str,
    AfterValidator(_role),
    WithJsonSchema({"enum": list(COMMON_ROLES), "type": "string"}),
]
"""A role that briefing.toml declares, or one of ``GENERAL_ROLES``; of ``COMMON_ROLES`` where it
declares none."""


class Player(Record):
    """A player with its names, products, figures, events and relations."""

    record_kind: ClassVar[str] = "player"
    folder: ClassVar[str] = "players"
    order: ClassVar[int] = 20

    names: Bilingual
    english_name_by: Literal["source", "editor"] = "editor"
    """Whether the English name is from a source or a translation by the editor."""
    short: Bilingual | None = None
    """A short name for lists and table cells; pages show ``names``."""
    aliases: tuple[str, ...] = ()
    legal_name: Filled | None = None
    legal_name_en: Filled | None = None
    """The legal name in English, by the editor; pages in English print both."""
    ticker: Filled | None = None
    exchange: Bilingual | None = None
    founded: PartialDate | None = None
    parent: RecordId | None = None
    group: RecordId | None = None
    role: Role
    summary: Bilingual
    offerings: tuple[Offering, ...] = ()
    metrics: tuple[Metric, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def heading(self) -> Bilingual:
        """The name."""
        return self.names

    @property
    def legal_names(self) -> Wording:
        """The legal name as pages print it; empty where it is unknown."""
        printed = self.legal_name or ""
        english = f"{self.legal_name_en} ({printed})" if self.legal_name_en else printed
        return Wording(printed, english)

    def measures(self) -> Iterator[tuple[str, Measure]]:
        """Yield the metrics: ``ID.METRIC``."""
        for metric in self.metrics:
            yield part_ref(self.id, metric.id), metric

    def part_ids(self) -> Iterator[str]:
        """Yield the ids of offerings and events."""
        yield from (offering.id for offering in self.offerings)
        yield from (event.id for event in self.events)

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield parent, group, relations and those who take part in events."""
        if self.parent:
            yield "parent", self.parent
        if self.group:
            yield "group", self.group
        for relation in self.relations:
            yield relation.type, relation.player
        for event in self.events:
            for participant in event.participants:
                yield event.kind, participant.player
