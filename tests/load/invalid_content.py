"""Invalidate files of the sample briefing and load it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tui.diagnostics import ContentError, Problem
from tui.load import load_content

MARKER = "▮"
"""Marks the expected position of a problem in a text; not written to the file."""


class ExpectedPosition(NamedTuple):
    """Line and column from 1; zeros for the whole file."""

    line: int = 0
    column: int = 0


def problems_of(content: Path) -> tuple[Problem, ...]:
    """Return the problems of ``content``; fail if it loads."""
    with pytest.raises(ContentError) as caught:
        load_content(content)
    return caught.value.problems


def change(file: Path, old: str, new: str) -> ExpectedPosition:
    """Replace ``old`` by ``new`` in a file. Return the position of the marker in ``new``."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {file.name}"
    text = text.replace(old, new)
    before, marker, after = text.partition(MARKER)
    file.write_bytes((before + after).encode())
    if not marker:
        return ExpectedPosition()
    return ExpectedPosition(before.count("\n") + 1, len(before) - before.rfind("\n"))
