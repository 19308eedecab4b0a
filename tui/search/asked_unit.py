"""The unit in which a question asks for a figure: market size in trillions, 市场规模是多少万亿.
Every figure is shown in its own unit, so the unit is no word to look up."""

from __future__ import annotations

import re

_ENDS = re.compile(
    r"[,，]?\s+(?:expressed |measured |given )?in (?:the )?(?:(?:hundred|ten)s? of )?"
    r"(?:(?:thousand|million|billion|trillion)s?|万亿|亿|万|yuan|rmb|cny|people)"
    r"(?: (?:of )?(?:yuan|rmb|cny|people|users))?(?=\s*[?？]?$)"
    r"|[（(]?(?:单位|以)[是为:：]?(?:万亿|亿|万)[元人]?(?:为单位|计算|计)?[）)]?(?=\s*[?？]?$)",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"(多少|几)个?(?:万亿|亿|万)(?=[元人家起名位]?\s*[?？]?$)")
_ENGLISH_HOW_MANY = re.compile(
    r"\bhow many (?:m|b|tr)illions?(?: (?:of )?(?:yuan|rmb|cny))? (?=is|was|are|were|did)",
    re.IGNORECASE,
)


def without_asked_unit(text: str) -> str:
    """Return a question without the unit in which it asks for a figure; as it is where nothing else
    is left."""
    rest = _HOW_MANY.sub("多少", _ENDS.sub("", text))
    rest = _ENGLISH_HOW_MANY.sub("how much ", rest)
    return rest if any(map(str.isalnum, rest)) else text
