"""A query in a process that has the briefing open, with more and more records; and the share of
the live queries whose expected answer comes first."""

from __future__ import annotations

import gc
import random
import statistics
import time

from tests.benchmarks.data.answer_quality import measure_quality
from tests.benchmarks.data.briefings import Briefing, live_briefing, synthetic_briefing
from tests.benchmarks.data.queries import live_queries, mixed_queries
from tests.benchmarks.measure import Result, percentile
from tui.cli.entry_point import GC_THRESHOLD
from tui.search import find
from tui.store import open_store

_LIMITS = {300: 1.0, 30_000: None, 300_000: 5.0}
"""Maximum p95 in milliseconds for a number of records."""
_REPEATS = 3
_HITS = 5
"""Hits with their evidence, as the command returns."""
_WARM_UP = 60


def measure_search(rounds: int) -> list[Result]:
    """Measure the processor time of a search for mixed queries, with garbage collection as in every
    process of medbrief."""
    thresholds = gc.get_threshold()
    gc.set_threshold(GC_THRESHOLD)
    try:
        results = [*_quality(), *_search_times(live_briefing(), rounds, None)]
        for size, limit in _LIMITS.items():
            results += _search_times(synthetic_briefing(size), rounds, limit)
    finally:
        gc.set_threshold(*thresholds)
    return results


def _quality() -> list[Result]:
    briefing = live_briefing()
    results = []
    with open_store(briefing.content, briefing.environ) as store:
        queries = live_queries()
        for held_out in (True, False):
            chosen = [query for query in queries if query.held_out == held_out]
            name = "held out" if held_out else "used for tuning"
            ways = sorted({query.way for query in chosen})
            groups = [(f"{len(chosen)} queries {name}", chosen)]
            groups += [
                (f"  {way}", [query for query in chosen if query.way == way]) for way in ways
            ]
            for title, group in groups:
                quality = measure_quality(store, group)
                first, three = quality.shares
                results.append(Result(f"{title}: first answer right", "%", (first,)))
                results.append(
                    Result(f"    among three; silently wrong: {quality.silent}", "%", (three,))
                )
    return results


def _search_times(briefing: Briefing, rounds: int, limit: float | None) -> list[Result]:
    """Measure each query once per opened store, as a reader types it, so that no cached result of
    the same query counts. The first queries fill the caches that all need and are not counted."""
    taken: dict[str, list[float]] = {}
    verdicts: dict[str, str] = {}
    for number in range(max(1, min(_REPEATS, rounds))):
        with open_store(briefing.content, briefing.environ) as store:
            queries = mixed_queries(store)
            random.Random(number).shuffle(queries)
            for index, query in enumerate(queries):
                start = time.process_time()
                hits = find(store, query, _HITS)
                spent = (time.process_time() - start) * 1000
                if index >= _WARM_UP:
                    taken.setdefault(query, []).append(spent)
                    verdicts[query] = hits[0].match if hits else ""
    times = {query: statistics.median(each) for query, each in taken.items()}
    as_typed = [spent for query, spent in times.items() if verdicts[query] == "exact"]
    slowest = max(times, key=lambda query: times[query])
    found = sum(map(bool, verdicts.values()))
    name = f"find, {briefing.name}, {found} of {len(times)} queries answered"
    values = tuple(times.values())
    return [
        Result(f"{name}: median", "ms", values),
        Result("  p95", *_p95(list(values), limit)),
        Result("  of those with an exact answer: p95", *_p95(as_typed)),
        Result(f"  slowest ({slowest})", "ms", values, None, max(values)),
    ]


def _p95(
    times: list[float], limit: float | None = None
) -> tuple[str, tuple[float, ...], float | None, float]:
    return "ms", tuple(times), limit, percentile(times, 95)
