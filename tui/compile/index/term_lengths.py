"""The rows of the table ``term_lengths``: how names and terms begin, and how long they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from tui.compile.index.pinyin import syllables_and_words
from tui.text.stem import term_tokens


def write_term_lengths(database: sqlite3.Connection) -> None:
    """Write the first two tokens, also as they sound, and the length of each name and term of
    several tokens; the tables ``exact_names`` and ``vocabulary`` are complete."""
    names = database.execute("SELECT DISTINCT name FROM exact_names")
    terms = database.execute("SELECT DISTINCT term FROM vocabulary")
    lengths = {row for (name,) in names for row in _starts(name)}
    lengths |= {row for (term,) in terms for row in _starts(term, term.split(" "))}
    database.executemany("INSERT INTO term_lengths VALUES (?, ?)", sorted(lengths))


def _starts(text: str, tokens: list[str] | None = None) -> Iterator[tuple[str, int]]:
    """Yield how a text begins, and its length in tokens."""
    written = tokens or [token for token, *_ in term_tokens(text)]
    spoken = [] if text.isascii() else syllables_and_words("".join(written) if tokens else text)
    for each in (written, spoken):
        if len(each) > 1:
            yield " ".join(each[:2]), len(each)
