"""The records of a subject in the order in which a reader needs them."""

from __future__ import annotations

from collections.abc import Iterable

from tui.document.fact_ref import record_id_of
from tui.store import Store

_KINDS = ("brief", "statistic", "statement", "disagreement", "gap", "policy", "player", "term")
"""What is known and what is not comes before who and what it is about; other kinds are last."""


def in_subject_order(store: Store, ids: Iterable[str]) -> list[str]:
    """Return records by kind, those of other industries last. Before them are single cases, what a
    company says of itself and gaps that are lost pictures; the others are in the order of how many
    subjects they have: a record of one subject is about it more than one of four. The gaps in the
    figures of the records come first."""
    asides = aside_records(store)
    kinds: dict[str, str] = dict(store.query("SELECT id, kind FROM records"))
    counted = store.query("SELECT id, count(*) FROM facets WHERE facet = 'tag' GROUP BY id")
    subjects: dict[str, int] = dict(counted)
    minor = {
        row[0]
        for row in store.query(
            "SELECT id FROM gaps WHERE reason = 'lost_picture' UNION "
            "SELECT id FROM statements WHERE anecdote OR self_description"
        )
    }

    ids = list(ids)
    measures = set(ids)
    closed_by = store.query("SELECT id, measure FROM missing_figures")
    of_figures = {gap for gap, measure in closed_by if record_id_of(measure) in measures}

    def key(identity: str) -> tuple[int, bool, bool, bool, int]:
        kind = kinds.get(identity, "")
        place = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
        is_other = kind == "gap" and identity not in of_figures
        is_minor = identity in minor
        return place, identity in asides, is_minor, is_other, subjects.get(identity, 0)

    return sorted(ids, key=key)


def aside_records(store: Store) -> set[str]:
    """Return the records of other industries, which a briefing has for comparison."""
    asides = store.meta("aside_themes").split()
    if not asides:
        return set()
    places = ", ".join("?" * len(asides))
    rows = store.query(f"SELECT id FROM facets WHERE facet = 'tag' AND value IN ({places})", asides)
    return {row[0] for row in rows}
