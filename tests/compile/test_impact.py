"""``medbrief impact``: what a change of the content changes for readers."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.inside import Result, run
from tests.conftest import SAMPLE


def _impact(content: Path, *options: str) -> Result:
    return run("impact", "--content", str(content), "--lang", "en", *options)


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _found(content: Path, kind: str) -> list[str]:
    answer = _impact(content, "--base", str(SAMPLE / "content"), "--json")
    assert answer.code == 0, answer.out + answer.err
    return [item["id"] for item in json.loads(answer.out) if item["kind"] == kind]


def test_the_same_content_changes_nothing(sample_copy: Path) -> None:
    answer = _impact(sample_copy, "--base", str(SAMPLE / "content"))
    assert (answer.code, answer.out) == (0, "")
    assert "readers see no change" in answer.err


def test_a_changed_figure_names_what_refers_to_it(sample_copy: Path) -> None:
    _change(sample_copy / "statistics" / "consultation-market.toml", "value = 100", "value = 101")
    answer = _impact(sample_copy, "--base", str(SAMPLE / "content"))
    assert "consultation-market@2022  CNY 10 billion → CNY 10.1 billion" in answer.out
    assert "references)" in answer.out
    assert "outdated texts" in answer.out
    assert "answers of queries that change" in answer.out


def test_records_and_disagreements_come_and_go(sample_copy: Path) -> None:
    market = sample_copy / "statistics" / "consultation-market.toml"
    _change(market, 'rank = "preferred"\n', "")
    _change(
        market,
        '[[observations]]\nperiod = "2022"\nvalue = 130',
        '[[observations]]\nperiod = "2020"\nvalue = 130',
    )
    assert "consultation-market" in _found(sample_copy, "dispute closed")
    spare = (sample_copy / "gaps" / "gap-county-subsidy.toml").read_text("utf-8")
    (sample_copy / "gaps" / "gap-new.toml").write_text(
        spare.replace('id = "gap-county-subsidy"', 'id = "gap-new"'), "utf-8"
    )
    assert _found(sample_copy, "added") == ["gap-new"]


def test_a_gap_that_a_figure_answers_is_named(sample_copy: Path) -> None:
    path = sample_copy / "statistics" / "consultation-market.toml"
    _change(path, '[[observations]]\nperiod = "2021"', '[[observations]]\nperiod = "2020"')
    _change(path, 'start = "consultation-market@2021"', 'start = "consultation-market@2020"')
    for file in sample_copy.rglob("*.toml"):
        text = file.read_text("utf-8").replace(
            "consultation-market@2021", "consultation-market@2020"
        )
        file.write_text(text, "utf-8")
    assert "gap-market-2020" in _found(sample_copy, "gap answered")
    assert "consultation-market@2021" in _found(sample_copy, "removed")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_last_commit_is_the_default(sample_copy: Path) -> None:
    top = sample_copy.parent

    def git(*arguments: str) -> None:
        name = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        subprocess.run(["git", "-C", str(top), *name, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("add", "content", "seeds")
    git("commit", "-qm", "first")
    _change(sample_copy / "statistics" / "consultation-market.toml", "value = 80", "value = 82")
    assert "consultation-market@2021" in _impact(sample_copy).out
    checked = run("check", "--impact", "--content", str(sample_copy), "--lang", "en")
    assert "consultation-market@2021  CNY 8 billion → CNY 8.2 billion" in checked.err
    assert _impact(sample_copy, "--since", "no-such-tag").code == 2


def test_content_without_a_commit_is_an_error(sample_copy: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CEILING_DIRECTORIES", str(sample_copy.parent.parent))
        answer = _impact(sample_copy)
    assert answer.code == 2
    assert "nothing to compare with" in answer.err


def test_invalid_content_is_reported(sample_copy: Path) -> None:
    (sample_copy / "statistics" / "consultations.toml").write_text("id = ", "utf-8")
    assert _impact(sample_copy, "--base", str(SAMPLE / "content")).code == 3
