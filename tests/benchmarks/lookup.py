"""Parts 1 to 3: a look-up as a process, against an idle interpreter, the tldr client, and itself
over a thousand times as many records."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measure import BenchmarkError, Command, Result, Spent, compare, ratios
from tests.benchmarks.shelf import Briefing, plain_environ, real, synthetic
from tests.benchmarks.tldr_cache import tldr_tar

QUERY = "医保"
_MANY = 300_000


def look_up(rounds: int) -> list[Result]:
    """Processor time of ``medbrief find`` by that of other things."""
    idle = Command("python -c pass", (sys.executable, "-c", "pass"), plain_environ())
    ours, many = _find(real()), _find(synthetic(_MANY))
    spent = compare([idle, ours, tldr_tar(), many], rounds)
    nothing, here, other, large = spent
    find = f"medbrief find {QUERY}"
    return [
        _seconds("python -c pass", nothing),
        _seconds(find, here),
        _seconds("tldr tar", other),
        _seconds(f"{find}, {_MANY:,} records", large),
        Result(f"{find} / python -c pass", "x", ratios(here, nothing), 3.0),
        Result(f"{find} / tldr tar", "x", ratios(here, other), 0.5),
        Result(f"{find}: {_MANY:,} records / real", "x", ratios(large, here), 1.2),
    ]


def _seconds(name: str, spent: list[Spent]) -> Result:
    return Result(f"{name}, CPU", "ms", tuple(item.cpu * 1000 for item in spent))


def _find(briefing: Briefing) -> Command:
    program = Path(sys.executable).with_name("medbrief")
    words = (str(program), "find", QUERY, "--lang", "zh", "--content", briefing.content)
    if not program.exists():
        raise BenchmarkError("medbrief is not installed beside this Python: `make bench` does that")
    answer = subprocess.run(words, env=briefing.environ, capture_output=True, check=False)
    if answer.returncode or QUERY.encode() not in answer.stdout:
        raise BenchmarkError(f"medbrief finds no {QUERY} in {briefing.name}")
    return Command(f"find in {briefing.name}", words, briefing.environ)
