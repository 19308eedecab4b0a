"""Questions what a force of policies means, or how two differ: what does declarative mean,
推进和探索有什么区别. Answered by the meaning of the class, with the policies that have it."""

from __future__ import annotations

import re

from tui.document.shared_labels import FORCE_MEANINGS, FORCE_ORDER, FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part
from tui.search.list_topics import Topic
from tui.search.several.force_counts import with_counts
from tui.search.several.list_question import list_of
from tui.search.verdict import Verdict
from tui.text.fold import fold
from tui.text.language import Wording, enumeration, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_BY_WORD = {word: force for force, label in FORCE_WORDS.items() for word in map(fold, label)}
_FORCE = ("force", "forces", "force labels", "措辞", "措辞分类", "措辞类别")
_NAMES = "|".join((*_BY_WORD, *sorted(_FORCE, key=len, reverse=True)))
_ASKED = re.compile(
    rf"(?:what (?:does|do|is) )?(?:(?:a |the )?(?:policy|policies|provisions?) )?"
    rf"(?:that is |marked |the label |the |a )*(?P<mean>{_NAMES})"
    r"(?: wording| force| provisions?| policy| policies)?"
    r" (?:means?|meaning|stands? for|definition)(?: here| in (?:a |the )?polic(?:y|ies))?"
    rf"|(?:what is )?(?:the )?(?:meaning of|definition of|meant by) (?:the )?(?P<of>{_NAMES})"
    r"(?: wording| force| policies)?"
    r"|what is (?:a |the )?(?P<is>declarative|force)(?: wording| provision| policy)?"
    r"|(?P<forces>forces?) (?:of|in) (?:the )?(?:policy|policies|provisions)"
    rf"|(?:政策|条款|文件)?[里中上]?(?:的|标注的|标为|措辞)?(?P<zh>{_NAMES})(?:的措辞|措辞|类)?"
    r"(?:的|是|指|是指|指的是|到底是)?(?:什么意思|啥意思|什么含义|含义|意思|何意|怎么理解)"
)
_TWO_ASKED = re.compile(
    rf"(?:what is )?(?:the )?differences? between (?P<one>{_NAMES}) and (?P<other>{_NAMES})"
    r"(?: wording| policies| provisions)?(?: in (?:a |the )?polic(?:y|ies))?"
    rf"|how (?:do|does|is|are) (?P<one_>{_NAMES}) (?:and|differ from|different from)"
    rf" (?P<other_>{_NAMES})(?: differ| different)?"
    rf"|(?P<vs>{_NAMES}) (?:vs|versus|or|and) (?P<vs_other>{_NAMES})(?: difference)?"
    rf"|(?:政策|条款|文件)?[里中上]?(?:的)?(?P<zh>{_NAMES})(?:和|与|跟|同|、|vs)"
    rf"(?P<zh_other>{_NAMES})"
    r"(?:之间)?(?:的)?(?:有|是)?(?:什么|啥|何|哪些)?(?:区别|差别|不同|差异|不一样|哪个强|哪个更强)"
    r"(?:在哪|在哪里|是什么|吗)?"
)
"""Questions how two forces differ: 推进和探索有什么区别."""
_MEANS = Wording("{label}：{meaning}", "{label}: {meaning}")
_NO_POLICY = Wording("没有政策属于这一类", "no policy is marked so")


def meaning_of_force(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the policies with the force of which a question asks the meaning, or all of them, with
    a remark that says it; None for any other question."""
    text = re.sub(r"[“”\"'‘’「」]", "", question.query.text).strip()
    text = text if text.isascii() else text.replace(" ", "")
    if two := _TWO_ASKED.fullmatch(text):
        return _two_forces(store, question, [each for each in two.groups() if each])
    found = _ASKED.fullmatch(text)
    if found is None:
        return None
    word = next(each for each in found.groups() if each)
    kind = next(each for each in store.kinds() if each.id == "policy")
    asked = question._replace(parts=(), asks=frozenset(), qualifiers=())
    force = _BY_WORD.get(word)
    listed = None
    if force:
        topic = Topic(make_part(word), FORCE_WORDS[force], "force", force)
        listed = list_of(store, asked, {}, kind, [topic])
    answers = listed or list_of(store, asked, {}, kind, [])
    if answers is None:
        return None
    (first, verdict), *rest = answers.ranked
    forces = [force] if force else [*FORCE_WORDS]
    lines = [_MEANS.format(label=FORCE_WORDS[it], meaning=FORCE_MEANINGS[it]) for it in forces]
    found_words = verdict.remark
    if not force:
        ids = [item.described.record.id for item, _ in answers.ranked]
        found_words, _ = with_counts(store, found_words, ids)
    lines.append(found_words if listed or not force else _NO_POLICY)
    near = Verdict("exact" if listed or not force else "near", (), one_a_line(lines))
    return answers._replace(ranked=[(first, near), *rest])


def _two_forces(store: Store, question: Question, words: list[str]) -> SeveralAnswers | None:
    """Return the policies with two forces, with a remark that says what each means and how the
    editor orders them; None where a word is none of a force, or no policy has them."""
    forces = [_BY_WORD.get(word, "") for word in words]
    if not all(forces) or len({*forces}) < len(words):
        return None
    kind = next(each for each in store.kinds() if each.id == "policy")
    asked = question._replace(parts=(), asks=frozenset(), qualifiers=())
    label = enumeration([FORCE_WORDS[force] for force in forces])
    topic = Topic(make_part(words[0]), label, "force", forces[0], tuple(forces[1:]))
    answers = list_of(store, asked, {}, kind, [topic])
    if answers is None:
        return None
    (first, verdict), *rest = answers.ranked
    lines = [_MEANS.format(label=FORCE_WORDS[it], meaning=FORCE_MEANINGS[it]) for it in forces]
    remark = one_a_line([*lines, FORCE_ORDER, verdict.remark])
    return answers._replace(ranked=[(first, Verdict("exact", (), remark)), *rest])
