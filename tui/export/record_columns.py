"""The columns of CSV with properties of the record and of the event, beside the fact.

Their meaning is in ``tui.export.csv_columns``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tui.store.export_rows import ExportRow

_ATTRIBUTES: Mapping[str, tuple[str, str]] = {
    **{name: (name, "") for name in ("type", "level")},
    **{f"region_{language}": ("region", language) for language in ("zh", "en")},
    "number": ("number", ""),
    **{f"issuers_{language}": ("issuers", language) for language in ("zh", "en")},
    "policy_status": ("status", ""),
    "plan_period": ("period", ""),
    "basis": ("basis", ""),
    **{f"said_by_{language}": ("said_by", language) for language in ("zh", "en")},
    **{name: (name, "") for name in ("as_of", "horizon", "reason", "role", "ticker")},
    **{name: (name, "") for name in ("legal_name", "founded", "parent")},
    **{
        f"{name}_{language}": (name, language)
        for name in ("scope", "area", "denominator")
        for language in ("zh", "en")
    },
    "language": ("language", ""),
    **{
        f"{name}_{language}": (name, language)
        for name in ("author", "producer", "container")
        for language in ("zh", "en")
    },
    **{name: (name, "") for name in ("date_earliest", "date_latest", "accessed")},
}
"""The attribute of each column, and the language of a bilingual one."""
_OF_MEASURE = ("scope", "denominator")
"""Attributes of a statistic that a metric of a company has, too."""
_FLAGS = ("self_description", "anecdote")
"""Properties of statements: true or false."""


def record_cells(row: ExportRow) -> list[str]:
    """Return the cells of ``type`` to ``tags``."""
    return [
        *(_cell(row, name, language) for name, language in _ATTRIBUTES.values()),
        str(row.disputed).lower(),
        row.event_type,
        *row.funding_round,
        *row.participants,
        "\n".join(row.tags),
    ]


def _cell(row: ExportRow, name: str, language: str) -> str:
    value = (row.attributes or {}).get(name)
    if row.typed and name in _OF_MEASURE and not value:
        value = getattr(row.typed, name)._asdict()
    return str((value[language] if language else value) or "") if value else ""


def later_record_cells(row: ExportRow) -> list[str]:
    """Return the cells of ``issuers_note_zh`` to ``retold``."""
    known = row.attributes or {}
    flags = (known.get(name) for name in _FLAGS)
    return [
        *(_cell(row, "issuers_note", language) for language in ("zh", "en")),
        *("" if flag is None else str(flag).lower() for flag in flags),
        *_provision_cells(known.get("provisions") or []),
    ]


def _provision_cells(provisions: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the cells of ``provisions_zh`` to ``retold``: a line for each provision."""
    for language in ("zh", "en"):
        yield "\n".join(each["text"][language] for each in provisions)
    for name in ("force", "verb"):
        values = [each[name] or "" for each in provisions]
        yield "\n".join(values) if any(values) else ""
    subjects = [" ".join(each["tags"]) for each in provisions]
    yield "\n".join(subjects) if any(subjects) else ""
    yield "\n".join(str(each["retold"]).lower() for each in provisions)
