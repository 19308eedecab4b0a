"""Repeated deaths of session processes are reported, once a minute."""

from __future__ import annotations

import os
from pathlib import Path

from tui.serve.observability.death_counter import DeathCounter
from tui.serve.observability.log import Log
from tui.serve.observability.metrics import Metrics


def test_repeated_deaths_are_reported_once_a_minute(tmp_path: Path) -> None:
    log = Log("text", os.open(tmp_path / "log", os.O_WRONLY | os.O_CREAT))
    metrics, times = Metrics(), [0.0]
    counter = DeathCounter("session", log, metrics, lambda: times[0])

    def die(*moments: float) -> None:
        for times[0] in moments:
            counter.count()

    die(0, 30, 60, 90, 120)  # one in half a minute
    die(121, 122, 123)
    die(124, 125, 150)  # within the same minute
    die(184, 185, 186, 187, 188)
    log.close()
    lines = (tmp_path / "log").read_text().splitlines()
    assert len(lines) == 2
    assert lines[0].endswith('what="keep dying" kind=session deaths=5 seconds=60.0')
    assert b'medbrief_worker_deaths_total{kind="session"} 16.0' in metrics.render()
