"""The command in a bare environment, on the sample briefing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from tests.cli.command import Medbrief
from tests.conftest import SAMPLE


@pytest.fixture(autouse=True, scope="package")
def sample_content(environment: Mapping[str, str]) -> Iterator[None]:
    """Make the sample the briefing of all runs that name no other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEDBRIEF_CONTENT", str(SAMPLE / "content"))
        yield


@pytest.fixture(scope="session")
def medbrief(environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Medbrief:
    """The command with its own home and cache, UTF-8, English, and the sample briefing."""
    home = tmp_path_factory.mktemp("cli")
    return Medbrief(
        {
            "PATH": environment["PATH"],
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "MEDBRIEF_CONTENT": str(SAMPLE / "content"),
        }
    )
