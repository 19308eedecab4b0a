"""Questions that compare publishers (Guanyan vs Woshipm market size): the figures on which their
sources disagree, since they have none of their own."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.search.figures_of_source import published_by
from tui.search.known_matches import known_matches
from tui.search.several.dispute_reasons import reasons
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.store import IndexedRecord, Store


def disputes_of_publishers(
    store: Store, question: Question, records: list[IndexedRecord], rest: tuple[Part, ...]
) -> SeveralAnswers | None:
    """Return the disagreements about figures in which sources of each of the publishers have a
    side, on the rest of a question if it has any; None where there are none."""
    common: set[int] | None = None
    for record in records:
        places, sources = in_list(published_by(store, record.id))
        rows = store.query(
            "SELECT f.position FROM disagreements d JOIN folded f USING (id) JOIN facets t "
            "USING (id) WHERE t.facet = 'type' AND t.value = 'figure' "
            f"AND d.source IN ({places})",
            sources,
        )
        found = {position for (position,) in rows}
        common = found if common is None else common & found
    asked = question._replace(parts=rest, asks=frozenset(), qualifiers=(), fillers=())
    ranked: list[Ranked] = []
    if common:
        known = known_matches(store, asked)
        ranked = described_records(store, asked, known, store.indexed_records(common))
    if rest:
        ranked = [item for item in ranked if "everything" in item.described.features]
    if not ranked:
        return None
    answers = [(item, Verdict("exact")) for item in ranked]
    first = ranked[0].described.record.id
    answers[0] = (ranked[0], Verdict("exact", (), reasons(store, first)))
    return SeveralAnswers(answers, ("show", first))
