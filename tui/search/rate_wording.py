"""The words with which a question says of which time it asks the rate of growth. Imported for a
rate that starts before the time asked for."""

from __future__ import annotations

import re

_OF_SEVERAL_YEARS = ("compound", "cagr", "average", "复合", "年均", "平均", "每年")
"""Words for a rate of several years, which the change to one is not."""
_TO = re.compile(
    r"\b(?:to|until|till|by|through|up to) (?:the end of )?(?:20|19)\d\d\b|[到至](?:20|19)\d\d"
)
_YEAR_ON_YEAR = re.compile(
    r"同比|比上年|较上年|[过去近]一年|全年|\byear (?:on|over) year\b|\byoy\b|\by/y\b"
    r"|\b(?:year|12 months|twelve months) (?:to|ended|ending|until|up to|through)\b"
    r"|\bannual(?:ly)?\b|\byearly\b"
)


def asks_for_average(text: str) -> bool:
    """Return whether a question asks for the average growth a year."""
    return any(map(text.__contains__, _OF_SEVERAL_YEARS))


def asks_for_rate_to(text: str) -> bool:
    """Return whether a question for growth says of the year that it names that the growth ends with
    it (growth to 2030, 到2030年的增速), or asks for an average growth."""
    return asks_for_average(text) or _TO.search(text) is not None


def asks_year_on_year(text: str) -> bool:
    """Return whether a question asks for the growth from a month to the same one a year later."""
    return _YEAR_ON_YEAR.search(text) is not None
