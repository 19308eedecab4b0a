"""The list of a section of any length: rows are read where they are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from tui.fast_namedtuple import TYPE_CHECKING
from tui.store.rows import Row
from tui.text.language import Language

if TYPE_CHECKING:
    from typing import overload

    from tui.store.store import Store

_BLOCK = 100
"""Rows that are read together: more than a window shows."""
_KEPT = 50
"""Blocks that are kept."""


class RowWindow(Sequence[Row]):
    """The rows of a section, most important first, as ``Store.rows`` gives them."""

    def __init__(self, store: Store, section: str, language: Language) -> None:
        self._store = store
        self._section = section
        self._language: Language = language
        self._count = store.row_count(section)
        self._blocks: dict[int, list[Row]] = {}

    def __len__(self) -> int:
        return self._count

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: int) -> Row: ...
        @overload
        def __getitem__(self, place: slice) -> list[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._count))]
        if place < 0:
            place += self._count
        if not 0 <= place < self._count:
            raise IndexError(place)
        block, within = divmod(place, _BLOCK)
        if block not in self._blocks:
            if len(self._blocks) >= _KEPT:
                del self._blocks[next(iter(self._blocks))]
            first = block * _BLOCK
            rows = self._store.rows(self._section, self._language, first, _BLOCK)
            self._blocks[block] = rows
        return self._blocks[block][within]

    def place_of(self, identity: str) -> int | None:
        """Where a record stands, without reading the rows before it."""
        return self._store.place_of(self._section, identity)
