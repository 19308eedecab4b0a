"""Several records, each with the figure of it that a question asks for."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.computed_change import with_fact
from tui.search.several.list_question import described_records
from tui.search.verdict import Verdict

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.search.verdict import Match
    from tui.store import Store
    from tui.text.language import Wording


def figure_of_each(
    store: Store, question: Question, facts: dict[int, str], remark: Wording, match: Match
) -> list[tuple[Ranked, Verdict]]:
    """Return the records at the positions of some facts in their order, each with its fact, the
    first with a remark, all with one ``match``."""
    by_position = {each.position: each for each in store.indexed_records(facts)}
    records = [by_position[position] for position in facts]
    ranked = []
    for item in described_records(store, question, {}, records):
        wanted = facts[item.described.record.position]
        of_record = store.facts(item.described.record.id)
        fact = next(each for each in of_record if each.fact == wanted)
        ranked.append(with_fact(item, fact)._replace(score=1.0))
    verdicts = [Verdict(match, (), remark), *[Verdict(match)] * (len(ranked) - 1)]
    return list(zip(ranked, verdicts, strict=True))
