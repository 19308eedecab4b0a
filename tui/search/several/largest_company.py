"""Questions for the largest company without a measure: 哪家公司最大, which company is largest."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.several.figure_of_each import figure_of_each
from tui.search.several.rank_claims import claims_of_first
from tui.search.several_answers import SeveralAnswers
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_CLAIMED = ("最大", "largest")
_BY_MEASURE = Wording(
    "问题没有指明按什么比较，以下按“{measure}”由大到小：只有{count}家有这项数字",
    "the question names no measure; listed by “{measure}”, largest first: only {count} companies "
    "have this figure",
)


def largest_company(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the companies by the amount of money that most of them have for one period, the
    greatest first, then what sources claim of the largest; None where fewer than two companies have
    such an amount."""
    rows = store.query(
        "SELECT f.position, a.fact, a.period, a.base_value, a.measure_zh, a.measure_en "
        "FROM answers a JOIN folded f USING (id) "
        "WHERE f.kind = 'player' AND a.form = 'observation' "
        "AND a.unit LIKE '%元' AND a.status = 'reported' AND a.rank <> 'deprecated'"
    )
    groups: dict[tuple[str, str], dict[int, tuple[float, str]]] = {}
    names = {}
    for position, fact, period, size, zh, en in rows:
        measure = fact.partition("@")[0].rpartition(".")[2]
        groups.setdefault((measure, period), {})[position] = (size or 0.0, fact)
        names[fact] = Wording(zh, en)
    found = max(groups.values(), key=len, default={})
    if len(found) < 2:
        return None
    facts = {
        position: found[position][1] for position in sorted(found, key=lambda at: -found[at][0])
    }
    remark = _BY_MEASURE.format(measure=names[next(iter(facts.values()))], count=str(len(facts)))
    ranked = figure_of_each(store, question, facts, remark, "near")
    ids = [item.described.record.id for item, _ in ranked]
    largest = read_edited_question(store, _CLAIMED[question.query.text.isascii()])
    records = store.indexed_records(find_candidates(store, largest, {}).positions)
    return SeveralAnswers(ranked + claims_of_first(store, largest, records), ("compare", *ids))
