from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.breaches import BREACHES, Breach, broken
from tests.check.briefing import CLEAN, Files, changed
from tests.check.findings import At, find, places, told
from tui.check import RULES


def _expected(breach: Breach, files: Files) -> list[At]:
    name = breach.found_in or breach.file
    text = files[name]
    found = []
    for marked in breach.at:
        words = marked.replace("^", "")
        assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times in {name}"
        before = text[: text.index(words) + marked.index("^")]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found.append(At(breach.code, name, line, column))
    return found


def test_the_briefing_to_be_broken_is_clean(tmp_path: Path) -> None:
    findings = find(tmp_path, CLEAN)
    assert not findings, told(findings)


@pytest.mark.parametrize("breach", BREACHES, ids=[breach.code for breach in BREACHES])
def test_a_breach_is_found_at_its_place_and_nothing_else_is(tmp_path: Path, breach: Breach) -> None:
    files = broken(breach)
    findings = find(tmp_path, files)
    assert places(tmp_path, findings) == _expected(breach, files), told(findings)


def test_a_figure_of_a_time_after_the_latest_date_that_was_inferred_is_found(
    tmp_path: Path,
) -> None:
    reason = 'reason = { zh = "四月还没有过去。", en = "April was not over." }'
    inferred = f'date_inferred = {{ earliest = "2023-01", latest = "2023-04", {reason} }}'
    files = changed(("seeds/wanbao.toml", 'date_published = "2023-05-10"', inferred))
    assert places(tmp_path, find(tmp_path, files)) == [
        At("N303", "content/players/songhe.toml", 20, 10),
        At("N303", "content/statistics/clinics.toml", 27, 10),
    ]


def test_every_rule_has_a_breach() -> None:
    assert {breach.code for breach in BREACHES} == {rule.code for rule in RULES}
