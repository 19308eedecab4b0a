"""Questions for what sources disagree about: why is the market size disputed, who disagrees about
users, 口径为何不一致."""

from __future__ import annotations

from operator import itemgetter

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.dispute_words import (
    CHINESE_DISPUTES,
    CHINESE_EACH_SOURCE,
    CHINESE_RIGHT,
    DISPUTE_NOUNS,
    DISPUTE_WORDS,
    EACH_SOURCE,
    RIGHT_WORDS,
    asks_what_each_says,
    asks_whether_reliable,
    asks_which_is_right,
    asks_who_disagrees,
    names_figures,
)
from tui.search.known_matches import known_matches
from tui.search.list_topics import topics_of
from tui.search.ranking import is_same_record, rank
from tui.search.several.dispute_sides import disputes_of, publishers_of
from tui.search.several.figures_apart import disagreement_with_both
from tui.search.several.list_question import described_records, list_of
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict, quoted
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.store import Store

_SAYS_NOTHING = words_of(
    "why how come do does did is are was were there so the a of for in on between about among and "
    "figure figures number numbers value values data estimate estimates source sources report "
    "reports all with each other two reason reasons what explain explains so "
    "documents document articles article they these those different many times same who whom "
    "which over on regarding concerning around against any has have three several multiple various"
)
_CHINESE_FIGURES = (
    *("谁和谁", "谁跟谁", "谁与谁", "谁", "关于", "有关", "问题"),
    *("为什么", "为何", "怎么会", "怎么", "原因", "数据", "数字", "数值", "口径", "说法", "各家"),
    *(
        "来源",
        "资料",
        "各方",
        "两个",
        "几个",
        "相互",
        "互相",
        "是什么",
        "会",
        "有",
        "的",
        "之间",
        "各",
        *(" 家机构", " 机构", " 研报", " 报告"),
    ),
)
"""Words of such a question that name no subject, in the order in which they are removed."""
_CHINESE_WHICH = ("哪个", "哪一个", "哪家", "哪种", "哪份", "哪篇", "谁的", "还是", *CHINESE_RIGHT)
_WHICH_ONE = words_of("or more most one should i we use can to")
_INSTITUTIONS = words_of("institutions institutes")
_OPENINGS, _CLOSINGS = "对在就和与跟", "上方面"
"""Characters around the subject of such a question (对用户数有分歧)."""
_CANDIDATES = 10
"""Answers to the rest of the question among which a dispute is looked for."""
_ALIKE = 3
"""Answers of which one may be the statistic that is disputed."""
_NO_DISPUTE = Wording(
    "没有关于{words}的分歧记录，以下是已知内容",
    "no disagreement about {words} is recorded; showing what is known",
)


def disputed_record(
    store: Store, question: Question, *, is_same: bool = False
) -> SeveralAnswers | None:
    """Return the disagreement about what a question names, before the records it is about; what is
    known of it with a remark where there is none. A question for a reason that names nothing else
    leads to all of them, another one to nothing. ``is_same``: an editor has written the question of
    one record in the same words: then only the former counts."""
    text = question.query.text
    of_reliability = asks_whether_reliable(question)
    of_right = of_reliability or asks_which_is_right(question)
    of_each = asks_what_each_says(question)
    dropped_first = (
        *(_CHINESE_WHICH if of_right else ()),
        *(CHINESE_EACH_SOURCE if of_each else ()),
    )
    for word in (*dropped_first, *CHINESE_DISPUTES, *_CHINESE_FIGURES):
        text = text.replace(word, " ")
    if not text.isascii():
        text = " ".join(w.lstrip(_OPENINGS).rstrip(_CLOSINGS) for w in text.split())
    dropped = DISPUTE_WORDS | DISPUTE_NOUNS | _SAYS_NOTHING
    if of_right:
        dropped |= RIGHT_WORDS | _WHICH_ONE
    if of_each:
        dropped |= EACH_SOURCE | _INSTITUTIONS
    rest = read_edited_question(
        store, " ".join(w for w in text.split() if w.rstrip(",;:") not in dropped)
    )
    if rest.only_asks or not rest.parts:
        from tui.search.several.dispute_reasons import all_disputes, disputed_figure_of

        asks_of_all = "reason" in question.asks or (of_right and names_figures(question))
        months = question.query.months
        if asks_of_all and months and (of_time := disputed_figure_of(store, question, months)):
            return of_time
        return all_disputes(store, question) if asks_of_all else None
    if is_same and not of_right:
        return disagreement_with_both(store, question)
    publishers = publishers_of(store, rest.parts) if any(it.names for it in rest.parts) else []
    if publishers and not (of_right or of_each):
        from tui.search.several.publisher_figures import why_publishers_differ

        named = [part for part, _ in publishers]
        subject = tuple(part for part in rest.parts if part not in named)
        records = [record for _, record in publishers]
        if by_source := why_publishers_differ(store, rest, records, subject):
            return by_source
    rest = rest._replace(asks=rest.asks - {"reason"}, qualifiers=())
    known = known_matches(store, rest)
    ranked = rank(store, rest, find_candidates(store, rest, known), _CANDIDATES, known=known)
    of_figure = of_each or of_reliability
    if not ranked or (of_figure and ranked[0].described.record.kind != "statistic"):
        return None
    others = [item for item in ranked if item.described.record.kind != "disagreement"]
    asks_who = asks_who_disagrees(question)
    found = _disagreement(store, rest, known, ranked)
    if found is None and ranked[0].described.record.kind == "statistic":
        found = _disagreement_on_other(store, rest, known, ranked)
    if asks_who and (listed := _disputes_about(store, rest, known, found)):
        return listed
    if found:
        ranked = [found._replace(score=1.0), *others]
        record = found.described.record.id
        answers = [(item, Verdict("exact")) for item in ranked]
        if "reason" in question.asks or of_right:
            from tui.search.several.dispute_reasons import reasons

            answers[0] = (ranked[0], Verdict("exact", (), reasons(store, record)))
        return SeveralAnswers(answers, ("show", record))
    if both := disagreement_with_both(store, question):
        return both
    of_figures = names_figures(question)
    if not (of_each or of_reliability) and (
        of_sides := disputes_of(store, (), rest.parts, of_figures=of_figures)
    ):
        from tui.search.several.publisher_figures import shown_disputes

        places = {it.described.record.position: place for place, it in enumerate(ranked)}
        of_sides.sort(key=lambda each: places.get(each.position, len(places)))
        return shown_disputes(store, rest, of_sides, rest.parts)
    if "reason" not in question.asks and not (asks_who or of_each or of_reliability):
        return None
    words = tuple(part.text for part in rest.parts)
    remark = _NO_DISPUTE.format(words=quoted(words))
    first, *rest_of = others or ranked
    answers = [(first, Verdict("near", words, remark))]
    return SeveralAnswers(answers + [(item, Verdict("near")) for item in rest_of])


def dispute_of_forecast(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the disagreement of which an editor has written a question on a forecast in the same
    words (did the market meet the forecast), before other answers; None where it is of another
    record."""
    best = max(known, key=lambda position: known[position].similarity)
    (record,) = store.indexed_records((best,))
    if record.kind != "disagreement":
        return None
    (first,) = described_records(store, question, known, [record])
    ranked = rank(
        store, question, find_candidates(store, question, known), _CANDIDATES, known=known
    )
    others = [item for item in ranked if not is_same_record(item, first)]
    answers = [(first._replace(score=1.0), Verdict("exact"))]
    answers += [(item, Verdict("near")) for item in others]
    return SeveralAnswers(answers, ("show", record.id))


def _disputes_about(
    store: Store, question: Question, known: dict[int, KnownMatch], first: Ranked | None
) -> SeveralAnswers | None:
    """Return the disagreements about a subject, ``first`` before others as good; None where there
    are none, or where ``first`` is not one of them."""
    kind = next(each for each in store.kinds() if each.id == "disagreement")
    topics = [topic for part in question.parts for topic in topics_of(store, kind, part)]
    listed = list_of(store, question, known, kind, topics)
    if not listed or not first:
        return listed
    same = [item for item, _ in listed.ranked if is_same_record(item, first)]
    if not same or same[0].score < listed.ranked[0][0].score:
        return listed if same else None
    others = [(item, Verdict("exact")) for item, _ in listed.ranked if item is not same[0]]
    return listed._replace(ranked=[(same[0], listed.ranked[0][1]), *others])


def _disagreement_on_other(
    store: Store, question: Question, known: dict[int, KnownMatch], ranked: list[Ranked]
) -> Ranked | None:
    """Return the disagreement about another statistic that has as much of the question as the first
    answer (the amount of deals beside their number); None where there is none."""
    least = min(ranked[0].described.found, default=0.0)
    alike = (
        _disagreement(store, question, known, ranked[number:])
        for number, item in enumerate(ranked[1:_ALIKE], start=1)
        if item.described.record.kind == "statistic"
        and min(item.described.found, default=0.0) >= least
    )
    return next(filter(None, alike), None)


def _disagreement(
    store: Store, question: Question, known: dict[int, KnownMatch], ranked: list[Ranked]
) -> Ranked | None:
    """Return the disagreement about the measure of the best answer or its record that is about the
    best of the answers, or has most of the question; None where there is none that has all of it,
    or that measure."""
    best = ranked[0].described
    measure = best.chosen.fact.fact.partition("@")[0].partition("#")[0]
    rows = store.query(
        "WITH disputed AS (SELECT id FROM disputed_figures WHERE fact LIKE ?2) "
        "SELECT f.position, max(d.fact = ?1 OR d.fact LIKE ?2 OR d.id IN disputed), d.about "
        "FROM disagreements d JOIN folded f ON f.id = d.id "
        "WHERE d.id = ?3 OR d.record = ?3 OR d.id IN disputed GROUP BY f.position",
        (measure, f"{measure}@%", best.record.id),
    )
    sides = {position: (has_measure, about) for position, has_measure, about in rows}
    described = described_records(store, question, known, store.indexed_records(sides))
    places = {item.described.record.id: -place for place, item in enumerate(ranked)}
    fitting = []
    for item in described:
        has_measure, about = sides[item.described.record.position]
        has_all = "everything" in item.described.features
        if has_all or (best.chosen.fact.value and has_measure):
            fitting.append((has_all, places.get(about, -len(ranked)), item.score, item))
    return max(fitting, key=itemgetter(0, 1, 2))[3] if fitting else None
