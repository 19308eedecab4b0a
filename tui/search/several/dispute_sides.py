"""The disagreements on a subject or between sources, found by their sides: the records and figures
that they set against each other, and who published them or is cited for them."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import positions_of_ids
from tui.search.briefing_subject import is_about_briefing
from tui.search.features import IN_NAME, IN_SUMMARY, in_fact, in_record
from tui.search.figures_of_source import published_by
from tui.text.fold import fold
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.reader import Part
    from tui.store import IndexedRecord, Store

PUBLISHING = frozenset(("media", "research-house"))
"""Roles of companies that publish."""
_OVERALL = words_of("全行业 整个行业 整体 全部 行业整体 overall whole entire total all")
"""Words for all of what the briefing is about."""


class SourceSide(NamedTuple):
    """One side of a disagreement. ``by``: who says so and whom they cite, folded."""

    record: str
    fact: str
    source: str
    by: str


class SidedDispute(NamedTuple):
    """A disagreement. ``about``: the records that it is about, with those of merged ones."""

    id: str
    position: int
    is_figure: bool
    about: tuple[str, ...]
    sides: tuple[SourceSide, ...]


def publishers_of(store: Store, parts: Sequence[Part]) -> list[tuple[Part, IndexedRecord]]:
    """Return the companies among the parts of a question that publish, each with its part. Beside
    one of them, the beginning of the name of another is enough (观研 人人)."""

    def read() -> dict[int, str]:
        rows = store.query(
            "SELECT r.position, r.title_zh, f.value FROM facets f JOIN records r USING (id) "
            "WHERE f.facet = 'role'"
        )
        return {position: fold(name) for position, name, role in rows if role in PUBLISHING}

    publishing: dict[int, str] = store.memoize("names of publishers", read)
    found = [(part, part.names[0]) for part in parts if part.names and part.names[0] in publishing]
    if len(found) == 1:
        found += [
            (part, position)
            for part in parts
            if not part.names and len(part.text) > 1
            for position, name in publishing.items()
            if position != found[0][1] and name.startswith(part.text)
        ]
    return [(part, each) for part, at in found for each in store.indexed_records((at,))]


def disputes_of(
    store: Store,
    publishers: Sequence[IndexedRecord],
    subject: Sequence[Part],
    *,
    of_figures: bool = False,
) -> list[SidedDispute]:
    """Return the disagreements in which each of the publishers has a side of its own and that are
    about all parts of a subject; those about figures first. ``of_figures``: only those of
    which a side is a figure."""
    specific = [
        part
        for part in subject
        if part.names or not (part.text in _OVERALL or is_about_briefing(store, part))
    ]
    found = _between(store, publishers)
    if specific:
        found = [each for each in found if _is_about(store, each, specific, of_figures)]
    elif subject and not publishers:
        return []
    return sorted(found, key=lambda each: (not each.is_figure, each.position))


def _between(store: Store, publishers: Sequence[IndexedRecord]) -> list[SidedDispute]:
    by_publisher = [
        (set(published_by(store, each.id)), [n for n in each.titles.split("\n") if n])
        for each in publishers
    ]
    found = []
    for dispute in _all(store):
        own = [
            {
                at
                for at, side in enumerate(dispute.sides)
                if side.source in sources or any(name in side.by for name in names)
            }
            for sources, names in by_publisher
        ]
        if all(own) and len(set().union(*own)) >= len(own):
            found.append(dispute)
    return found


def _is_about(store: Store, dispute: SidedDispute, parts: Sequence[Part], of_figures: bool) -> bool:
    """Return whether what a disagreement is about, or a figure of it, has each part in its name."""
    ids = {dispute.id, *dispute.about, *(side.record for side in dispute.sides)}
    records = store.indexed_records(positions_of_ids(store, sorted(ids)))
    wanted_facts = {side.fact for side in dispute.sides if side.fact}
    store.load_facts(ids)
    facts = [fact for each in ids for fact in store.facts(each) if fact.fact in wanted_facts]
    if of_figures and not facts:
        return False
    return all(
        any(in_record(part, each) >= IN_NAME for each in records)
        or any(in_fact(part, fact) > IN_SUMMARY for fact in facts)
        for part in parts
    )


def _all(store: Store) -> list[SidedDispute]:
    def read() -> list[SidedDispute]:
        abouts: dict[str, list[str]] = {}
        sql = "SELECT id, about FROM disagreements UNION SELECT merged_into, about "
        for identity, about in store.query(f"{sql} FROM merged_disagreements ORDER BY 1, 2"):
            abouts.setdefault(identity, []).append(about)
        sides: dict[str, list[SourceSide]] = {}
        rows = store.query(
            "SELECT d.id, d.record, coalesce(d.fact, ''), coalesce(d.source, ''), d.by_zh, "
            "d.by_en, coalesce(d.via_zh, ''), coalesce(d.via_en, ''), "
            "coalesce(group_concat(e.via_zh || char(10) || e.via_en, char(10)), '') "
            "FROM disagreements d LEFT JOIN answers a ON a.id = d.record "
            "AND CASE WHEN d.fact IS NULL THEN a.form = 'whole' ELSE a.fact = d.fact END "
            "LEFT JOIN evidence e ON e.answer = a.number AND e.side = 0 "
            "GROUP BY d.id, d.side ORDER BY d.id, d.side"
        )
        for identity, record, fact, source, *by in rows:
            side = SourceSide(record, fact, source, fold("\n".join(by)))
            sides.setdefault(identity, []).append(side)
        sql = "SELECT f.id, f.position, t.value FROM folded f JOIN facets t USING (id) "
        return [
            SidedDispute(each, at, kind == "figure", tuple(abouts[each]), tuple(sides[each]))
            for each, at, kind in store.query(f"{sql} WHERE t.facet = 'type' ORDER BY f.position")
            if each in sides
        ]

    disputes: list[SidedDispute] = store.memoize("sides of disagreements", read)
    return disputes
