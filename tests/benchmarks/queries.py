"""What is asked of the search: the acceptance table, and words of the briefing itself."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import tomli

from tui.store import Store
from tui.text.fold import FULL_NAME_MARK, is_chinese

_TABLE = Path(__file__).with_name("live_queries.toml")
_SEED = 7


def asked(store: Store, records: int = 60) -> list[str]:
    """The table's queries, and those that some of the store's records give rise to: each is
    asked for in every way in which a person may."""
    table = [str(query["ask"]) for query in tomli.loads(_TABLE.read_text("utf-8"))["query"]]
    dice = random.Random(_SEED)
    last = next(store.query("SELECT max(position) FROM folded"))[0]
    own: list[str] = []
    for place in dice.sample(range(last + 1), records):
        row = next(
            store.query("SELECT titles, names, sounds FROM folded WHERE position = ?", (place,))
        )
        own += _ways(*(text.split("\n") for text in row), dice)
    return [*table, *dict.fromkeys(own)]


def _ways(
    titles: list[str], names: list[str], sounds: list[str], dice: random.Random
) -> Iterator[str]:
    title = titles[0]
    yield title
    yield title[: max(2, len(title) // 2)]
    yield title[-4:]
    yield f"{title[:6]} {dice.randrange(2015, 2024)}"
    yield dice.choice(names)
    yield " ".join(titles[-1].split()[-2:])
    whole = [line[1:] for line in sounds if line.startswith(FULL_NAME_MARK)]
    yield from whole[:2]  # in full, and by initials
    yield from (line[: dice.randrange(3, 9)] for line in whole[:1])
    if len(title) > 3:
        yield _mistyped(title, dice)
        yield _mistyped(titles[-1], dice)


def _mistyped(text: str, dice: random.Random) -> str:
    """A letter too many, too few, or of two the wrong way round."""
    at = dice.randrange(1, len(text) - 1)
    wrong = "未" if is_chinese(text[0]) else "q"
    return dice.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + wrong + text[at + 1 :],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )
