"""Questions what a force of policies means: what does declarative mean, 推进是什么意思. Answered
by the meaning of the class, with the policies that have it."""

from __future__ import annotations

import re

from tui.document.shared_labels import FORCE_MEANINGS, FORCE_WORDS
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import make_part
from tui.search.list_topics import Topic
from tui.search.several.binding_question import with_counts
from tui.search.several.list_question import list_of
from tui.search.verdict import Verdict
from tui.text.fold import fold
from tui.text.language import Wording, one_a_line

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
_MEANS = Wording("{label}：{meaning}", "{label}: {meaning}")
_NO_POLICY = Wording("没有政策属于这一类", "no policy is marked so")


def meaning_of_force(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the policies with the force of which a question asks the meaning, or all of them, with
    a remark that says it; None for any other question."""
    text = re.sub(r"[“”\"'‘’「」]", "", question.query.text).strip()
    found = _ASKED.fullmatch(text if text.isascii() else text.replace(" ", ""))
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
