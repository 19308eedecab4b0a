"""What ``medbrief check --explain CODE`` prints about a rule or an error of loading."""

from __future__ import annotations

from tui.check.english_examples import REASONS, RuleExample, example_of
from tui.check.rules import RULES
from tui.diagnostics import SEVERITIES
from tui.load import load_problems
from tui.text.language import Language, Wording

_FIX = Wording("改法", "Fix")
_WRONG = Wording("错误写法", "Wrong")
_RIGHT = Wording("正确写法", "Right")
_PARAGRAPHS = "\n\n"


def explanation(code: str, language: Language) -> str:
    """Return a rule or an error of loading with its reason and example; empty for neither."""
    found = code.upper()
    for rule in RULES:
        if rule.code == found:
            head = f"{found}  {SEVERITIES[rule.severity].of(language)}"
            message = rule_template(rule.message, language)
            example = example_of(found, language, RuleExample(rule.incorrect, rule.correct))
            parts = [
                f"{head}  {message}",
                rule.why.of(language),
                _fix(rule.fix.of(language), language),
            ]
            return _PARAGRAPHS.join([*parts, *_example(example, language)])
    for problem in load_problems.ALL:
        if problem.code == found:
            message = rule_template(problem.message, language)
            why = [REASONS[found].of(language)] if found in REASONS else []
            fix = rule_template(problem.fix, language)
            fixes = [] if fix == "<hint>" else [_fix(fix, language)]
            example = example_of(found, language)
            return _PARAGRAPHS.join(
                [f"{found}  {message}", *why, *fixes, *_example(example, language)]
            )
    return ""


def _fix(fix: str, language: Language) -> str:
    return f"{_FIX.of(language)}  {fix}"


def _example(example: RuleExample | None, language: Language) -> list[str]:
    if example is None:
        return []
    lines = [
        _WRONG.of(language),
        *(f"  {line}" for line in example.incorrect.splitlines()),
        _RIGHT.of(language),
        *(f"  {line}" for line in example.correct.splitlines()),
    ]
    return ["\n".join(lines)]


def rule_messages(language: Language) -> dict[str, str]:
    """Return the message of each error of loading and each rule, by its code."""
    found = {problem.code: problem.message for problem in load_problems.ALL}
    found |= {rule.code: rule.message for rule in RULES}
    return {code: rule_template(message, language) for code, message in found.items()}


def rule_template(message: Wording, language: Language) -> str:
    """Return a message with its format fields as ``<name>``."""
    text = message.of(language)
    for conversion in ("!r", ":.1f"):
        text = text.replace(conversion, "")
    return text.replace("{", "<").replace("}", ">")
