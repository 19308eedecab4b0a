"""The compiled briefing as the server holds it: in memory, whole, whatever happens to its file."""

from __future__ import annotations

import os
import sqlite3
from typing import NamedTuple, NoReturn

from tui.store import Store, open_store


class Snapshot(NamedTuple):
    """An open briefing, and the bytes that another process can open."""

    store: Store
    image: bytes


def load(content: str | None) -> Snapshot:
    """The briefing of today's content, compiled if need be.

    Raises:
        BriefingError: the content does not hold.
    """
    with open_store(content, os.environ) as kept:
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        kept.copy_into(memory)
    return Snapshot(Store(memory, _no_other), memory.serialize())


def opened(image: bytes) -> Store:
    """The briefing of these bytes. Forked processes may share it: there is no file beneath."""
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    memory.deserialize(image)
    return Store(memory, _no_other)


def _no_other() -> NoReturn:
    raise sqlite3.DatabaseError("the briefing in memory is damaged")
