"""Questions for how binding policies are: is insurance payment mandatory, 政策有约束力吗."""

from __future__ import annotations

from tui.document.shared_labels import FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part
from tui.search.list_topics import Topic, distinct, facet_label, topics_of
from tui.search.several.force_counts import (
    or_nothing_required,
    with_counts,
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
from tui.search.several.list_question import list_of
from tui.search.several.named_policy import force_of_policy, policy_named
from tui.search.several.policies_by_region import REGIONS
from tui.search.several.policies_with_force import policies_with_force, question_for_force
from tui.search.several_answers import SeveralAnswers
from tui.search.value_words import BINDING, ValueWords
from tui.search.verdict import Verdict
from tui.search.yes_no_form import asks_whether
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.store import KindInfo, Store

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
_DUTY, _BAN = "duty", "ban"
_LEVEL, _PROVINCIAL = "level", "provincial"
_OF_POLICIES = {"tag", "level", "region"}
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
_NOTHING_BANNED = Wording(
    "引文中没有禁止性措辞\n{counts}", "nothing quoted is a prohibition\n{counts}"
)
_DEGREES = words_of(
    "strong strongly strict strictly tough firm firmly weak weakly soft hard lenient"
)
_MOST_OF_NAME = 4
"""Parts of the name of a policy."""


def how_binding(
    store: Store, question: Question, known: dict[int, KnownMatch], *, is_known: bool
) -> SeveralAnswers | None:
    """Return the policies of a subject, and in the remark how many have each force; None where the
    question asks for something else, or for the policies that require something, which exist."""
    if any(map(question.query.text.__contains__, _ITSELF)):
        from tui.search.several.force_wording import without_alternatives

        question = without_alternatives(question)
    query, word = question.query, _word_of(question)
    kind = next(each for each in store.kinds() if each.id == "policy")
    use = BINDING.get(word)
    found = None
    if query.months and use not in (_LEGAL, _VALIDITY):
        found = _of_named(store, question, known, kind, word)
        if found:
            return found
    if use in (_WORDING, _REQUIRED) and (worded := question_for_force(store, question)):
        if use == _REQUIRED:
            found = _by_force(store, worded, known, kind, word, is_known=False)
        return found or policies_with_force(store, worded, known, is_known=False)
    if use == _BAN:
        return _stated_duty(store, question, known, kind) if names_document(question) else None
    if use in (_DUTY, _REQUIRED) and not is_known and asks_whether(question):
        found = _stated_duty(store, question, known, kind)
    if not (found or query.months) and use not in (_LEGAL, _VALIDITY):
        found = _of_named(store, question, known, kind, word)
    if found or use == _DUTY:
        return found
    return _by_force(store, question, known, kind, word, is_known=is_known)


def _of_named(
    store: Store, question: Question, known: dict[int, KnownMatch], kind: KindInfo, word: str
) -> SeveralAnswers | None:
    """Return how binding the one policy is that a question names, for its wording with its
    provisions."""
    nouns = _NOUNS | _ANY | _DEGREES
    rest = rest_of(store, question, word, nouns, (*_CHINESE_ANY, *_CHINESE_NOUNS), _MOST_OF_NAME)
    policy = policy_named(store, question, kind, rest)
    if policy is None or asks_for_force_order(question.query.text):
        return None
    quotes = BINDING[word] == _WORDING
    return force_of_policy(store, question, known, policy, [], quotes=quotes)


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
    if of_regions:
        topics = [*_of_provinces(store, kind), *topics]
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
    verdict = verdict._replace(remark=or_nothing_required(remark, counts))
    found = found._replace(ranked=[(first, verdict), *rest])
    if is_ordered and counts:
        return in_force_order(store, found, topics, weakest=asks_for_weakest(query.text))
    return found


def _stated_duty(
    store: Store, question: Question, known: dict[int, KnownMatch], kind: KindInfo
) -> SeveralAnswers | None:
    """Return how binding the policy is that a question names, or the policies on its subjects, of
    its level or region: where these require nothing, they do not require it of whom the question
    says either; None for a question without these."""
    topics = distinct(topic for part in question.parts for topic in topics_of(store, kind, part))
    topics = [topic for topic in topics if topic.facet in _OF_POLICIES]
    if REGIONS.search(question.query.text):
        topics = distinct([*_of_provinces(store, kind), *topics])
    named = [position for part in question.parts for position in part.names]
    records = (each for each in store.indexed_records(named) if each.kind == "policy")
    if policy := next(records, None):
        return force_of_policy(store, question, known, policy, topics)
    found = None
    if topics or names_document(question):
        asked = question if topics else question._replace(parts=())
        found = list_of(store, asked, known, kind, topics)
    if found is None:
        return None
    (first, verdict), *rest = found.ranked
    ids = [item.described.record.id for item, _ in found.ranked]
    remark, counts = with_counts(store, verdict.remark, ids, topics)
    is_ban = BINDING.get(_word_of(question)) == _BAN
    if _REQUIRED in counts and (is_ban or not (topics or _asks_of_any(store, question))):
        return None  # what is required may be another thing
    remark = (
        _NOTHING_BANNED.format(counts=remark) if is_ban else or_nothing_required(remark, counts)
    )
    answers = [(first, Verdict("near", (), remark))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in rest])


def _of_provinces(store: Store, kind: KindInfo) -> list[Topic]:
    """Return the level of provinces as a topic, where policies have it."""
    level = facet_label(store, kind, _LEVEL, _PROVINCIAL)
    return [Topic(make_part(_PROVINCIAL), level, _LEVEL, _PROVINCIAL)] if level else []


def _asks_of_any(store: Store, question: Question) -> bool:
    """Return whether a question asks if any policy requires something, and names no subject."""
    chinese_nouns = (*_CHINESE_ANY, *_CHINESE_NOUNS)
    return rest_of(store, question, _word_of(question), _NOUNS | _ANY, chinese_nouns) == []


def _word_of(question: Question) -> str:
    return BINDING.word_in(question.query.text, question.query.words)
