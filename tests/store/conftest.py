"""Fixtures of the store tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest


@pytest.fixture
def own_cache(environment: Mapping[str, str], tmp_path: Path) -> dict[str, str]:
    """Return an environment with an empty cache for this test."""
    return {**environment, "XDG_CACHE_HOME": str(tmp_path / "cache")}
