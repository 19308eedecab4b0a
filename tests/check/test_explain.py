from __future__ import annotations

import re

import pytest

from tui.check import RULES
from tui.check.english_examples import REASONS, RuleExample, example_of
from tui.check.rule import Rule
from tui.cli.main import main
from tui.diagnostics import ProblemType
from tui.load import load_problems
from tui.text.language import LANGUAGES, Language

_CHINESE = re.compile("[一-鿿]")
_ABOUT_CHINESE = ["F803", "Q209", "Q210", "T702", "T703", "T706", "T707", "T709", "T712", "T713"]
"""Rules about Chinese texts or both languages."""
_each_language = pytest.mark.parametrize("language", LANGUAGES)


def _explain(
    capsys: pytest.CaptureFixture[str], code: str, language: Language
) -> tuple[int, list[str], str]:
    exit_code = main(["check", "--lang", language, "--explain", code])
    printed = capsys.readouterr()
    return exit_code, printed.out.splitlines(), printed.err


@_each_language
@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_rule_is_explained_with_rationale_fix_and_example(
    capsys: pytest.CaptureFixture[str], rule: Rule, language: Language
) -> None:
    code, lines, message = _explain(capsys, rule.code, language)
    assert (code, message) == (0, "")
    assert lines[0].startswith(f"{rule.code}  ")
    assert not set("{}!") & set(lines[0])
    assert rule.why.of(language) in lines
    assert any(line.endswith(rule.fix.of(language)) for line in lines)
    example = example_of(rule.code, language, RuleExample(rule.incorrect, rule.correct))
    assert example
    assert language == "zh" or rule.code in _ABOUT_CHINESE or not _CHINESE.search("".join(example))
    for part in example:
        for line in part.splitlines():
            assert f"  {line}" in lines


@_each_language
@pytest.mark.parametrize(
    "problem", load_problems.ALL, ids=[item.code for item in load_problems.ALL]
)
def test_problem_of_loading_is_explained(
    capsys: pytest.CaptureFixture[str], problem: ProblemType, language: Language
) -> None:
    code, lines, message = _explain(capsys, problem.code, language)
    assert (code, message) == (0, "")
    assert lines[0].startswith(f"{problem.code}  ")
    assert not set("{}!") & set(lines[0])
    if problem.code in REASONS:
        assert REASONS[problem.code].of(language) in lines


@pytest.mark.parametrize("code", ["k401", "L004", "l004", "K401"])
def test_code_is_case_insensitive(capsys: pytest.CaptureFixture[str], code: str) -> None:
    assert _explain(capsys, code, "en") == _explain(capsys, code.swapcase(), "en")
    assert _explain(capsys, code, "en")[0] == 0


@pytest.mark.parametrize("code", ["X999", "K40", "K401 ", "四〇一", "K\x1b[2J\n1"])
def test_unknown_code_exits_with_1_and_lists_known_codes(
    capsys: pytest.CaptureFixture[str], code: str
) -> None:
    exit_code, lines, message = _explain(capsys, code, "en")
    assert (exit_code, lines) == (1, [])
    assert message.count("\n") == 1
    assert message[:-1].isprintable()
    for known in (*(rule.code for rule in RULES), *(problem.code for problem in load_problems.ALL)):
        assert known in message


def test_explain_needs_no_content(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDBRIEF_CONTENT", "/nowhere")
    assert _explain(capsys, "T701", "en")[0] == 0
