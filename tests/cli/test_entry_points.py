"""The console script and ``python -m tui`` are the same command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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


_INTERRUPT = """
import atexit, os, signal, sys

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

def hook(event, arguments):
    if event == "import" and arguments[0] == "{moment}":
        interrupt()

if "{moment}" == "exit":
    atexit.register(interrupt)
sys.addaudithook(hook)
"""


@pytest.mark.parametrize(
    "moment",
    [
        "tui.cli.main",
        "tui.config.config",
        "tui.store.sqlite",
        "tui.cli.commands.find",
        "tui.search.find",
        "tui.cli.output.destination",
        "exit",
    ],
)
def test_ctrl_c_at_any_moment_prints_no_traceback(
    medbrief: Medbrief, tmp_path: Path, moment: str
) -> None:
    """``moment``: the module that is being imported, or the exit of the interpreter."""
    (tmp_path / "sitecustomize.py").write_text(_INTERRUPT.format(moment=moment), "utf-8")
    line = ["find", "青禾健康", "--output=-"]
    if moment == "tui.cli.output.destination":
        line[-1] = f"--output={tmp_path / 'out'}"
    answer = medbrief.process(*line, PYTHONPATH=str(tmp_path))
    assert answer.stderr == b""
    assert answer.code == 130


def test_ctrl_c_stays_ignored_where_the_caller_ignores_it(
    medbrief: Medbrief, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        _INTERRUPT.format(moment="tui.store.sqlite"), "utf-8"
    )
    answer = medbrief.in_shell("trap '' INT; medbrief find 青禾健康", PYTHONPATH=str(tmp_path))
    assert (answer.code, answer.stderr) == (0, b"")
    assert "qinghe-health" in answer.text
