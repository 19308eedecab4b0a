"""Why sources differ: the reasons that the briefing gives for the figures of a disagreement."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.candidate_records import find_candidates
from tui.search.ranking import rank
from tui.search.several.list_question import list_of
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import NO_TEXT, Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_OF_SIDE = Wording("{by}：{reason}", "{by}: {reason}")
_FIGURE = Wording("{by}（{text}）", "{by} ({text})")
_NO_REASON = Wording("没有说明不一致的原因", "no reason for the difference is given")
_SEVERAL = Wording("原因各不相同，例如{title}：", "the reasons vary; for example, {title}: ")
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
    is_ambiguous = len({by for by, *_ in sides}) < len(sides)
    given = [
        _OF_SIDE.format(
            by=_FIGURE.format(by=by, text=text) if is_ambiguous else by, reason=_clause(reason)
        )
        for by, text, reason in sides
        if reason.zh
    ]
    # A reason may have a semicolon or several sentences.
    sides_apart = Wording(
        "。".join(each.zh for each in given), ". ".join(each.en for each in given)
    )
    return sides_apart if given else _NO_REASON


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
            of_one = _SEVERAL.format(title=item.described.chosen.fact.title)
            remarks.append(Wording(of_one.zh + found.zh, of_one.en + found.en))
            break
    brief = _brief(store)
    first = [brief] if brief else []
    items = [*first, *(item for item, _ in listed.ranked)]
    answers = [(item, Verdict("exact")) for item in items]
    answers[0] = (items[0], Verdict("exact", (), one_a_line(remarks)))
    return listed._replace(ranked=answers)


def _clause(reason: Wording) -> Wording:
    """Return a reason without its full stop."""
    return Wording(reason.zh.rstrip("。"), reason.en.rstrip("."))


def _brief(store: Store) -> Ranked | None:
    """Return the brief whose title says that it is about disagreements of sources."""
    asked = read_edited_question(store, _ON_DISPUTES)
    ranked = rank(store, asked, find_candidates(store, asked, {}), _CANDIDATES, known={})
    for item in ranked:
        has_all = "everything" in item.described.features
        if item.described.record.kind == "brief" and has_all:
            return item
    return None
