"""The store that the export tests read."""

from __future__ import annotations

import pytest

from tui.store import Store


@pytest.fixture(scope="session")
def store(sample_store: Store) -> Store:
    """The sample briefing."""
    return sample_store
