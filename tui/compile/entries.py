"""Everything that has a page: records, sources, narratives, disagreements."""

from __future__ import annotations

from typing import TypeAlias

from tui.compile.facts.disagreements import Disagreement
from tui.model import Brief, Record, Source
from tui.text.language import Wording

Entry: TypeAlias = Record | Source | Brief | Disagreement


def kind_of(entry: Entry) -> str:
    """``player``, ``policy``, …: the word by which commands and JSON call it."""
    match entry:
        case Source():
            return "source"
        case Brief():
            return "brief"
        case Disagreement():
            return "disagreement"
    return entry.record_kind


def title_of(entry: Entry) -> Wording:
    """The title of its page."""
    match entry:
        case Source() | Brief():
            return entry.title.wording()
        case Disagreement():
            return entry.title
    return entry.heading.wording()
