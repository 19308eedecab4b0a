"""The authors of a source, parsed from the editor's free-text fields."""

from __future__ import annotations

import re

from tui.store.bibliography import Reference
from tui.text.language import Language

_PARTS = re.compile(r"[；;]")
_REMARK = re.compile(r"\s*(?:（[^（）]*）|\([^()]*\)|,\s*“[^”]*”)\s*$")


def names(text: str) -> list[str]:
    """Split a field at semicolons and drop the editor's remarks after each name.

    ``鸟哥笔记（署名）；易观分析（文首自称）`` becomes ``["鸟哥笔记", "易观分析"]``.
    """
    found = []
    for part in _PARTS.split(text):
        name = part.strip()
        while (shorter := _REMARK.sub("", name)) != name and shorter:
            name = shorter
        if name:
            found.append(name)
    return found


def responsible(reference: Reference, language: Language) -> list[str]:
    """Return the authors, else the institution behind the document; may be empty."""
    return names(reference.author.of(language)) or names(reference.producer.of(language))


def site(reference: Reference, language: Language) -> str:
    """Return the container, else the institution unless it is the author already."""
    container, producer = reference.container.of(language), reference.producer.of(language)
    if container:
        return container
    return producer if names(producer) != responsible(reference, language) else ""
