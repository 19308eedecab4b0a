"""What stands below a gap that says that figures of a measure are missing: its known figure."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.list_question import described_records

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
