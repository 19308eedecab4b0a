"""The queries of a session, to recall them in the search box."""

from __future__ import annotations

_MAX_QUERIES = 50


class QueryHistory:
    """The queries whose results were left, the latest last, each once."""

    def __init__(self) -> None:
        self._queries: list[str] = []
        self._cycle: list[str] = []
        """The query that was typed, and the earlier ones, the latest first."""
        self._number = 0

    def keep(self, query: str) -> None:
        """Add a query; an empty one is not kept."""
        words = " ".join(query.split())
        if words:
            self._queries = [each for each in self._queries if each != words]
            self._queries = [*self._queries, words][-_MAX_QUERIES:]
        self._cycle = []

    def earlier(self, current: str) -> str | None:
        """Return the query before ``current``, after the oldest the one that was typed; None if
        there is no other."""
        if not self._cycle or self._cycle[self._number] != current:
            others = [each for each in reversed(self._queries) if each != current.strip()]
            self._cycle, self._number = [current, *others], 0
        if len(self._cycle) == 1:
            return None
        self._number = (self._number + 1) % len(self._cycle)
        return self._cycle[self._number]
