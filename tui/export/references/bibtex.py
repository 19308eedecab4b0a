"""BibTeX entries in UTF-8, for BibTeX, biber and reference managers.

The key is the source's id, which never changes. Types and fields are those of BibTeX; what has no
field there (a translated title, an inferred date) goes into ``note``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.export.references.author_names import published_in, responsible
from tui.store.bibliography import Reference
from tui.text.dates import parse_date
from tui.text.language import MONTHS

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # \{ would count as an open brace
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_ESCAPED = re.compile(r"[\\{}~^&%$#_]")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_IN_ADDRESS = {"\\": "%5C", "{": "%7B", "}": "%7D"}


def latex(text: str) -> str:
    """Escape a text for LaTeX, on one line."""
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], _BLANK.sub(" ", text).strip())


def bibtex(reference: Reference, annote: str = "") -> str:
    """Return the entry of a source; ``annote``: the quoted words."""
    kind = _kind(reference)
    lines = [f"  {name} = {value}" for name, value in _fields(reference, kind, annote) if value]
    return f"@{kind}{{{reference.id},\n" + ",\n".join(lines) + "\n}\n"


def edtf(reference: Reference) -> str:
    """Return the range of an undated source in the Extended Date/Time Format (ISO 8601-2, level 1):
    ``2024-04~/2025-06~``, or ``2020/..`` if it has no end."""
    if reference.date_latest:
        return f"{reference.date}~/{reference.date_latest}~"
    return f"{reference.date}/.."


def _kind(reference: Reference) -> str:
    # BibTeX asks for the year of an article or report.
    if not reference.date or reference.inferred:
        return "misc"
    articles = ("article-magazine", "article-newspaper")
    if reference.type in articles and published_in(reference, "zh"):
        return "article"
    return "techreport" if reference.type == "report" and reference.producer.zh else "misc"


def _fields(reference: Reference, kind: str, annote: str) -> Iterator[tuple[str, str]]:
    # Double braces: BibTeX neither splits an institution into given and family names nor changes
    # the capitals of a title.
    people = " and ".join(f"{{{latex(name)}}}" for name in responsible(reference, "zh"))
    yield "author", _braced(people)
    if not people:
        yield "key", _braced(latex(reference.short.zh))  # BibTeX sorts by it
    yield "title", f"{{{{{latex(reference.title.zh)}}}}}"
    if kind == "techreport":
        yield "institution", _braced(latex(reference.producer.zh))
    else:
        place = latex(published_in(reference, "zh"))
        yield "journal" if kind == "article" else "howpublished", _braced(place)
    if reference.inferred and reference.date:
        yield "date", _braced(edtf(reference))  # BibLaTeX; BibTeX ignores it
    elif reference.date:
        year, month, day = parse_date(reference.date)
        yield "year", _braced(str(year))
        yield "month", MONTHS[month - 1].lower() if month is not None else ""
        yield "day", _braced(str(day or ""))
    yield "url", _braced("".join(_IN_ADDRESS.get(sign, sign) for sign in reference.url))
    yield "urldate", _braced(reference.accessed)  # BibLaTeX; BibTeX ignores it
    yield "language", "{chinese}" if reference.language == "zh" else _braced(reference.language)
    yield "note", _braced(latex(note(reference)))
    yield "annote", _braced(latex(annote))


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def note(reference: Reference) -> str:
    """Return what no BibTeX field holds: the translated title, and what is known of the date."""
    remarks: list[str] = []
    if reference.title.en != reference.title.zh:
        remarks.append(f"Title in English: {reference.title.en}")
    if reference.inferred and reference.date_latest:
        remarks.append(f"undated, inferred: {reference.date} to {reference.date_latest}")
    elif reference.inferred and reference.date:
        remarks.append(f"undated, inferred: {reference.date} or later")
    return "; ".join(remarks)
