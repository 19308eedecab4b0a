"""A kind of growth rate with a measure or a time gives the rate, alone its definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.conftest import SAMPLE
from tui.search import find
from tui.store import Store, open_store

_CONCEPTS = """
[[concepts]]
id = "cagr"
zh = ["复合增长率", "年复合增长率", "年均增长率"]
en = ["cagr", "compound growth", "compound annual growth", "compound annual growth rate"]
"""


@pytest.fixture(scope="module")
def store(
    environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """Return the sample with a concept for compound growth."""
    import shutil

    folder = tmp_path_factory.mktemp("cagr") / "briefing"
    shutil.copytree(SAMPLE, folder)
    path: Path = folder / "content" / "concepts.toml"
    path.write_text(path.read_text("utf-8") + _CONCEPTS, "utf-8")
    with open_store(str(folder / "content"), environment) as opened:
        yield opened


@pytest.mark.parametrize("query", ["compound growth 2016 to 2020", "cagr 2016 to 2020"])
def test_the_rate_of_a_time_comes_first(store: Store, query: str) -> None:
    assert find(store, query)[0].entry.fact == "online-patients#cagr-2016-2020"


def test_alone_it_is_defined(store: Store) -> None:
    assert find(store, "what is cagr")[0].entry.id == "term-cagr"
