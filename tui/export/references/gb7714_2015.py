"""GB/T 7714—2015, which the edition of 2025 replaced; journals and universities still ask for it.

Section 4.6 (electronic resources): responsible party. title[type/carrier]. publisher, year (date of
the document)[date of access]. URL. An estimated year is in square brackets (chapter 8). As in the
CSL style china-national-standard-gb-t-7714-2015-numeric, a page with an address goes without its
site.
"""

from __future__ import annotations

from tui.export.references.author_names import published_in
from tui.export.references.gb7714 import accessed, estimated, in_both_languages, joined, mark
from tui.store.bibliography import Reference
from tui.text.language import Language


def gb7714_2015(reference: Reference, language: Language = "zh") -> str:
    """Return the reference in Chinese; for readers of English, followed by its English version."""
    return in_both_languages(_entry, reference, language)


def _entry(reference: Reference, language: Language) -> str:
    # The edition of 2015 has no mark for preprints: A (archive), as in the CSL style.
    kind = "A" if reference.type == "article" else mark(reference)
    return joined(reference, language, ", ", kind, _published(reference, language))


def _published(reference: Reference, language: Language) -> str:
    place, unknown = published_in(reference, language), estimated(reference, language)
    kind, date = mark(reference), reference.date
    if kind == "EB" and reference.url:
        place = ""
    if unknown:
        said = f"[{unknown}]"
    elif kind == "N" or len(date) == len("2015"):
        said = date if place or not reference.url else f"({date})"
    elif reference.url and not place:
        said = f"({date})"
    else:
        said = f"{date[: len('2015')]}({date})"
    return ", ".join(part for part in (place, said) if part) + accessed(reference)
