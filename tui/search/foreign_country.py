"""Questions for another country than China (US market size, 日本市场规模), of which the documents
give no figures: what is known is shown, with a remark that names the country first."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.verdict import NOT_COVERED, Verdict, quoted
from tui.text.fold import fold
from tui.text.foreign_places import CHINESE_PLACES, FOREIGN_WORDS
from tui.text.language import one_a_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.search.find import Explanation
    from tui.store import IndexedRecord, Store

_NOT_A_PLACE = r"(?! ?(?:dollars?|\$|listed|listing|ipo|stock|exchange))"
_BEFORE = r"(?:(?:vs\.?|versus|and|or|than|compared (?:with|to)|in|of|for|from|across) )?(?:the )?"
_PLACES = "|".join(
    (
        *(r"united states(?: of america)?", "united kingdom", r"u\.s\.(?:a\.)?", r"u\.k\."),
        *("(?:north|south|latin) america", "(?:north|south) korea", "southeast asia"),
        *sorted(FOREIGN_WORDS - {"us"}),
    )
)
_ENGLISH = re.compile(
    rf"(?<![\w.$-]){_BEFORE}(?P<place>{_PLACES})(?:'s)?(?![\w-]){_NOT_A_PLACE}",
    re.IGNORECASE,
)
_US = re.compile(rf"(?<![\w.$-]){_BEFORE}(?P<place>US)(?:'s)?(?![\w$-]){_NOT_A_PLACE}")
_LOWER_US = re.compile(
    rf"(?:^|\b(?:vs\.?|versus) (?:the )?|\b(?:in |of |for |from |across )?the |\bin )"
    rf"(?P<place>us)(?:'s)?(?= \w|$){_NOT_A_PLACE}",
    re.IGNORECASE,
)
"""Small letters at the beginning, or after a word that no pronoun follows."""
_CHINESE = re.compile(
    rf"[与和跟比]?(?:在)?(?P<place>{'|'.join(CHINESE_PLACES)})(?!元|上市|股|人寿)(?:那边|地区|的)?"
)
_LEAST_REST = 2


def explained_without_country(
    store: Store,
    text: str,
    limit: int,
    explain: Callable[[Store, str, int], Explanation],
    explain_rest: Callable[[Store, str, int], Explanation],
) -> Explanation | None:
    """Return the answers to a question without the other country that it names, the first with a
    remark that says so. None where it names none, or nothing else, where a record has the country
    in its texts, and where the answer to the whole question says already what is not known."""
    found = _country(text)
    if found is None:
        return None
    place = found["place"]
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    if len(rest) < _LEAST_REST or _country(rest):
        return None
    whole, gap = explain(store, text, limit), None
    if whole.ranked:
        (first, verdict), *_ = whole.ranked
        is_said = place.lower() in " ".join(verdict.missing).lower()
        if is_said or (first.described.record.kind == "gap" and not verdict.missing):
            return None
        if any(_says(item.described.record, place) for item, _ in whole.ranked):
            return None
        gap = first if _is_gap_of(whole, place) else None
    explanation = explain_rest(store, rest, limit)
    if not explanation.ranked or not explanation.question.parts:
        return None
    (first, verdict), *others = explanation.ranked
    remark = NOT_COVERED.format(words=quoted((place,)))
    if gap:  # it says that there is nothing about other countries; what is known follows
        same = gap.described.record.id
        left = [it for it in explanation.ranked if it[0].described.record.id != same]
        of_gap = Verdict("near", (place,), remark)
        return whole._replace(ranked=[(gap, of_gap), *left][:limit])
    if verdict.remark.en:
        remark = one_a_line([remark, verdict.remark])
    verdict = verdict._replace(match="near", missing=(place, *verdict.missing), remark=remark)
    return explanation._replace(ranked=[(first, verdict), *others])


def _country(text: str) -> re.Match[str] | None:
    """Return the first other country in a text; us in small letters only where it is no pronoun."""
    if not text.isascii() and (found := _CHINESE.search(text)):
        return found
    us = _LOWER_US if text.isupper() else _US
    return _ENGLISH.search(text) or us.search(text) or _LOWER_US.search(text)


def _is_gap_of(whole: Explanation, place: str) -> bool:
    """Return whether the first answer is a gap about a country."""
    described, word = whole.ranked[0][0].described, fold(place)
    if described.record.kind != "gap":
        return False
    found_in = zip(whole.question.parts, described.found, strict=True)
    return any(found for part, found in found_in if word in part.text)


def _says(record: IndexedRecord, place: str) -> bool:
    """Return whether the texts of a record, no gap, have a country as a whole word."""
    texts, word = f"{record.titles} {record.body}", fold(place)
    if record.kind == "gap":
        return False
    return f" {word} " in f" {texts} ".replace("\n", " ") if word.isascii() else word in texts
