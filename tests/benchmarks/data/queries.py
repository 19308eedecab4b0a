"""Queries of the benchmarks: the live acceptance table, and texts of the briefing itself."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import tomli

from tui.store import Store
from tui.text.fold import FULL_NAME_MARK, is_chinese

_TABLE = Path(__file__).with_name("live_queries.toml")
_SEED = 7
_EVERY = 4
"""Of the queries of the table every so many are timed."""


class LiveQuery(NamedTuple):
    """A query on the live content and what may answer it; see live_queries.toml for the fields."""

    text: str
    way: str
    ids: tuple[str, ...]
    facts: tuple[str, ...]
    match: str
    held_out: bool


def live_queries() -> list[LiveQuery]:
    """Return the table of queries on the live content."""
    return [
        LiveQuery(
            row["ask"],
            row["way"],
            tuple(row["ids"]),
            tuple(row.get("facts", ())),
            row["match"],
            row.get("held_out", False),
        )
        for row in tomli.loads(_TABLE.read_text("utf-8"))["query"]
    ]


def mixed_queries(store: Store, records: int = 60) -> list[str]:
    """Return the texts of the table, and queries for some of the store's records, each typed in
    several ways."""
    table = [query.text for query in live_queries()][::_EVERY]
    dice = random.Random(_SEED)
    last = next(store.query("SELECT max(position) FROM folded"))[0]
    own: list[str] = []
    for position in dice.sample(range(last + 1), records):
        row = next(
            store.query("SELECT titles, names, pinyin FROM folded WHERE position = ?", (position,))
        )
        own += _variants(*(text.split("\n") for text in row), dice)
    return [*table, *dict.fromkeys(own)]


def _variants(
    titles: list[str], names: list[str], pinyin: list[str], dice: random.Random
) -> Iterator[str]:
    """Yield ways to type the name of a record."""
    title = titles[0]
    yield title
    yield title[: max(2, len(title) // 2)]
    yield title[-4:]
    yield f"{title[:6]} {dice.randrange(2015, 2024)}"
    yield dice.choice(names)
    yield " ".join(titles[-1].split()[-2:])
    full = [line[1:] for line in pinyin if line.startswith(FULL_NAME_MARK)]
    yield from full[:2]  # all syllables, and initials
    yield from (line[: dice.randrange(3, 9)] for line in full[:1])
    if len(title) > 3:
        yield _misspelled(title, dice)
        yield _misspelled(titles[-1], dice)


def _misspelled(text: str, dice: random.Random) -> str:
    """Return the text with a letter missing, added, or swapped with the next one."""
    at = dice.randrange(1, len(text) - 1)
    wrong = "未" if is_chinese(text[0]) else "q"
    return dice.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + wrong + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )
