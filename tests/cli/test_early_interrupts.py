"""Ctrl+C at any moment of a command ends it with 130, without a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import SAMPLE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no signals between processes here")

_INTERRUPT = """
import os, signal, sys
calls = 0
def hook(frame, event, _):
    global calls
    if event == "call" and "tui.cli" in sys.modules:
        calls += 1
        if calls == int(os.environ["INTERRUPTED_CALL"]):
            sys.setprofile(None)
            os.kill(os.getpid(), getattr(signal, os.environ["INTERRUPTED_BY"]))
sys.setprofile(hook)
if os.environ.get("COUNT_CALLS"):
    import atexit
    atexit.register(lambda: sys.stderr.write(f"{calls}\\n"))
"""
"""A ``sitecustomize`` that interrupts the process at its n-th function call after ``tui``."""


class _Command:
    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        (folder / "sitecustomize.py").write_text(_INTERRUPT)
        self._environment = {
            **environment,
            "PYTHONPATH": str(folder),
            "MEDBRIEF_CONTENT": str(SAMPLE / "content"),
        }

    def run(
        self, call: int, *words: str, by: str = "SIGINT", **changes: str
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {"INTERRUPTED_CALL": str(call), "INTERRUPTED_BY": by, **changes}
        return subprocess.run(
            [*words, "find", "医保"],
            env={**self._environment, **environment},
            capture_output=True,
            timeout=60,
        )


_MEDBRIEF = [str(Path(sys.executable).with_name("medbrief"))]


@pytest.fixture
def command(environment: Mapping[str, str], tmp_path: Path, sample_store: object) -> _Command:
    return _Command(tmp_path, environment)


def _assert_interrupted(done: subprocess.CompletedProcess[bytes]) -> None:
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.parametrize(
    "way", [_MEDBRIEF, [sys.executable, "-m", "tui"]], ids=["medbrief", "python -m tui"]
)
def test_an_interrupt_exits_with_130_at_every_moment(command: _Command, way: list[str]) -> None:
    command.run(0, *way)  # the next ones load their modules from the code cache
    counted = command.run(0, *way, COUNT_CALLS="1")
    assert counted.returncode == 0
    last = int(counted.stderr)
    assert last > 1000
    steps = 6
    for call in [1, 2, 3, *(last * step // steps for step in range(1, steps)), last - 20]:
        _assert_interrupted(command.run(call, *way))


def test_sigterm_ends_the_start_without_a_traceback(command: _Command) -> None:
    for call in (1, 500):
        done = command.run(call, *_MEDBRIEF, by="SIGTERM")
        assert (done.returncode, done.stderr) == (-signal.SIGTERM, b"")


def test_importing_the_package_changes_no_signal_handler(environment: Mapping[str, str]) -> None:
    code = (
        "import signal; before = signal.getsignal(signal.SIGINT); import tui.cli.entry_point; "
        "print(signal.getsignal(signal.SIGINT) is before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert done.stdout == b"True\n"
