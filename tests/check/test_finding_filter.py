"""``check PATH|SOURCE``, ``--coverage SOURCE`` and ``--fix --diff``."""

from __future__ import annotations

import json

from tests.check.briefing import CLEAN, changed, with_checksums
from tests.check.conftest import Check

_GAP = "content/gaps/gap-night-2022.toml"
_TWO = changed(
    (_GAP, "只有2021年的数。", "只有2021年,别无他年。"),
    ("content/statistics/clinics.toml", 'comparator = "~"\n', ""),
)


def _files(check: Check, *options: str) -> list[str]:
    return [line.partition(":")[0] for line in check.again(*options).lines]


def test_a_file_or_folder_has_its_own_findings(check: Check) -> None:
    assert len(check(_TWO).lines) == 2
    assert _files(check, _GAP) == [_GAP]
    assert _files(check, "content/statistics") == ["content/statistics/clinics.toml"]
    assert _files(check, "content/players") == []
    assert check.again("content/players").code == 0
    assert check.again(_GAP).code == 3


def test_a_source_has_the_findings_of_what_cites_it(check: Check) -> None:
    answer = check(_TWO)
    cited = {
        source: _files(check, source)
        for source in sorted(name[6:-5] for name in CLEAN if name.startswith("seeds/"))
    }
    assert ["content/statistics/clinics.toml"] in cited.values()
    assert sum(map(len, cited.values())) < 2 * len(answer.lines) * len(cited)


def test_an_invalid_file_has_its_own_problems(check: Check) -> None:
    check(
        changed(
            (_GAP, "looked_in", "loked_in"),
            ("content/statistics/clinics.toml", 'unit = "家"', 'unit = "加"'),
        )
    )
    assert set(_files(check, _GAP)) == {_GAP}


def test_an_unknown_target_is_an_error(check: Check) -> None:
    answer = check(CLEAN, "nothing")
    assert answer.code == 2
    assert "'nothing' is neither a file or folder nor the id of a source" in answer.message


def test_coverage_of_one_source_names_the_lines(check: Check) -> None:
    check(
        with_checksums(
            changed(("originals/suibi.txt", "2021年", "药店7,300家，09:31发布。\n2021年"))
        )
    )
    answer = check.again("--coverage", "suibi")
    assert answer.code == 3
    assert [line[:6].strip() for line in answer.lines if "figures are quoted" in line] != []
    assert sum("figures are quoted" in line for line in answer.lines) == 1
    (line,) = [line for line in answer.lines if "not quoted" in line]
    assert line.strip().startswith("not quoted: 7,300")
    assert line.endswith("(line 1)")
    assert "09" not in [
        part["text"]
        for part in json.loads(check.again("--coverage", "suibi", "--json").text)[0]["uncovered"]
    ]


def test_a_preview_shows_the_changes_and_writes_nothing(check: Check) -> None:
    check(_TWO)
    before = (check.folder / _GAP).read_bytes()
    answer = check.again("--fix", "--diff")
    assert answer.code == 0
    assert f"+++ {_GAP}" in answer.lines
    assert any(line.startswith("+") and "只有2021年，别无他年" in line for line in answer.lines)
    assert (check.folder / _GAP).read_bytes() == before
    assert check.again("--diff").code == 2


def test_fixed_lines_are_named(check: Check) -> None:
    check(_TWO)
    assert f"{_GAP}:5" in check.again("--fix").message
