"""Policies of several regions: compare Shanghai and Ningxia policies, 上海和宁夏的政策对比."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.search.list_topics import Topic, topics_of
from tui.search.several.force_counts import with_counts
from tui.search.several.force_order import asks_for_weakest, in_force_order
from tui.search.several.list_question import list_of
from tui.search.several.policy_wording import with_wording
from tui.search.several_answers import kinds_by_word
from tui.search.value_words import RULE_WORDS
from tui.text.language import Wording, enumeration
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_WORDING = words_of(
    "措辞 政策措辞 wording phrasing language 强弱 约束力 force 措辞更强 措辞更硬 措辞更严 措辞更弱"
)
"""Words of a question how the policies of the regions are worded."""
_REGION, _PAIR = "region", 2
_NONE = Wording("{found}；{regions}没有", "{found}; none of {regions}")


def policies_of_regions(
    store: Store,
    question: Question,
    regions: list[Part],
    rest: tuple[Part, ...],
    *,
    compares: bool,
    by_force: bool = False,
) -> SeveralAnswers | None:
    """Return the policies of regions on the subjects that a question names beside them, with their
    provisions; None where it does not ask for policies, or names something else than regions.
    ``rest``: its parts other than the regions and words that compare. ``compares``: it has one.
    ``by_force``: it asks which are worded more strongly, with a word for policies or without."""
    kind = kinds_by_word(store)["policy"]
    policy_words = RULE_WORDS | {*kind.words, kind.id}
    asks_wording = any(part.text in _WORDING for part in rest)
    others = [part for part in rest if part.text not in policy_words | _WORDING]
    if len(others) == len(rest) and not by_force:
        return None
    of_regions = [topic for part in regions for topic in topics_of(store, kind, part)]
    subjects = [topic for part in others for topic in topics_of(store, kind, part)]
    if len(of_regions) < 2 or any(topic.facet != _REGION for topic in of_regions):
        return None
    first, *further = of_regions
    named = enumeration([topic.label for topic in of_regions])
    topic = Topic(first.part, named, _REGION, first.value, tuple(each.value for each in further))
    asked = question._replace(parts=(), asks=frozenset())
    found = list_of(store, asked, {}, kind, [topic, *subjects])
    if found is None:
        return None
    ids = [item.described.record.id for item, _ in found.ranked]
    places, wanted = in_list(ids)
    sql = f"SELECT value FROM facets WHERE facet = ? AND id IN ({places})"
    having = {value for (value,) in store.query(sql, (_REGION, *wanted))}
    remark = found.ranked[0][1].remark
    if without := [each.label for each in of_regions if each.value not in having]:
        remark = _NONE.format(found=remark, regions=enumeration(without))
    if by_force or asks_wording:
        remark, _ = with_counts(store, remark, ids, subjects)
    lead, verdict = found.ranked[0]
    found = found._replace(ranked=[(lead, verdict._replace(remark=remark)), *found.ranked[1:]])
    if len(ids) == _PAIR and compares:
        found = found._replace(command=("compare", *ids))
    named_topics = [topic, *subjects] if by_force or asks_wording else subjects
    found = with_wording(store, found, named_topics, remark)
    if by_force:
        weakest = asks_for_weakest(question.query.text)
        return in_force_order(store, found, subjects, weakest=weakest)
    return found
