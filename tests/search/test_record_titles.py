"""A query that is the title of a record is answered by it."""

from __future__ import annotations

import pytest

from tui.search import find
from tui.store import Store


@pytest.mark.parametrize("column", ["title_zh", "title_en"])
@pytest.mark.parametrize("limit", [1, 20])
def test_the_title_of_each_record_has_it_as_its_exact_answer(
    sample_store: Store, column: str, limit: int
) -> None:
    titles: dict[str, list[str]] = {}
    for id_, title in sample_store.query(f"SELECT id, {column} FROM records"):
        titles.setdefault(title, []).append(id_)
    wrong = []
    for title, ids in titles.items():
        for query in (title, title.lower(), f"{title} ?"):
            hit = find(sample_store, query, limit)[0]
            if hit.entry.id not in ids or hit.match != "exact":
                wrong.append((query, hit.entry.id, hit.match))
    assert titles
    assert wrong == []
