"""``python -m tests.benchmarks``: run the benchmarks and print the results.

The exit code is 0 whatever the results are, because a slow machine is not a failure; it is 1 if
something could not be run.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

# Before Textual is imported anywhere, as medbrief itself does.
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"

from tests.benchmarks import build, lookup, report, review, search
from tests.benchmarks.app import first_frame, keys, search_box
from tests.benchmarks.measure import BenchmarkError, Result
from tests.benchmarks.ssh.suite import measure_ssh

_PARTS: dict[str, tuple[str, Callable[[int], list[Result]], int]] = {
    "lookup": ("A lookup as a process", lookup.measure_lookup, 40),
    "search": ("A query in an open briefing (CPU)", search.measure_search, 3),
    "app": ("The app in a terminal", first_frame.measure_start, 15),
    "keys": ("A key in a terminal", keys.measure_keys, 3),
    "typing": ("A key in the search box, with a headless driver", search_box.measure_typing, 5),
    "ssh": ("Over SSH", measure_ssh, 20),
    "review": ("What medbrief review proposes", review.measure_review, 1),
    "making": ("From TOML", build.measure_build, 10),
}
"""Title, function, and number of rounds that gives a stable result."""


def main() -> int:
    """Run the requested parts."""
    options = _options()
    results: dict[str, list[Result]] = {}
    failed = False
    for part in options.part or _PARTS:
        title, measure, rounds = _PARTS[part]
        try:
            results[part] = measure(options.rounds or rounds)
        except BenchmarkError as error:
            sys.stderr.write(f"{part}: {error}\n")
            failed = True
            continue
        if not options.json:
            sys.stdout.write(report.table(title, results[part]) + "\n\n")
            sys.stdout.flush()
    if options.json:
        sys.stdout.write(report.as_json(results) + "\n")
    return int(failed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "part", nargs="*", choices=[*_PARTS, []], help=f"one or more of: {', '.join(_PARTS)}"
    )
    parser.add_argument("--rounds", type=_count, help="number of repetitions")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("expected a number from 1 up")
    return number


if __name__ == "__main__":
    sys.exit(main())
