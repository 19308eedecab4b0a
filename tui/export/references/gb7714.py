"""GB/T 7714-2015, the form in which Chinese readers give references.

Section 4.6 (electronic resources): responsible party. title[type/carrier]. publisher, year
(date of the document). address. The type is a letter of annex B. Where the standard wants the
day of access, nothing stands here: nobody kept it. By chapter 8 an unknown author is left out (in
references cited by number), of more than three the first three are named, and a year that is only
estimated stands in square brackets. In English each reference is given in both
languages, the original first (section 6.1).
"""

from __future__ import annotations

from tui.export.references.author_names import responsible, site
from tui.store.bibliography import Reference
from tui.text.language import Language, Wording

_TYPES = {
    "article-magazine": "EB",
    "article-newspaper": "N",
    "post-weblog": "EB",
    "report": "R",
    "webpage": "EB",
    "dataset": "DS",
}
_OTHER = "Z"
_ABOUT = Wording("约{first}至{last}", "ca. {first} to {last}")
_NOT_BEFORE = Wording("不早于{first}", "{first} or later")
_UNDATED = Wording("无日期", "n.d.")
_AND_OTHERS = Wording("等", "et al.")
_NAMED = 3


def gb7714(reference: Reference, language: Language = "zh") -> str:
    """The reference in Chinese; in English with its English rendering behind it."""
    original = _reference(reference, "zh")
    if language == "zh":
        return original
    return f"{original} {_reference(reference, 'en')}"


def _reference(reference: Reference, language: Language) -> str:
    people = responsible(reference, language)
    if len(people) > _NAMED:
        people = [*people[:_NAMED], _AND_OTHERS.of(language)]
    title = f"{reference.title.of(language)}[{_mark(reference)}]"
    parts = [", ".join(people), title, _published(reference, language), reference.url]
    return " ".join(_ended(part) for part in parts if part)


def _ended(part: str) -> str:
    return part if part.endswith(".") else f"{part}."


def _mark(reference: Reference) -> str:
    kind = _TYPES.get(reference.type, _OTHER)
    return f"{kind}/OL" if reference.url or reference.container.zh else kind


def _published(reference: Reference, language: Language) -> str:
    place, date = site(reference, language), reference.date
    if reference.inferred or not date:
        known = f"[{_inferred(reference).of(language)}]"
    elif reference.type == "article-newspaper" or len(date) == len("2023"):
        return f"{place}, {date}" if place else f"({date})"
    else:
        return f"{place}, {date[:4]}({date})" if place else f"({date})"
    return f"{place}, {known}" if place else known


def _inferred(reference: Reference) -> Wording:
    if not reference.date:
        return _UNDATED
    form = _ABOUT if reference.date_latest else _NOT_BEFORE
    return form.format(first=reference.date, last=reference.date_latest)
