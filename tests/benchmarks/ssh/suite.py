"""The briefing over SSH: connecting, lookups, keys, and many sessions."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks.measure import Result
from tests.benchmarks.ssh.connect import measure_connect
from tests.benchmarks.ssh.keys import measure_keys
from tests.benchmarks.ssh.lookup import measure_lookups
from tests.benchmarks.ssh.scaling import measure_scaling
from tests.benchmarks.ssh.server import run_server


def measure_ssh(rounds: int) -> list[Result]:
    """Measure one server; for comparison OpenSSH, if it is installed."""
    with tempfile.TemporaryDirectory(prefix="medbrief-ssh-") as name:
        home = Path(name)
        with run_server(home) as server:
            return [
                *measure_connect(server, home, rounds),
                *measure_lookups(server, home, rounds),
                *measure_keys(server, rounds),
                *measure_scaling(server, rounds),
            ]
