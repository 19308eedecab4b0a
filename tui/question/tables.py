"""The tables of a briefing, as questions are read with."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any, Protocol, TypeVar

    _T = TypeVar("_T")

    class Tables(Protocol):
        """A briefing that is opened (``tui.store.Store``) or being compiled."""

        def query(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
            """Return the rows of a SELECT."""

        def memoize(self, key: object, make: Callable[[], Any]) -> Any:
            """Return the result of ``make``, cached under ``key``."""


_MOST_VALUES = 512
_FEW_VALUES = 16


def in_list(values: Iterable[_T]) -> tuple[str, list[_T]]:
    """Return the placeholders of ``x IN (…)`` and their values, without duplicates. The last one is
    repeated up to a power of two or, above 16, a quarter between two of them: texts of few lengths
    are found among the connection's compiled statements (a search takes 5 % less time)."""
    wanted = list(dict.fromkeys(values))
    if (count := len(wanted)) > 1:
        bits = (count - 1).bit_length()
        step = 1 << (bits if count <= _FEW_VALUES else bits - 3)
        wanted += wanted[-1:] * (-count % step)
    return ",".join("?" * len(wanted)), wanted


def in_lists(values: Sequence[_T]) -> Iterator[tuple[str, list[_T]]]:
    """Yield ``in_list`` of a few values after the other: SQLite has a maximum for one statement."""
    for start in range(0, len(values), _MOST_VALUES):
        yield in_list(values[start : start + _MOST_VALUES])


def readings_of(tables: Tables, chars: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the readings of Chinese characters, without tones, the usual one first."""
    places, wanted = in_list(chars)
    sql = f"SELECT char, pinyin, others FROM readings WHERE char IN ({places})"
    return {char: (usual, *others.split()) for char, usual, others in tables.query(sql, wanted)}
