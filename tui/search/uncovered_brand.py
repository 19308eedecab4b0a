"""A brand that is not covered, of a company that is (百度健康, Baidu Health): the company comes
first."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import as_typed
from tui.search.features import in_words
from tui.search.further_results import ONE_UNCOVERED
from tui.search.verdict import Verdict, quoted

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.store import Store


def with_company_of_brand(
    store: Store, question: Question, part: Part, best: list[tuple[Ranked, Verdict]], at: int
) -> list[tuple[Ranked, Verdict]] | None:
    """Return answers with the company first with whose name that of a brand begins, and a remark
    that the brand is not covered; None where there is none, or the gap, answer ``at``, is about
    this company."""
    gap = best[at]
    owner = _company_in_name(store, part, gap[0])
    if owner is None:
        return None
    from tui.search.several.list_question import described_records

    (item,) = described_records(store, question, {}, store.indexed_records((owner,)))
    facts = store.facts(item.described.record.id)
    whole = item.described.chosen._replace(fact=facts[0])
    item = item._replace(
        score=max(it.score for it, _ in best), described=item.described._replace(chosen=whole)
    )
    words = quoted((as_typed(question, part.text),))
    remark = ONE_UNCOVERED.format(words=words, title=facts[0].title)
    same = [
        (other, verdict)
        for other, verdict in best[:at] + best[at + 1 :]
        if other.described.record.position != owner
        and in_words(part, other.described.record, other.described.chosen.fact)
    ]
    return [(item, Verdict("near", (), remark)), gap, *same]


def _company_in_name(store: Store, part: Part, gap: Ranked) -> int | None:
    """Return the company with whose name that of a brand begins, unless the gap names it in its
    title; None for none."""
    rows = store.query(
        "SELECT position, title_zh, lower(title_en) FROM records WHERE kind = 'player' AND "
        "(instr(?1, title_zh) = 1 OR instr(?1, lower(title_en) || ' ') = 1) "
        "ORDER BY length(title_zh) DESC",
        (part.text,),
    )
    titles = gap.described.record.titles
    return next((at for at, zh, en in rows if zh not in titles and en not in titles), None)
