"""What two questions are compared by: the concepts, names and words in them, the kinds of question
and the period."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.question.reader import Part, Question

RAREST = ""
"""The key in the table of rarities whose rarity is that of a key that no question has."""
_ASKING, _PERIOD, _FILLER = 0.6, 0.8, 0.5
"""Weight of a kind of question, a period and a word that says little, relative to a word as
rare."""


def question_keys(question: Question) -> dict[str, float]:
    """Return the keys of a question and the weight of each: 1 for a part of it, shared by the keys
    of the part."""
    keys: dict[str, float] = {}
    for part in question.parts:
        names, others = keys_of_part(part)
        for own, share in ((names, 0.5 if others else 1.0), (others, 0.5 if names else 1.0)):
            for key in own:
                keys[key] = max(keys.get(key, 0.0), share / len(own))
    keys |= {key_of_word(word): _FILLER for word in (*question.fillers, *question.qualifiers)}
    keys |= {f"?{kind}": _ASKING for kind in sorted(question.asks)}
    if question.query.months:
        keys[f"~{question.query.months.period()}"] = _PERIOD
    return keys


def keys_of_part(part: Part) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the key of the record with this name, and those of the concepts of a part; the words
    of one that has neither."""
    names = (f"@{part.names[0]}",) if part.names else ()
    if names or part.concepts:
        return names, part.concepts + part.broader
    return (), tuple(token.rstrip("*") for token in part.tokens)


def key_of_word(word: str) -> str:
    """Return the key of a word that is not looked up."""
    return f"-{word}"
