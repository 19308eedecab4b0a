"""Measures, observations and rates: every figure in the briefing is one of them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import StringConstraints, ValidationInfo, model_validator

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
from tui.model.scope import scope_of
from tui.text.language import Wording
from tui.text.units import UNITS


class Correction(Model):
    """Why the value differs from the printed one, and the proof."""

    reason: Bilingual
    proof: Bilingual
    """The calculation in words, step by step."""
    proved_by: tuple[FactReference, ...] = ()
    """Stated rates (``ID#RATE``) that match the corrected value and not the printed one."""


class Observation(Model):
    """One value of a measure: period, value, status and evidence."""

    period: Period | None = None
    undated: Bilingual | None = None
    """Why there is no period: the source does not determine one."""
    value: Figure
    upper: Figure | None = None
    """The upper end of a range that begins at ``value`` (10–15)."""
    unit: Unit
    comparator: Comparator | None = None
    status: Status
    rank: Literal["preferred", "normal", "deprecated"] = "normal"
    """Which of several values of one period the briefing adopts."""
    reason_for_rank: Bilingual | None = None
    as_printed: Filled | None = None
    """Number and unit as the source prints them, if the print is wrong."""
    correction: Correction | None = None
    note: Bilingual | None = None
    citations: Citations

    @model_validator(mode="after")
    def _check_complete(self) -> Self:
        _check_range(self)
        if (self.period is None) == (self.undated is None):
            raise ValueError("expected either period or undated, not both")
        if self.rank != "normal" and self.reason_for_rank is None:
            raise ValueError(f"rank {self.rank!r} requires reason_for_rank")
        if (self.as_printed is None) != (self.correction is None):
            raise ValueError("expected both as_printed and correction, or neither")
        return self


class Rate(Model):
    """A growth, share or difference that a source states.

    If both ends are observations of the briefing, it refers to them, so that the rate can be
    recomputed: ``start`` and ``end`` of a growth, ``part`` and ``whole`` of a share.
    """

    id: Slug
    type: Literal["growth", "cagr", "share", "change", "growth_change"]
    """``growth``: end/start - 1; ``cagr``: compound annual growth rate; ``share``: part/whole;
    ``change``: end - start in the unit of the measure; ``growth_change``: difference of two growth
    rates, in percentage points."""
    title: Bilingual | None = None
    period: Period
    """Of a growth over the period before it the period that grew (``2024``); of another change from
    start to end (``2016/2020``)."""
    value: Figure
    upper: Figure | None = None
    """The upper end of a range that begins at ``value`` (10–15)."""
    unit: Unit
    comparator: Comparator | None = None
    status: Status
    start: FactReference | None = None
    end: FactReference | None = None
    part: FactReference | None = None
    whole: FactReference | None = None
    as_printed: Filled | None = None
    """Number and unit as the source prints them, if the print is wrong."""
    correction: Correction | None = None
    disputed: Bilingual | None = None
    """Why the rate, recorded as the source states it, is doubtful: it does not follow from its own
    figures, or another source states another."""
    called: Filled | Bilingual | None = None
    """The term of the source, if it is not the correct one (增长率 for a compound rate): as printed
    or, better, with its English."""
    note: Bilingual | None = None
    citations: Citations

    @property
    def source_term(self) -> Wording | None:
        """The term of the source in quotation marks; in English its translation, if there is one,
        then the printed words."""
        if isinstance(self.called, Bilingual):
            return Wording(f"“{self.called.zh}”", f"“{self.called.en}” ({self.called.zh})")
        return Wording(f"“{self.called}”", f"“{self.called}”") if self.called else None

    @model_validator(mode="after")
    def _check_ends(self) -> Self:
        _check_range(self)
        if (self.as_printed is None) != (self.correction is None):
            raise ValueError("expected both as_printed and correction, or neither")
        if self.type == "share":
            if self.start or self.end:
                raise ValueError("a share has part and whole, not start and end")
            if (self.part is None) != (self.whole is None):
                raise ValueError("expected both part and whole, or neither")
        else:
            if self.part or self.whole:
                raise ValueError("a growth has start and end, not part and whole")
            if (self.start is None) != (self.end is None):
                raise ValueError("expected both start and end, or neither")
        return self


def _check_range(figure: Observation | Rate) -> None:
    if figure.upper is None:
        return
    if figure.upper <= figure.value:
        raise ValueError("expected upper to be more than value")
    if figure.comparator:
        raise ValueError("expected either upper or comparator, not both")


def value_pin(figure: Observation | Rate) -> str:
    """Return the value of a figure as references to it pin it: ``>1600家``. Exactly as its record
    writes it, so that every edit there shows."""
    until = "" if figure.upper is None else f"–{figure.upper:f}"
    gap = " " if figure.unit not in UNITS and figure.unit[0].isascii() else ""
    return f"{figure.comparator or ''}{figure.value:f}{until}{gap}{figure.unit}"


class Measure(Model):
    """What is counted, and its values."""

    scope: Bilingual | None = None
    """口径: what is counted and what is not, as far as the source states it."""
    unit: Unit
    """The unit in which the observations are compared."""
    english_noun: Filled | None = None
    """What is counted, as an English plural (``internet hospitals``), if the noun of the unit (家:
    organisations) is too general."""
    counted: Annotated[str, StringConstraints(pattern="^[a-z]+(?: [a-z]+)*$")] | None = None
    """What is counted, as an English singular (``consultation``): its base unit in data, where the
    noun of the unit names something else (起: deal) or nothing (次: time). Without the time that it
    is counted for and without what kind it is: values of one base unit are of one thing."""
    denominator: Bilingual | None = None
    """What 100 % of a share is."""
    adds_up: bool = False
    """The values of shorter periods add up to those of longer ones: revenue, deals; not users."""
    observations: tuple[Observation, ...] = ()
    rates: tuple[Rate, ...] = ()

    @model_validator(mode="after")
    def _check_has_values(self, info: ValidationInfo) -> Self:
        if not self.observations and not self.rates and not scope_of(info).unfinished:
            raise ValueError("expected at least one observation or rate")
        return self
