"""Words that mean something else than the answer: related words of a concept, and words that only a
known question of the record has."""

from __future__ import annotations

from tui.document.gloss import quoted_title
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_token
from tui.question.reader import as_typed, make_part
from tui.search.features import (
    IN_BODY,
    IN_NAME,
    WITH_FIGURES,
    in_text,
    in_words,
    is_short,
    starts_pinyin,
)
from tui.search.record_features import IN_QUESTION
from tui.search.value_words import FORCES
from tui.search.verdict import GUESSED, Verdict, quoted
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.search.record_features import DescribedRecord
    from tui.store import Store

_NOT_IN_DOCUMENTS = Wording("资料没有提到{words}", "the documents do not mention {words}")
_NOT_HERE = Wording("没有关于{words}的内容", "nothing about {words}")
_NEAREST = Wording("{remark}，最接近的是{title}", "{remark}; nearest: {title}")
_FIGURE = Wording("{company}：{measure}", "{company}: {measure}")
_CORRECTED = Wording(
    "{remark}\n{words}按写法相近的词查询", "{remark}\nnearest spelling taken for {words}"
)
_OF_FIGURES = ("gap", "statistic")
"""Kinds of records that count something: of a narrower thing they say nothing."""
_MODALS = "能可会"
_LOOKED_AT = 50
"""Records with the letters of a word in which it is looked for."""


def with_related_words(
    store: Store, text: str, question: Question, described: DescribedRecord, verdict: Verdict
) -> Verdict:
    """Return the verdict on an answer to ``text`` with a remark on the words that mean something
    else."""
    parts = [part for part in question.parts if _is_other_thing(part, described)]
    is_alone = verdict.match == "exact" or verdict.remark == GUESSED
    is_alone |= bool(verdict.also) and described.record.kind in _OF_FIGURES
    if not parts and is_alone:
        parts = _only_asked(store, question, described)
    if not parts and _is_missing_word(store, question, described, verdict):
        parts = list(question.parts)
    words = tuple(as_typed(question, part.text) for part in parts)
    is_alone |= verdict.match == "near" and set(verdict.missing) == set(words)
    if not words or (not is_alone and set(words) <= set(verdict.missing)):
        return verdict
    is_said = any(is_in_documents(store, part) for part in parts)
    remark = _NOT_HERE if is_said else _NOT_IN_DOCUMENTS
    remark = remark.format(words=quoted(tuple(_in_case_of(word, text) for word in words)))
    if is_alone:
        title = _name_of(store, described)
        remark = _NEAREST.format(remark=remark, title=quoted_title(title))
    else:
        remark = one_a_line([remark, verdict.remark])
    return Verdict("near", tuple(dict.fromkeys(words + verdict.missing)), remark)


def _name_of(store: Store, described: DescribedRecord) -> Wording:
    """Return the title of an answer, for the figure of a company with what it measures."""
    fact = described.chosen.fact
    if fact.kind == "player" and fact.value:
        sql = "SELECT measure_zh, measure_en FROM answers WHERE number = ?"
        for zh, en in store.query(sql, (fact.number,)):
            return _FIGURE.format(company=fact.title, measure=Wording(zh, en))
    return fact.title


def with_words_as_typed(text: str, verdict: Verdict) -> Verdict:
    """Return the verdict with its remark quoting the words in the case of the query, a number with
    the power of ten after it (500 billion)."""
    zh, en = verdict.remark
    has_number = any(word.isdigit() for word in verdict.missing)
    if not en or (text == text.lower().replace("-", " ") and not has_number):
        return verdict
    for word in verdict.missing or [each.partition("”")[0] for each in en.split("“")[1:]]:
        typed = _with_power(word, text) if word.isdigit() else _in_case_of(word, text)
        zh, en = (each.replace(f"“{word}”", f"“{typed}”") for each in (zh, en))
    return verdict._replace(remark=Wording(zh, en))


def with_correction(
    question: Question, ranked: list[tuple[Ranked, Verdict]], *, several: bool
) -> list[tuple[Ranked, Verdict]]:
    """Return answers to a question with corrected words with these in the remark on the first one,
    after what else it says; of a list no word as typed that asks for it (bind, permit)."""
    typed = [word for word, _ in question.corrected]
    typed += [part.text for part in question.parts if part.corrected]
    if not typed or not ranked:
        return ranked
    item, verdict = ranked[0]
    read = FORCES if several else ()
    shown = verdict.remark.zh.lower()
    words = tuple(word for word in typed if f"“{word}”" not in shown and word not in read)
    if not words or not verdict.remark.en:
        return ranked
    remark = _CORRECTED.format(words=quoted(words), remark=verdict.remark)
    return [(item, verdict._replace(remark=remark, also=())), *ranked[1:]]


def _with_power(number: str, text: str) -> str:
    """Return a number as a text has it, with the power of ten after it."""
    import re  # 2 ms; only a question with a number needs it

    found = re.search(
        rf"(?<![\d.]){number}\s*(?:万亿|亿|万|(?:m|b|tr)illion\b)", text, re.IGNORECASE
    )
    return found[0] if found else number


def _in_case_of(word: str, text: str) -> str:
    """Return a folded word with the capitals and hyphens that it has in a text (DRG, e-health)."""
    at = text.lower().replace("-", " ").find(word)
    return text[at : at + len(word)] if at >= 0 else word


def _is_other_thing(part: Part, described: DescribedRecord) -> bool:
    """Return whether a part is a related word of a concept, and the answer does not have it: a
    figure not in its names, whatever words its page has (daily … active users)."""
    record = described.record
    if not part.related or record.position in part.names:
        return False
    fact = described.chosen.fact
    return in_words(part, record, fact) < (IN_NAME if fact.value else IN_BODY)


def _only_asked(store: Store, question: Question, described: DescribedRecord) -> list[Part]:
    """Return the term of a question that a record has only in a known question, or the words of a
    few terms that only known questions have (DTP pharmacy)."""
    if _is_only_asked(store, question, described):
        return list(question.parts)
    if len(question.parts) < 2 or question.asks or question.fillers:
        return []
    is_of_figure = described.record.kind in _OF_FIGURES
    from tui.search.whole_word import without_light_characters

    return [
        part
        for part, found in zip(question.parts, described.found, strict=True)
        if found == IN_QUESTION
        and not part.names
        and ((is_of_figure and part.concepts) or not is_in_documents(store, part))
        and not _is_rounded(part.text, described)
        and (part.text.isascii() or without_light_characters(part.text))
    ]


def _is_rounded(number: str, described: DescribedRecord) -> bool:
    """Return whether a number is one of a fact with fewer decimals: 1.8 of 1.8085."""
    whole, point, decimals = number.partition(".")
    if not point or not (whole + decimals).isdigit():
        return False
    words = described.chosen.fact.words.split()
    return any(
        f"{float(word):.{len(decimals)}f}" == number
        for word in words
        if word.startswith(f"{whole}.") and word.replace(".", "", 1).isdigit()
    )


def _is_only_asked(store: Store, question: Question, described: DescribedRecord) -> bool:
    """Return whether a question has one term, and the record has it only in a known question or, of
    a few letters, within longer words (CRO within cross)."""
    if len(question.parts) != 1:
        return False
    part, record = question.parts[0], described.record
    least = IN_NAME if record.kind in WITH_FIGURES else IN_BODY
    if in_words(part, record, described.chosen.fact) >= least or starts_pinyin(part, record):
        return False
    is_within = is_short(part.text) and not part.names and not part.concepts
    return (is_within and not _is_syllable(store, part.text)) or (
        max(described.found[0], described.chosen.found[0]) == IN_QUESTION
    )


def _is_missing_word(
    store: Store, question: Question, described: DescribedRecord, verdict: Verdict
) -> bool:
    """Return whether a question is one term that neither the answer nor the briefing has: GMV."""
    if len(question.parts) != 1 or question.only_asks or verdict.match != "near":
        return False
    part = question.parts[0]
    is_missing = part.concepts and verdict.missing == (part.text,)
    if max(described.found[0], described.chosen.found[0]) >= IN_NAME:
        return False  # in other words, or in pinyin
    return bool(is_missing) and not is_in_documents(store, part)


def _is_syllable(store: Store, text: str) -> bool:
    """Return whether a text is a syllable of pinyin."""
    sql = "SELECT 1 FROM readings WHERE pinyin = ? LIMIT 1"
    return any(True for _ in store.query(sql, [text]))


def is_in_documents(store: Store, part: Part) -> bool:
    """Return whether the briefing has a part as it is typed, outside known questions; of a Chinese
    term without the modal verb before it (能报销)."""
    if part.concepts and len(rest := part.text.lstrip(_MODALS)) > 1:
        part = part if rest == part.text else make_part(rest)
    found = [set(positions_of_token(store, token)) for token in part.tokens]
    positions = sorted(set.intersection(*found))[:_LOOKED_AT] if found else ()
    return any(in_text(part, record) for record in store.indexed_records(positions))
