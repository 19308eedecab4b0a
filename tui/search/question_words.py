"""What a query wants beside what it names: a forecast, an amount, words that merely ask.

Imported only for queries that hold a character of such words: its regular expressions cost as
much as the rest of a look-up.
"""

from __future__ import annotations

import re

_AHEAD = re.compile(r"预计|预测|有望|预期|\b(?:forecasts?|expected|projected|outlook|yuji|yuce)\b")
# Words of asking say how the answer is wanted, not what it must contain.
_ASKING = re.compile(
    r"(?:是|有)?(?:多少|几)[家个起人位项条次]|(?:是|有)?多少|是什么|什么是|什么|哪些|哪几个|哪个|哪家|是谁|谁|怎么样|怎样|如何|吗|呢|请问|"
    r"\b(?:how (?:many|much)|what (?:is|are|was)|who (?:is|are)?|which|when)\b|"
    r"\b(?:duoshao|shenme|naxie|ruhe)\b|"
    r"\b(?:the|of|in|for|to|by|did|does|do|has|have|had|is|are|was|were|its?|their)\b"
)
_AMOUNT = re.compile(r"多少|\bduoshao\b|几家|几个|数量|how (?:many|much)|number of")


def asks_amount(asked: str) -> bool:
    """Whether a folded query asks how many or how much."""
    return _AMOUNT.search(asked) is not None


def without_asking(asked: str) -> tuple[str, bool]:
    """A folded query without words of asking, and whether it asks for a forecast. A query of
    nothing but such words means them: 预测."""
    plain, ahead = _AHEAD.subn(" ", _ASKING.sub(" ", asked))
    return (plain if plain.strip() else asked), ahead > 0
