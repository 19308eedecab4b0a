"""Every quote has a gloss, with the same numbers, and the same one wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import CLEAN
from tests.check.findings import find
from tui.check import check_content
from tui.load import load_content

_MARKET = "statistics/consultation-market.toml"
_WORDS = "市场规模2021年为80亿元"
_GLOSS = "market size was CNY 8 billion in 2021"
_GLOSSES = ("Q209", "Q210", "Q211", "T711")


def _found(content: Path, gloss: str | None) -> list[str]:
    """Give the quote of 2021 another gloss, and return the codes of the rules on glosses."""
    file = content / _MARKET
    old = f'exact = "{_WORDS}", gloss = "{_GLOSS}"'
    text = file.read_text("utf-8")
    assert old in text
    new = f'exact = "{_WORDS}"' + (f', gloss = "{gloss}"' if gloss else "")
    file.write_text(text.replace(old, new), "utf-8")
    found = check_content(load_content(content), None).findings
    return [item.problem.code for item in found if item.problem.code in _GLOSSES]


def test_a_quote_without_gloss_is_reported(sample_copy: Path) -> None:
    assert _found(sample_copy, None) == ["Q209"]


def test_a_briefing_without_any_gloss_is_accepted(tmp_path: Path) -> None:
    assert not find(tmp_path, CLEAN)


@pytest.mark.parametrize(
    "gloss",
    [
        "market size was CNY 80 billion in 2021",
        "market size was CNY 8 million in 2021",
        "market size was CNY 8 billion in 2022",
        "market size was CNY 8 billion",
        "market size in 2021",
        "market size was CNY 8 billion in 2021, up 20%",
    ],
)
def test_other_numbers_in_the_gloss_are_reported(sample_copy: Path, gloss: str) -> None:
    assert _found(sample_copy, gloss) == ["Q210"]


@pytest.mark.parametrize(
    "gloss",
    ["market size in 2021: CNY 8bn", "a market of eight billion yuan (2021)", "2021: CNY 8,000 mn"],
)
def test_the_same_numbers_in_another_form_are_accepted(sample_copy: Path, gloss: str) -> None:
    assert _found(sample_copy, gloss) == []


def test_a_gloss_uses_the_preferred_terms(sample_copy: Path) -> None:
    (sample_copy / "preferred_terms.toml").write_text(
        '[[terms]]\nzh = "市场规模"\nen = "market size"\nnot_en = ["market volume"]\n', "utf-8"
    )
    assert _found(sample_copy, "market volume was CNY 8 billion in 2021") == ["T711"]


def test_two_glosses_of_one_quote_are_reported(sample_copy: Path) -> None:
    file = sample_copy / "players/zhuxi-software.toml"
    text = file.read_text("utf-8")
    words = "Xingyuan Hospital launched the Cloud Clinic together with Zhuxi Software"
    assert text.count(words) > 1
    file.write_text(text.replace(words, "the Cloud Clinic", 1), "utf-8")
    assert "Q211" in _found(sample_copy, _GLOSS)


def test_another_gloss_names_the_record_with_the_first_one(sample_copy: Path) -> None:
    words = 'exact = "由重山药业供货", gloss = "supplied by Chongshan Pharma'
    for file in sorted((sample_copy / "players").glob("ch*-pharma*.toml")):
        text = file.read_text("utf-8")
        assert words in text
        file.write_text(text.replace(words, f"{words} ({file.stem})"), "utf-8")
    found = check_content(load_content(sample_copy), None).findings
    reported = [item for item in found if item.problem.code == "Q211"]
    assert reported
    for item in reported:
        (other,) = {"chongshan-pharma", "changle-pharmacy"} - {item.violation.entry}
        assert f"({other})” in {other}" in item.problem.message.en
