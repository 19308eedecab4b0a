"""A narrative briefing: a few minutes' reading, made of references to figures."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tui.model.base import Bilingual, Identified, Model


class Passage(Model):
    """A part of a narrative, under a heading of its own."""

    heading: Bilingual
    paragraphs: Annotated[tuple[Bilingual, ...], Field(min_length=1)]


class Brief(Identified):
    """A narrative. Its figures are references (``{fact:ID@PERIOD}``), never typed digits, so
    that they cannot drift from their evidence; years may be typed."""

    title: Bilingual
    summary: Bilingual
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]
