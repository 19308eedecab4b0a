"""Question words of a query: a forecast or an amount is asked for, and words that only ask.

Imported only for queries that contain a character of such words: compiling the regular
expressions costs as much as the rest of a lookup.
"""

from __future__ import annotations

import re

_FORECAST = re.compile(
    r"预计|预测|有望|预期|\b(?:forecasts?|expected|projected|outlook|yuji|yuce)\b"
)
# These say how the answer is wanted, not what it must contain.
_QUESTION = re.compile(
    r"(?:是|有)?(?:多少|几)[家个起人位项条次]|(?:是|有)?多少|是什么|什么是|什么|哪些|哪几个|哪个|哪家|是谁|谁|怎么样|怎样|如何|吗|呢|请问|"
    r"\b(?:how (?:many|much)|what (?:is|are|was)|who (?:is|are)?|which|when)\b|"
    r"\b(?:duoshao|shenme|naxie|ruhe)\b|"
    r"\b(?:the|of|in|for|to|by|did|does|do|has|have|had|is|are|was|were|its?|their)\b"
)
_AMOUNT = re.compile(r"多少|\bduoshao\b|几家|几个|数量|how (?:many|much)|number of")


def asks_for_amount(folded: str) -> bool:
    """Return whether a folded query asks how many or how much."""
    return _AMOUNT.search(folded) is not None


def remove_question_words(folded: str) -> tuple[str, bool]:
    """Return a folded query without its question words, and whether it asks for a forecast. A
    query of nothing but such words (预测) is a search for them and stays as it is."""
    plain, forecasts = _FORECAST.subn(" ", _QUESTION.sub(" ", folded))
    return (plain if plain.strip() else folded), forecasts > 0
