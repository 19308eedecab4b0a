"""How well the texts of a record, or of one of its facts, contain each part of
a question."""

from __future__ import annotations

from tui.database.vocabulary import WHOLE_TITLE
from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.fold import FULL_NAME_MARK, fold
from tui.text.stem import plural_of_y

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.period_parser import MonthRange
    from tui.question.reader import Part
    from tui.store import AnswerRow, IndexedRecord
    from tui.text.language import Wording

IS_NAME, IN_TITLE, IN_NAME, IN_FACT, IN_EVENT, IN_SUMMARY, IN_BODY, BROADER, ABSENT = (
    *(0.93, 0.85, 0.82, 0.9, 0.55),
    *(0.5, 0.35, 0.3, 0.0),
)
"""A part is the whole name of the record; it is within its title, within another name, within the
names of a fact, within the text of an event or offering, within the summary, only within the text
of its page; the figure is of the concept of which the part is a kind."""
WITH_FIGURES = ("player", "statistic")
"""Kinds of record whose page alone is no answer: a name or a figure must have what is asked."""
_WITH_TEXT = ("event", "offering")
_LEAST_PREFIX = 4
"""Letters from which on a word also matches longer ones."""
_LEAST_PART = 0.5
"""Share of a Chinese word that a text must have."""
_LEAST_CHARACTERS = 0.75
"""Share of the characters of a misspelt Chinese name that must be right."""
_PARTLY = 0.9
"""Factor of a Chinese word that a name has only in part."""
_SHORT_PREFIX = 0.9
"""Share that a shorter beginning of a word in a name counts for."""
_POINTS = (".", ",")
_REPEATED = 3
"""Times from which on one letter is no initials; yy is 医药."""
_VOWELS = frozenset("aeiouv")
"""Letters of which each syllable of pinyin has one: without any, letters are initials."""
_LEAST_PINYIN = 0.3
"""Share of a name in pinyin that must be typed."""


def in_record(part: Part, record: IndexedRecord) -> float:
    """Return where a record has a part."""
    if record.position in part.names:
        return IS_NAME
    if part.related:
        return max(in_words(part, record), _in_marks(part, record))
    if part.concepts:  # every text that has the words of the part has its concept
        return _in_marks(part, record)
    if part.text.isdigit() and not any(
        _has_number(part.text, text) for text in (record.titles, record.names, record.body)
    ):
        return ABSENT
    in_title = _share(part, record.titles) or _like_name(part, record.titles)
    if in_title >= 1:
        return IN_TITLE
    in_names = _share(part, record.names) or _like_name(part, record.names)
    if in_names >= 1:
        return IN_NAME
    if part.text.isascii():
        if pinyin := _in_pinyin(part.text, record.pinyin):
            return IN_TITLE * pinyin
        if f" {part.text} " in record.body_pinyin:
            return IN_BODY
    in_part = IN_NAME * max(in_title, in_names) * _PARTLY
    if len(part.text) == 1:
        return in_part  # a single character is on every page
    return max(IN_BODY * _share(part, record.body), in_part)


def _in_marks(part: Part, record: IndexedRecord) -> float:
    """Return where a record has the concepts of a part."""
    if _has_mark(part.concepts, record.concepts):
        return IN_TITLE
    if _has_mark(part.concepts, record.name_concepts):
        return IN_NAME
    if _has_mark(part.concepts, record.body_concepts):
        return IN_BODY
    if part.broader and _has_mark(part.broader, record.concepts + record.name_concepts):
        return BROADER
    return ABSENT


def in_words(part: Part, record: IndexedRecord, fact: AnswerRow | None = None) -> float:
    """Return where a record or a fact has a part as it is typed."""
    if fact and (_share(part, fact.words) >= 1 or part.text == fact.value):
        return IN_FACT
    return IN_NAME if _share(part, record.names) >= 1 else in_text(part, record)


def in_text(part: Part, record: IndexedRecord) -> float:
    """Return where the title or the page of a record has a part as it is typed."""
    if _share(part, record.titles) >= 1:
        return IN_TITLE
    return IN_BODY if _share(part, record.body) >= 1 else ABSENT


def is_short(text: str) -> bool:
    """Return whether a text is a word of few letters, which may begin another one by chance."""
    return text.isascii() and text.isalpha() and len(text) < _LEAST_PREFIX


def starts_pinyin(part: Part, record: IndexedRecord) -> bool:
    """Return whether a part begins a name of a record in pinyin or initials."""
    return f"\n{FULL_NAME_MARK}{part.text}" in f"\n{record.pinyin}"


def in_title(part: Part, record: IndexedRecord) -> bool:
    """Return whether the title of a record has a part."""
    if part.concepts and _has_mark(part.concepts, record.concepts):
        return True
    return _share(part, record.titles) >= 1


def means_title(part: Part, record: IndexedRecord) -> bool:
    """Return whether a part has the concept that is the whole title of a record."""
    return any(f" {WHOLE_TITLE}{mark} " in record.concepts for mark in part.concepts)


def is_part_of_title(parts: Sequence[Part], record: IndexedRecord, title: Wording) -> bool:
    """Return whether the title of a record lists more than the parts name (deaths from cancer, of
    those from heart disease, cancer and lung disease)."""
    listed = max(title.zh.count("、"), title.en.count(", ")) + 1
    before, colon, _ = title.en.partition(": ")
    counted = fold(before)
    named = [part for part in parts if not colon or _share(part, counted) < 1]
    return listed > max(2, len(named)) and all(in_title(part, record) for part in parts)


def has_day(record: IndexedRecord, months: MonthRange) -> bool:
    """Return whether a record names the day of a period."""
    return day_words(months) in record.body


def day_words(months: MonthRange) -> str:
    """Return the day of a period as the texts of records have it."""
    year, month = divmod(months.first, 100)
    return f"{year}年{month}月{months.day}日"


def in_fact(part: Part, fact: AnswerRow) -> float:
    """Return where the words of a fact have a part."""
    whole = fact.form == "whole"
    has_text = fact.form in _WITH_TEXT
    if part.concepts:
        if part.measure and fact.form == "offering":
            return ABSENT  # what a company offers says no figure, whatever words it has
        if _has_mark(part.concepts, fact.concepts):
            return IN_SUMMARY if whole else IN_FACT
        if part.broader and _has_mark(part.broader, fact.concepts):
            return BROADER
        if not has_text:
            return ABSENT
    if (whole and len(part.text) == 1) or _share(part, fact.words) < 1:
        # The words have it in the unit that is shown: 14.874 trillion for 148740.
        return IN_FACT if part.text == fact.value else ABSENT
    if whole:
        return IN_SUMMARY
    if has_text and _share(part, fact.words.partition("\n")[0]) < 1:
        return IN_EVENT if len(part.text) > 1 else ABSENT
    return IN_FACT


def _has_mark(marks: tuple[str, ...], text: str) -> bool:
    for mark in marks:  # noqa: SIM110 (a generator takes twice the time)
        if f" {mark} " in text:
            return True
    return False


def _share(part: Part, text: str) -> float:
    """Return the share of a part that a text has: of a Chinese one the bigrams, of others all or
    nothing."""
    if part.stems:
        return float(_has_words(part, text))
    if part.text in text:
        return float(_has_number(part.text, text)) if part.text[0].isdigit() else 1.0
    bigrams = part.bigrams
    if len(bigrams) < 2:
        return 0.0
    share = sum(map(text.__contains__, bigrams)) / len(bigrams)
    return share if share >= _LEAST_PART else 0.0


def _like_name(part: Part, names: str) -> float:
    """Return a share for letters with which a word of a name starts, or for most characters of a
    Chinese name that is about as long."""
    text = part.text
    if text.isascii():
        short = len(text) < _LEAST_PREFIX
        starts = short and (f"\n{text}" in f"\n{names}" or f" {text}" in names)
        return _SHORT_PREFIX if starts else 0.0
    if len(text) < _LEAST_PREFIX:
        return 0.0
    least = _LEAST_CHARACTERS * len(text)
    if sum(map(names.__contains__, text)) < least:
        return 0.0
    best = 0
    for name in names.split("\n"):
        if abs(len(name) - len(text)) < len(text) // 2:
            best = max(best, sum(map(name.__contains__, text)))
    return _PARTLY * best / len(text) if best >= least else 0.0


def _has_words(part: Part, text: str) -> bool:
    """Return whether a text has every word of a part, from the start of a word on; one of three
    letters or fewer only as a whole word."""
    for stem in part.stems:
        if stem in text and _has_word(stem, text):
            continue
        if stem[-1] != "y" or not (plural := plural_of_y(stem)) or not _has_word(plural, text):
            return False
    if part.text.isascii():
        return True
    return all(bigram in text for bigram in part.bigrams) and (
        len(part.stems) > 1 or bool(part.bigrams) or part.text in text
    )


def _has_word(word: str, text: str) -> bool:
    at = text.find(word)
    while at >= 0:
        before = text[at - 1] if at else " "
        if not (before.isascii() and before.isalnum()):
            after = text[at + len(word) : at + len(word) + 1]
            if len(word) >= _LEAST_PREFIX or not (after.isascii() and after.isalnum()):
                return True
        at = text.find(word, at + 1)
    return False


def _has_number(number: str, text: str) -> bool:
    """Return whether a text has a number as a whole: 80, but not within 80.7."""
    at = text.find(number)
    while at >= 0:
        before, after = text[max(0, at - 2) : at], text[at + len(number) : at + len(number) + 2]
        is_part = before[-1:].isdigit() or after[:1].isdigit()
        is_part |= before[-1:] in _POINTS and before[:1].isdigit()
        is_part |= after[:1] in _POINTS and after[1:].isdigit()
        if not is_part:
            return True
        at = text.find(number, at + 1)
    return False


def _in_pinyin(typed: str, pinyin: str) -> float:
    """Return how much of a name, written in pinyin or initials, the typed letters are; 0 unless
    they begin it or, unless they are initials (zzq), a syllable of it, and are a third of it. A
    letter that is repeated (zzz) is no initials."""
    if len(typed) < 2 or typed not in pinyin:
        return 0.0
    if len(typed) >= _REPEATED and len(set(typed)) == 1:
        return 0.0
    best = 0.0
    for line in pinyin.split("\n"):
        whole = line[:1] == FULL_NAME_MARK
        name = line[1:] if whole else line
        if not whole and _VOWELS.isdisjoint(typed):
            continue
        if name.startswith(typed) and len(typed) >= _LEAST_PINYIN * len(name):
            best = max(best, (0.8 if whole else 0.7) + 0.2 * len(typed) / len(name))
    return best
