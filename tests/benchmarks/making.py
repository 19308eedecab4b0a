"""Part 6: the briefing from its TOML files, in a fresh process: read and validated, compiled."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.benchmarks.measure import BenchmarkError, Command, Result, Spent, compare
from tests.benchmarks.shelf import ROOT, plain_environ, real

_LIMIT = 0.5
_LOAD = """
import json, sys, time
times = [time.perf_counter()]
def lap():
    times.append(time.perf_counter())
from pathlib import Path
from tui.load import load_content
lap()
from tui.load.toml_reader import parse, read_text
folder = Path(sys.argv[1])
files = [*folder.rglob("*.toml"), *(folder.parent / "seeds").glob("*.toml")]
texts = [read_text(path, path.name) for path in files]
lap()
for path, text in zip(files, texts):
    parse(text, path.name)
lap()
load_content(folder)
lap()
print(json.dumps([after - before for before, after in zip(times, times[1:])]))
"""
_WHOLE = "import sys; from pathlib import Path; from tui.load import load_content; "
_WHOLE += "load_content(Path(sys.argv[1]))"
_COMPILE = """
import os, sys, tempfile
from tui.store import open_store
with tempfile.TemporaryDirectory() as cache:
    open_store(sys.argv[1], {**os.environ, "XDG_CACHE_HOME": cache}).close()
"""


def make(rounds: int) -> list[Result]:
    """Seconds of a process that reads the real briefing's TOML, and of one that compiles it."""
    content = real().content
    loading = Command("loading", (sys.executable, "-c", _WHOLE, content), plain_environ())
    compiling = Command("compiling", (sys.executable, "-c", _COMPILE, content), plain_environ())
    loaded, compiled = compare([loading, compiling], rounds)
    laps = [_laps(content) for _ in range(rounds)]
    imports, reading, parsing, whole = (tuple(column) for column in zip(*laps, strict=True))
    rest = tuple(
        total - read - parsed for total, read, parsed in zip(whole, reading, parsing, strict=True)
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


def _laps(content: str) -> list[float]:
    """Seconds of imports, reading, parsing, and of loading as a whole (which reads once more)."""
    words = (sys.executable, "-c", _LOAD, content)
    done = subprocess.run(words, cwd=ROOT, env=plain_environ(), capture_output=True, check=False)
    if done.returncode:
        raise BenchmarkError(f"the content cannot be loaded: {done.stderr.decode()[-300:]}")
    return [float(lap) for lap in json.loads(done.stdout)]
