"""The thesaurus of the search: words that mean the same to a reader of the briefing."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from tui.model.base import Filled, Model, Slug


class Concept(Model):
    """Words of one meaning, in both languages. A query with one of them finds texts with any.

    English terms are in base form; the search also matches them with the endings of plural, past
    and progressive (``tui.text.stem``).
    """

    id: Slug
    measure: bool = False
    """Whether it is a quantity: a figure of another measure never answers for it."""
    broader: Slug | None = None
    """The concept of which it is a kind (net profit of profit): its figure is shown where there is
    none of this one, with a remark."""
    zh: tuple[Filled, ...] = ()
    en: tuple[Filled, ...] = ()
    related: tuple[Filled, ...] = ()
    """Words of something else that has to do with it: an example, a cause, an instrument, a
    narrower or broader thing. They lead to the concept, with a remark before the answer."""


class ConceptTable(Model):
    """The content of concepts.toml."""

    concepts: Annotated[tuple[Concept, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _known_broader(self) -> Self:
        ids = {concept.id for concept in self.concepts}
        for concept in self.concepts:
            if concept.broader and concept.broader not in ids:
                msg = f"concept {concept.id}: unknown broader concept {concept.broader}"
                raise ValueError(msg)
        return self
