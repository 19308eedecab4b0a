"""A quote has the same ``via`` wherever it stands; other passages may have another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.check import Finding, check_content
from tui.load import load_content

_QUOTE = 'exact = "由重山药业供货", gloss = "supplied by Chongshan Pharma"'
_PROFILE = ', via = { zh = "公司简介", en = "Company profile" }'
_REPORT = ', via = { zh = "半年报", en = "Half-year report" }'
_BEFORE = ', prefix = "药品"'
_AFTER = ', suffix = "，春来"'


def _found(content: Path, pharma: str, pharmacy: str) -> list[Finding]:
    """Add fields to a quote in two records, and return the findings on its origin."""
    for name, fields in (("chongshan-pharma", pharma), ("changle-pharmacy", pharmacy)):
        file = content / "players" / f"{name}.toml"
        text = file.read_text("utf-8")
        assert _QUOTE in text
        file.write_text(text.replace(_QUOTE, _QUOTE + fields), "utf-8")
    found = check_content(load_content(content), None).findings
    return [item for item in found if item.problem.code == "Q213"]


@pytest.mark.parametrize(
    ("pharma", "pharmacy", "reported", "other"),
    [
        ("", _PROFILE, ["chongshan-pharma", "chongshan-pharma"], "changle-pharmacy"),
        (_PROFILE, "", ["changle-pharmacy"], "chongshan-pharma"),
        (_BEFORE + _PROFILE, "", ["changle-pharmacy"], "chongshan-pharma"),
        (_BEFORE + _PROFILE, _BEFORE, ["changle-pharmacy"], "chongshan-pharma"),
    ],
)
def test_an_origin_that_is_missing_in_another_record_is_reported(
    sample_copy: Path, pharma: str, pharmacy: str, reported: list[str], other: str
) -> None:
    found = _found(sample_copy, pharma, pharmacy)
    assert [item.violation.entry for item in found] == reported
    for item in found:
        assert item.violation.path[-1] == "exact"
        assert f"“Company profile” in {other}" in item.problem.message.en
        assert f"{other}中转引自“公司简介”" in item.problem.message.zh


def test_two_origins_are_reported_once_for_each_later_quote(sample_copy: Path) -> None:
    found = _found(sample_copy, _PROFILE, _REPORT)
    fields = [item.violation.path[-1] for item in found]
    assert len({item.violation.entry for item in found}) == 1
    assert set(fields) == {"via"}


@pytest.mark.parametrize(
    ("pharma", "pharmacy"),
    [
        ("", ""),
        (_PROFILE, _PROFILE),
        (_BEFORE + _PROFILE, _AFTER),  # these select two passages
        (_BEFORE + _PROFILE, _AFTER + _REPORT),
    ],
)
def test_one_origin_or_another_passage_is_accepted(
    sample_copy: Path, pharma: str, pharmacy: str
) -> None:
    assert not _found(sample_copy, pharma, pharmacy)
