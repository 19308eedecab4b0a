"""Questions for the largest company without a measure: 哪家公司最大, which company is largest."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.computed_change import with_fact
from tui.search.features import IN_TITLE, in_record
from tui.search.ranking import rank
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_CLAIMED, _CLAIMS = ("最大", "largest"), 12
_SUPERLATIVES = ("最", "第一", "首位")
"""In the Chinese titles of claims."""
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
        "SELECT f.position, a.number, a.fact, a.period, a.base_value, "
        "a.measure_zh, a.measure_en FROM answers a "
        "JOIN folded f USING (id) WHERE f.kind = 'player' AND a.form = 'observation' "
        "AND a.unit LIKE '%元' AND a.status = 'reported' AND a.rank <> 'deprecated'"
    )
    groups: dict[tuple[str, str], dict[int, tuple[float, int]]] = {}
    names = {}
    for position, number, fact, period, size, zh, en in rows:
        measure = fact.partition("@")[0].rpartition(".")[2]
        groups.setdefault((measure, period), {})[position] = (size or 0.0, number)
        names[number] = Wording(zh, en)
    found = max(groups.values(), key=len, default={})
    if len(found) < 2:
        return None
    records = store.indexed_records(sorted(found))
    items = described_records(store, question, {}, records)
    ranked = []
    for item in sorted(items, key=lambda each: -found[each.described.record.position][0]):
        record = item.described.record
        number = found[record.position][1]
        fact = next(each for each in store.facts(record.id) if each.number == number)
        ranked.append((with_fact(item, fact), Verdict("near")))
    first, _ = ranked[0]
    metric = names[first.described.chosen.fact.number]
    remark = _BY_MEASURE.format(measure=metric, count=str(len(ranked)))
    ranked[0] = first, Verdict("near", (), remark)
    ids = [item.described.record.id for item, _ in ranked]
    largest = read_edited_question(store, _CLAIMED[question.query.text.isascii()])
    return SeveralAnswers(ranked + claims_of_most(store, largest), ("compare", *ids))


def claims_of_most(store: Store, question: Question) -> list[tuple[Ranked, Verdict]]:
    """Return the statements that have what a question asks for and a superlative in their title."""
    question = question._replace(asks=frozenset())
    return [
        (item, Verdict("near"))
        for item in rank(store, question, find_candidates(store, question, {}), _CLAIMS)
        if item.described.record.kind == "statement"
        and all(in_record(part, item.described.record) >= IN_TITLE for part in question.parts)
        and any(word in item.described.record.titles for word in _SUPERLATIVES)
    ]
