"""Choose the words of an original that select one passage: the quote of a citation."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.edit.source_text import SourceText, TextSpan
from tui.model.citation import LONGEST_QUOTE
from tui.text.fold import is_chinese
from tui.text.quote_selector import distinct_passages, find_quote

SHORTEST = 10
"""A quote of fewer characters says too little to a reader, even if it is unique."""
_LONGEST_LATIN = 120
"""Within the limit of 25 words."""
_PAUSE = re.compile(r"[，。；！？;!?\n]|,(?!\d)|\.(?!\d)")
_NOUN = re.compile(r"[^\W\da-zA-Z和与及至到]{1,6}(?=[，。；！？、（）“”\s和与及])")
"""What a figure counts, up to the end of its clause or the next figure: 9轮融资."""
_OPENING, _CLOSING = "“《（(〔[", "”》）)〕]"


class SelectedQuote(NamedTuple):
    """The arguments of a citation. ``prefix`` and ``suffix``: empty where ``exact`` is unique."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def shortest_quote(
    document: SourceText, start: int, end: int, least: int = SHORTEST, *, whole: bool = False
) -> SelectedQuote:
    """Return the shortest quote around ``text[start:end]`` that occurs in one passage only, within
    its sentence and of at most 40 characters; words before and after select it where that is not
    enough.

    ``whole``: up to the next comma, if that fits. It has at least ``least`` characters and begins
    with the clause if that is short. It grows to the left first, where the noun of a figure stands,
    and does not cut numbers and Latin words.
    """
    sentence, text = document.sentence(start), document.text
    is_latin = not any(map(is_chinese, text[slice(*sentence)]))
    longest = _LONGEST_LATIN if is_latin else LONGEST_QUOTE
    end = _whole_word(text, start, min(end, start + longest))
    clause = document.clause_start(start)
    while clause > sentence.start and text[clause - 1] == "、":
        # A figure of a list says little without the head of the list.
        earlier = document.clause_start(clause - 1)
        if end - earlier > longest:
            break
        clause = earlier
    clause += len(text[clause:start]) - len(text[clause:start].lstrip())
    left, right = (clause if least and end - clause <= longest else start), end
    while not (
        _is_long_enough(right - left, least, left == clause) and _is_unique(text, left, right)
    ):
        if left > sentence.start and _is_inside(text, left, sentence.start):
            left = _step_left(text, left, sentence.start)
        elif right < sentence.end and text[right] not in "\n。！？；;":
            right = _step_right(text, right, sentence.end)
        elif left > sentence.start:
            left = _step_left(text, left, sentence.start)
        else:
            break
        if right - left > longest:
            break
    if (whole or (is_latin and least)) and (sign := _PAUSE.search(text, right, sentence.end)):
        right = sign.start() if sign.start() - left <= longest else right
    noun = _NOUN.match(text, right, sentence.end) if least else None
    if noun and noun.end() - left <= longest:
        right = noun.end()
    exact = text[left:right]
    if len(exact) > longest or not _is_unique(text, left, right):
        return _with_context(text, start, end)
    return SelectedQuote(_trimmed(exact))


def statement_span(document: SourceText, start: int, end: int, word: str) -> TextSpan:
    """Return which whole clauses of the sentence ``text[start:end]`` to quote, with the word of
    forecast or judgment among them: from its beginning if they fit, else from that clause."""
    text = document.text
    longest = LONGEST_QUOTE if any(map(is_chinese, text[start:end])) else _LONGEST_LATIN
    if end - start <= longest:
        return TextSpan(start, end)
    at = text.index(word, start)
    pauses = [match.start() for match in _PAUSE.finditer(text, start, end)]
    first = next((pause for pause in pauses if pause >= at + len(word)), end)
    if first - start > longest:
        begins = [match.end() for match in _PAUSE.finditer(text, start, at)]
        start = max(begins, default=start)
    fitting = [pause for pause in pauses if at < pause <= start + longest]
    return TextSpan(start, max(fitting, default=end))


def _whole_word(text: str, start: int, end: int) -> int:
    """Return an end that cuts no Latin word."""
    at = end
    while start < at < len(text) and text[at].isalnum() and _joins(text[at - 1], text[at]):
        at -= 1
    return at if at > start else end


def _is_long_enough(length: int, least: int, is_clause: bool) -> bool:
    """Return whether a quote says enough: 同比增长18% does, being a clause."""
    return length >= (least // 2 if is_clause else least)


def _is_unique(text: str, start: int, end: int) -> bool:
    found = find_quote(text, text[start:end])
    return len(found) == 1 or distinct_passages(text, found, end - start) == 1


def _is_inside(text: str, left: int, first: int) -> bool:
    """Return whether the clause goes on to the left."""
    return left > first and text[left - 1] not in "，,、：:\n"


def _step_left(text: str, at: int, first: int) -> int:
    at -= 1
    while at > first and _joins(text[at - 1], text[at]):
        at -= 1
    return at


def _step_right(text: str, at: int, last: int) -> int:
    at += 1
    while at < last and _joins(text[at - 1], text[at]):
        at += 1
    return at


def _joins(before: str, after: str) -> bool:
    """Return whether two characters belong to one number or Latin word."""
    pair = before + after
    if any(char in ".．,，" for char in pair):
        return all(char.isdigit() or char in ".．" for char in pair)
    return all(char.isalnum() and not "一" <= char <= "鿿" for char in pair)


def _with_context(text: str, start: int, end: int) -> SelectedQuote:
    """Return the bare words with as much text around them as makes them unique."""
    for around in (4, 8, 16, LONGEST_QUOTE):
        prefix, suffix = text[max(0, start - around) : start], text[end : end + around]
        found = find_quote(text, text[start:end], prefix, suffix)
        if len(found) == 1 or distinct_passages(text, found, end - start) == 1:
            break
    return SelectedQuote(text[start:end], prefix, suffix)


def _trimmed(exact: str) -> str:
    stripped = exact.strip(" \t\u3000")
    if stripped[:1] in _OPENING and _CLOSING[_OPENING.index(stripped[0])] not in stripped:
        return stripped[1:]
    return stripped
