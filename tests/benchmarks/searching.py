"""Part 4: a query within a process that has the briefing open, over ever more records."""

from __future__ import annotations

import random
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
_WANTED = 5
"""Answers with their evidence, as the command gives."""
_WARMING = 60
_LOOSE = ("scattered", "parts", "similar", "homophone")
"""What a hit rests on where the words as they are typed are nowhere all found."""


def search(rounds: int) -> list[Result]:
    """Processor time of a search, for a mixed lot of queries."""
    results = _over(real(), rounds, None)
    for size, limit in _LIMITS.items():
        results += _over(synthetic(size), rounds, limit)
    return results


def _over(briefing: Briefing, rounds: int, limit: float | None) -> list[Result]:
    """Each query is asked once of an open briefing, as a person asks it: what the store remembers
    of it helps nobody. The first of them, which read what all need, are not counted."""
    taken: dict[str, list[float]] = {}
    reasons: dict[str, str] = {}
    for number in range(max(1, min(_REPEATS, rounds))):
        with open_store(briefing.content, briefing.environ) as store:
            queries = asked(store)
            random.Random(number).shuffle(queries)
            for place, query in enumerate(queries):
                start = time.process_time()
                hits = find(store, query, _WANTED)
                spent = (time.process_time() - start) * 1000
                if place >= _WARMING:
                    taken.setdefault(query, []).append(spent)
                    reasons[query] = hits[0].reason if hits else ""
    times = {query: statistics.median(each) for query, each in taken.items()}
    plain = [spent for query, spent in times.items() if reasons[query] not in (*_LOOSE, "")]
    slowest = max(times, key=lambda query: times[query])
    found = sum(map(bool, reasons.values()))
    name = f"find, {briefing.name}, {found} of {len(times)} queries answered"
    values = tuple(times.values())
    return [
        Result(f"{name}: median", "ms", values),
        Result("  p95", *_p95(list(values), limit)),
        Result("  of those found as they are typed: p95", *_p95(plain)),
        Result(f"  slowest ({slowest})", "ms", values, None, max(values)),
    ]


def _p95(
    times: list[float], limit: float | None = None
) -> tuple[str, tuple[float, ...], float | None, float]:
    return "ms", tuple(times), limit, percentile(times, 95)
