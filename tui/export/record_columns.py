"""The last columns of CSV: properties of the record and of the event, beside the fact.

``type``        of a statement (``driver``, …) or, by the names of CSL, of a source
``level``, ``region_zh``, ``region_en``, ``number``, ``issuers_zh``, ``issuers_en``,
``policy_status``, ``plan_period``  of a policy
``basis``, ``said_by_zh``, ``said_by_en``, ``as_of``, ``horizon``  of a statement
``disputed``    ``true`` where sources disagree on the record, else ``false``
``reason``      of a data gap
``role``, ``ticker``, ``legal_name``, ``founded``, ``parent``  of a company or institution
``scope_zh``, ``scope_en``, ``area_zh``, ``area_en``, ``denominator_zh``, ``denominator_en``
                of a statistic
``language``, ``author_zh``, ``author_en``, ``producer_zh``, ``producer_en``, ``container_zh``,
``container_en``, ``date_earliest``, ``date_latest``, ``accessed``  of a source; its address is in
                ``source_urls``
``event_type``, ``round_zh``, ``round_en``, ``participants_zh``, ``participants_en``  of an event
``tags``        the record's topics, one per line
"""

from __future__ import annotations

from collections.abc import Mapping

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
RECORD_COLUMNS = (
    *_ATTRIBUTES,
    "disputed",
    "event_type",
    "round_zh",
    "round_en",
    "participants_zh",
    "participants_en",
    "tags",
)


def record_cells(row: ExportRow) -> list[str]:
    """Return the cells of ``RECORD_COLUMNS``."""
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
    return str((value[language] if language else value) or "") if value else ""
