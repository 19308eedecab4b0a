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
_COUNTED = Wording("{names}的分歧：{count}条", "disagreements of {names}: {count}")


def disputes_of_publishers(
    store: Store, question: Question, records: list[IndexedRecord], rest: tuple[Part, ...]
) -> SeveralAnswers | None:
    """Return the disagreements in which sources of each of the publishers have a side, on the rest
    of a question if it has any, else those about figures; None where there are none."""
    found = disputes_of(store, records, rest)
    if not rest:
        found = [each for each in found if each.is_figure]
    return shown_disputes(store, question, found, rest) if found else None


def why_publishers_differ(
    store: Store, question: Question, records: list[IndexedRecord], rest: tuple[Part, ...]
) -> SeveralAnswers | None:
    """Return the disagreements of publishers on the rest of a question; where there are none, those
    on other subjects, with a remark; None where they have none at all."""
    names = enumeration([store.facts(each.id)[0].title for each in records])
    if found := disputes_of(store, records, rest):
        count = _COUNTED.format(names=names, count=str(len(found)))
        return shown_disputes(store, question, found, rest, NO_TEXT if len(found) == 1 else count)
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
    remarks, found = [], []
    for record in records:
        own = figures_among(store, asked, judged, published_by(store, record.id))[:_SHOWN]
        answer = own[0][0].described.chosen.fact.answer if own else _NO_FIGURE.format(words=words)
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
