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
    wanted += wanted[-1:] * _padding(len(wanted))
    return ",".join("?" * len(wanted)), wanted


def _padding(count: int) -> int:
    bits = (count - 1).bit_length()
    return -count % (1 << (bits if count <= _FEW_VALUES else bits - 3))


def value_rows(values: Iterable[_T]) -> tuple[str, list[_T | None]]:
    """Return the table ``(VALUES …) typed`` and its values, as ``in_list`` does, with NULL, which
    equals nothing, in place of repeated values. Many values of which few are found are looked up a
    quarter faster by a join with these rows than by ``x IN (…)``, for which SQLite builds an index
    of the values."""
    wanted: list[_T | None] = [*dict.fromkeys(values)] or [None]
    wanted += [None] * _padding(len(wanted))
    return f"(VALUES {'(?),' * (len(wanted) - 1)}(?)) typed", wanted


def in_lists(values: Sequence[_T]) -> Iterator[tuple[str, list[_T]]]:
    """Yield ``in_list`` of a few values after the other: SQLite has a maximum for one statement."""
    for start in range(0, len(values), _MOST_VALUES):
        yield in_list(values[start : start + _MOST_VALUES])


def readings_of(tables: Tables, chars: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the readings of Chinese characters, without tones, the usual one first."""
    rows, wanted = value_rows(chars)
    sql = f"SELECT char, pinyin, others FROM {rows} CROSS JOIN readings ON char = column1"
    return {char: (usual, *others.split()) for char, usual, others in tables.query(sql, wanted)}


def by_pinyin(tables: Tables, words: Iterable[str]) -> dict[str, str]:
    """Return Chinese words by their usual pinyin."""
    chinese = [word for word in words if not word.isascii()]
    pinyin = readings_of(tables, sorted({*"".join(chinese)}))
    return {"".join([pinyin.get(it, (it,))[0] for it in word]): word for word in chinese}
