"""The compiled sample briefing, opened with sqlite3."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui.compile import compile_briefing
from tui.load import Content, load_content


@pytest.fixture(scope="session")
def content(sample: Path) -> Content:
    """The records of the sample."""
    return load_content(sample)


@pytest.fixture(scope="session")
def compiled(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled file of the sample."""
    path = tmp_path_factory.mktemp("compiled") / "briefing.db"
    compile_briefing(content, path, "state")
    return path


@pytest.fixture
def database(compiled: Path) -> Iterator[sqlite3.Connection]:
    """The compiled file, open for reading."""
    with closing(sqlite3.connect(f"file:{compiled}?mode=ro", uri=True)) as opened:
        yield opened
