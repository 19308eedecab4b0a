"""What systemd says about the printed unit, and a server that runs under its protocol."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.e2e.ssh.openssh_client import free_port
from tests.serve.http_client import get
from tests.serve.server_process import TIMEOUT, ServerProcess

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


def _system_calls(name: str) -> set[str]:
    """The members of a set of system calls, such as ``@system-service``."""
    found: set[str] = set()
    for line in _analyze("syscall-filter", name).stdout.splitlines()[1:]:
        word = line.strip()
        if word.startswith("@"):
            found |= _system_calls(word)
        elif word and not word.startswith("#"):
            found.add(word)
    return found


async def test_the_server_runs_within_the_system_calls_of_the_unit(
    server_environ: dict[str, str], tmp_path: Path, sample_copy: Path
) -> None:
    for program, package in (("strace", "strace"), ("systemd-analyze", "systemd")):
        if not shutil.which(program):
            pytest.skip(f"no {program}: install {package}")
    unit = run("serve", "--anonymous", "--print", "systemd").out
    allowed: set[str] = set()
    for forbidden, name in re.findall(r"^SystemCallFilter=(~?)(\S+)$", unit, re.MULTILINE):
        calls = _system_calls(name)
        allowed = allowed - calls if forbidden else allowed | calls
    summary, health_port = tmp_path / "summary", free_port()
    server = ServerProcess(
        {**server_environ, "HOME": str(tmp_path), "MEDBRIEF_CONTENT": str(sample_copy)},
        *("--anonymous", "--metrics", str(health_port), "--end-grace", "1"),
        wrapper=["strace", "-f", "-qq", "-c", "-U", "name", "-o", str(summary)],
    )
    (pid,) = server.children()
    assert (await get(health_port, "/ready")).status == 200
    assert (await server.run("export --all")).code == 0
    file = sample_copy / "briefing.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    os.kill(pid, signal.SIGHUP)
    server.wait_for_event("content", what="reloaded")
    os.kill(pid, signal.SIGTERM)
    assert server.process.wait(TIMEOUT) == 0
    server.close()
    used = {line.strip() for line in summary.read_text().splitlines()}
    used = {name for name in used if name.replace("_", "").isalnum()} - {"syscall", "total"}
    assert {"execve", "openat", "setsid"} <= used
    assert used - allowed == set()
