"""Formatting results as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tests.benchmarks.measure import Result
from tui.text.width import cell_width


def table(title: str, results: Iterable[Result]) -> str:
    """Return a heading and a line for each result."""
    lines = [title, f"  {_padded('')}{'':>9}      {'quartiles':>17}  {'n':>4}"]
    for result in results:
        low, high = result.spread
        line = f"  {_padded(result.name)}{_number(result.value):>9} {result.unit:<3}"
        line += f"  {_number(low):>7} … {_number(high):<7}  {len(result.values):>4}"
        if result.limit is not None:
            verdict = "holds" if result.holds else "DOES NOT HOLD"
            line += f"  wanted <= {result.limit:g} {result.unit}: {verdict}"
        lines.append(line)
    return "\n".join(lines)


def as_json(parts: dict[str, list[Result]]) -> str:
    """Return every result with its part as JSON."""
    objects = [
        {
            "part": part,
            "name": result.name.strip(),
            "unit": result.unit,
            "value": round(result.value, 4),
            "quartiles": [round(value, 4) for value in result.spread],
            "n": len(result.values),
            "limit": result.limit,
            "holds": result.holds,
        }
        for part, results in parts.items()
        for result in results
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2)


def _padded(name: str) -> str:
    return name + " " * max(1, 76 - cell_width(name))


def _number(value: float) -> str:
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"
