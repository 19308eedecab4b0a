"""The authors of a source, parsed from the editor's free-text fields, and where it was published.

All styles and data formats read these, so that they agree.
"""

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


def has_publisher(reference: Reference) -> bool:
    """Return whether a source of this type has a publisher, not a site or periodical."""
    return reference.type in ("article", "report", "dataset")


def published_in(reference: Reference, language: Language) -> str:
    """Return the publisher of a report or dataset, else the site (of a preprint, the repository) or
    periodical; empty if it is an author already. The site of a report counts only where the report
    has no address."""
    places = [reference.container, reference.producer]
    if reference.type in ("report", "dataset"):
        places.reverse()
    if reference.type == "report" and reference.url:
        places.pop()
    # Authors are compared in Chinese: both languages name the same place.
    people = responsible(reference, "zh")
    for place in places:
        if place.zh and not set(names(place.zh)) <= set(people):
            return place.of(language)
    return ""
