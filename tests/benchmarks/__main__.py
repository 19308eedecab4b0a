"""``python -m tests.benchmarks``: measures, and says what holds.

Exit code 0 whatever the figures are: a slow machine is no failure. 1 where something could not
be run.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

# Before Textual is imported anywhere, as medbrief itself does.
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"

from tests.benchmarks import (
    app_keys,
    app_start,
    keystrokes,
    lookup,
    making,
    report,
    searching,
    ssh,
)
from tests.benchmarks.measure import BenchmarkError, Result

_PARTS: dict[str, tuple[str, Callable[[int], list[Result]], int]] = {
    "lookup": ("A look-up as a process", lookup.look_up, 40),
    "search": ("A query in an open briefing (CPU)", searching.search, 3),
    "app": ("The app in a terminal", app_start.start, 15),
    "keys": ("A key in a terminal", app_keys.press, 3),
    "typing": ("A key in the search box, by Textual's own driver", keystrokes.type_queries, 5),
    "ssh": ("Over SSH", ssh.serve, 20),
    "making": ("From TOML", making.make, 10),
}
"""Title, what measures, and how many rounds are enough to tell."""


def main() -> int:
    """Run the parts that were asked for."""
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
    parser.add_argument("--rounds", type=_count, help="how often everything is measured")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
