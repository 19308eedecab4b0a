"""The tables of a briefing, as questions are read with."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any, Protocol

    class Tables(Protocol):
        """A briefing that is opened (``tui.store.Store``) or being compiled."""

        def query(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
            """Return the rows of a SELECT."""

        def memoize(self, key: object, make: Callable[[], Any]) -> Any:
            """Return the result of ``make``, cached under ``key``."""


def readings_of(tables: Tables, chars: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the readings of Chinese characters, without tones, the usual one first."""
    places = ",".join("?" * len(chars))
    sql = f"SELECT char, pinyin, others FROM readings WHERE char IN ({places})"
    return {char: (usual, *others.split()) for char, usual, others in tables.query(sql, chars)}
