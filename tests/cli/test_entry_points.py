"""The console script and ``python -m tui`` are the same command."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.command import Medbrief
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("words", "code"), [("--version", 0), ("find zzzzzz", 1), ("list --nonsense", 2)]
)
def test_python_m_tui_runs_the_command(medbrief: Medbrief, words: str, code: int) -> None:
    module = subprocess.run(
        [sys.executable, "-m", "tui", *words.split()],
        env=dict(medbrief.environment),
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )
    script = medbrief.process(*words.split())
    assert script.code == code
    assert (module.returncode, module.stdout, module.stderr) == script
