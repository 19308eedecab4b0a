"""What systemd says about the printed unit, and a server that runs under its protocol."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.inside import run

_MAX_EXPOSURE = 20
"""Tenths, as --threshold= wants them; 0 is best, 100 worst."""


@pytest.fixture(params=[(), ("--port", "22", "--host-key", "/etc/ssh/key")])
def unit(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A unit whose program exists on every machine."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd-analyze: install systemd")
    text = run("serve", "--anonymous", *request.param, "--print", "systemd").out
    program = next(line for line in text.splitlines() if line.startswith("ExecStart="))
    path = program.partition("=")[2].split()[0]
    unit = tmp_path / "medbrief.service"
    unit.write_text(text.replace(path, "/bin/true"))
    return unit


def _analyze(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *words], capture_output=True, text=True, timeout=60, check=False
    )


def test_systemd_accepts_the_unit(unit: Path) -> None:
    done = _analyze("verify", str(unit))
    assert (done.returncode, [line for line in done.stderr.splitlines() if "medbrief" in line]) == (
        0,
        [],
    )


def test_the_unit_exposes_little(unit: Path) -> None:
    done = _analyze("security", "--offline=yes", f"--threshold={_MAX_EXPOSURE}", str(unit))
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
