"""A record of another industry answers only a question that names this industry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_THEME = """
[[themes]]
id = "other-industries"
title = { zh = "其他行业", en = "Other industries" }
aside = true
"""


@pytest.fixture(scope="module")
def store(
    tmp_path_factory: pytest.TempPathFactory, environment: Mapping[str, str], sample: Path
) -> Iterator[Store]:
    """The sample with medical spending as another industry."""
    import shutil

    folder = tmp_path_factory.mktemp("aside") / "briefing"
    shutil.copytree(sample.parent, folder)
    content = folder / "content"
    with (content / "briefing.toml").open("a", encoding="utf-8") as file:
        file.write(_THEME)
    path = content / "statistics" / "medical-spending.toml"
    text = path.read_text("utf-8")
    unit = 'unit = "万亿元"\narea'
    assert unit in text
    path.write_text(text.replace(unit, f'themes = ["other-industries"]\n{unit}'), "utf-8")
    with open_store(str(content), environment) as opened:
        yield opened


@pytest.mark.parametrize("query", ["2030", "万亿元", "nationwide", "compound growth rate"])
def test_a_general_question_does_not_lead_to_another_industry(
    store: Store, sample_store: Store, query: str
) -> None:
    assert find(sample_store, query)[0].entry.id == "medical-spending"
    assert "medical-spending" not in [hit.entry.id for hit in find(store, query)]


@pytest.mark.parametrize(
    "query",
    ["medical spending", "医疗支出2030年预测", "医疗开支", "medical spending 2030", "16万亿"],
)
def test_a_question_that_names_the_industry_or_its_figure_is_answered(
    store: Store, query: str
) -> None:
    assert find(store, query)[0].entry.id == "medical-spending"
