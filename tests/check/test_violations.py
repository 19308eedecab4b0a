from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import CLEAN, Files, changed
from tests.check.findings import CodeAt, find, formatted, positions
from tests.check.violations import VIOLATIONS, ViolationExample, violating_files
from tui.check import RULES


def _expected(example: ViolationExample, files: Files) -> list[CodeAt]:
    name = example.found_in or example.file
    text = files[name]
    found = []
    for marked in example.at:
        words = marked.replace("^", "")
        assert text.count(words) == 1, f"{words!r} occurs {text.count(words)} times in {name}"
        before = text[: text.index(words) + marked.index("^")]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found.append(CodeAt(example.code, name, line, column))
    return found


def test_clean_briefing_has_no_findings(tmp_path: Path) -> None:
    findings = find(tmp_path, CLEAN)
    assert not findings, formatted(findings)


@pytest.mark.parametrize("example", VIOLATIONS, ids=[example.code for example in VIOLATIONS])
def test_violation_is_the_only_finding_and_located(
    tmp_path: Path, example: ViolationExample
) -> None:
    files = violating_files(example)
    findings = find(tmp_path, files)
    assert positions(tmp_path, findings) == _expected(example, files), formatted(findings)


def test_period_after_the_inferred_date_is_a_violation(
    tmp_path: Path,
) -> None:
    reason = 'reason = { zh = "四月还没有过去。", en = "April was not over." }'
    inferred = f'date_inferred = {{ earliest = "2023-01", latest = "2023-04", {reason} }}'
    files = changed(("seeds/wanbao.toml", 'date_published = "2023-05-10"', inferred))
    assert positions(tmp_path, find(tmp_path, files)) == [
        CodeAt("N303", "content/players/songhe.toml", 20, 10),
        CodeAt("N303", "content/statistics/clinics.toml", 27, 10),
    ]


@pytest.mark.parametrize(
    ("searched", "date", "expected"),
    [
        ('["suibi", "wanbao"]', "2023-06-01", True),
        ('["suibi", "wanbao"]', "2022-06-01", False),  # an older one was known when it was written
        ('["wanbao"]', "2023-06-01", False),  # a gap about one document
        ('["suibi", "wanbao", "rebao"]', "2023-06-01", False),
    ],
)
def test_a_gap_that_was_not_looked_up_in_a_newer_source_is_a_hint(
    tmp_path: Path, searched: str, date: str, expected: bool
) -> None:
    third = CLEAN["seeds/wanbao.toml"].replace('id = "wanbao"', 'id = "rebao"')
    files = changed(
        ("seeds/rebao.toml", "", third.replace("2023-05-10", date)),
        ("content/gaps/gap-night-2022.toml", '["wanbao"]', searched),
        ("content/briefing.toml", '"2023-05"', '"2023-06"'),
    )
    found = [item for item in find(tmp_path, files) if item.problem.code == "G903"]
    assert [item.severity for item in found] == ["hint"] * expected
    assert all("rebao" in item.problem.message.en for item in found)


def test_every_rule_has_an_example() -> None:
    # G903 needs a third source: its test is above. The others: test_glosses.py, test_hedges.py,
    # test_policy_dates.py.
    elsewhere = {"E608", "G903", "Q209", "Q210", "Q211", "T712", "T713"}
    assert {example.code for example in VIOLATIONS} | elsewhere == {rule.code for rule in RULES}
