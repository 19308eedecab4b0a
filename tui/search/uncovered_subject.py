"""Whether an answer that is not exact has anything of what is asked for; if not, the documents do
not cover it, and another subject does not take its place."""

from __future__ import annotations

from itertools import pairwise

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import is_unknown
from tui.search.asked_form import counted_phrase
from tui.search.features import IN_NAME, in_fact, in_words, is_short, starts_pinyin
from tui.search.missing_words import RATE_WORDS
from tui.search.record_features import IN_QUESTION
from tui.search.verdict import ASK_NUMBER, LIKENESS, NO_FIGURE, SAME
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.search.record_features import DescribedRecord
    from tui.search.verdict import Verdict
    from tui.store import Store

_ASK_VALUE = ASK_NUMBER | {"date", "rate", "share"}
_RATES = RATE_WORDS | {"率", "比率", "比例", "占比"}
_PEOPLE = ("people", "persons", "人")
_HEADS = words_of("capita head person inhabitant hundred thousand ten million")
_POWERS = "十百千万0123456789"


def only_covered(
    question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers, none where the first has nothing of what a question asks for, or has only its
    period; one with the number asked for before others."""
    if question.query.months and question.parts and not question.asks:
        best = [pair for pair in best if max(pair[0].described.found, default=1.0)]
        if not best:
            return []
    if _is_uncovered(question, best[0][0].described):
        return []
    if best[0][1].remark != NO_FIGURE:
        return best
    from tui.search.figure_in_words import with_figure_first

    return with_figure_first(best)


def is_of_other_company(store: Store, question: Question, described: DescribedRecord) -> bool:
    """Return whether an English question names a company that the documents do not have, and the
    answer is a figure of another one: it has a word that the briefing lacks, or only the last word
    of the name after another one (JK Health)."""
    parts = question.parts
    named = store.indexed_records({at for part in parts for at in part.names[:1]})
    if any(record.kind == "player" for record in named):
        return False
    if any(is_unknown(store, part) and not part.text[:1].isdigit() for part in parts):
        return True
    lines = f"{described.record.titles}\n{described.record.names}".split("\n")
    ends = {name.rpartition(" ")[2] for name in lines if " " in name and name.isascii()}
    return any(
        second.text in ends
        and not (first.concepts or first.measure or second.names or second.concepts)
        and f"{first.text} {second.text}" in question.query.text
        for first, second in pairwise(parts)
    )


def _is_uncovered(question: Question, described: DescribedRecord) -> bool:
    """Return whether an answer that is not exact has nothing of what a question asks for: of a
    value asked for no term, of a number not what is counted, or no number for each person."""
    parts, record = question.parts, described.record
    if question.only_asks and "date" in question.asks and max(described.found) < IN_NAME:
        return True
    if record.kind == "gap" or any(record.position in part.names for part in parts):
        return False  # says what is not known, or is named
    if _is_per_head(question.query.text):
        texts = (record.titles, record.names, described.chosen.fact.words)
        return not any(map(_is_per_head, texts))
    if len(parts) == 1 and _is_within(parts[0], described):
        return True
    asks_value = not question.asks.isdisjoint(_ASK_VALUE)
    if not asks_value and not any(part.text in _RATES for part in parts):
        return False
    terms = [part for part in parts if part.text not in _RATES]
    is_rate = len(terms) < len(parts)
    if terms and all(
        (part.concepts or part.measure or is_rate)
        and not part.names
        and not _has(question, part, described)
        for part in terms
    ):
        return True
    return "count" in question.asks and not _has_counted(question, described)


def _is_per_head(text: str) -> bool:
    """Return whether a text has a number for each person or so many (per 1000 people, 每千人)."""
    _, found, rest = f" {text} ".partition(" per ")
    word = rest.partition(" ")[0].replace(",", "")
    if found and (word in _HEADS or word.isdigit()):
        return True
    _, found, rest = text.partition("每")
    return "人均" in text or (rest[:1] != "人" and rest.lstrip(_POWERS)[:1] == "人")


def _has_counted(question: Question, described: DescribedRecord) -> bool:
    """Return whether an answer has the noun of what a question counts."""
    phrase = counted_phrase(question.query.text)
    if not phrase or phrase.endswith(_PEOPLE):
        return True
    last = [part for part in question.parts if part.text and phrase.endswith(part.text)]
    return not last or bool(last[0].names) or _has(question, last[0], described)


def _is_within(part: Part, described: DescribedRecord) -> bool:
    """Return whether an answer has a word of few letters only within longer words, not as their
    beginning, or within initials of its pinyin (GDP), or in a known question that asks for
    something else (ICU)."""
    if not is_short(part.text) or part.concepts or part.names:
        return False
    record, found = described.record, described.found[0]
    begins = f" {part.text}" in f" {record.titles} {record.names}".replace("\n", " ")
    is_known = found == IN_QUESTION and described.features.get(LIKENESS, 0.0) >= SAME
    in_pinyin = starts_pinyin(part, record) or is_known
    return not (begins or in_pinyin) and not in_words(part, record, described.chosen.fact)


def _has(question: Question, part: Part, described: DescribedRecord) -> bool:
    found = described.found[question.parts.index(part)]
    return found > IN_QUESTION or in_fact(part, described.chosen.fact) > IN_QUESTION
