"""The known figure of a measure beside a gap that says that figures of it are missing: second, or
first where a question asks by how much it changed."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.features import IN_NAME
from tui.search.several.list_question import described_records
from tui.search.statistic_order import moved_first
from tui.search.verdict import LIKENESS, SAME

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.store import Store


def with_measure_second(
    store: Store, question: Question, ranked: list[Ranked], known: dict[int, KnownMatch]
) -> list[Ranked]:
    """Return answers of which the first is a gap with the statistic second of which it says that
    figures are missing, before those of other subjects."""
    gap = ranked[0]
    rows = store.query(
        "SELECT DISTINCT r.position FROM missing_figures m JOIN records r ON r.id = m.measure "
        "WHERE m.id = ? ORDER BY r.position LIMIT 1",
        (gap.described.record.id,),
    )
    for record in store.indexed_records(position for (position,) in rows):
        (item,) = described_records(store, question, known, [record])
        others = [each for each in ranked[1:] if each.described.record.id != record.id]
        score = max(item.score, *(each.score for each in others), 0.0)
        return [gap, item._replace(score=min(score, gap.score)), *others]
    return ranked


def with_changed_measure_first(store: Store, ranked: list[Ranked]) -> list[Ranked]:
    """Put the statistic that has all of a question for a change of no year (how much did financing
    fall) before a gap in its figures, unless that is the answer to a known question like it."""
    gap = ranked[0].described
    if gap.features.get(LIKENESS, 0.0) >= SAME:
        return ranked
    sql = "SELECT measure FROM missing_figures WHERE id = ?"
    measures = {measure for (measure,) in store.query(sql, (gap.record.id,))}
    for item in ranked[1:]:
        described = item.described
        if described.record.id in measures and min(described.found, default=0.0) >= IN_NAME:
            return moved_first(ranked, item)
    return ranked
