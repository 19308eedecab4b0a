"""Questions for how binding policies are: is insurance payment mandatory, 政策有约束力吗."""

from __future__ import annotations

from tui.document.shared_labels import FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part
from tui.search.list_topics import Topic, distinct, facet_label, topics_of
from tui.search.several.force_counts import (
    counted_forces,
    not_of_one_force,
    policies_by_force,
)
from tui.search.several.force_order import (
    BY_FORCE,
    STRONGEST,
    WEAKEST,
    asks_for_force_order,
    asks_for_weakest,
    in_force_order,
)
from tui.search.several.list_phrases import (
    has_document_head,
    names_document,
    opens_list,
    rest_of,
)
from tui.search.several.list_question import described_records, list_of
from tui.search.several.list_remark import sure_policies
from tui.search.several.policies_by_region import REGIONS
from tui.search.several.policies_with_force import policies_with_force, question_for_force
from tui.search.several.provision_topics import forces_on_topics, is_subject, provisions_on_topics
from tui.search.several_answers import SeveralAnswers
from tui.search.value_words import BINDING, ValueWords
from tui.search.verdict import Verdict
from tui.search.yes_no_form import asks_whether
from tui.text.language import Wording, enumeration, within_sentence
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.store import IndexedRecord, KindInfo, Store

_NOUNS = words_of(
    "policies policy provision provisions rule rules regulation regulations law laws document "
    "documents measure measures how legally non not it do of about on original exact text really "
    "actually their they these does have has with wording worded language terms from to by sorted "
    "ordered order"
)
_CHINESE_NOUNS: tuple[str, ...] = (
    *("强还是弱", "硬还是软", "强烈吗", "强硬吗", "强吗", "硬吗", "严吗", "严格吗", "弱吗", "软吗"),
    *("政策文件", "政策", "条款", "规定", "文件", "条文", "措施", "原文", "各", "对于", "对"),
    *("是否", "非", "有没有", "多大", "多强", "如何", "怎么样", "吗", "具有", "具备", "法律"),
    *("最强", "最大", "最高", "最硬", "最弱", "强弱", "大小", "措辞", "语气", "有多强", "强不强"),
    *("大不大", "强制性", "约束力", "力度", "效力", "哪一个", "哪一条", "哪个", "哪条", "哪项"),
    *("哪份", "哪部", "哪一项", "哪一份", "里", "中", "当中"),
    *(
        "从强到弱",
        "由强到弱",
        "从弱到强",
        "由弱到强",
        "从严到松",
        "从松到严",
        "排序",
        "排列",
        "排",
        "按",
    ),
)
_ANY = words_of("any anything something")
_CHINESE_ANY = ("有没有", "没有", "任何", "提出", "强制", "要求", "有什么", "什么")
"""Words of a question whether any policy requires something."""
_REQUIRED, _WORDING, _LEGAL, _VALIDITY = "required", "wording", "legal", "validity"
_DUTY = "duty"
_LEVEL, _PROVINCIAL = "level", "provincial"
_REGIONS = words_of("province provinces provincial region regions regional local")
_CHINESE_REGIONS = (
    *(
        "哪个省份",
        "哪些省份",
        "省份",
        "哪个省",
        "哪些省",
        "哪几个省",
        "哪省",
        "各省",
        "省级",
        "什么省",
    ),
    *("哪个地方", "哪些地方", "哪个地区", "哪些地区", "各地", "地方性", "地方政府", "地方", "省"),
)
"""Words for regions in a question that asks for one or all of them."""
_FORCE_ALONE = ValueWords(
    {word: use for word, use in BINDING.items() if use not in (_VALIDITY, _DUTY)}
)
_ITSELF = words_of("措辞 wording worded phrasing phrased")
"""Words for wording; others ask what a text says."""
_OF_DOCUMENTS = {"force", "力度", "效力"} | STRONGEST | WEAKEST | BY_FORCE
"""Words with another meaning where no document is named (driving force)."""
_COUNTS = Wording(
    "{found}，按引文的措辞：{counts}{notes}", "{found}, by the wording quoted: {counts}{notes}"
)
_NOTHING_REQUIRED = Wording(
    "引文中没有强制性措辞\n{counts}", "nothing quoted is mandatory\n{counts}"
)
_NOTHING_QUOTED = Wording(
    "{found}；引文中没有相关条款", "{found}; none has a provision on it quoted"
)
_OF_ONE = Wording("该文件引文的措辞：{forces}", "this policy, by the wording quoted: {forces}")


def how_binding(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool
) -> SeveralAnswers | None:
    """Return the policies of a subject, and in the remark how many have each force; None where the
    question asks for something else, or for the policies that require something, which exist."""
    if any(map(question.query.text.__contains__, _ITSELF)):
        from tui.search.several.force_wording import without_alternatives

        question = without_alternatives(question)
    query = question.query
    word = BINDING.word_in(query.text, query.words)
    kind = next(each for each in store.kinds() if each.id == "policy")
    use = BINDING.get(word)
    found = None
    if query.months and use not in (_LEGAL, _VALIDITY):
        from tui.search.several.year_in_title import policy_with_year

        if named := policy_with_year(store, query.text):
            return _of_policy(store, question, known, named, [])
    if use in (_WORDING, _REQUIRED) and (worded := question_for_force(store, question)):
        if use == _REQUIRED:
            found = _by_force(store, worded, known, kind, word, is_known=False)
        return found or policies_with_force(store, worded, known, is_known=False)
    if use in (_DUTY, _REQUIRED) and not is_known and asks_whether(question):
        found = _stated_duty(store, question, known, kind)
    if found or use == _DUTY:
        return found
    return _by_force(store, question, known, kind, word, is_known=is_known)


def _by_force(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    word: str,
    *,
    is_known: bool,
) -> SeveralAnswers | None:
    query = question.query
    of_regions = bool(REGIONS.search(query.text))
    named = names_document(question) or of_regions
    is_ordered = asks_for_force_order(query.text)
    if BINDING.get(word) == _LEGAL:
        from tui.search.several.policy_stand_in import policies_for

        return policies_for(store, question, known)
    if BINDING.get(word) == _VALIDITY:
        from tui.search.several.policy_stand_in import policies_for

        if found := policies_for(store, question, known):
            return found
        word = _FORCE_ALONE.word_in(query.text, query.words)
    is_wording = BINDING.get(word) == _WORDING
    is_unnamed = (is_wording and word not in _ITSELF) or word in _OF_DOCUMENTS
    if not word or (is_unnamed and not named):
        return None
    nouns = _NOUNS | STRONGEST | WEAKEST | BY_FORCE
    chinese_nouns = _CHINESE_NOUNS
    if of_regions:
        nouns, chinese_nouns = nouns | _REGIONS, (*_CHINESE_REGIONS, *chinese_nouns)
    parts = rest_of(store, question, word, nouns, chinese_nouns)
    of_all = parts == [] and word in _ITSELF
    if (
        parts is None
        or (is_wording and not (parts or of_all or is_ordered))
        or (parts and is_known and not (is_wording or is_ordered))
    ):
        return None
    topics = [topic for part in parts for topic in topics_of(store, kind, part)]
    if not all(topic.facet or topic.part.names or topic.part.concepts for topic in topics):
        return None
    if of_regions and (level := facet_label(store, kind, _LEVEL, _PROVINCIAL)):
        topics.insert(0, Topic(make_part(_PROVINCIAL), level, _LEVEL, _PROVINCIAL))
    if not (is_wording or is_ordered) and (
        opens_list(question) or (has_document_head(question) and "how" not in query.words)
    ):
        force = Topic(make_part(word), FORCE_WORDS[_REQUIRED], "force", _REQUIRED)
        if list_of(store, question, known, kind, [force, *topics]):
            return None
    found = list_of(store, question, known, kind, topics)
    if found is None:  # no policy has all of them: the last is the head of online insurance payment
        found = list_of(store, question, known, kind, topics[-1:])
    if found is None:
        return None
    verdict = found.ranked[0][1]
    ids = [item.described.record.id for item, _ in found.ranked]
    remark, counts = with_counts(store, verdict.remark, ids, topics)
    if is_wording and not is_ordered and not of_all:
        from tui.search.several.policy_wording import with_wording

        return with_wording(store, found, topics, remark)
    (first, _), *rest = found.ranked
    verdict = verdict._replace(remark=_or_nothing(remark, counts))
    found = found._replace(ranked=[(first, verdict), *rest])
    if is_ordered and counts:
        return in_force_order(store, found, topics, weakest=asks_for_weakest(query.text))
    return found


def _stated_duty(
    store: Store, question: Question, known: dict[int, KnownMatch], kind: KindInfo
) -> SeveralAnswers | None:
    """Return how binding the policy is that a question names, or the policies on its subjects:
    where these require nothing, they do not require it of whom the question says either; None for a
    question without either."""
    topics = distinct(topic for part in question.parts for topic in topics_of(store, kind, part))
    topics = [topic for topic in topics if topic.facet == "tag"]
    named = [position for part in question.parts for position in part.names]
    records = (each for each in store.indexed_records(named) if each.kind == "policy")
    if policy := next(records, None):
        return _of_policy(store, question, known, policy, topics)
    found = None
    if topics or (names_document(question) and _asks_of_any(store, question)):
        asked = question if topics else question._replace(parts=())
        found = list_of(store, asked, known, kind, topics)
    if found is None:
        return None
    (first, verdict), *rest = found.ranked
    ids = [item.described.record.id for item, _ in found.ranked]
    remark, counts = with_counts(store, verdict.remark, ids, topics)
    answers = [(first, Verdict("near", (), _or_nothing(remark, counts)))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in rest])


def _asks_of_any(store: Store, question: Question) -> bool:
    """Return whether a question asks if any policy requires something, and names no subject."""
    word = BINDING.word_in(question.query.text, question.query.words)
    chinese_nouns = (*_CHINESE_ANY, *_CHINESE_NOUNS)
    return rest_of(store, question, word, _NOUNS | _ANY, chinese_nouns) == []


def _of_policy(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    policy: IndexedRecord,
    topics: Sequence[Topic],
) -> SeveralAnswers | None:
    """Return how binding a policy is, by its provisions on the topics if it has any."""
    own = [policy.id]
    forces = forces_on_topics(store, own, topics) or forces_on_topics(store, own, ())
    counts = policies_by_force(forces)
    labels = [label for force, label in FORCE_WORDS.items() if force in counts]
    if not labels:
        return None
    remark = _OF_ONE.format(forces=enumeration([within_sentence(it) for it in labels]))
    ranked = described_records(store, question, known, [policy])
    return SeveralAnswers([(ranked[0], Verdict("near", (), _or_nothing(remark, counts)))])


def _or_nothing(remark: Wording, counts: dict[str, int]) -> Wording:
    return remark if _REQUIRED in counts else _NOTHING_REQUIRED.format(counts=remark)


def with_counts(
    store: Store, found: Wording, ids: list[str], topics: Sequence[Topic] = ()
) -> tuple[Wording, dict[str, int]]:
    """Return what a list has in words, with how many of its policies have each force in their
    provisions on the topics, and these numbers."""
    forces = forces_on_topics(store, ids, topics)
    counts = policies_by_force(forces)
    if not counts:
        is_on_subject = any(map(is_subject, topics))
        if is_on_subject and not provisions_on_topics(store, ids, topics):
            found = _NOTHING_QUOTED.format(found=found)
        return found, counts
    counted = sure_policies(store, ids)  # doubtful policies are counted apart in ``found``
    sure = policies_by_force({each: forces[each] for each in counted if each in forces})
    if not sure:
        counted, sure = ids, counts
    notes = not_of_one_force(counted, forces)
    return _COUNTS.format(found=found, counts=counted_forces(sure), notes=notes), counts
