"""Rejected values as answers: why they are not used, and what they are compared with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.render.fact_lines import other_sides
from tui.search import find
from tui.store import Store, open_store

_REASON = (
    "this value is rejected: Hearsay that puts a figure on the year before it had ended; "
    "apparently registered users"
)


@pytest.mark.parametrize("query", ["3500万", "35 million", "为什么3500万不采用"])
def test_a_rejected_value_is_shown_with_the_reason(sample_store: Store, query: str) -> None:
    hit = find(sample_store, query)[0]
    assert hit.entry.fact == "online-patients@2022:estimate"
    assert (hit.match, hit.verdict.remark.en) == ("exact", _REASON)
    assert hit.verdict.remark.zh == "该数值未采用：流传的说法，年中就说全年；看来是注册人数"


@pytest.mark.parametrize(
    "query", ["夜间问诊量为什么改了", "夜间问诊为什么更正", "夜间问诊量怎么改的 为什么"]
)
def test_an_answer_that_says_why_it_was_corrected_is_not_denied(
    sample_store: Store, query: str
) -> None:
    hit = find(sample_store, query)[0]
    assert (hit.entry.fact, hit.verdict.remark.zh) == ("night-consultations@2022", "")
    assert find(sample_store, "夜间问诊量为什么高")[0].verdict.remark.zh


def test_a_used_value_has_no_such_remark(sample_store: Store) -> None:
    assert "rejected" not in find(sample_store, "online patients 2022")[0].verdict.remark.en


def test_a_figure_of_another_period_is_for_comparison(sample_store: Store) -> None:
    entry = find(sample_store, "3500万")[0].entry
    assert {side.label for side in other_sides(entry, "en")} == {"Another source"}
    other = entry._replace(period="2022-06", fact="online-patients@2022-06:estimate")
    assert {side.label for side in other_sides(other, "en")} == {"For comparison"}
    assert {side.label for side in other_sides(other, "zh")} == {"对照"}


@pytest.mark.parametrize("query", ["2020年和2023年在线患者", "online patients 2020 vs 2023"])
def test_a_rejected_value_is_not_compared(
    sample_copy: Path, environment: Mapping[str, str], query: str
) -> None:
    path = sample_copy / "statistics" / "online-patients.toml"
    text = path.read_text("utf-8")
    rejected = (
        'value = 1600\nrank = "deprecated"\n'
        'reason_for_rank = { zh = "无出处。", en = "No source." }'
    )
    path.write_text(text.replace("value = 1600", rejected), "utf-8")
    with open_store(str(sample_copy), environment) as store:
        remark = find(store, query)[0].verdict.remark.en
    assert remark.startswith("no figure for 2020\n2023: ")
