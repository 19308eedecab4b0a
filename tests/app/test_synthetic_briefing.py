"""The briefing that benchmarks generate has every table that the app reads: where a query failed,
the store would compile the content instead, and the benchmark would measure that."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.app.controller.keyboard import Keyboard
from tests.benchmarks.data.synthetic_database import write_database
from tests.benchmarks.data.synthetic_records import synthetic_records
from tui.store import Store

_RECORDS = 40


def test_the_app_reads_a_synthetic_briefing(tmp_path: Path) -> None:
    def recompile() -> sqlite3.Connection:
        pytest.fail("the store had to compile the briefing again")

    path = tmp_path / "synthetic.db"
    write_database(path, _RECORDS)
    record = max(synthetic_records(_RECORDS), key=lambda record: len(record.figures))
    with Store(sqlite3.connect(path), recompile) as store:
        user = Keyboard(store)
        user.press("slash")
        user.type(record.zh)
        assert user.rows[0].id == record.id
        user.press("enter")
        assert record.figures[0].value in user.page
        for section, _ in user.state.sections.names:
            user.apply(user.controller.section_chosen(section, user.positions()))
            assert bool(user.rows) == bool(user.state.sections.counts.get(section)), section
