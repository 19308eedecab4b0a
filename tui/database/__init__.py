"""The format of briefing.db: schema.sql, its version, and the rows that both halves share.

The build half writes the file and the store reads it; neither imports the other for that.
"""

from __future__ import annotations

SCHEMA_VERSION = 22
"""``PRAGMA user_version`` of the file; a file with another version is compiled again."""

APPLICATION_ID = 0x6D656462
"""``medb``: by this value ``file`` and SQLite recognize the format (``PRAGMA application_id``)."""
