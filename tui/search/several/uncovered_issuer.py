"""Questions for the policies of a body that is named as the issuer of none: 科技部出台的政策,
policies by the Ministry of Finance."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import phrase_positions
from tui.question.reader import read_edited_question
from tui.search.several.policy_issuers import short_issuer_names
from tui.search.several.uncovered_province import policies_of_uncovered_province, policies_on
from tui.search.several_answers import SAME_WORDS, kinds_by_word
from tui.search.verdict import Verdict
from tui.text.central_bodies import ABBREVIATIONS, CENTRAL_BODIES
from tui.text.fold import fold
from tui.text.language import Wording, one_a_line
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.several_answers import SeveralAnswers
    from tui.store import Store

_OPEN = frozenset(("what", "list", "latest", "person", "opinion"))
_CHINESE_BODY = re.compile(
    r"[^0-9a-z ，的由被]{0,16}"
    r"(?:委员会|办公[室厅]|总局|网信办|法院|检察院|(?<![全内外东西中南北局大干总一诊业乐])部|(?<!部)委"
    r"|(?<![布格结全当])局|(?<![大餐])厅|(?<![部签])署)"
)
"""A body by the end of its name; 全部 and 布局 are none."""
_CHINESE_OPENING = re.compile(
    r"^(?:请问|我想看|想了解|了解|列出|关于|有关|有没有|有哪些|有什么|哪些|查找?|年)+"
)
_CHINESE_ISSUED = re.compile(
    r"(?:出台|发布|印发|制定|颁布|下发|公布|颁发|发过|发了|发的|有哪些|有什么|有没有|哪些|什么|关于|有关|相关"
    r"|最新|近年来?|最近|目前|都|过|了|吗|的)+"
)
_CENTRAL_BODY = re.compile(f"(?:国家)?(?:{'|'.join(CENTRAL_BODIES)})")
_AFTER_NAME = tuple("门分署属长托员派面限势级")
"""Characters after which a word for a body is a part of another one (部门, 部分)."""
_BODIES = words_of("ministry department bureau administration commission agency office authority")
_NAMED_BEFORE = _BODIES - {"department", "office"}
"""Bodies whose name may come first: the finance ministry."""
_OF = frozenset(("of", "for"))
_POLICIES = words_of(
    "policies policy rules rule regulations regulation documents document notices laws law measures"
)
_SAYS_NOTHING = words_of(
    "issued issue issues published released made set adopted by from on about in since what which "
    "any all list did does do has have are is there the new latest recent show me find with that "
    "were was of for say says said"
)
_GENERIC = _BODIES | words_of(
    "of for the and national state china chinese general central municipal provincial city prc"
)
_NONE = Wording("没有写明由“{name}”发布的政策", "no policies with “{name}” as a named issuer")
_ISSUERS = Wording("写明的发文机关：{names}", "the issuers named: {names}")


class _Body(NamedTuple):
    """A body that a question names, and the rest of the text."""

    name: str
    rest: str


def policies_of_uncovered_issuer(
    store: Store, question: Question, known: dict[int, KnownMatch], policy_words: frozenset[str]
) -> SeveralAnswers | None:
    """Return, with a remark that a body is named as the issuer of none, the policies on the subject
    that a question names beside it, else all; those for a province without policies; None where
    the question names neither."""
    text, body = question.query.plain, None
    if not question.asks - _OPEN:
        body = _body_in_english(text) if text.isascii() else _body_in_chinese(text)
    if not policy_words and (body is None or _is_in_texts(store, body.name)):
        return None
    if body is None or _is_covered(store, body.name):
        return policies_of_uncovered_province(store, question, known, policy_words)
    if any(match.similarity >= SAME_WORDS for match in known.values()):
        return None
    kind = kinds_by_word(store)["policy"]
    parts = list(read_edited_question(store, body.rest).parts) if body.rest else []
    found = policies_on(store, question, kind, parts, policy_words)
    is_central = body.name.endswith(CENTRAL_BODIES) or body.name in ABBREVIATIONS
    if found is None and (is_central or not policy_words):
        found = policies_on(store, question, kind, [], policy_words)
    if found is None:
        return None
    (first, verdict), *others = found.ranked
    also = verdict.remark if found.topics else _ISSUERS.format(names=short_issuer_names(store))
    remark = one_a_line([_NONE.format(name=body.name), also])
    answers = [(first, Verdict("near", (body.name,), remark))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in others])


def _is_in_texts(store: Store, name: str) -> bool:
    """Return whether any record has a name in its texts."""
    return bool(phrase_positions(store, name, 1))


def _body_in_chinese(text: str) -> _Body | None:
    found = _CENTRAL_BODY.search(text) or _CHINESE_BODY.search(text)
    if found is None or text[found.end() :].startswith(_AFTER_NAME):
        return None
    name = _CHINESE_OPENING.sub("", found.group())
    before = _CHINESE_OPENING.sub(" ", text[: found.start()])
    rest = _CHINESE_ISSUED.sub(" ", f"{before} {text[found.end() :]}")
    return _Body(name, " ".join(rest.split())) if len(name) > 1 else None


def _body_in_english(text: str) -> _Body | None:
    words = [word.rstrip("?,") for word in text.split()]
    at = next((number for number, word in enumerate(words) if word in _BODIES), None)
    if at is None:
        short = next((word for word in words if word in ABBREVIATIONS), "")
        others = (word for word in words if word not in {short} | _POLICIES | _SAYS_NOTHING)
        return _Body(short, " ".join(others)) if short else None
    stop, first, last = _POLICIES | _SAYS_NOTHING, at, at + 1
    while first and words[at] in _NAMED_BEFORE and words[first - 1] not in stop:
        first -= 1
    if words[last : last + 1] and words[last] in _OF:
        last += 1
        while last < len(words) and (words[last] not in stop - {"regulation", "the"}):
            last += 1
    if last == len(words) and words[-1] in _POLICIES and _POLICIES.isdisjoint(words[:first]):
        last -= 1  # the rules themselves
    name = [word for word in words[first:last] if word != "the"]
    rest = [word for word in (*words[:first], *words[last:]) if word not in _SAYS_NOTHING]
    return _Body(" ".join(name), " ".join(rest)) if len(name) > 1 else None


def _is_covered(store: Store, name: str) -> bool:
    """Return whether a body is, or may be, one of the government bodies of the briefing: its name
    has one of theirs, or is within one; in English it has half of the words of one."""
    if len(parts := read_edited_question(store, name).parts) == 1 and parts[0].names:
        return True
    bodies = _government_names(store)
    if not name.isascii():
        return any(each in name or name in each for each in bodies if not each.isascii())
    words = [word for word in name.split() if word not in _GENERIC]
    if not words:
        return True
    return any(
        words[0] in having and 2 * sum(word in having for word in words) >= len(words)
        for having in (each.split() for each in bodies)
    )


def _government_names(store: Store) -> frozenset[str]:
    """Return the folded names of the government bodies and of those who issued policies."""

    def read() -> frozenset[str]:
        rows = store.query(
            "SELECT titles || char(10) || names FROM folded JOIN facets USING (id) "
            "WHERE facet = 'role' AND value = 'government'"
        )
        names = {name for (text,) in rows for name in text.split("\n")}
        for zh, en in store.query("SELECT issuers_zh, issuers_en FROM policies"):
            names |= {*fold(zh or "").split("、"), fold(en or "")}
        return frozenset(name for name in names if len(name) > 1)

    names: frozenset[str] = store.memoize("names of government bodies", read)
    return names
