"""The module that the store reads SQLite with.

``sqlite3`` imports datetime for its adapters and converters, which the store does not use: a lookup
takes 5 % less time with the C module alone, whose names and classes are the same in 3.11 to 3.14.
"""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as sqlite3
else:
    try:
        import _sqlite3 as sqlite3
    except ImportError:  # the name of the C module is private
        import sqlite3

__all__ = ["sqlite3"]
