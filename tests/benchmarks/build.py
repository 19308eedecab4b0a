"""Building the live briefing from its TOML files in a new process: load, validate, compile."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.benchmarks.data.briefings import ROOT, isolated_environ, live_briefing
from tests.benchmarks.measure import BenchmarkError, Command, Result, Spent, compare

_LIMIT = 0.5
_LOAD_IN_STEPS = """
import json, sys, time
times = [time.perf_counter()]
def step():
    times.append(time.perf_counter())
from pathlib import Path
from tui.load import load_content
step()
from tui.load.toml_reader import parse, read_text
folder = Path(sys.argv[1])
files = [*folder.rglob("*.toml"), *(folder.parent / "seeds").glob("*.toml")]
texts = [read_text(path, path.name) for path in files]
step()
for path, text in zip(files, texts):
    parse(text, path.name)
step()
load_content(folder)
step()
print(json.dumps([after - before for before, after in zip(times, times[1:])]))
"""
_LOAD_ALL = "import sys; from pathlib import Path; from tui.load import load_content; "
_LOAD_ALL += "load_content(Path(sys.argv[1]))"
_COMPILE = """
import os, sys, tempfile
from tui.store import open_store
with tempfile.TemporaryDirectory() as cache:
    open_store(sys.argv[1], {**os.environ, "XDG_CACHE_HOME": cache}).close()
"""


def measure_build(rounds: int) -> list[Result]:
    """Measure a process that loads the live briefing, and one that also compiles it."""
    content = live_briefing().content
    loading = Command("loading", (sys.executable, "-c", _LOAD_ALL, content), isolated_environ())
    compiling = Command("compiling", (sys.executable, "-c", _COMPILE, content), isolated_environ())
    loaded, compiled = compare([loading, compiling], rounds)
    steps = [_steps(content) for _ in range(rounds)]
    imports, reading, parsing, complete = (tuple(column) for column in zip(*steps, strict=True))
    rest = tuple(
        total - read - parsed
        for total, read, parsed in zip(complete, reading, parsing, strict=True)
    )
    return [
        Result("the briefing from TOML, a whole process: CPU", "s", _cpu(loaded), _LIMIT),
        Result("the briefing from TOML, a whole process: wall", "s", _wall(loaded), _LIMIT),
        Result("  of which imports", "s", imports),
        Result("  of which reading the files", "s", reading),
        Result("  of which parsing TOML", "s", parsing),
        Result("  of which validation and references", "s", rest),
        Result("reading, validating and compiling, a whole process: CPU", "s", _cpu(compiled)),
        Result("reading, validating and compiling, a whole process: wall", "s", _wall(compiled)),
    ]


def _cpu(spent: list[Spent]) -> tuple[float, ...]:
    return tuple(item.cpu for item in spent)


def _wall(spent: list[Spent]) -> tuple[float, ...]:
    return tuple(item.wall for item in spent)


def _steps(content: str) -> list[float]:
    """Return the seconds of imports, reading, parsing, and complete loading (which reads again)."""
    words = (sys.executable, "-c", _LOAD_IN_STEPS, content)
    done = subprocess.run(words, cwd=ROOT, env=isolated_environ(), capture_output=True, check=False)
    if done.returncode:
        raise BenchmarkError(f"the content cannot be loaded: {done.stderr.decode()[-300:]}")
    return [float(step) for step in json.loads(done.stdout)]
