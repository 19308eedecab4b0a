"""A lookup as a process, relative to an idle interpreter, to the tldr client, and to the same
lookup in a thousand times as many records."""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.data.briefings import (
    Briefing,
    installed_program,
    isolated_environ,
    live_briefing,
    synthetic_briefing,
)
from tests.benchmarks.data.tldr_cache import tldr_tar
from tests.benchmarks.measure import BenchmarkError, Command, Result, Spent, compare, ratios

QUERY = "医保"
_MANY_RECORDS = 300_000


def measure_lookup(rounds: int) -> list[Result]:
    """Measure the processor time of ``medbrief find`` and of what it is compared with."""
    idle = Command("python -c pass", (sys.executable, "-c", "pass"), isolated_environ())
    live, many = _find(live_briefing()), _find(synthetic_briefing(_MANY_RECORDS))
    of_idle, of_live, of_tldr, of_many = compare([idle, live, tldr_tar(), many], rounds)
    find = f"medbrief find {QUERY}"
    return [
        _milliseconds("python -c pass", of_idle),
        _milliseconds(find, of_live),
        _milliseconds("tldr tar", of_tldr),
        _milliseconds(f"{find}, {_MANY_RECORDS:,} records", of_many),
        Result(f"{find} / python -c pass", "x", ratios(of_live, of_idle), 2.9),
        Result(f"{find} / tldr tar", "x", ratios(of_live, of_tldr), 0.5),
        Result(f"{find}: {_MANY_RECORDS:,} records / real", "x", ratios(of_many, of_live), 1.2),
    ]


def _milliseconds(name: str, spent: list[Spent]) -> Result:
    return Result(f"{name}, CPU", "ms", tuple(item.cpu * 1000 for item in spent))


def _find(briefing: Briefing) -> Command:
    words = (installed_program(), "find", QUERY, "--lang", "zh", "--content", briefing.content)
    answer = subprocess.run(words, env=briefing.environ, capture_output=True, check=False)
    if answer.returncode or QUERY.encode() not in answer.stdout:
        raise BenchmarkError(f"medbrief finds no {QUERY} in {briefing.name}")
    return Command(f"find in {briefing.name}", words, briefing.environ)
