"""CSL-JSON (csl-data.json of the CSL schema), for Zotero, pandoc and citation processors."""

from __future__ import annotations

from typing import Any

from tui.export.references.author_names import has_publisher, published_in, responsible
from tui.export.references.bibtex import note
from tui.store.bibliography import Reference
from tui.text.dates import parse_date


def csl(reference: Reference, annote: str = "") -> dict[str, Any]:
    """Return one item; ``annote``: the quoted words.

    Names are literal, since the sources do not say which part is the family name. A report or
    dataset has a publisher, anything else a container.
    """
    fields = {
        "id": reference.id,
        "type": reference.type,
        "title": reference.title.zh,
        "title-short": reference.short.zh,
        "author": [{"literal": name} for name in responsible(reference, "zh")],
        "publisher" if has_publisher(reference) else "container-title": published_in(
            reference, "zh"
        ),
        "language": "zh-CN" if reference.language == "zh" else reference.language,
        "issued": _issued(reference),
        "URL": reference.url,
        "accessed": _day(reference.accessed),
        "note": note(reference),
        "annote": annote,
    }
    return {name: value for name, value in fields.items() if value}


def _day(date: str) -> dict[str, Any]:
    return {"date-parts": [[*parse_date(date)]]} if date else {}


def _issued(reference: Reference) -> dict[str, Any]:
    """Return the date of publication. Of an undated source it is the year, with ``circa``, if that
    is certain; else nothing, which processors print as n.d.: many styles ignore ``circa``, and all
    print a range as that of a publication in parts. ``note`` has the range."""
    if not reference.date:
        return {}
    if reference.inferred:
        year = reference.date[:4]
        certain = reference.date_latest.startswith(year)
        return {"date-parts": [[int(year)]], "circa": True} if certain else {}
    return {"date-parts": [[part for part in parse_date(reference.date) if part is not None]]}
