"""Shared fixtures: the sample and real briefings, the originals, an isolated home folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import settings

from tui.store import Store, open_store

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "tests" / "sample"
REAL_CONTENT = ROOT / "content"

_ORIGINALS = os.environ.get("MEDBRIEF_ORIGINALS") or str(ROOT.parent / "shared" / "seeds")

# No deadline: a slow machine is not a failure.
settings.register_profile("medbrief", deadline=None)
settings.register_profile("few", max_examples=5, deadline=None)
settings.load_profile("medbrief")


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores: many tests wait for a process or a timer
    (two cores: 250 s instead of 317)."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """Return the environment of all tests: its own home and cache, without the settings of the
    user who runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith("MEDBRIEF_") and name != "MEDBRIEF_UPDATE_GOLDENS":
                patch.delenv(name)
        for name in (
            "NO_COLOR",
            "COLORTERM",
            "COLUMNS",
            "LINES",
            "XDG_STATE_HOME",
            "XDG_CONFIG_HOME",
            "TMUX",
            "STY",
        ):
            patch.delenv(name, raising=False)
        patch.setenv("MEDBRIEF_STATE", "off")  # every session begins at the overview
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        yield MappingProxyType(dict(os.environ))


@pytest.fixture(scope="session")
def sample() -> Path:
    """The content folder of the sample briefing."""
    return SAMPLE / "content"


@pytest.fixture
def sample_copy(tmp_path: Path) -> Path:
    """A content folder that a test may change, with its seeds and originals beside it."""
    shutil.copytree(SAMPLE, tmp_path / "briefing")
    return tmp_path / "briefing" / "content"


@pytest.fixture(scope="session")
def sample_originals() -> Path:
    """The folder of the sample's originals."""
    return SAMPLE / "originals"


@pytest.fixture(scope="session")
def sample_store(environment: Mapping[str, str], sample: Path) -> Iterator[Store]:
    """The sample briefing, open."""
    with open_store(str(sample), environment) as store:
        yield store


@pytest.fixture(scope="session")
def real_store(environment: Mapping[str, str]) -> Iterator[Store]:
    """The real briefing, open."""
    with open_store(str(REAL_CONTENT), environment) as store:
        yield store


@pytest.fixture(scope="session")
def originals() -> Path:
    """The folder of the real originals, which may not be copied into the repository."""
    folder = Path(_ORIGINALS)
    if not folder.is_dir():
        pytest.skip("the originals are missing: set MEDBRIEF_ORIGINALS to their folder")
    return folder
