"""A command line in the words of the reader's language, where both languages are accepted."""

from __future__ import annotations

from collections.abc import Sequence

from tui.search.several_answers import kinds_by_word
from tui.store import Store
from tui.text.language import Language


def command_in_language(store: Store, command: Sequence[str], language: Language) -> str:
    """Return a command line with the words for kinds of records and values of filters that readers
    of Chinese use."""
    if language == "en":
        return " ".join(command)
    words = [_kind_word(store, command[0]), *command[1:]]
    for place, option in enumerate(command[:-1]):
        if option.startswith("--"):
            words[place + 1] = _value_word(store, option[2:], command[place + 1])
    return " ".join(words)


def _kind_word(store: Store, word: str) -> str:
    kind = kinds_by_word(store).get(word)
    return next((each for each in (kind.words if kind else ()) if not each.isascii()), word)


def _value_word(store: Store, facet: str, values: str) -> str:
    """Return the labels of comma-separated values, those that need no quotes in a shell."""
    found = []
    for value in values.split(","):
        labels = store.query(
            "SELECT label_zh FROM facets WHERE facet = ? AND value = ? LIMIT 1", (facet, value)
        )
        plain = (label for (label,) in labels if label.replace("-", "").isalnum())
        found.append(next(plain, value))
    return ",".join(found)
