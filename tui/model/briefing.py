"""The briefing as a whole: its title, its edition, and the records that come first."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from tui.model.base import Bilingual, Filled, ListedId, Model, PartialDate, RecordId, Slug
from tui.model.scope import Scope
from tui.text.periods import CALENDAR_YEAR_END


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"invalid regular expression: {error}") from None
    return value


class Theme(Model):
    """A subject by which records are tagged and filtered. ``aside``: its records are of other
    industries; briefs of another subject and answers to general questions leave them out.
    ``broad``: in common speech its name stands for the whole industry (telemedicine); beside
    another subject it narrows no list of policies. ``aliases``: other names of it."""

    id: Slug
    title: Bilingual
    aside: bool = False
    broad: bool = False
    aliases: tuple[Filled, ...] = ()


NOTE_SIGN = "*"
"""Marks the words of a takeaway that its note qualifies."""


class HeadLine(Model):
    """One of the lines of the overview. Its figures are references (``{fact:ID@PERIOD VALUE}``)."""

    text: Bilingual
    note: Bilingual | None = None
    """What qualifies the words before the sign *; shown below the lines."""
    leads_to: RecordId

    @model_validator(mode="after")
    def _check_sign(self) -> Self:
        texts = {text for text in (self.text.zh, self.text.en) if text}
        signs = {text.count(NOTE_SIGN) for text in texts}
        if signs != {1 if self.note else 0}:
            raise ValueError(f"expected one {NOTE_SIGN} in the text if there is a note, else none")
        return self


def _no_metric(value: object) -> object:
    if isinstance(value, str) and "." in value:
        raise ValueError("a card shows a statistic, not a metric of a company")
    return value


class FigureBeside(Model):
    """A second figure on a card, with a short title."""

    figure: Annotated[RecordId, BeforeValidator(_no_metric)]
    title: Bilingual | None = None


class FigureCard(FigureBeside):
    """A figure on the overview: a statistic, with a short title, and others beside it."""

    beside: tuple[FigureBeside, ...] = ()


class DeclaredValue(Model):
    """A value that the briefing adds to an enumeration: its id and what readers see."""

    id: Slug
    title: Bilingual


class Briefing(Model):
    """The content of briefing.toml."""

    languages: Annotated[tuple[Literal["zh", "en"], ...], Field(min_length=1, max_length=2)] = (
        "zh",
        "en",
    )
    """The languages of the texts. With one, a text may be a plain string."""
    currency: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")] | None = None
    """The code (ISO 4217) of the currency that templates and the dollar sign mean."""
    units: tuple[Filled, ...] = ()
    """Units beside the known ones: a noun or symbol without its power of ten (``sailings``)."""
    roles: tuple[DeclaredValue, ...] = ()
    """Roles of companies and institutions beside the common ones, or other names for those."""
    levels: tuple[DeclaredValue, ...] = ()
    """Levels of policies beside the common ones, or other names for those."""
    document_numbers: tuple[Annotated[Filled, AfterValidator(_pattern)], ...] = ()
    """Regular expressions of document numbers: the digits in them are no figures."""
    fiscal_year_ends: Annotated[int, Field(ge=1, le=12)] = CALENDAR_YEAR_END
    """The month with which fiscal years (``FY2024``) end."""
    first_sections: tuple[Slug, ...] = ()
    """Sections that come first, by their folders (``statistics``); all others follow."""
    title: Bilingual
    subtitle: Bilingual
    edition: Filled
    as_of: PartialDate
    first: tuple[ListedId, ...] = ()
    """Records and briefs in order of importance; all others follow by kind and id."""
    lines: tuple[HeadLine, ...] = ()
    """The takeaways of the overview."""
    cards: tuple[FigureCard, ...] = ()
    """The figures of the overview, most important first; without them the first statistics."""
    themes: tuple[Theme, ...] = ()

    def scope(self) -> Scope:
        """Return what the briefing allows in its records."""
        return Scope(
            self.languages,
            (*self.units, *filter(None, (self.currency,))),
            tuple(role.id for role in self.roles),
            tuple(level.id for level in self.levels),
        )
