"""The command for all tests of the command line, compiled once for each worker."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.command import Medbrief
from tests.conftest import REAL_CONTENT, SAMPLE


@pytest.fixture(scope="session")
def medbrief(environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Medbrief:
    """The command in a bare environment: its own home and cache, UTF-8, English, the real
    briefing."""
    home = tmp_path_factory.mktemp("cli")
    return Medbrief(
        {
            "PATH": environment["PATH"],
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "MEDBRIEF_CONTENT": str(REAL_CONTENT),
        }
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The content folder of a copy of the sample briefing, to be changed at will."""
    shutil.copytree(SAMPLE, tmp_path / "sample")
    return tmp_path / "sample" / "content"
