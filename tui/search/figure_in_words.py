"""Answers without a figure of their own to a question for a number: whether the text of one of
them has a number, so that it is not true that no figure is given."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.features import IN_BODY, WITH_FIGURES
from tui.search.verdict import GUESSED, Verdict

if TYPE_CHECKING:
    from tui.search.ranking import Ranked

_COMPARED = 5
_NUMBER = re.compile(
    r"\d ?(?:%|万|亿|倍|(?:hundred|thousand|[mbtr]+illion|percent)\b)"
    r"|\d[\d.,]*\+? ?(?:多|余)?(?:家|人|次|个|位|名|项|万|亿|元|种|例|户|条)"
    r"|(?:cny|rmb) ?\d|(?<![\d.])\d{1,3}(?:,\d{3})+(?![\d,])"
)
"""A number that is no year, date or number of a document."""


def with_figure_first(best: list[tuple[Ranked, Verdict]]) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first is said to give no figure, without that remark and with the
    first one first whose text has a number and all words of the question; as they are where there
    is none."""
    for at, (item, _) in enumerate(best[:_COMPARED]):
        record, fact = item.described.record, item.described.chosen.fact
        has_words = min(item.described.found, default=0.0) >= IN_BODY
        of_text = record.kind not in WITH_FIGURES and _NUMBER.search(record.body)
        if has_words and (fact.value or of_text):
            first = item._replace(score=max(item.score, best[0][0].score))
            return [(first, Verdict("near", (), GUESSED)), *best[:at], *best[at + 1 :]]
    return best
