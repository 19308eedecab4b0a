"""The thesaurus of the search: words that mean the same to a reader of the briefing."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from tui.model.base import Filled, Model, Slug


class Concept(Model):
    """Words of one meaning, in both languages. A query with one of them finds texts with any.

    English terms are in base form; the search also matches them with the endings of plural, past
    and progressive (``tui.text.stem``).
    """

    id: Slug
    measure: bool = False
    """Whether it is a quantity: a figure of another measure never answers for it."""
    zh: tuple[Filled, ...] = ()
    en: tuple[Filled, ...] = ()


class ConceptTable(Model):
    """The content of concepts.toml."""

    concepts: Annotated[tuple[Concept, ...], Field(min_length=1)]
