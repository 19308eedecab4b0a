"""Questions that name publishers (Guanyan vs Woshipm market size, why do OFweek and Guanyan
disagree): the disagreements between their sources, else the figures that each of them gives."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.candidate_records import find_candidates
from tui.search.figures_of_source import figures_among, published_by
from tui.search.known_matches import known_matches
from tui.search.ranking import rank
from tui.search.several.compared_figures import FIGURE_OF, NOT_ALIKE
from tui.search.several.dispute_reasons import reasons
from tui.search.several.dispute_sides import disputes_of
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import ASK_NUMBER, Verdict, judge, quoted
from tui.text.language import NO_TEXT, Wording, enumeration, one_a_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.search.several.dispute_sides import SidedDispute
    from tui.store import IndexedRecord, Store

_LOOKED_AT = 40
"""Answers to the rest of a question among which those of a source are."""
_SHOWN = 2
"""Figures of each source that are shown."""
_OTHERS = Wording(
    "没有{names}关于{words}的分歧记录，以下是{names}的其他分歧",
    "no disagreement of {names} about {words} is recorded; showing their other disagreements",
)
_NOT_BETWEEN = Wording(
    "没有{names}之间的分歧记录，以下是各自与其他来源的分歧",
    "no disagreement between {names} is recorded; showing those of each with other sources",
)
_NO_FIGURE = Wording("没有关于{words}的行业数据", "gives no industry-wide figure for {words}")
_NO_COMPANY_FIGURE = Wording("没有关于{words}的数据", "gives no figure for {words}")
_FIRST = Wording("第一条“{title}”中各来源的数值：", "the first, {title}, has these values:")
_COUNTED = Wording("{names}的分歧：{count}条", "disagreements of {names}: {count}")


def why_publishers_differ(
    store: Store, question: Question, records: list[IndexedRecord], rest: tuple[Part, ...]
) -> SeveralAnswers | None:
    """Return the disagreements of publishers on the rest of a question; where there are none, those
    on other subjects, with a remark; None where they have none at all."""
    if found := disputes_of(store, records, rest):
        return counted_disputes(store, question, records, found, rest)
    return other_disputes(store, question, records, rest)


def counted_disputes(
    store: Store,
    question: Question,
    records: list[IndexedRecord],
    found: Sequence[SidedDispute],
    rest: tuple[Part, ...],
) -> SeveralAnswers:
    """Return disagreements of publishers, with their number if they are several."""
    if len(found) == 1:
        return shown_disputes(store, question, found, rest)
    count = _COUNTED.format(names=_names(store, records), count=str(len(found)))
    store.load_facts({found[0].id})
    first = _FIRST.format(title=store.facts(found[0].id)[0].title)
    has_reasons = bool(reasons(store, found[0].id).zh)
    remark = one_a_line([count, first]) if has_reasons else count
    return shown_disputes(store, question, found, rest, remark)


def other_disputes(
    store: Store, question: Question, records: list[IndexedRecord], rest: tuple[Part, ...]
) -> SeveralAnswers | None:
    """Return the disagreements of publishers on other subjects, else those of each with other
    sources, with a remark; None where they have none."""
    names = _names(store, records)
    if found := disputes_of(store, records, ()):
        words = quoted(tuple(part.text for part in rest))
        remark = _OTHERS.format(names=names, words=words)
    else:
        by_id = {it.id: it for each in records for it in disputes_of(store, [each], rest)}
        found, remark = [*by_id.values()], _NOT_BETWEEN.format(names=names)
    if not found:
        return None
    shown = shown_disputes(store, question, found, (), remark)
    ranked = [(item, verdict._replace(match="near")) for item, verdict in shown.ranked]
    return shown._replace(ranked=ranked)


def _names(store: Store, records: list[IndexedRecord]) -> Wording:
    return enumeration([store.facts(each.id)[0].title for each in records])


def shown_disputes(
    store: Store,
    question: Question,
    found: Sequence[SidedDispute],
    rest: tuple[Part, ...],
    remark: Wording = NO_TEXT,
) -> SeveralAnswers:
    """Return disagreements in their order, with the reasons of the first one in its remark."""
    asked = question._replace(parts=rest, asks=frozenset(), qualifiers=(), fillers=())
    known = known_matches(store, asked)
    records = store.indexed_records([each.position for each in found])
    by_position = {each.position: each for each in records}
    ordered = [by_position[each.position] for each in found]
    ranked = described_records(store, asked, known, ordered)
    remarks = [each for each in (remark, reasons(store, found[0].id)) if each.zh]
    answers = [(item._replace(score=1.0), Verdict("exact")) for item in ranked]
    answers[0] = (answers[0][0], Verdict("exact", (), one_a_line(remarks) if remarks else NO_TEXT))
    return SeveralAnswers(answers, ("show", found[0].id))


def figures_of_publishers(
    store: Store, question: Question, records: list[IndexedRecord], rest: tuple[Part, ...]
) -> SeveralAnswers:
    """Return the figures that the sources of each of the publishers give on the rest of a
    question; their profiles where none of them gives any."""
    asked = question._replace(
        parts=rest, asks=question.asks & ASK_NUMBER, fillers=(), qualifiers=()
    )
    known = known_matches(store, asked)
    candidates = find_candidates(store, asked, known)
    ranked = rank(store, asked, candidates, _LOOKED_AT, known=known)
    judged = [(item, judge(asked, candidates.weights, item.described)) for item in ranked]
    words = quoted(tuple(part.text for part in rest))
    companies = [it for part in rest for it in store.indexed_records(part.names[:1])]
    is_of_company = any(it.kind == "player" for it in companies)
    no_figure = (_NO_COMPANY_FIGURE if is_of_company else _NO_FIGURE).format(words=words)
    remarks, found = [], []
    for record in records:
        own = figures_among(store, asked, judged, published_by(store, record.id))[:_SHOWN]
        answer = _answer(own[0][0]) if own else no_figure
        remarks.append(FIGURE_OF.format(title=store.facts(record.id)[0].title, answer=answer))
        found += [(item, Verdict("exact")) for item, _ in own]
    if len(found) > 1:
        remarks.append(NOT_ALIKE)
    elif not found:
        asked = asked._replace(parts=())
        profiles = described_records(store, asked, {}, records)
        found = [(item._replace(score=1.0), Verdict("near")) for item in profiles]
    found[0] = (found[0][0], found[0][1]._replace(remark=one_a_line(remarks)))
    return SeveralAnswers(found, ("compare", *(record.id for record in records)))


def _answer(item: Ranked) -> Wording:
    """Return a figure in words, with the measure that a statistic is titled by."""
    fact = item.described.chosen.fact
    if item.described.record.kind != "statistic":
        return fact.answer
    return FIGURE_OF.format(title=fact.title, answer=fact.answer)
