"""Scoring: how well a record matches the words of a query, from 0 to 1, and for what reason."""

from __future__ import annotations

from collections.abc import Callable

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.query_parser import Query
from tui.store import IndexedRecord
from tui.text.fold import FULL_NAME_MARK, is_chinese

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Reason: TypeAlias = """Literal[
    "title", "name", "number", "sound", "words", "body", "scattered", "parts",
    "homophone", "similar", "period"
]"""
"""Why a record matches: title or name; the value of a figure; pinyin (``sound``); each word
somewhere; the text of its page; all parts of the query, or most; a homophone; similar spelling;
only the period."""
Score: TypeAlias = "tuple[float, Reason]"
"""Value and reason; 0 for no match."""
Scorer: TypeAlias = "Callable[[IndexedRecord], Score]"
"""Scores a record for one query."""

NO_MATCH: Score = (0.0, "words")
_TITLE, _NAME, _PINYIN = 1.0, 0.98, 0.9
"""Weights of a match of the whole query in a title, in another name, in pinyin."""
_JOINED_TITLE, _JOINED_NAME = 0.96, 0.95
"""The same where spaces are ignored (jd 健康)."""
_WORD_IN_TITLE, _WORD_IN_NAME, _WORD_IN_PINYIN, _WORD_IN_BODY = 0.8, 0.75, 0.7, 0.3
_WORD_BY_WORD = 0.9
"""Weights of the words of a query that are matched one by one, and of their average."""
_PERIOD_ONLY = 0.3
_WELL, _ALMOST = 0.6, 0.9
"""Scores from which on words are not matched one by one, and spaces are not ignored."""

MIN_COVERAGE = 0.55
"""Share of a query that a partial match must cover."""
_IN_BODY = 0.55
"""Weight of a part in the body, relative to one in a title or name."""
_WORD_MISSING = 0.85
"""Factor where a word of the query is missing altogether."""


def full_match_scorer(query: Query) -> Scorer:
    """Return a scorer that ranks a whole title or name above a part of one, that above pinyin,
    and that above the text of the page."""
    if not query.words:
        return lambda _: (_PERIOD_ONLY, "period")
    spaced, joined = " ".join(query.words), "".join(query.words)
    title_forms = [query.text] if query.text == spaced else [query.text, spaced]

    def score(record: IndexedRecord) -> Score:
        _, _, _, _, _, titles, names, pinyin, _, _ = record
        best: Score = (max([_text_match(form, titles, _TITLE) for form in title_forms]), "title")
        if (value := _text_match(spaced, names, _NAME)) > best[0]:
            best = (value, "name")
        if (value := _pinyin_match(joined, pinyin, _PINYIN)) > best[0]:
            best = (value, "sound")
        if best[0] < _ALMOST and joined in f"{titles}\n{names}".replace(" ", ""):
            if (value := _text_match(joined, titles.replace(" ", ""), _JOINED_TITLE)) > best[0]:
                best = (value, "title")
            if (value := _text_match(joined, names.replace(" ", ""), _JOINED_NAME)) > best[0]:
                best = (value, "name")
        if best[0] < _WELL and (by_word := _score_by_word(query, record))[0] > best[0]:
            best = by_word
        return best

    return score


def _score_by_word(query: Query, record: IndexedRecord) -> Score:
    _, _, _, _, _, titles, names, pinyin, body, body_pinyin = record
    total = 0.0
    only_body = True
    for word in query.words:
        value = max(
            _text_match(word, titles, _WORD_IN_TITLE), _text_match(word, names, _WORD_IN_NAME)
        )
        if not value and word.isascii():
            value = _pinyin_match(word, pinyin, _WORD_IN_PINYIN)
        only_body &= not value
        if not value and _is_in_body(word, body, body_pinyin):
            value = _WORD_IN_BODY
        if not value:
            return NO_MATCH
        total += value
    return (_WORD_BY_WORD * total / len(query.words), "body" if only_body else "words")


def partial_match_scorer(query: Query) -> Scorer:
    """Return a scorer for the share of a query that a record covers, character by character: what
    is in a title or name counts in full, what is on the page about half.

    So 海南基层卫生改革 finds the plan whose title has all of it, in several places, and
    京东健康活跃用户 the company of that name, whose page has active users.
    """
    joined = "".join(query.words)
    chinese, latin, total = [], [], 0.0
    for word in query.words:
        if is_chinese(word[0]):
            chinese.append([word[at : at + 2] for at in range(max(1, len(word) - 1))])
            total += len(word)
        else:
            latin.append((word, len(word) / 2))
            total += len(word) / 2

    def score(record: IndexedRecord) -> Score:
        _, _, _, _, _, titles, names, pinyin, body, body_pinyin = record
        name_texts = f"{titles}\n{names}"
        parts, all_found = [], True
        for bigrams in chinese:
            part, complete = _covered(bigrams, name_texts, body)
            parts.append(part)
            all_found &= complete
        for word, weight in latin:
            in_name = word in name_texts
            found = (
                in_name
                or _is_in_body(word, body, body_pinyin)
                or bool(_pinyin_match(word, pinyin, 1.0))
            )
            parts.append(weight if in_name else _IN_BODY * weight if found else 0.0)
            all_found &= found
        covered = sum(parts) if all(parts) else _WORD_MISSING * sum(parts)
        coverage = covered / total if total else 0.0
        if coverage < MIN_COVERAGE:
            return (0.0, "parts")
        each_name = name_texts.replace(" ", "").split("\n")
        has_name = any(name in joined for name in each_name if len(name) > 2)
        has_start = any(bigrams[0] in name_texts for bigrams in chinese)
        value = 0.8 * coverage + (0.14 if has_name else 0.0) + (0.02 if has_start else 0.0)
        return (value, "scattered" if all_found else "parts")

    return score


def _covered(bigrams: list[str], names: str, body: str) -> tuple[float, bool]:
    """Return the weighted number of characters of a Chinese word, given as its overlapping
    bigrams, that occur next to a neighbor in the names or in the body (a single character: alone),
    and whether all do."""
    total = before = 0.0
    complete = True
    for bigram in bigrams:
        value = 1.0 if bigram in names else _IN_BODY if bigram in body else 0.0
        total += max(before, value)
        complete &= bool(before or value)
        before = value
    return total + (before if len(bigrams[-1]) > 1 else 0.0), complete and bool(before)


def _is_in_body(word: str, body: str, body_pinyin: str) -> bool:
    """Return whether a page has a word, which may be in pinyin."""
    return word in body or (word.isascii() and f" {word} " in body_pinyin)


def _text_match(wanted: str, field: str, maximum: float) -> float:
    """Return the best match of ``wanted`` with a text of a field: ``maximum`` for the whole text,
    less for its start, less again for a part, each by the share of the text that it covers."""
    if not wanted or wanted not in field:
        return 0.0
    best = 0.0
    for text in field.split("\n"):
        if text == wanted:
            return maximum
        if wanted in text:
            base = 0.8 if text.startswith(wanted) else 0.72
            best = max(best, maximum * (base + 0.15 * len(wanted) / len(text)))
    return best


def _pinyin_match(wanted: str, field: str, maximum: float) -> float:
    """Return the same for pinyin, which must match from the start of a syllable, that is, of a
    line; a match within a name counts less than one at its start."""
    best = 0.0
    if len(wanted) < 2 or wanted not in field:
        return best
    lines = f"\n{field}\n"
    for mark, base in ((FULL_NAME_MARK, 0.8), ("", 0.6)):
        prefix = f"\n{mark}{wanted}"
        at = lines.find(prefix)
        while at >= 0:
            end = lines.find("\n", at + 1)
            covered = len(wanted) / (end - at - 1 - len(mark))
            best = max(best, 1.0 if mark and covered == 1 else base + 0.15 * covered)
            at = lines.find(prefix, end)
        if best:
            break
    return maximum * best
