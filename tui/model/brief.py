"""A narrative briefing: a few minutes' reading, made of references to figures."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from tui.model.base import Bilingual, Filled, Model, Slug, ThemeId


class Passage(Model):
    """A part of a narrative with its own heading."""

    heading: Bilingual
    paragraphs: Annotated[tuple[Bilingual, ...], Field(min_length=1)]


class Brief(Model):
    """A narrative. Its figures are references (``{fact:ID@PERIOD VALUE}``), not digits, so that
    they always match their evidence; years may be digits."""

    record_kind: ClassVar[str] = "brief"
    folder: ClassVar[str] = "briefs"

    id: Slug
    title: Bilingual
    aliases: tuple[Filled, ...] = ()
    """Other words by which a query finds the narrative."""
    summary: Bilingual
    themes: tuple[ThemeId, ...] = ()
    """The subjects that it is about as a whole; their short briefs name it."""
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]

    @property
    def heading(self) -> Bilingual:
        """The title."""
        return self.title
