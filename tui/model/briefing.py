"""The briefing as a whole: its title, its edition, and the records that come first."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tui.model.base import Bilingual, Filled, Model, PartialDate, RecordId, Slug


class Theme(Model):
    """A subject by which records are tagged and filtered."""

    id: Slug
    title: Bilingual


class HeadLine(Model):
    """One of the lines of the overview. Its figures are references (``{fact:ID@PERIOD VALUE}``)."""

    text: Bilingual
    leads_to: RecordId


class FigureCard(Model):
    """A figure on the overview: a statistic, with a short title, and another one beside it."""

    figure: RecordId
    title: Bilingual | None = None
    beside: RecordId | None = None
    beside_title: Bilingual | None = None


class Briefing(Model):
    """The content of briefing.toml."""

    title: Bilingual
    subtitle: Bilingual
    edition: Filled
    as_of: PartialDate
    first: tuple[RecordId, ...] = ()
    """Records in order of importance; all others follow by kind and id."""
    lines: Annotated[tuple[HeadLine, ...], Field(min_length=1)]
    cards: tuple[FigureCard, ...] = ()
    """The figures of the overview, most important first; without them the first statistics."""
    themes: tuple[Theme, ...] = ()
