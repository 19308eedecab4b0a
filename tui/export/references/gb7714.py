"""GB/T 7714-2015, the Chinese standard for references.

Section 4.6 (electronic resources): responsible party. title[type/carrier]. publisher, year (date of
the document). URL. The type is a letter of annex B. The access date that the standard asks for is
omitted, since none was recorded. By chapter 8 an unknown author is omitted (in references cited by
number), only the first three of more than three authors are named, and an estimated year is in
square brackets. For readers of English each reference is given in both languages, the original
first (section 6.1).
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
_MAX_AUTHORS = 3


def gb7714(reference: Reference, language: Language = "zh") -> str:
    """Return the reference in Chinese; for readers of English, followed by its English version."""
    original = _reference(reference, "zh")
    if language == "zh":
        return original
    return f"{original} {_reference(reference, 'en')}"


def _reference(reference: Reference, language: Language) -> str:
    people = responsible(reference, language)
    if len(people) > _MAX_AUTHORS:
        people = [*people[:_MAX_AUTHORS], _AND_OTHERS.of(language)]
    title = f"{reference.title.of(language)}[{_mark(reference)}]"
    parts = [", ".join(people), title, _published(reference, language), reference.url]
    return " ".join(_with_period(part) for part in parts if part)


def _with_period(part: str) -> str:
    return part if part.endswith(".") else f"{part}."


def _mark(reference: Reference) -> str:
    kind = _TYPES.get(reference.type, _OTHER)
    return f"{kind}/OL" if reference.url or reference.container.zh else kind


def _published(reference: Reference, language: Language) -> str:
    container, date = site(reference, language), reference.date
    if reference.inferred or not date:
        known = f"[{_inferred(reference).of(language)}]"
    elif reference.type == "article-newspaper" or len(date) == len("2023"):
        return f"{container}, {date}" if container else f"({date})"
    else:
        return f"{container}, {date[:4]}({date})" if container else f"({date})"
    return f"{container}, {known}" if container else known


def _inferred(reference: Reference) -> Wording:
    if not reference.date:
        return _UNDATED
    form = _ABOUT if reference.date_latest else _NOT_BEFORE
    return form.format(first=reference.date, last=reference.date_latest)
