"""Whether an answer is what was asked for."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.question_keys import key_of_word
from tui.question.reader import as_typed
from tui.search.asked_form import other_form
from tui.search.fact_choice import CONTAINS, OUTSIDE, SUPERLATIVES, period_relation
from tui.search.features import (
    IN_BODY,
    IN_NAME,
    IN_SUMMARY,
    IN_TITLE,
    WITH_FIGURES,
    has_day,
    in_fact,
    in_record,
    is_part_of_title,
)
from tui.search.record_features import IN_QUESTION
from tui.text.language import NO_TEXT, Wording
from tui.text.width import truncate

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from tui.question.reader import Part, Question
    from tui.search.record_features import DescribedRecord

    Match: TypeAlias = Literal["exact", "near", "other_period", "other_measure"]

NOT_COVERED = Wording(
    "没有关于{words}的内容，以下是最接近的", "nothing about {words}; showing the closest match"
)
NOT_OF_SUBJECT = Wording(
    "没有关于{words}的内容，以下是其他相关内容",
    "nothing about {words}; showing what else is known",
)
OF_ONE = Wording(
    "没有{words}的数字，以下只是{company}一家的",
    "no figure for {words}; showing that of {company} alone",
)
_OF_ALL = Wording(
    "没有分项数字，以下是总数：{title}", "no separate figure; showing the total: {title}"
)
NO_FIGURE = Wording("没有数字，以下是相关内容", "no figure is given; showing related content")
NO_REASON = Wording("资料没有说明原因，以下是数字", "no reason is given; showing the figure")
_NO_FORECAST = Wording("没有预测，以下是相关内容", "no forecast is given; showing related content")
_NO_LIST = Wording("没有名单，只有数字", "no list is given; showing the figure")
_ASK_FIGURE = frozenset(("amount", "uncounted", "money", "count", "rate", "share", "date"))
ASK_NUMBER = frozenset(("amount", "uncounted", "money", "count"))
"""Kinds of question that a number answers."""
_ASK_WHEN = frozenset(("now", "latest", "actual"))
_ASK_RATIO = frozenset(("rate", "share"))
CORRECTED = Wording(
    "没有找到{words}，以下是写法相近的",
    "no match for {words}; showing the nearest spelling",
)
_NOT_CERTAIN = Wording(
    "问题没有指明查什么，以下供参考",
    "the question names nothing specific; showing the closest match",
)
GUESSED = Wording(
    "以下内容最接近，未必完全对应",
    "the closest match; it may not be exactly what was asked",
)
NOT_SAID = Wording(
    "以下内容最接近，但没有提到{words}",
    "the closest match does not mention {words}",
)
_WITHOUT_SUBJECT = frozenset(
    (
        *("not", "before", "after", "behind", "without", "instead", "only", "together", "outside"),
        *("don t", "doesn t", "didn t", "isn t", "aren t", "wasn t", "weren t", "hasn t"),
        *("haven t", "can t", "won t", "wouldn t", "不是", "没有", "之前", "之后"),
    )
)
"""Words that change what is asked, of which it says nothing that there is nothing about them."""
_IN_PART = IN_NAME / 2
_NEGLIGIBLE = 0.1
"""Share of the weight of a question below which a part may be missing."""

LEAST_LIKE = 0.7
_LONGEST_WORD = 40
"""Cells of a word in a remark."""
_SENTENCE = 2
"""Words not looked up from which on a query with one other word is a sentence."""
LIKENESS = "like a known question"
_MUCH_LIKE, _IMPORTANT = 0.85, 0.25
"""Similarity to a known question, and share of the weight of a question, for ``_is_weak``."""
SAME = 0.8
"""Similarity to a known question from which on a question of question words alone is answered."""


class Verdict(NamedTuple):
    """``match``: ``exact``; ``other_measure``: the subject, but nothing about what is asked of it;
    ``other_period``: the measure, but of another time; ``near``: a part of the question, or another
    spelling of it. ``missing``: the words of the question that the answer does not have.
    ``remark``: what a reader must know before the answer, one thing a line; empty for an exact one.
    ``all_corrected``: no word of the question is spelled as in the briefing. ``also``: ids of the
    records that the remark names because they fit about as well."""

    match: Match
    missing: tuple[str, ...] = ()
    remark: Wording = NO_TEXT
    all_corrected: bool = False
    also: tuple[str, ...] = ()


def remark_above(verdict: Verdict, listed: list[str]) -> Wording:
    """Return the remark on a list of records: not that some fit as well that stand in the list."""
    is_seen = verdict.also and set(listed).issuperset(verdict.also)
    return NO_TEXT if is_seen else verdict.remark


def judge(question: Question, weights: list[float], described: DescribedRecord) -> Verdict:
    """Judge the answer to a question, given the weights of its parts."""
    least = _IN_PART if described.record.kind in WITH_FIGURES else IN_BODY
    small = _NEGLIGIBLE * sum(weights)
    missing = [
        part
        for part, found, weight in zip(question.parts, described.found, weights, strict=True)
        if found < (_IN_PART if part.measure else least) and weight > small
    ]
    fact = described.chosen.fact
    qualifiers = [
        word
        for word in question.qualifiers
        if not (described.chosen.extreme and word in SUPERLATIVES)
        and not _has_word(described, word)
    ]
    if qualifiers and not missing:
        words = tuple(qualifiers)
        said = [word for word in words if word not in _WITHOUT_SUBJECT]
        remark = NOT_COVERED.format(words=quoted(words)) if said else GUESSED
        return Verdict("near", words, remark)
    if missing:
        words = tuple(as_typed(question, part.text) for part in missing)
        is_subject = any(described.record.position in part.names for part in question.parts)
        if is_subject and not any(part.names for part in missing):
            return Verdict("other_measure", words, NOT_OF_SUBJECT.format(words=quoted(words)))
        is_known = all(part.names or part.concepts for part in missing)
        remark = NOT_SAID if is_known and len(words) < len(question.parts) else NOT_COVERED
        return Verdict("near", words, remark.format(words=quoted(words)))
    if fact.value and (subject := _other_subject(question, described)):
        remark = OF_ONE.format(words=quoted((subject,)), company=fact.title)
        return Verdict("near", (subject,), remark)
    is_of_record = fact.value and question.parts and described.record.kind == "statistic"
    if is_of_record and is_part_of_title(question.parts, described.record, fact.title):
        return Verdict("near", (), _OF_ALL.format(title=fact.title))
    if fact.value and (of_other_form := other_form(fact, question.asks, question.query.text)):
        return Verdict("other_measure", (), of_other_form)
    if "reason" in question.asks and fact.value and "?reason" not in described.known_keys:
        return Verdict("other_measure", (), NO_REASON)
    is_of_list = "list" in question.asks and not question.query.figure
    if is_of_list and fact.value and not question.asks & _ASK_FIGURE:
        return Verdict("other_measure", (), _NO_LIST)
    is_number = question.asks <= ASK_NUMBER | _ASK_WHEN | _ASK_RATIO
    asks_number = question.asks & ASK_NUMBER and is_number
    if asks_number and not fact.value and not _answers_in_words(described):
        return Verdict("other_measure", (), NO_FIGURE)
    months, relation = question.query.months, described.chosen.period
    named = question.query.named_months
    if named and not any(described.record.position in part.names for part in question.parts):
        months, relation = named, period_relation(fact, named)
    if months and (relation == OUTSIDE or (relation == CONTAINS and fact.value)):
        from tui.search.period_remarks import other_period

        return Verdict("other_period", (), other_period(fact, months))
    if "now" in question.asks and fact.value and fact.period and not months:
        from tui.search.period_remarks import not_of_today

        return Verdict("other_period", (), not_of_today(fact))
    is_past = fact.value and fact.period and fact.status == "reported"
    if "forecast" in question.asks and is_past and not months:
        from tui.search.period_remarks import not_of_the_future

        return Verdict("other_period", (), not_of_the_future(fact))
    is_day = bool(months and months.day)
    if "forecast" in question.asks and fact.kind == "term":
        return Verdict("other_measure", (), _NO_FORECAST)
    if question.only_asks and not is_day:
        return Verdict("near", (), _NOT_CERTAIN)
    corrected = question.corrected or tuple(
        (part.text, "") for part in question.parts if part.corrected
    )
    if corrected:
        texts = f"{described.record.titles}\n{described.record.names}\n{described.record.body}"
        corrected = tuple(each for each in corrected if each[0].isascii() or each[0] not in texts)
    if corrected:
        typed, every = tuple(word for word, _ in corrected), len(question.query.words)
        return Verdict("near", (), CORRECTED.format(words=quoted(typed)), len(typed) == every)
    if months and is_day and not has_day(described.record, months):
        from tui.search.period_remarks import not_of_day

        return Verdict("other_period", (), not_of_day(months))
    is_named = fact.form != "event" or any(part.names for part in question.parts)
    if "date" in question.asks and not is_named:
        return Verdict("near", (), GUESSED)  # of a company that the briefing may not have
    if _is_guess(question, described) or _is_weak(weights, described):
        words = tuple(part.text for part in question.parts if _is_unsaid(part, described))
        remark = NOT_SAID.format(words=quoted(words)) if words else GUESSED
        return Verdict("near", words, remark)
    return Verdict("exact")


def with_parts(
    question: Question, described: DescribedRecord, left: list[int]
) -> tuple[Question, DescribedRecord]:
    """Return a question with only some of its parts, by number, and an answer as found by these:
    to judge the answer without the others."""
    chosen = described.chosen
    rest = described._replace(
        found=[described.found[at] for at in left],
        chosen=chosen._replace(found=[chosen.found[at] for at in left]),
    )
    return question._replace(parts=tuple(question.parts[at] for at in left)), rest


def _is_guess(question: Question, described: DescribedRecord) -> bool:
    """Return whether an answer rests on little: every part is only in a known question that asks
    something else too, or one word of a sentence is all that could be looked up."""
    like = described.features.get(LIKENESS, 0.0) if described.features else 1.0
    if like < SAME and max(described.found, default=1.0) <= IN_QUESTION:
        return True
    is_sentence = len(question.parts) == 1 and len(question.fillers) >= _SENTENCE
    is_sentence &= not described.chosen.extreme  # its superlative is answered
    return is_sentence and like < LEAST_LIKE and not question.parts[0].names


def _is_weak(weights: list[float], described: DescribedRecord) -> bool:
    """Return whether an important part is only in a known question that is not much like this one,
    not also in the summary that is shown of a record whose title has another part: of 22 queries,
    not held out, with such a summary all answers are right. A gap names much beside its subject."""
    if not described.features or described.features.get(LIKENESS, 0.0) >= _MUCH_LIKE:
        return False
    least = _IMPORTANT * sum(weights)
    is_titled = max(described.found, default=0.0) > IN_QUESTION and described.record.kind != "gap"
    found_in = zip(described.found, described.chosen.found, weights, strict=True)
    return any(
        found == IN_QUESTION and weight > least and not (is_titled and in_text == IN_SUMMARY)
        for found, in_text, weight in found_in
    )


def _is_unsaid(part: Part, described: DescribedRecord) -> bool:
    """Return whether only a known question of a record has a part."""
    has_part = in_fact(part, described.chosen.fact)
    return not has_part and in_record(part, described.record) < IN_BODY


def _other_subject(question: Question, described: DescribedRecord) -> str:
    """Return the subject that a question for a figure names where the figure is of a company with
    something to do with it (revenue of internet healthcare) or a part of it; empty for none."""
    if described.record.kind != "player" or len(question.parts) < 2:
        return ""
    found_in = zip(question.parts, described.found, described.chosen.found, strict=True)
    for part, found, of_fact in found_in:
        if part.names and not part.measure and found in (IN_NAME, IN_TITLE) and not of_fact:
            return part.text
    return ""


def quoted(words: tuple[str, ...]) -> Wording:
    """Return words in quotation marks, long ones cut."""
    marked = [
        f"“{word if 2 * len(word) <= _LONGEST_WORD else truncate(word, _LONGEST_WORD)}”"
        for word in words
    ]
    return Wording("".join(marked), ", ".join(marked))


def _answers_in_words(described: DescribedRecord) -> bool:
    """Return whether a record without a figure answers a question for one: a gap, or a record of
    which it is a known question."""
    if described.record.kind == "gap":
        return True
    is_known = described.features.get(LIKENESS, 0.0) >= SAME
    asks = any(f"?{kind}" in described.known_keys for kind in ASK_NUMBER)
    return is_known and asks and described.record.kind not in WITH_FIGURES


def _has_word(described: DescribedRecord, word: str) -> bool:
    """Return whether a record or its known question has a word that qualifies the question."""
    if key_of_word(word) in described.known_keys:
        return True
    record = described.record
    texts = (record.titles, record.names, described.chosen.fact.words)
    if not word.isascii():
        return any(word in text for text in texts)
    return any(f" {word} " in f" {text} ".replace("\n", " ") for text in texts)
