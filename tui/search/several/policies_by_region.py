"""Questions for the provinces with policies: which provinces have policies, 哪些省份出台了政策."""

from __future__ import annotations

import re
from collections import Counter

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part
from tui.question.tables import in_list
from tui.search.briefing_subject import is_about_briefing
from tui.search.list_topics import Topic, facet_label, tags_of, topics_of
from tui.search.several.force_counts import counted_forces, policies_by_force
from tui.search.several.list_question import list_of
from tui.search.several.policy_wording import with_wording
from tui.search.several.provision_topics import forces_on_topics
from tui.search.value_words import FORCES
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.several_answers import SeveralAnswers
    from tui.store import KindInfo, Store

REGIONS = re.compile(
    r"\b(?:provinces|provincial|regional|(?:which|what) (?:province|regions?)|local)\b"
    r"|(?:哪些|哪几个|哪个|哪|各个?|什么)(?:省|地方|地区|地)|省级|地方[^，。？]{0,8}(?:政策|文件|规定)"
)
"""Words for provinces in general; the name of one is a topic of a list."""
_OF_LEVEL = re.compile(
    r"\b(?:provincial|regional|local) (?:polic|rule|regulation|document|plan)"
    r"|(?:省级|地方)的?(?:政策|文件|规定)"
)
"""Policies by their level, not the provinces that have them."""
_LEVEL, _PROVINCIAL = "level", "provincial"
_REGION_WORDS = re.compile("provinc|region|local|省|地方|各地|地区|哪些地")
_SAYS_NOTHING = frozenset(("出台", "制定", "have", "issued", "政策"))
_ENACTS = words_of(
    "pay pays paying reimburse reimburses cover covers accept accepts support supports introduced "
    "adopted regulate regulates issued"
) | {word for word in FORCES if word.isascii()}
_PAYS = words_of("pay pays paying reimburse reimburses")
_CHINESE_PAYS = ("报销", "支付")
_ONLINE = words_of("online internet 线上 网上 互联网 在线")
_CHINESE_ENACTS = (*_CHINESE_PAYS, "支持", "出台", "放开", *(w for w in FORCES if not w.isascii()))
"""Verbs of what a province does by a policy, where no policy is named."""
_NO_SUBJECT = _ENACTS | _ONLINE | {*_CHINESE_ENACTS, ""}
_OTHERS = Wording("{found}；另有其他层级的政策：{others}", "{found}; others: {others}")
_ALL = Wording("{found}：{regions}", "{found}: {regions}")
_BY_WORDING = Wording(
    "{found}；省级政策引文的措辞：{forces}",
    "{found}; the provincial ones by the wording quoted: {forces}",
)
_COUNT = Wording("{label}{count}项", "{count} {label}")
_OF_REGION = Wording("{label}{count}项", "{label} {count}")


def policies_by_region(
    store: Store,
    question: Question,
    kind: KindInfo,
    parts: list[Part],
    listed: Callable[[list[Topic]], SeveralAnswers | None],
) -> SeveralAnswers | None:
    """Return the provincial policies on the topics of a question, how many each province has, and
    how many others there are; None where there are none. ``listed``: lists the policies with
    topics."""
    label = facet_label(store, kind, _LEVEL, _PROVINCIAL)
    if label is None:
        return None
    rest = [part for part in parts if not _says_nothing(store, part)]
    topics = [topic for part in rest for topic in topics_of(store, kind, part)]
    if not all(topic.facet or topic.part.concepts or topic.part.names for topic in topics):
        return None
    word = next(iter(question.query.words), "")
    found = listed([Topic(make_part(word), label, _LEVEL, _PROVINCIAL), *topics])
    if found is None:
        return None
    (first, verdict), *others = found.ranked
    ids = [item.described.record.id for item, _ in found.ranked]
    remark, regions = verdict.remark, counted_policies(store, ids)
    if regions.en:
        remark = _ALL.format(found=remark, regions=regions)
    everything = listed(topics)
    rest_ids = [item.described.record.id for item, _ in everything.ranked] if everything else []
    if rest_ids := [each for each in rest_ids if each not in ids]:
        remark = _OTHERS.format(found=remark, others=_counted(store, _LEVEL, rest_ids, _COUNT))
    return found._replace(ranked=[(first, verdict._replace(remark=remark)), *others])


def provinces_that(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the provincial policies on a subject that provinces allow or pay for (which provinces
    allow insurance payment), and how binding they are; None where a question has no such verb."""
    query = question.query
    if not REGIONS.search(query.text) or _OF_LEVEL.search(query.text):
        return None
    if query.text.isascii():
        has_verb = not _ENACTS.isdisjoint(query.words)
    else:
        has_verb = any(word in query.text for word in _CHINESE_ENACTS)
    if not has_verb:
        return None
    kind = next(each for each in store.kinds() if each.id == "policy")
    texts = [part.text.replace("政策", "") for part in question.parts]  # 政策支持
    names = {*kind.words, kind.id}
    parts = [
        it
        for it, text in zip(question.parts, texts, strict=True)
        if text not in _NO_SUBJECT and it.text not in names
    ]
    rest = [part for part in parts if not _says_nothing(store, part)]
    topics = [topic for part in rest for topic in topics_of(store, kind, part)]
    tags = [topic for topic in topics if topic.facet == "tag"]
    paid = _payment(store, kind, question)
    if paid and paid.value in tags_of(tags):
        paid = None
    if not (rest or paid or FORCES.word_in(query.text, query.words)):
        return None  # those with policies: a list says it
    asked, found = question._replace(parts=()), None
    topics = ([paid, *tags] if paid else tags) or topics
    for narrowed in (topics, [paid] if paid else []):  # of both subjects, else of payment
        if found is None and (narrowed or not rest):
            parts = [topic.part for topic in narrowed]
            found = policies_by_region(
                store, question, kind, parts, lambda it: list_of(store, asked, known, kind, it)
            )
    if found is None:
        return None
    (first, verdict), *others = found.ranked
    near = [(item, Verdict("near")) for item, _ in others]
    if not tags_of(topics):
        found = found._replace(ranked=[(first, Verdict("near", (), verdict.remark)), *near])
        return with_wording(store, found, topics, verdict.remark)
    ids = [item.described.record.id for item, _ in found.ranked]
    counts = policies_by_force(forces_on_topics(store, ids, topics))
    remark = _BY_WORDING.format(found=verdict.remark, forces=counted_forces(counts))
    return found._replace(ranked=[(first, Verdict("near", (), remark)), *near])


def counted_policies(store: Store, ids: list[str]) -> Wording:
    """Return how many of the policies each region has, that with the most first."""
    return _counted(store, "region", ids, _OF_REGION)


def _says_nothing(store: Store, part: Part) -> bool:
    """Return whether a part is a word for provinces, for issuing, or the subject of all."""
    is_word = bool(_REGION_WORDS.search(part.text)) or part.text in _SAYS_NOTHING
    return is_word or is_about_briefing(store, part)


def _payment(store: Store, kind: KindInfo, question: Question) -> Topic | None:
    """Return payment as a subject, where the verb of a question is to pay."""
    query = question.query
    if _PAYS.isdisjoint(query.words) and not any(map(query.text.__contains__, _CHINESE_PAYS)):
        return None
    from tui.search.several.insurance_payment import payment_topic

    return payment_topic(store, kind)


def _counted(store: Store, facet: str, ids: list[str], form: Wording) -> Wording:
    """Return how many of the policies have each value of a facet, the most frequent first."""
    places, wanted = in_list(ids)
    rows = store.query(
        f"SELECT label_zh, label_en FROM facets WHERE facet = ? AND id IN ({places}) "
        "ORDER BY label_en",
        (facet, *wanted),
    )
    counts = Counter(Wording(zh, en if facet == "region" else en.lower()) for zh, en in rows)
    return enumeration(
        [form.format(label=label, count=count) for label, count in counts.most_common()]
    )
