"""APA style, seventh edition, which readers of English expect.

Author. (Date). Title [translation]. Site. URL. The title is given as printed, with the editor's
translation in square brackets (9.38); it is not romanized, since nobody finds a Chinese page by its
pinyin. Names are given as in the source, which does not say which part is the family name. Unknown
date: n.d. (9.17); an estimated one: c., as everywhere in a briefing (APA: ca.). Reports and
datasets have the year only (10.4, 10.9).
Without an author the title comes first (9.12). The site or publisher is omitted where it is the
author (9.33, 10.4). The date of access is given for undated sources only, whose content may change
(9.16).
"""

from __future__ import annotations

from tui.export.references.author_names import published_in, responsible
from tui.store.bibliography import Reference
from tui.text.dates import parse_date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def apa(reference: Reference) -> str:
    """Return the entry for a reference list."""
    people = responsible(reference, "en")
    printed, translated = reference.title.zh, reference.title.en
    title = printed if printed == translated else f"{printed} [{translated}]"
    if reference.type == "dataset":
        title += " [Data set]"
    head = [_joined(people), f"({_date(reference)})", title]
    if not people:
        head = [title, f"({_date(reference)})"]
    parts = [*head, published_in(reference, "en")]
    text = " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
    # No period after a URL: it would be read as part of it.
    return f"{text} {_retrieved(reference)}{reference.url}" if reference.url else text


def apa_in_text(reference: Reference) -> str:
    """Return the in-text citation: ``(Analysys, 2022)``."""
    people = responsible(reference, "en")
    name = people[0] if people else f"“{reference.title.en}”"
    if len(people) == 2:
        name = " & ".join(people)
    elif len(people) > 2:
        name = f"{people[0]} et al."
    return f"({name}, {_year(reference)})"


def _retrieved(reference: Reference) -> str:
    if not reference.accessed or _year(reference) != "n.d.":
        return ""
    year, month, day = parse_date(reference.accessed)
    return f"Retrieved {_MONTHS[(month or 1) - 1]} {day}, {year}, from "


def _joined(people: list[str]) -> str:
    if len(people) < 2:
        return "".join(people)
    return f"{', '.join(people[:-1])}, & {people[-1]}"


def _date(reference: Reference) -> str:
    if reference.inferred or not reference.date:
        return _year(reference)
    year, month, day = parse_date(reference.date)
    if month is None or reference.type in ("report", "dataset"):
        return str(year)
    return f"{year}, {_MONTHS[month - 1]}" + (f" {day}" if day is not None else "")


def _year(reference: Reference) -> str:
    first, last = reference.date[:4], reference.date_latest[:4]
    if not reference.inferred:
        return first or "n.d."
    if not last:  # "not older than" is not an estimate
        return "n.d."
    return f"c. {first}" if first == last else f"c. {first}–{last}"
