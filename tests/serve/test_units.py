"""What `medbrief serve --print` writes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.inside import run


def test_the_unit_runs_the_line_that_was_given(tmp_path: Path) -> None:
    keys = tmp_path / "my keys"
    words = ["--authorized-keys", str(keys), "--port", "2200", "--watch", "--rate", "9/min"]
    said = run("serve", *words, "--print", "systemd", "--lang", "en")
    assert (said.code, said.err) == (0, "")
    (line,) = (each for each in said.out.splitlines() if each.startswith("ExecStart="))
    assert line.startswith("ExecStart=/")
    assert f"--authorized-keys '{keys}'" in line
    assert "--port 2200" in line
    assert "--watch" in line
    assert "--rate 9" in line
    assert "--print" not in line
    for wanted in ("DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "MemoryMax="):
        assert wanted in said.out


def test_a_unit_too_wants_to_know_who_may_come_in() -> None:
    said = run("serve", "--print", "systemd", "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "--authorized-keys" in said.err


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd-analyze here")
    unit = tmp_path / "medbrief.service"
    said = run("serve", "--anonymous", "--print", "systemd").out
    lines = [
        "ExecStart=/bin/true" if line.startswith("ExecStart=") else line
        for line in said.splitlines()
    ]
    unit.write_text("\n".join(lines))
    done = subprocess.run(
        ["systemd-analyze", "verify", str(unit)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert [line for line in done.stderr.splitlines() if "medbrief" in line] == []


def test_haproxy_is_told_in_the_language_of_the_operator() -> None:
    assert "同一把主机密钥" in run("serve", "--print", "haproxy", "--lang", "zh").out
    assert "share one host key" in run("serve", "--print", "haproxy", "--lang", "en").out
