"""Questions for the policies of provinces that have none: 江苏有什么政策, Sichuan policies."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part, read_edited_question
from tui.search.briefing_subject import is_about_briefing
from tui.search.list_topics import Topic, facet_label, topics_of
from tui.search.several.list_question import list_of
from tui.search.several.policies_by_region import counted_policies
from tui.search.several_answers import SAME_WORDS, SeveralAnswers, kinds_by_word
from tui.search.verdict import Verdict
from tui.text.fold import fold
from tui.text.language import Wording, enumeration, one_a_line
from tui.text.provinces import PROVINCES
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.store import KindInfo, Store

_OPEN = frozenset(("what", "list", "latest"))
_SAYS_NOTHING = words_of(
    "issued published released have has province local latest new newest "
    "出台 发布 制定 印发 实施 相关 最新 地方"
)
_ENDS = ("", "省", "市", "自治区", "壮族自治区", "维吾尔自治区", "特别行政区", " province")
_FOLDED_NAMES = tuple((it, name) for zh, name in PROVINCES.items() for it in (zh, fold(name.en)))
_LEVEL, _PROVINCIAL, _REGION = "level", "provincial", "region"
_NONE = Wording("没有{province}的政策", "no policies of {province}")
_OF_OTHERS = Wording(
    "{none}，以下是其他地方的：{regions}", "{none}; showing those of other places: {regions}"
)


def policies_of_uncovered_province(
    store: Store, question: Question, known: dict[int, KnownMatch], policy_words: frozenset[str]
) -> SeveralAnswers | None:
    """Return, with a remark that provinces have no policies in the briefing, the policies on the
    subject that a question names beside them, else those of other places; None where the question
    names no such province, or asks for something else. ``policy_words``: words for policies."""
    if question.asks - _OPEN or question.qualifiers or question.corrected:
        return None
    kind = kinds_by_word(store)["policy"]
    provinces, others = _with_several_words(store, question.query.text, kind), []
    in_names = {word for it in provinces for word in (*fold(it.en).split(), it.zh[-2:])}
    for part in question.parts:
        province = province_of(part)
        if part.text in in_names or province in provinces:
            continue
        if province and not topics_of(store, kind, part)[0].facet:
            provinces.append(province)
        else:
            others.append(part)
    if not provinces or any(match.similarity >= SAME_WORDS for match in known.values()):
        return None  # none, or an editor has written what answers it
    none = _NONE.format(province=enumeration(provinces))
    found = policies_on(store, question, kind, others, policy_words, is_open=False)
    if found:
        remark = one_a_line([none, found.ranked[0][1].remark])
    else:
        label = facet_label(store, kind, _LEVEL, _PROVINCIAL)
        if label is None:
            return None
        topics = [Topic(make_part(provinces[0].zh), label, _LEVEL, _PROVINCIAL)]
        found = list_of(store, question._replace(parts=()), {}, kind, topics)
        if found is None:
            return None
        ids = [item.described.record.id for item, _ in found.ranked]
        remark = _OF_OTHERS.format(none=none, regions=counted_policies(store, ids))
    (first, _), *rest = found.ranked
    missing = tuple(it.zh if it.zh in question.query.text else fold(it.en) for it in provinces)
    answers = [(first, Verdict("near", missing, remark))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in rest])


def policies_on(
    store: Store,
    question: Question,
    kind: KindInfo,
    parts: list[Part],
    policy_words: frozenset[str],
    *,
    is_open: bool = True,
) -> SeveralAnswers | None:
    """Return the policies on the subjects of parts; without subjects all, unless it is not
    ``is_open``; None where there are none."""
    topics = _subjects(store, kind, parts, policy_words)
    if not (topics or is_open):
        return None
    return list_of(store, question._replace(parts=()), {}, kind, topics)


def province_of(part: Part) -> Wording | None:
    """Return the province that a part of a question names."""
    for text, name in _FOLDED_NAMES:
        if part.text.startswith(text) and part.text[len(text) :] in _ENDS:
            return name
    return None


def _with_several_words(store: Store, text: str, kind: KindInfo) -> list[Wording]:
    """Return the provinces without policies whose English names have several words, where a text
    has one (Inner Mongolia), or its Chinese name, which may be divided."""
    names = [name for name in PROVINCES.values() if " " in name.en]
    return [
        name
        for name in names
        if (name.zh in text or f" {fold(name.en)} " in f" {text} ")
        and not topics_of(store, kind, make_part(fold(name.en)))[0].facet
    ]


def _subjects(
    store: Store, kind: KindInfo, parts: list[Part], policy_words: frozenset[str]
) -> list[Topic]:
    """Return what the policies are to be about beside the subject of the whole briefing."""
    topics = []
    for part in parts:
        text = part.text
        for word in policy_words:
            text = text.removesuffix(word).strip()
        if not text or text in _SAYS_NOTHING:
            continue
        divided = [part] if text == part.text else read_edited_question(store, text).parts
        for each in divided:
            if not is_about_briefing(store, each):
                topics += topics_of(store, kind, each)
    return topics
