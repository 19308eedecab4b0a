from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest

from tests.check.breaches import BREACHES, Breach, broken
from tests.check.briefing import changed
from tests.check.findings import codes, find
from tui.check import RULES
from tui.check.rule import Rule
from tui.load import load_problems

_HAN = re.compile("[一-鿿]")
_each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_codes_are_unique_also_among_those_of_loading() -> None:
    known = [rule.code for rule in RULES] + [mistake.code for mistake in load_problems.ALL]
    assert len(known) == len(set(known))


def test_codes_rise_in_the_order_of_the_rules() -> None:
    assert all(re.fullmatch(r"[A-Z][1-9]\d\d", rule.code) for rule in RULES)
    numbers = [int(rule.code[1:]) for rule in RULES]
    assert all(before < after for before, after in pairwise(numbers))


def test_a_family_of_rules_has_one_letter_and_its_codes_stand_together() -> None:
    letters = [rule.code[0] for rule in RULES]
    changes = sum(before != after for before, after in pairwise(letters))
    assert changes + 1 == len(set(letters))


@_each_rule
def test_a_rule_says_what_is_wrong_how_to_mend_it_and_why_in_both_languages(rule: Rule) -> None:
    for wording in (rule.message, rule.fix, rule.why):
        assert _HAN.search(wording.zh)
        assert re.search("[a-z]{2}", wording.en)


@_each_rule
def test_a_rule_shows_a_wrong_and_a_right_example(rule: Rule) -> None:
    assert rule.incorrect.strip()
    assert rule.correct.strip()
    assert rule.incorrect != rule.correct


@_each_rule
def test_both_languages_of_a_message_name_the_same_values(rule: Rule) -> None:
    assert _places(rule.message.zh) == _places(rule.message.en)


@pytest.mark.parametrize("breach", BREACHES, ids=[breach.code for breach in BREACHES])
def test_both_languages_tell_what_was_found(tmp_path: Path, breach: Breach) -> None:
    for finding in find(tmp_path, broken(breach)):
        for value in finding.violation.values.values():
            assert str(value) in finding.problem.message.zh
            assert str(value) in finding.problem.message.en


def test_a_finding_is_one_line_whatever_was_found(tmp_path: Path) -> None:
    # A name with a line end and an escape sequence, as TOML can spell it.
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
