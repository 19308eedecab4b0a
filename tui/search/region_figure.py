"""Questions for a number in one province (number of internet hospitals in Shanghai, 上海有多少用户)
where figures are of the whole country: the remark says first that there is none for it."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.verdict import ASK_NUMBER
from tui.text.language import Wording, one_a_line
from tui.text.provinces import PROVINCE_NAMES, PROVINCES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.search.find import Explanation
    from tui.search.ranking import Ranked
    from tui.store import Store

_NONE = Wording(
    "没有{place}的数字，以下是最接近的", "no figure for {place}; showing the closest match"
)
_COMPARED = 3
_POLICIES = ("polic", "政策", "document", "文件", "规定")


def explained_without_region(
    store: Store, text: str, limit: int, explain: Callable[[Store, str, int], Explanation]
) -> Explanation | None:
    """Return the answers to a question for a number without the one province that it names, the
    first with a remark that says so. None where it asks for policies, or the answer to it is about
    the province, and where that without the province is no figure of a statistic."""
    folded = text.lower()
    typed = next(filter(folded.__contains__, PROVINCE_NAMES), "")
    if not typed or any(map(folded.__contains__, _POLICIES)):
        return None
    words = rf"(?:\b(?:are |is )?(?:there )?(?:in|of|for|from) )?\b{typed}(?:'s)?(?: province)?\b"
    if not typed.isascii():
        words = f"在?{typed}(?:市(?!场)|省|自治区)?(?:地区|的)?"
    found = re.search(words, folded)
    if found is None:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    if any(map(rest.lower().__contains__, PROVINCE_NAMES)):
        return None  # several
    explanation = explain(store, rest, limit)
    if not explanation.ranked or explanation.several:
        return None
    (first, verdict), *others = explanation.ranked
    is_figure = first.described.record.kind == "statistic" and first.described.chosen.fact.value
    question = explanation.question
    asks = question.asks & ASK_NUMBER or any(part.measure for part in question.parts)
    names = any(first.described.record.position in part.names for part in question.parts)
    if not is_figure or not (asks or names) or verdict.match not in ("exact", "other_period"):
        return None
    whole = explain(store, text, limit).ranked
    if whole and not whole[0][1].missing and _is_of_place(whole[0][0], typed):
        return None
    place = next(it for zh, it in PROVINCES.items() if typed in (zh, it.en.lower()))
    remark = _NONE.format(place=place)
    if verdict.remark.en:
        remark = one_a_line([remark, verdict.remark])
    verdict = verdict._replace(match="near", missing=(typed, *verdict.missing), remark=remark)
    gaps = [each for each in whole[:_COMPARED] if each[0].described.record.kind == "gap"][:1]
    same = {each[0].described.record.id for each in gaps}
    others = [*gaps, *(each for each in others if each[0].described.record.id not in same)]
    return explanation._replace(ranked=[(first, verdict), *others][:limit])


def _is_of_place(item: Ranked, place: str) -> bool:
    """Return whether an answer is a gap, or a figure of a place."""
    record, fact = item.described.record, item.described.chosen.fact
    if record.kind == "gap":
        return True
    return bool(fact.value) and place in f"{record.titles} {record.names} {fact.words}"
