"""Mistakes put into the sample briefing, and what loading says of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tui.diagnostics import ContentError, Problem
from tui.load import load_content

HERE = "▮"
"""Marks in a text the place that a problem should name; it is not written to the file."""


class Place(NamedTuple):
    """Line and column from 1; zeros for the file as a whole."""

    line: int = 0
    column: int = 0


def problems_of(content: Path) -> tuple[Problem, ...]:
    """What loading finds wrong with ``content``; something must be."""
    with pytest.raises(ContentError) as caught:
        load_content(content)
    return caught.value.problems


def change(file: Path, old: str, new: str) -> Place:
    """Put ``new`` where ``old`` stands in a file. Returns the place that is marked in ``new``."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    text = text.replace(old, new)
    before, mark, after = text.partition(HERE)
    file.write_bytes((before + after).encode())
    if not mark:
        return Place()
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
