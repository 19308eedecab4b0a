"""What every record has: an id, a title, evidence, related records, notes by the editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tui.model.base import Bilingual, Model, RecordId, Slug, ThemeId
from tui.model.citation import Citations
from tui.model.measure import Measure

__all__ = ["Bilingual", "EditorNote", "Record"]


class EditorNote(Model):
    """A remark in the editor's own voice, never in that of a source.

    ``inference``: only general knowledge connects two things; ``doubt``: the source does not
    convince; ``misprint``: garbled in print; ``scope``: what must not be compared directly;
    ``date``: a relative or missing date and how it was resolved; ``mismatch``: titles,
    issuers or numbers that do not fit; ``ambiguity``: one phrase, several meanings;
    ``lost``: it was in a picture; ``self_description``: a company describes itself;
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


class Record(Model):
    """A record with a page of its own in the briefing; each kind of record is a subclass.

    ``record_kind`` is the kind's id, the word that commands and JSON use for it; ``folder`` is the
    folder of ``content/`` that holds its records, ``order`` its position among all kinds.
    """

    record_kind: ClassVar[str]
    folder: ClassVar[str]
    order: ClassVar[int]

    id: Slug
    citations: Citations
    themes: tuple[ThemeId, ...] = ()
    """Subjects, as listed in briefing.toml."""
    related: tuple[RecordId, ...] = ()
    """Other records worth reading next."""
    notes: tuple[EditorNote, ...] = ()

    @property
    def heading(self) -> Bilingual:
        """The title of the record's page."""
        raise NotImplementedError

    @property
    def other_names(self) -> tuple[str, ...]:
        """The aliases; empty for a kind without the field ``aliases``."""
        names: tuple[str, ...] = getattr(self, "aliases", ())
        return names

    def measures(self) -> Iterator[tuple[str, Measure]]:
        """Yield the measures of the record, each with the reference that its facts begin with."""
        yield from ()

    def part_ids(self) -> Iterator[str]:
        """Yield the ids of parts that a fact reference can name, other than measures."""
        yield from ()

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield (type, fact reference) for everything the record names beside ``related``."""
        yield from ()
