"""The records of a subject in the order in which a reader needs them."""

from __future__ import annotations

from collections.abc import Iterable

from tui.store import Store

_KINDS = ("brief", "statistic", "statement", "disagreement", "gap", "policy", "player", "term")
"""What is known and what is not comes before who and what it is about; other kinds are last."""


def in_subject_order(store: Store, ids: Iterable[str]) -> list[str]:
    """Return records by kind, those of other industries last. Before them are single cases, what a
    company says of itself and gaps that are lost pictures; the others are in the order of how many
    subjects they have: a record of one subject is about it more than one of four."""
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

    def key(identity: str) -> tuple[int, bool, bool, int]:
        kind = kinds.get(identity, "")
        place = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
        return place, identity in asides, identity in minor, subjects.get(identity, 0)

    return sorted(ids, key=key)


def aside_records(store: Store) -> set[str]:
    """Return the records of other industries, which a briefing has for comparison."""
    asides = store.meta("aside_themes").split()
    if not asides:
        return set()
    places = ", ".join("?" * len(asides))
    rows = store.query(f"SELECT id FROM facets WHERE facet = 'tag' AND value IN ({places})", asides)
    return {row[0] for row in rows}
