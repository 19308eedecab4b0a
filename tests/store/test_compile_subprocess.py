"""Compiling in a process of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tui.store.content_changes import compile_in_subprocess


async def test_a_package_in_the_working_directory_is_not_run(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample, tmp_path / "content")
    (tmp_path / "content" / "briefing.toml").write_text("title = broken")
    ran = tmp_path / "ran"
    for name in ("tui/__init__.py", "json.py", "sitecustomize.py"):
        planted = tmp_path / name
        planted.parent.mkdir(exist_ok=True)
        planted.write_text(f"open({str(ran)!r}, 'w')\n")
    monkeypatch.chdir(tmp_path)
    problems = await compile_in_subprocess(str(tmp_path / "content"))
    assert not ran.exists()
    assert [problem.file for problem in problems] == ["content/briefing.toml"]
