"""Part 4: a query within a process that has the briefing open, over ever more records."""

from __future__ import annotations

import statistics
import time

from tests.benchmarks.measure import Result, percentile
from tests.benchmarks.queries import asked
from tests.benchmarks.shelf import Briefing, real, synthetic
from tui.search import find
from tui.store import open_store

_LIMITS = {300: 1.0, 30_000: None, 300_000: 5.0}
"""Milliseconds within which 95 of 100 queries are answered."""
_REPEATS = 3
_LOOSE = ("scattered", "parts", "similar", "homophone")
"""What a hit rests on where the words as they are typed are nowhere all found."""


def search(rounds: int) -> list[Result]:
    """Processor time of a search, for a mixed lot of queries."""
    results = _over(real(), rounds, None)
    for size, limit in _LIMITS.items():
        results += _over(synthetic(size), rounds, limit)
    return results


def _over(briefing: Briefing, rounds: int, limit: float | None) -> list[Result]:
    repeats = max(1, min(_REPEATS, rounds))
    with open_store(briefing.content, briefing.environ) as store:
        queries = asked(store)
        for query in queries:  # what of the file is read is in memory after this
            find(store, query)
        times, plain, found = [], [], 0
        for query in queries:
            taken = []
            for _ in range(repeats):
                start = time.process_time()
                hits = find(store, query)
                taken.append((time.process_time() - start) * 1000)
            times.append(statistics.median(taken))
            found += bool(hits)
            if hits and hits[0].reason not in _LOOSE:
                plain.append(times[-1])
    slowest = queries[times.index(max(times))]
    name = f"find, {briefing.name}, {found} of {len(queries)} queries answered"
    values = tuple(times)
    return [
        Result(f"{name}: median", "ms", values),
        Result("  p95", *_p95(times, limit)),
        Result("  of those found as they are typed: p95", *_p95(plain)),
        Result(f"  slowest ({slowest})", "ms", values, None, max(values)),
    ]


def _p95(
    times: list[float], limit: float | None = None
) -> tuple[str, tuple[float, ...], float | None, float]:
    return "ms", tuple(times), limit, percentile(times, 95)
