"""What the editions of GB/T 7714, the Chinese standard for references, have in common.

An unknown author is omitted (in references cited by number), and only the first three of more than
three authors are named. The date of access that the standard asks for is omitted where none was
recorded. ``/OL`` (online) marks a source with an address. For readers of English each reference is
given in both languages, the original first (2015, section 6.1), with English punctuation in the
English version.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.export.references.author_names import responsible
from tui.store.bibliography import Reference
from tui.text.language import Language, Wording

_MARKS = {
    "article": "PP",
    "article-magazine": "J",
    "article-newspaper": "N",
    "post-weblog": "EB",
    "report": "R",
    "webpage": "EB",
    "dataset": "DS",
}
_OTHER = "Z"
_ABOUT = Wording("约{first}至{last}", "c. {first} to {last}")
_NOT_BEFORE = Wording("不早于{first}", "{first} or later")
_UNDATED = Wording("无日期", "n.d.")
_AND_OTHERS = Wording("等", "et al.")
_MAX_AUTHORS = 3


def in_both_languages(
    entry: Callable[[Reference, Language], str], reference: Reference, language: Language
) -> str:
    """Return the entry in Chinese; for readers of English, followed by its English version."""
    original = entry(reference, "zh")
    if language == "zh":
        return original
    translated = entry(reference, "en")
    if reference.title.zh == reference.title.en:  # a briefing in English only
        return translated
    return f"{original} {translated}"


def joined(reference: Reference, language: Language, comma: str, kind: str, published: str) -> str:
    """Return the parts, each with a period: authors, title[kind/carrier], publication, URL."""
    people = responsible(reference, language)
    if len(people) > _MAX_AUTHORS:
        people = [*people[:_MAX_AUTHORS], _AND_OTHERS.of(language)]
    carrier = "/OL" if reference.url else ""
    title = f"{reference.title.of(language)}[{kind}{carrier}]"
    parts = (comma.join(people), title, published, reference.url)
    return " ".join(_with_period(part) for part in parts if part)


def mark(reference: Reference) -> str:
    """Return the letters of annex B for the type of document."""
    return _MARKS.get(reference.type, _OTHER)


def estimated(reference: Reference, language: Language) -> str:
    """Return what is known of the date of an undated source; empty for a dated one."""
    if not reference.date:
        return _UNDATED.of(language)
    if not reference.inferred:
        return ""
    form = _ABOUT if reference.date_latest else _NOT_BEFORE
    return form.format(first=reference.date, last=reference.date_latest).of(language)


def accessed(reference: Reference) -> str:
    """Return the date of access in square brackets; empty where it is unknown."""
    return f"[{reference.accessed}]" if reference.accessed else ""


def _with_period(part: str) -> str:
    return part if part.endswith(".") else f"{part}."
