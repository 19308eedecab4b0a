"""``make run`` in a fresh copy of the checkout: it says what it does, and installs what running
needs and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow
# Where make runs the tests, its variables would let this make print its directory.
_OUTSIDE_MAKE = {
    name: value
    for name, value in os.environ.items()
    if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")
}
_NOT_COPIED = (".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "dist", "originals")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    copy = tmp_path / "medbrief"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_NOT_COPIED))
    return copy


def _make(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "run", "ARGS=find 医保 --lang en"],
        cwd=checkout,
        env=_OUTSIDE_MAKE,
        capture_output=True,
        encoding="utf-8",
    )


def test_make_run_installs_only_what_running_needs(checkout: Path) -> None:
    first = _make(checkout)
    if "No matching distribution" in first.stdout:
        pytest.skip("the package index cannot be reached")
    assert first.returncode == 0, first.stdout + first.stderr
    assert first.stdout.startswith("Setting up medbrief in .venv:\n  Virtual environment")
    assert "医保" in first.stdout

    python = str(checkout / ".venv/bin/python")
    listed = subprocess.run(
        [python, "-m", "pip", "list", "--format=json"], capture_output=True, check=True
    )
    installed = {package["name"].lower() for package in json.loads(listed.stdout)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {line.partition(">")[0].partition("=")[0] for line in project["dependencies"]}
    assert names <= installed
    assert not {"pytest", "mypy", "ruff", "asyncssh", "mcp", "hatchling"} & installed

    second = _make(checkout)
    assert "Setting up" not in second.stdout
    assert second.stdout in first.stdout


def test_a_failed_installation_shows_what_pip_said(checkout: Path) -> None:
    project = checkout / "pyproject.toml"
    project.write_text(project.read_text("utf-8").replace("jinja2>=3.1.6", "jinja2>=999"), "utf-8")
    done = _make(checkout)
    assert done.returncode != 0
    assert "jinja2" in done.stdout
    assert "ERROR" in done.stdout
    assert not (checkout / ".venv/.runtime-ready").exists()
