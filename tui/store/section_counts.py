"""How many records each section has."""

from __future__ import annotations

from tui.store.store import Store


def section_counts(store: Store) -> dict[str, int]:
    """Return the number of records by section, with one query."""
    rows = store.query("SELECT section, count(*) FROM records GROUP BY section")
    return {str(section): int(count) for section, count in rows}
