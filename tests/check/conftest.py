"""Fixtures for the tests of ``medbrief check``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.check.briefing import Files, write
from tests.cli.command import Answer, Medbrief


class Check:
    """``medbrief check`` on a small briefing below a folder, run in that folder."""

    def __init__(self, medbrief: Medbrief, folder: Path) -> None:
        self._medbrief = medbrief
        self.folder = folder

    def __call__(self, files: Files, *options: str, originals: str | None = "originals") -> Answer:
        """Write the files and check them."""
        write(self.folder, files)
        return self.again(*options, originals=originals)

    def again(self, *options: str, originals: str | None = "originals") -> Answer:
        """Check the files again without writing them."""
        named = ["--originals", originals] if originals else []
        return self._medbrief("check", "--content", "content", *named, *options, folder=self.folder)


@pytest.fixture
def check(environment: Mapping[str, str], tmp_path: Path) -> Check:
    """``medbrief check`` in English, in a minimal environment."""
    home = tmp_path / "home"
    bare = {
        "PATH": environment["PATH"],
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    return Check(Medbrief(bare), tmp_path / "briefing")
