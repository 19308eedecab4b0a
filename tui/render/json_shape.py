"""How the objects of ``--json`` are described."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.language import Wording

TEXT = "string"
BOTH = "{zh, en}"
MAYBE = "string | null"
MAYBE_BOTH = "{zh, en} | null"


class Field(NamedTuple):
    """A field. ``form``: its type in JSON terms."""

    name: str
    form: str
    meaning: Wording


class Shape(NamedTuple):
    """An object that ``--json`` prints. ``title``: where it occurs; ``id``: for programs."""

    id: str
    title: Wording
    fields: tuple[Field, ...]
