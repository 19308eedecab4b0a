"""The records of a subject in the order in which a reader needs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.document.fact_ref import record_id_of
from tui.store import Row, Store

_KINDS = ("brief", "statistic", "statement", "disagreement", "gap", "policy", "player", "term")
"""What is known and what is not comes before who and what it is about; other kinds are last."""


def in_subject_order(store: Store, ids: Iterable[str]) -> list[str]:
    """Return records by kind, those of other industries last. Before them are single cases, what a
    company says of itself, gaps that are lost pictures, and disputes of statements that rest on a
    value of a disputed figure, which has a dispute of its own; the others are in the order of how
    many subjects they have: a record of one subject is about it more than one of four. The gaps in
    the figures of the records, and the statements that rest on these, come first, those about the
    main figure before others."""
    asides = aside_records(store)
    kinds: dict[str, str] = dict(store.query("SELECT id, kind FROM records"))
    counted = store.query("SELECT id, count(*) FROM facets WHERE facet = 'tag' GROUP BY id")
    subjects: dict[str, int] = dict(counted)
    minor = {
        row[0]
        for row in store.query(
            "SELECT id FROM gaps WHERE reason = 'lost_picture' UNION "
            "SELECT id FROM statements WHERE anecdote OR self_description UNION "
            "SELECT d.id FROM disputed_figures d JOIN disagreements o "
            "ON o.fact = d.fact AND o.id <> d.id"
        )
    }

    about = _figures_about(store)

    def key(identity: str, figures: Sequence[str] = ()) -> tuple[int, bool, bool, int, int]:
        kind = kinds.get(identity, "")
        place = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
        distance = min(
            (figures.index(each) for each in about[identity] if each in figures),
            default=len(figures),
        )
        is_minor = identity in minor
        return place, identity in asides, is_minor, min(distance, 2), subjects.get(identity, 0)

    ids = sorted(ids, key=key)
    figures = [each for each in ids if kinds.get(each) == "statistic"]
    return sorted(ids, key=lambda each: key(each, figures))


def _figures_about(store: Store) -> dict[str, set[str]]:
    """Return the statistics that gaps are about, and those that statements rest on."""
    about: dict[str, set[str]] = defaultdict(set)
    rows = store.query(
        "SELECT id, measure FROM missing_figures UNION "
        "SELECT from_id, to_id FROM links JOIN gaps ON id = from_id AND reason = 'missing_scope' "
        "UNION SELECT from_id, to_id FROM links WHERE type = 'supports'"
    )
    for identity, measure in rows:
        about[identity].add(record_id_of(measure))
    return about


def asides_last(store: Store, rows: list[Row]) -> list[Row]:
    """Return the rows of a list that is narrowed to a subject, those of other industries last."""
    asides = aside_records(store)
    return sorted(rows, key=lambda row: row.id in asides)


def aside_records(store: Store) -> set[str]:
    """Return the records of other industries, which a briefing has for comparison."""
    asides = store.meta("aside_themes").split()
    if not asides:
        return set()
    places = ", ".join("?" * len(asides))
    rows = store.query(f"SELECT id FROM facets WHERE facet = 'tag' AND value IN ({places})", asides)
    return {row[0] for row in rows}
