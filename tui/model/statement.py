"""A statement about the industry, with its basis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from tui.model.base import Bilingual, FactReference, Filled, Model, PartialDate, Period
from tui.model.record import Record


class Dispute(Model):
    """A fact that disputes the statement, and why."""

    by: FactReference
    reason: Bilingual
    against: FactReference | None = None
    """The figure of the statement that it disputes, if one: a lookup of it names the dispute."""


class Statement(Record):
    """A driver, challenge, trend, ecosystem statement or claim."""

    record_kind: ClassVar[str] = "statement"
    folder: ClassVar[str] = "themes"
    order: ClassVar[int] = 50

    kind: Literal["driver", "challenge", "trend", "ecosystem", "claim"]
    basis: Literal["fact", "source_claim", "forecast", "judgement"]
    """``fact``: verifiable, and confirmed by the sources; ``source_claim``: a source claims it;
    ``forecast``: an expectation; ``judgement``: an opinion."""
    said_by: Bilingual | None = None
    """Who makes the claim, forecast or judgement."""
    title: Bilingual
    short: Bilingual | None = None
    """A short title for lists and table cells; pages show the whole one."""
    question: Bilingual | None = None
    """What is disputed, as a question: the title of the dispute in lists."""
    aliases: tuple[Filled, ...] = ()
    """Other words by which a query finds the statement."""
    text: Bilingual
    as_of: PartialDate | None = None
    horizon: Period | None = None
    """The period for which a forecast was made."""
    open_horizon: bool = False
    """The source of a forecast states no period."""
    self_description: bool = False
    """A company, or a text written for it, describes itself."""
    anecdote: bool = False
    """One person's experience."""
    supports: tuple[FactReference, ...] = ()
    """Figures on which the statement rests, and records that it is about. Readers see a figure of
    another source as support, one of the statement's own source as its reasoning."""
    disputed_by: tuple[Dispute, ...] = ()

    @model_validator(mode="after")
    def _check_attributed(self) -> Self:
        if self.basis != "fact" and self.said_by is None:
            raise ValueError(f"basis {self.basis!r} requires said_by")
        return self

    @property
    def heading(self) -> Bilingual:
        """The title."""
        return self.title

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield the facts that support the statement, then those that dispute it, and the figures
        of the statement that they dispute."""
        for supporting in self.supports:
            yield "supports", supporting
        for dispute in self.disputed_by:
            yield "disputed_by", dispute.by
            if dispute.against:
                yield "supports", dispute.against
