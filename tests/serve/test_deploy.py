"""``medbrief serve --print``: the systemd unit and the HAProxy configuration."""

from __future__ import annotations

import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from string import Template

import pytest

from tests.cli.inside import run


def _exec_start(unit: str) -> str:
    (line,) = (line for line in unit.splitlines() if line.startswith("ExecStart="))
    return line


def test_the_unit_runs_the_given_command_line(tmp_path: Path) -> None:
    keys = tmp_path / "my keys"
    words = ["--authorized-keys", str(keys), "--port", "2200", "--watch", "--rate", "9/min"]
    result = run("serve", *words, "--print", "systemd", "--lang", "en")
    assert (result.code, result.err) == (0, "")
    line = _exec_start(result.out)
    assert line.startswith("ExecStart=/")
    assert f"--authorized-keys '{keys}'" in line
    assert "--port 2200" in line
    assert "--watch" in line
    assert "--rate 9" in line
    assert "--print" not in line
    for setting in ("DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "MemoryMax="):
        assert setting in result.out
    assert "ExecReload=/bin/kill -HUP $MAINPID\n" in result.out


def test_the_unit_escapes_percent_signs_for_systemd(tmp_path: Path) -> None:
    keys = tmp_path / "100 %"
    result = run("serve", "--authorized-keys", str(keys), "--print", "systemd")
    assert f"--authorized-keys '{tmp_path}/100 %%'" in _exec_start(result.out)


def test_the_unit_requires_an_access_setting() -> None:
    result = run("serve", "--print", "systemd", "--lang", "en")
    assert (result.code, result.out) == (2, "")
    assert "--authorized-keys" in result.err


def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    unit = tmp_path / "medbrief.service"
    text = run("serve", "--anonymous", "--print", "systemd").out
    unit.write_text(text.replace(_exec_start(text), "ExecStart=/bin/true"))
    done = subprocess.run(
        ["systemd-analyze", "verify", str(unit)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert [line for line in done.stderr.splitlines() if "medbrief" in line] == []


def test_the_haproxy_configuration_names_the_server_and_its_health_check() -> None:
    words = ["--host", "192.0.2.1", "--port", "2200", "--print", "haproxy"]
    text = run("serve", *words, "--lang", "en").out
    assert "    bind :22\n" in text
    assert "    server node1 192.0.2.1:2200 check\n" in text
    assert "    tcp-check expect rstring ^SSH-2\\.0-\n" in text


def test_the_instructions_are_in_the_operators_language() -> None:
    assert "同一把主机密钥" in run("serve", "--print", "haproxy", "--lang", "zh").out
    assert "share one host key" in run("serve", "--print", "haproxy", "--lang", "en").out


@pytest.mark.parametrize("name", ["medbrief.service.tmpl", "haproxy.cfg.tmpl"])
def test_the_templates_are_valid(name: str) -> None:
    template = Template(files("tui.serve.deploy").joinpath(name).read_text(encoding="utf-8"))
    assert template.is_valid()
    assert template.get_identifiers()
