"""The command that a query means whose first word is a mistyped command."""

from __future__ import annotations

from itertools import product

from tui.cli.commands import COMMAND_NAMES, SYNONYMS, load_command
from tui.cli.output.writer import printable
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import readings_of
from tui.text.fold import is_chinese
from tui.text.spelling_remainders import LEAST_LENGTH, is_correctable, is_near
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.search.verdict import Verdict
    from tui.store import Store

_OPTIONS_TYPED_AS_COMMANDS = {"version": "--version"}
"""Words that are commands in other programs, and options in this one."""
_LEAST_CAPITALIZED = 5
"""Letters from which on a word with a capital may be a command: a shorter one is a name (Cita)."""
_LEAST_SOUND = 6
"""Letters of commands that a word may also sound like (compair)."""
_VOWELS = str.maketrans("", "", "aeiouy")
OTHER_WORDS = words_of(
    "bind cheek chick chuck citi city cute expect expert fend fiend fiery final fine find fins "
    "fond fund grief heap held hell helm heir hind how kind knit last least lift lint lisp lost "
    "mind omen oven past pens pine ping pink pint preview reviewer rind scheme schemes serum "
    "server service shop short shot site slow snow stow swerve unit units wind"
)
"""English words that differ from a command by a letter."""


def mistyped_command(
    store: Store, query: str, verdict: Verdict | None, *, remote: bool = False
) -> str:
    """Return the command line that a query means whose first word is nearly a command and is not in
    the briefing, neither as a word nor in pinyin; empty for none.

    Args:
        store: the briefing.
        query: the query, as typed.
        verdict: that of the best answer; None where nothing is found.
        remote: whether only commands that are available over SSH count.
    """
    first, space, rest = query.strip().partition(" ")
    missing = verdict.missing if verdict else ()
    if is_chinese(first[:1]):
        is_answered = verdict is not None and verdict.match == "exact"
        meant = "" if rest or is_answered else _like_chinese_command(store, first)
        return f"medbrief {meant}" if meant else ""
    word = first.lower()
    if not (first.isascii() and first.isalpha()) or word in OTHER_WORDS:
        return ""
    if first != word and (rest or len(word) < _LEAST_CAPITALIZED):
        return ""
    is_missing = verdict is None or word in missing
    if not is_missing and (not is_correctable(word) or _is_known(store, word)):
        return ""
    if not rest:
        meant = next((name for name in _names(store, remote) if _is_like(word, name)), "")
        meant = _OPTIONS_TYPED_AS_COMMANDS.get(meant, meant)
        return f"medbrief {meant}" if meant else ""
    if verdict and verdict.match == "exact":
        return ""
    for name in COMMAND_NAMES:
        is_form = word in (f"{name}s", f"{name}d")
        if _is_like(word, name) and not is_form and _takes_words(name, remote):
            return printable(f"medbrief {name}{space}{rest}", 200)
    return ""


def _names(store: Store, remote: bool) -> Iterator[str]:
    """Yield what may be typed alone: commands, kinds of records and such as ``version``."""
    yield from (name for name in COMMAND_NAMES if _is_offered(name, remote))
    yield from (word for kind in store.kinds() for word in kind.words if word.isascii())
    yield from _OPTIONS_TYPED_AS_COMMANDS


def _is_offered(name: str, remote: bool) -> bool:
    return not name.startswith("_") and (not remote or load_command(name).over_ssh != "")


def _takes_words(name: str, remote: bool) -> bool:
    if not _is_offered(name, remote):
        return False
    return any(not argument.is_flag for argument in load_command(name).arguments)


def _is_like(word: str, name: str) -> bool:
    """Return whether a word is a name but for a letter, for two that are swapped, or in a long one
    for its vowels."""
    if len(name) < LEAST_LENGTH:
        return False
    if is_near(word, name) or word == name:  # version
        return True
    is_long = min(len(word), len(name)) >= _LEAST_SOUND and word[0] == name[0]
    return is_long and word.translate(_VOWELS) == name.translate(_VOWELS)


def _like_chinese_command(store: Store, word: str) -> str:
    """Return the Chinese command or kind of record that sounds like a word which the briefing does
    not have; empty for none."""
    kinds = (name for kind in store.kinds() for name in kind.words if not name.isascii())
    names = [name for name in (*SYNONYMS, *kinds) if len(name) == len(word)]
    if not names:
        return ""
    readings = readings_of(store, sorted({*"".join((word, *names))}))

    def sounds(text: str) -> set[tuple[str, ...]]:
        return set(product(*(readings.get(char, (char,)) for char in text)))

    typed = sounds(word)
    meant = next((name for name in names if not typed.isdisjoint(sounds(name))), "")
    sql = "SELECT 1 FROM folded WHERE instr(titles || names || body, ?) LIMIT 1"
    return "" if meant and any(store.query(sql, (word,))) else meant


def _is_known(store: Store, word: str) -> bool:
    sql = (
        "SELECT 1 FROM spellings WHERE remainder = ?1 AND word = ?1 "
        "UNION ALL SELECT 1 FROM exact_names WHERE name = ?1 "
        "UNION ALL SELECT 1 FROM readings WHERE pinyin = ?1 LIMIT 1"
    )
    return any(store.query(sql, (word,)))
