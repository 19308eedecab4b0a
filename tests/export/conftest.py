"""Both briefings, for what must hold of every record."""

from __future__ import annotations

import pytest

from tui.store import Store


@pytest.fixture(params=["sample", "real"])
def store(request: pytest.FixtureRequest) -> Store:
    """The sample briefing, then the real one."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found
