"""The one policy that a question names, and how binding it is: is Healthy China 2030 binding, how
strong is the wording of the Hainan plan, 数据安全意见有约束力吗."""

from __future__ import annotations

import re

from tui.document.shared_labels import FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.question.term_lookup import named_records
from tui.search.features import IN_NAME, in_record
from tui.search.list_topics import records_about, topics_of
from tui.search.several.force_counts import or_nothing_required, policies_by_force
from tui.search.several.list_question import described_records
from tui.search.several.policy_wording import with_provisions
from tui.search.several.provision_topics import forces_on_topics
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration, within_sentence
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.list_topics import Topic
    from tui.store import IndexedRecord, KindInfo, Store

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STARTS = re.compile(r"\b\w|[\u4e00-\u9fff]")
_TYPES = words_of(
    "plan outline opinion opinions notice circular guideline guidelines guidance decision "
    "measures standard "
    "规划纲要 实施方案 行动方案 方案 规划 计划 纲要 指导意见 实施意见 意见 通知 办法 细则 决定 规范"
)
"""Words for one document; policies and rules are several."""
_CHINESE_TYPES = re.compile("|".join(it for it in _TYPES if not it.isascii()))
_MOST = 3
"""Parts of a name that are compared with the titles."""
_OF_ONE = Wording("该文件引文的措辞：{forces}", "this policy, by the wording quoted: {forces}")

_NO_QUOTES = Wording(
    "该文件没有可归类措辞的引文", "nothing quoted of this policy says how binding it is"
)


def policy_named(
    store: Store, question: Question, kind: KindInfo, rest: Sequence[Part] | None
) -> IndexedRecord | None:
    """Return the policy that a question names: by a name that ends in a year, which is no period
    then; by a name of it alone; or by a word for one document, with words that only its titles
    have, or the region that it alone is of. ``rest``: the parts of the question beside what it asks
    of the policy; None where they are too many."""
    text = question.query.text
    if question.query.months:
        return _with_year(store, text)
    named = [part for part in question.parts if part.names]
    if len(named) == 1 and not (rest and len(rest) > 1):
        records = store.indexed_records(named[0].names)
        if [record.kind for record in records] == [kind.id]:
            return records[0]
    if not rest:
        return None
    names_type = not _TYPES.isdisjoint(text.split()) or _CHINESE_TYPES.search(text)
    parts = [it for part in rest for it in _without_type(store, part)] if names_type else []
    if not 0 < len(parts) <= _MOST:
        return None
    topics = [topic for part in parts for topic in topics_of(store, kind, part)]
    if any(topic.facet == "region" for topic in topics):
        found = records_about(store, kind, topics, 2)
    else:
        found = [
            record
            for record in records_about(store, kind, [], -1)
            if all(in_record(part, record) >= IN_NAME for part in parts)
        ]
    return found[0] if len(found) == 1 else None


def force_of_policy(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    policy: IndexedRecord,
    topics: Sequence[Topic],
    *,
    quotes: bool = False,
) -> SeveralAnswers:
    """Return how binding a policy is, by its provisions on the topics if it has any. ``quotes``:
    whether the remark has each of the provisions."""
    own = [policy.id]
    forces = forces_on_topics(store, own, topics) or forces_on_topics(store, own, ())
    counts = policies_by_force(forces)
    labels = [label for force, label in FORCE_WORDS.items() if force in counts]
    remark = _OF_ONE.format(forces=enumeration([within_sentence(it) for it in labels]))
    remark = or_nothing_required(remark, counts) if labels else _NO_QUOTES
    ranked = described_records(store, question, known, [policy])
    verdict = Verdict("near", (), remark)
    found = SeveralAnswers([(ranked[0], verdict)])
    return with_provisions(store, found, [*topics], remark) if quotes else found


def _with_year(store: Store, text: str) -> IndexedRecord | None:
    year = _YEAR.search(text)
    if year is None:
        return None
    starts = [it.start() for it in _STARTS.finditer(text, 0, year.start())]
    names = named_records(store, [text[start : year.end()] for start in starts]) if starts else {}
    positions = [position for each in names.values() for position in each]
    records = (each for each in store.indexed_records(positions) if each.kind == "policy")
    return next(records, None)


def _without_type(store: Store, part: Part) -> Sequence[Part]:
    """Return a part of a name without a word for a document: nothing of one that is such a word."""
    if part.text in _TYPES:
        return ()
    if part.text.isascii():
        rest = " ".join(word for word in part.text.split() if word not in _TYPES)
    else:
        rest = _CHINESE_TYPES.sub(" ", part.text).strip()
    return (part,) if rest == part.text else read_edited_question(store, rest).parts
