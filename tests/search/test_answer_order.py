"""Which record comes first where several have all of a question: the one with this title, the
statement that calls a company the largest, the number and not the money."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.search import find
from tui.store import Store, open_store

_USERS = """
[[metrics.observations]]
period = "2022"
value = 800
unit = "万人"
status = "reported"
citations = [
  { source = "herald-2023", exact = "2023年6月活跃用户８５０万人", gloss = "8.5 million" },
]

[[metrics]]
id = "doctors"
"""
_QUESTIONS = """
[[questions]]
answer = "claim-qinghe-largest"
zh = ["青禾健康最大吗"]
en = ["is Qinghe Health the biggest"]

[[questions]]
answer = "qinghe-health"
en = ["night consultation", "the night consultation", "night consultation of whom"]
"""
_UNLIKE = """
[[questions]]
answer = "xiaoman-health"
en = ["Xiaoman Health trusted in the lobby on a chair"]
"""


def _edited(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_title_comes_before_another_name(
    environment: Mapping[str, str], sample_copy: Path
) -> None:
    """Known questions make the company with an offering of this name as likely."""
    _edited(sample_copy, "players/qinghe-health.toml", '["夜灯"]', '["夜灯", "Night consultation"]')
    readers = sample_copy / "questions" / "readers.toml"
    readers.write_text(readers.read_text("utf-8") + _QUESTIONS, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        assert find(store, "night consultation")[0].entry.id == "term-night-consultation"


@pytest.mark.parametrize("query", ["is Qinghe Health the biggest", "青禾健康最大吗"])
def test_whether_a_company_is_the_largest_leads_to_who_says_so(
    environment: Mapping[str, str], sample_copy: Path, query: str
) -> None:
    readers = sample_copy / "questions" / "readers.toml"
    readers.write_text(readers.read_text("utf-8") + _QUESTIONS, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hit = find(store, query)[0]
        assert hit.entry.id == "claim-qinghe-largest"
        assert "biggest" not in hit.verdict.remark.en


@pytest.mark.parametrize("query", ["how many financing deals in 2022", "2022年融资有多少起"])
def test_a_number_of_another_year_comes_before_money(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.id == "financing-deals"
    assert hit.match == "other_period"


@pytest.mark.parametrize(
    "query", ["how much did Qinghe Health's active users grow", "青禾健康活跃用户增长了多少"]
)
def test_figures_of_periods_that_do_not_compare_are_both_given(
    environment: Mapping[str, str], sample_copy: Path, query: str
) -> None:
    _edited(sample_copy, "players/qinghe-health.toml", '\n[[metrics]]\nid = "doctors"\n', _USERS)
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, query)
        assert [hit.entry.fact for hit in hits[:2]] == [
            "qinghe-health.active-users@2023-06",
            "qinghe-health.active-users@2022",
        ]
        remark = hits[0].verdict.remark.en
        assert remark.startswith("no growth rate is given")
        assert "8 million" in remark
        assert "8.5 million" in remark


def test_a_text_with_all_of_a_question_comes_before_a_known_question_unlike_it(
    environment: Mapping[str, str], sample_copy: Path
) -> None:
    """The company is named; that it is trusted only its known question says, with more."""
    readers = sample_copy / "questions" / "readers.toml"
    readers.write_text(readers.read_text("utf-8") + _UNLIKE, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        hits = find(store, "Xiaoman Health trusted")
        assert [hit.entry.id for hit in hits[:2]] == ["claim-xiaoman-trusted", "xiaoman-health"]
        assert not hits[0].verdict.remark.en.startswith("the closest"), hits[0].verdict
