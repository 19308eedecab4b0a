"""Two words of which the one that the briefing does not have is the subject: nothing is found."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize("query", ["iphone price", "football market", "天气预报 市场"])
def test_another_thing_is_not_answered_with_what_it_has_in_common(
    sample_store: Store, query: str
) -> None:
    assert find(sample_store, query) == []


def test_a_misspelt_subject_is_still_found(sample_store: Store) -> None:
    assert find(sample_store, "finacing amount")[0].entry.id == "financing-amount"
