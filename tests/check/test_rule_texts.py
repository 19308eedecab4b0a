from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest

from tests.check.briefing import changed
from tests.check.findings import codes, find
from tests.check.violations import VIOLATIONS, ViolationExample, violating_files
from tui.check import RULES
from tui.check.rule import Rule
from tui.load import load_problems
from tui.text.language import Wording

_HAN = re.compile("[一-鿿]")
_each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_codes_of_rules_and_loading_are_unique() -> None:
    known = [rule.code for rule in RULES] + [problem.code for problem in load_problems.ALL]
    assert len(known) == len(set(known))


def test_rules_are_sorted_by_number() -> None:
    assert all(re.fullmatch(r"[A-Z][1-9]\d\d", rule.code) for rule in RULES)
    numbers = [int(rule.code[1:]) for rule in RULES]
    assert all(before < after for before, after in pairwise(numbers))


def test_rules_of_one_letter_are_adjacent() -> None:
    letters = [rule.code[0] for rule in RULES]
    changes = sum(before != after for before, after in pairwise(letters))
    assert changes + 1 == len(set(letters))


@_each_rule
def test_message_fix_and_rationale_are_in_both_languages(rule: Rule) -> None:
    for wording in (rule.message, rule.fix, rule.why):
        assert _HAN.search(wording.zh)
        assert re.search("[a-z]{2}", wording.en)


@_each_rule
def test_a_fix_fits_briefings_of_one_language(rule: Rule) -> None:
    assert "zh = …" not in rule.fix.zh + rule.fix.en


@_each_rule
def test_rule_has_an_incorrect_and_a_correct_example(rule: Rule) -> None:
    assert rule.incorrect.strip()
    assert rule.correct.strip()
    assert rule.incorrect != rule.correct


@_each_rule
def test_both_languages_of_a_message_have_the_same_placeholders(rule: Rule) -> None:
    assert _placeholders(rule.message.zh) == _placeholders(rule.message.en)


@pytest.mark.parametrize("example", VIOLATIONS, ids=[example.code for example in VIOLATIONS])
def test_both_languages_of_a_finding_contain_its_values(
    tmp_path: Path, example: ViolationExample
) -> None:
    for finding in find(tmp_path, violating_files(example)):
        for value in finding.violation.values.values():
            texts = value if isinstance(value, Wording) else Wording(str(value), str(value))
            assert texts.zh in finding.problem.message.zh
            assert texts.en in finding.problem.message.en


def test_finding_with_control_characters_is_one_line(tmp_path: Path) -> None:
    # TOML can escape a line feed and a terminal control sequence.
    name = '"白杨\\n\\u001b[2J资本"'
    files = changed(
        ("content/players/songhe.toml", '"松河"', name),
        ("content/players/baiyang.toml", "role =", f"aliases = [{name}]\nrole ="),
    )
    findings = find(tmp_path, files)
    assert codes(findings) == ["E601"]
    for wording in (findings[0].problem.message, findings[0].problem.fix):
        assert wording.zh.isprintable()
        assert wording.en.isprintable()
