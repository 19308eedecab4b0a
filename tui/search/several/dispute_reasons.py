"""Why sources differ: the reasons that the briefing gives for the figures of a disagreement."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.ranking import rank
from tui.search.several.list_question import described_records, list_of
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import NO_TEXT, Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_OF_SIDE = Wording("{value}，{by}：{reason}", "{value}, {by}: {reason}")
_OF_NAMED_SIDE = Wording("{value}：{reason}", "{value}: {reason}")
"""Where the reason begins with the name of the source."""
_VALUE = Wording("{period}{value}", "{value} for {period}")
_YEAR_OF_SOURCE = "0123456789 "
_NO_REASON = Wording("没有说明不一致的原因", "no reason for the difference is given")
_SEVERAL = Wording("原因各不相同，例如{title}", "the reasons vary; for example, {title}")
_ON_DISPUTES = "where the sources disagree"
"""What a brief on the disagreements is about."""
_CANDIDATES = 3


def reasons(store: Store, record: str) -> Wording:
    """Return the reason of each side of a disagreement about a figure, in words; that there is
    none; nothing for one about a statement, whose answer is the reason."""
    sides = [
        (Wording(zh, en), Wording(text_zh, text_en), Wording(reason_zh, reason_en))
        for zh, en, text_zh, text_en, reason_zh, reason_en in store.query(
            "SELECT by_zh, by_en, text_zh, text_en, coalesce(reason_zh, ''), "
            "coalesce(reason_en, '') FROM disagreements JOIN facets USING (id) WHERE id = ? "
            "AND facet = 'type' AND value = 'figure' ORDER BY side",
            (record,),
        )
    ]
    if not sides:
        return NO_TEXT
    given = [_sentence(*side) for side in sides if side[-1].zh]
    return one_a_line(given) if given else _NO_REASON


def _sentence(by: Wording, text: Wording, reason: Wording) -> Wording:
    """Return the value of a side, its source and the reason. ``text``: period and value."""
    period_zh, has_zh, value_zh = text.zh.partition("：")
    period_en, has_en, value_en = text.en.partition(": ")
    value = text
    if has_zh and has_en:
        value = _VALUE.format(
            period=Wording(period_zh, period_en), value=Wording(value_zh, value_en)
        )
    names = (by.zh.rstrip(_YEAR_OF_SOURCE), by.en.rstrip(_YEAR_OF_SOURCE))
    is_named = reason.zh.startswith(names[0]) and reason.en.startswith(names[1])
    form = _OF_NAMED_SIDE if is_named else _OF_SIDE
    return form.format(value=value, by=by, reason=reason)


def all_disputes(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the brief on the disagreements, if there is one, and all of them, with the reasons of
    the first one about a figure; None where there are no disagreements."""
    kind = next(each for each in store.kinds() if each.id == "disagreement")
    listed = list_of(store, question._replace(parts=()), {}, kind, [])
    if listed is None:
        return None
    remarks = [listed.ranked[0][1].remark]
    for item, _ in listed.ranked:
        found = reasons(store, item.described.record.id)
        if found.zh and found != _NO_REASON:
            remarks += [_SEVERAL.format(title=item.described.chosen.fact.title), found]
            break
    brief = _brief(store)
    first = [brief] if brief else []
    items = [*first, *(item for item, _ in listed.ranked)]
    answers = [(item, Verdict("exact")) for item in items]
    answers[0] = (items[0], Verdict("exact", (), one_a_line(remarks)))
    return listed._replace(ranked=answers)


def disputed_figure_of(
    store: Store, question: Question, months: MonthRange
) -> SeveralAnswers | None:
    """Return the disagreement with the most figures of a time, if two or more are, with its
    reasons; None for none."""
    rows = store.query(
        "SELECT d.id, f.position FROM disagreements d JOIN folded f ON f.id = d.id "
        "JOIN facets x ON x.id = d.id AND x.facet = 'type' AND x.value = 'figure' "
        "JOIN answers a ON a.id = d.record AND a.fact = d.fact "
        "WHERE a.first_month >= ? AND a.last_month <= ? "
        "GROUP BY d.id HAVING count(*) > 1 ORDER BY count(*) DESC, f.position LIMIT 1",
        (months.first, months.last),
    )
    for record, position in rows:
        asked = question._replace(parts=(), asks=frozenset())
        (item,) = described_records(store, asked, {}, store.indexed_records((position,)))
        verdict = Verdict("exact", (), reasons(store, record))
        return SeveralAnswers([(item, verdict)], ("show", record))
    return None


def _brief(store: Store) -> Ranked | None:
    """Return the brief whose title says that it is about disagreements of sources."""
    asked = read_edited_question(store, _ON_DISPUTES)
    ranked = rank(store, asked, find_candidates(store, asked, {}), _CANDIDATES, known={})
    for item in ranked:
        has_all = "everything" in item.described.features
        if item.described.record.kind == "brief" and has_all:
            return item
    return None
