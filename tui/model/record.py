"""What every record has: an id, a title, its evidence, its neighbours, the editor's notes."""

from __future__ import annotations

from typing import ClassVar, Literal

from tui.model.base import Bilingual, Identified, Model, RecordId, ThemeId
from tui.model.citation import Citations

__all__ = ["Bilingual", "EditorNote", "Record"]


class EditorNote(Model):
    """What the editor found, said in the editor's own voice: never in a source's name.

    ``inference``: only general knowledge joins two things; ``doubt``: the source does not
    convince; ``misprint``: garbled in print; ``scope``: what may not be put side by side;
    ``date``: a relative or missing date and how it was resolved; ``mismatch``: titles,
    issuers or numbers that do not fit; ``ambiguity``: one phrase, several meanings;
    ``lost``: it was in a picture; ``self_description``: said by the company of itself;
    ``anecdote``: one person's experience.
    """

    kind: Literal[
        "inference",
        "doubt",
        "misprint",
        "scope",
        "date",
        "mismatch",
        "ambiguity",
        "lost",
        "self_description",
        "anecdote",
    ]
    text: Bilingual


class Record(Identified):
    """A thing that has a page of its own in the briefing."""

    record_kind: ClassVar[str]

    citations: Citations
    themes: tuple[ThemeId, ...] = ()
    """Subjects, as listed in briefing.toml."""
    related: tuple[RecordId, ...] = ()
    """Other records worth reading next."""
    notes: tuple[EditorNote, ...] = ()

    @property
    def heading(self) -> Bilingual:
        """The name of the record's page."""
        raise NotImplementedError
