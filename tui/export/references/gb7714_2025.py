"""GB/T 7714—2025, in force since 1 July 2026.

As the CSL style china-national-standard-gb-t-7714-2025-numeric: full-width commas, colons and
parentheses. Web pages (8.11): responsible party. title[EB/OL]. （date）[date of access]. URL.
Datasets (8.14) and preprints (8.15): publisher（date）[date of access]. Reports (8.2):
publisher，year, or the date where the publisher is the author. Articles (8.5): periodical，date.

Two rules of our own. A page without an address keeps its site, written as the publisher of a
dataset, so that readers can find it. An estimated date is in square brackets (7.5.3), except where
square brackets mean the date of access.
"""

from __future__ import annotations

from tui.export.references.author_names import published_in
from tui.export.references.gb7714 import accessed, estimated, in_both_languages, joined, mark
from tui.store.bibliography import Reference
from tui.text.language import Language, Wording

_COMMA = Wording("，", ", ")
_IN_BRACKETS = Wording("（{date}）", " ({date})")


def gb7714_2025(reference: Reference, language: Language = "zh") -> str:
    """Return the reference in Chinese; for readers of English, followed by its English version."""
    return in_both_languages(_entry, reference, language)


def _entry(reference: Reference, language: Language) -> str:
    comma = _COMMA.of(language)
    return joined(reference, language, comma, mark(reference), _published(reference, language))


def _published(reference: Reference, language: Language) -> str:
    place, unknown = published_in(reference, language), estimated(reference, language)
    kind = mark(reference)
    if kind not in ("R", "J", "N"):
        site = "" if kind == "EB" and reference.url else place
        date = _IN_BRACKETS.format(date=unknown or reference.date).of(language)
        return (f"{site}{date}{accessed(reference)}").strip()
    date = reference.date
    if kind == "R" and place:
        date = date[: len("2025")]
    return _COMMA.of(language).join(
        part for part in (place, f"[{unknown}]" if unknown else date) if part
    )
