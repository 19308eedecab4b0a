"""Ground: what briefing.db is. The tables stand in schema.sql; both halves know its version.

Compiling writes the file, the store reads it; neither imports the other for that.
"""

from __future__ import annotations

SCHEMA_VERSION = 3
"""Kept in the file as ``PRAGMA user_version``; a file with another one is compiled anew."""

APPLICATION_ID = 0x6D656462
"""``medb``: what ``file`` and SQLite know the format by (``PRAGMA application_id``)."""
