"""Who answers for a source, name by name, from what the editor wrote of its author."""

from __future__ import annotations

import re

from tui.store.bibliography import Reference
from tui.text.language import Language

_PARTS = re.compile(r"[；;]")
_REMARK = re.compile(r"\s*(?:（[^（）]*）|\([^()]*\)|,\s*“[^”]*”)\s*$")


def names(text: str) -> list[str]:
    """The names in a field: parted by semicolons, without the editor's remarks behind them
    (``鸟哥笔记（署名）；易观分析（文首自称）``: how a name stands there is no part of it)."""
    found = []
    for part in _PARTS.split(text):
        name = part.strip()
        while (shorter := _REMARK.sub("", name)) != name and shorter:
            name = shorter
        if name:
            found.append(name)
    return found


def responsible(reference: Reference, language: Language) -> list[str]:
    """The authors or, where none is named, the institution behind the document; maybe nobody."""
    return names(reference.author.of(language)) or names(reference.producer.of(language))


def site(reference: Reference, language: Language) -> str:
    """Where it stood; else the institution, unless it is named as the author already."""
    container, producer = reference.container.of(language), reference.producer.of(language)
    if container:
        return container
    return producer if names(producer) != responsible(reference, language) else ""
