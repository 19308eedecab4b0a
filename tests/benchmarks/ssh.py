"""Part 9: the briefing over SSH: opening, asking, typing, and many readers at once."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.benchmarks.measure import Result
from tests.benchmarks.ssh_asking import asked
from tests.benchmarks.ssh_growth import grown
from tests.benchmarks.ssh_keys import typed
from tests.benchmarks.ssh_opening import opened
from tests.benchmarks.ssh_server import serving


def serve(rounds: int) -> list[Result]:
    """One server for all of it; OpenSSH beside it, where it is installed."""
    with tempfile.TemporaryDirectory(prefix="medbrief-ssh-") as name:
        home = Path(name)
        with serving(home) as server:
            return [
                *opened(server, home, rounds),
                *asked(server, home, rounds),
                *typed(server, rounds),
                *grown(server, rounds),
            ]
