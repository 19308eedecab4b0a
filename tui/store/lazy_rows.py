"""The list of a section as a sequence that loads its rows on access, for lists of any length."""

from __future__ import annotations

from collections.abc import Sequence

from tui.fast_namedtuple import TYPE_CHECKING
from tui.store.rows import Row
from tui.text.language import Language

if TYPE_CHECKING:
    from typing import overload

    from tui.store.store import Store

_BLOCK_SIZE = 100
"""Rows that are loaded together: more than a window shows."""
_CACHED_BLOCKS = 50


class LazyRows(Sequence[Row]):
    """The rows of a section in its own order, as ``Store.rows`` returns them."""

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
        def __getitem__(self, index: int) -> Row: ...
        @overload
        def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(self._count))]
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError(index)
        block, offset = divmod(index, _BLOCK_SIZE)
        if block not in self._blocks:
            if len(self._blocks) >= _CACHED_BLOCKS:
                del self._blocks[next(iter(self._blocks))]
            first = block * _BLOCK_SIZE
            rows = self._store.rows(self._section, self._language, first, _BLOCK_SIZE)
            self._blocks[block] = rows
        return self._blocks[block][offset]

    def index_of(self, identity: str) -> int | None:
        """Return the index of a record without loading the rows before it."""
        return self._store.index_of(self._section, identity, self._language)
