"""Names that are written in another way: without spaces, or with characters that are wrong."""

from __future__ import annotations

from itertools import pairwise

from tui.database.vocabulary import CONCEPT_MARK, CONCEPTS, MEASURE
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import readings_of
from tui.question.term_lookup import named_records, spelled_texts, vocabulary_terms
from tui.text.fold import is_chinese
from tui.text.spelling_remainders import is_near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.question.reader import Part
    from tui.question.tables import Tables

_LONGEST_NAME = 24
"""Characters of a name that may be swapped."""
_LEAST_NAME = 4
"""Characters of a Chinese name of which one may be wrong."""
_LEAST_WORD = 3
"""Letters of a misspelt word beside the others of a name; of shorter ones every letter decides."""
_MOST_NAMES = 200
"""Names with the same beginning that are compared."""


def name_with_spaces(tables: Tables, text: str, position: int) -> str:
    """Return a name that is typed as one word with the spaces that it has (pingan: ping an)."""
    for names in tables.query("SELECT titles, names FROM folded WHERE position = ?", (position,)):
        for name in "\n".join(names).split("\n"):
            if name.replace(" ", "") == text:
                return name
    return text


def name_with_swapped_characters(tables: Tables, plain: str) -> tuple[int, ...]:
    """Return the positions of the records whose Chinese name is the text with two adjacent
    characters swapped."""
    if not 2 < len(plain) <= _LONGEST_NAME or not all(map(is_chinese, plain)):
        return ()
    variants = [
        plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :] for at in range(len(plain) - 1)
    ]
    return next(iter(named_records(tables, variants).values()), ())


def meaning_by_sound(
    tables: Tables, word: str
) -> tuple[tuple[int, ...], tuple[str, ...], bool] | None:
    """Return the record whose name a word of two characters abbreviates or the records whose short
    name sounds like it, or the marks of the measure that does; None where nothing does. Another
    concept is no name: 高瓴 is not 高龄."""
    if (abbreviated := _abbreviated_name(tables, word)) is not None:
        return (abbreviated,), (), False
    sounds = spelled_texts(readings_of(tables, word), [word], len(word))[word]
    for positions in named_records(tables, sounds).values():
        return positions, (), False
    for concepts in vocabulary_terms(tables, sounds).values():
        marks = tuple(CONCEPT_MARK + each for each, role in concepts if role in CONCEPTS)
        if marks and any(role == MEASURE for _, role in concepts):
            return (), marks, True
    return None


def _abbreviated_name(tables: Tables, word: str) -> int | None:
    """Return the record, if there is one, with a name of two words of two characters that begin
    with those of a word (京健 for 京东健康)."""
    sql = "SELECT DISTINCT position FROM exact_names WHERE name GLOB ? LIMIT 2"
    positions = [at for (at,) in tables.query(sql, ("?".join((*word, "")),))]
    return positions[0] if len(positions) == 1 else None


def text_with_whole_name(
    tables: Tables, text: str, parts: Sequence[Part]
) -> tuple[str, tuple[str, str] | None]:
    """Return a folded text in which the Chinese name of a company that begins with another name is
    written as in the briefing, and the name as typed and corrected: 平安好大夫 for 平安好医生."""
    for first, second in pairwise(parts):
        typed = first.text + second.text
        if not first.names or typed not in text or typed.isascii():
            continue
        if len(second.text) < 2 or (second.concepts and not second.names):
            continue
        names = tables.query(
            "SELECT n.name FROM exact_names n JOIN records r ON r.position = n.position "
            "WHERE n.name > ? AND n.name < ? AND abs(length(n.name) - ?) < 2 "
            "AND r.kind = 'player' LIMIT ?",
            (first.text, first.text + chr(0x10FFFF), len(typed), _MOST_NAMES),
        )
        for (name,) in names:
            if _is_slip(tables, typed, name, len(first.text)):
                return text.replace(typed, name), (typed, name)
    return text, None


def text_with_company_name(
    tables: Tables, text: str, parts: Sequence[Part]
) -> tuple[str, tuple[str, str]] | None:
    """Return a folded English text in which the name of a company of several words is written as in
    the briefing where one of its words has a letter that is wrong or missing, and this word as
    typed and corrected: Ali Health for Aly Health. None where there is no such name."""
    words = text.split(" ")
    for first, second in pairwise(parts):
        if second.names or second.concepts or f"{first.text} {second.text}" not in text:
            continue
        start = first.text.split(" ")[0]
        if start not in words:
            continue
        at = words.index(start)
        names = tables.query(
            "SELECT n.name FROM exact_names n JOIN records r ON r.position = n.position "
            "WHERE n.name > ? AND n.name < ? AND instr(n.name, ' ') AND r.kind = 'player' "
            "ORDER BY length(n.name) DESC LIMIT ?",
            (start[:2], start[:2] + chr(0x10FFFF), _MOST_NAMES),
        )
        for (name,) in names:
            written = name.split(" ")
            typed = words[at : at + len(written)]
            slips = [pair for pair in zip(typed, written, strict=False) if pair[0] != pair[1]]
            if len(typed) == len(written) and len(slips) == 1 and _is_word_slip(*slips[0]):
                return " ".join((*words[:at], name, *words[at + len(written) :])), slips[0]
    return None


def _is_word_slip(typed: str, name: str) -> bool:
    """Return whether a word is a name with one letter wrong, missing or added, not the first; the
    beginning of a word is found without a correction."""
    is_long = len(typed) >= _LEAST_WORD and not name.startswith(typed)
    return is_long and typed[0] == name[0] and is_near(typed, name)


def _is_slip(tables: Tables, typed: str, name: str, same: int) -> bool:
    """Return whether two Chinese names with the same beginning differ by one character, or by words
    for the same concept."""
    if len(name) < _LEAST_NAME:
        return False
    while typed[same : same + 1] == name[same : same + 1]:
        same += 1
    one, other = typed[same:], name[same:]
    if one[1:] in (other, other[1:]) or one == other[1:]:
        return True
    one, other = " ".join(one), " ".join(other)
    meanings = vocabulary_terms(tables, [one, other])
    return not set(meanings.get(one, ())).isdisjoint(meanings.get(other, ()))
