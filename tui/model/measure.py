"""A measure and its observations: the form of every figure in the briefing."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from tui.model.base import (
    Bilingual,
    Comparator,
    FactReference,
    Figure,
    Filled,
    Model,
    Period,
    Slug,
    Status,
    Unit,
)
from tui.model.citation import Citations


class Correction(Model):
    """Why the briefing's value differs from the print, and what proves it."""

    reason: Bilingual
    proof: Bilingual
    """The calculation in words, so that a reader can follow it with a pocket calculator."""
    proved_by: tuple[FactReference, ...] = ()
    """Stated rates (``ID#RATE``) that the corrected value fulfils and the printed one does not."""


class Observation(Model):
    """One value of a measure: when, how much, how sure, on whose word."""

    period: Period | None = None
    undated: Bilingual | None = None
    """Why there is no period: the words of the source cannot be resolved to one."""
    value: Figure
    unit: Unit
    comparator: Comparator | None = None
    status: Status
    rank: Literal["preferred", "normal", "deprecated"] = "normal"
    """Which of several values of one key the briefing stands by."""
    reason_for_rank: Bilingual | None = None
    as_printed: Filled | None = None
    """The number and unit as the source prints them, where the print is wrong."""
    correction: Correction | None = None
    note: Bilingual | None = None
    citations: Citations

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.period is None) == (self.undated is None):
            raise ValueError("either period or undated is wanted, and not both")
        if self.rank != "normal" and self.reason_for_rank is None:
            raise ValueError(f"rank {self.rank!r} wants a reason_for_rank")
        if (self.as_printed is None) != (self.correction is None):
            raise ValueError("as_printed and correction stand together or not at all")
        return self


class Rate(Model):
    """A growth, share or difference that a source states.

    Where both ends are observations of the briefing, they are named, so that the rate can be
    recomputed: ``start`` and ``end`` of a growth, ``part`` and ``whole`` of a share.
    """

    id: Slug
    type: Literal["growth", "cagr", "share", "change", "growth_change"]
    """``growth``: end/start - 1; ``cagr``: compound annual growth; ``share``: part/whole;
    ``change``: end - start in the measure's unit; ``growth_change``: growth of a growth rate,
    in percentage points."""
    title: Bilingual | None = None
    period: Period
    value: Figure
    unit: Unit
    comparator: Comparator | None = None
    status: Status
    start: FactReference | None = None
    end: FactReference | None = None
    part: FactReference | None = None
    whole: FactReference | None = None
    called: Filled | None = None
    """What the source calls it, where that is not what it is (增长率 for a compound rate)."""
    note: Bilingual | None = None
    citations: Citations

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.type == "share":
            if self.start or self.end:
                raise ValueError("a share has part and whole, not start and end")
            if (self.part is None) != (self.whole is None):
                raise ValueError("part and whole stand together or not at all")
        else:
            if self.part or self.whole:
                raise ValueError("a growth has start and end, not part and whole")
            if (self.start is None) != (self.end is None):
                raise ValueError("start and end stand together or not at all")
        return self


class Measure(Model):
    """What is counted, and the values it took."""

    scope: Bilingual | None = None
    """口径: what is counted and what is not, as far as the source tells."""
    unit: Unit
    """The unit in which the observations are set side by side."""
    english_noun: Filled | None = None
    """What is counted, in the English plural (``internet hospitals``), where the unit's own
    noun (家: organisations) says too little."""
    denominator: Bilingual | None = None
    """Of a share: what 100 % is."""
    observations: tuple[Observation, ...] = ()
    rates: tuple[Rate, ...] = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.observations and not self.rates:
            raise ValueError("a measure wants at least one observation or rate")
        return self
