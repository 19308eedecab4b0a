"""A theme whose name stands for the whole industry narrows no list beside another subject."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search.find import find_all
from tui.store import Store, open_store

_QUERIES = ("insurance payment supervision policy", "医保支付监管政策")


@pytest.mark.parametrize("query", _QUERIES)
def test_those_on_both_are_first_and_the_rest_of_the_subject_follows(
    sample_copy: Path, environment: Mapping[str, str], sample_store: Store, query: str
) -> None:
    path = sample_copy / "briefing.toml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('id = "supervision"\n', 'id = "supervision"\nbroad = true\n'), "utf-8"
    )
    narrow = [hit.entry.id for hit in find_all(sample_store, query).hits]
    subject = [hit.entry.id for hit in find_all(sample_store, "policies on insurance payment").hits]
    with open_store(str(sample_copy), environment) as store:
        found = find_all(store, query)
        alone = find_all(store, "policies on supervision")
    ids = [hit.entry.id for hit in found.hits]
    assert ids[: len(narrow)] == narrow
    assert set(ids) == set(subject) > set(narrow)
    first, second = found.hits[0].verdict.remark.en.split("\n")
    assert first.endswith("; listed first")
    assert second.endswith("policies on insurance payment")
    assert found.command == ("policies", "--tag", "insurance-payment")
    assert alone.command == ("policies", "--tag", "supervision")  # nothing else is asked
