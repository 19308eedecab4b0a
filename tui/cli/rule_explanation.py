"""What ``medbrief check --explain CODE`` prints about a rule or an error of loading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli import messages
from tui.cli.output.writer import print_error, printable, write_output
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.check.english_examples import RuleExample

_NO_SUCH_CODE = Wording(
    "代码“{code}”无效：应为{known}之一", "invalid code {code!r}: expected one of {known}"
)
_FIX = Wording("改法", "Fix")
_WRONG = Wording("错误写法", "Wrong")
_RIGHT = Wording("正确写法", "Right")
_SEVERITIES = {"error": Wording("错误", "error"), "hint": Wording("提示", "hint")}


def explain(code: str, language: Language) -> int:
    """Print a rule or an error of loading with its reason and example; return 1 for neither."""
    from tui.check import RULES
    from tui.check.english_examples import REASONS, RuleExample, example_of
    from tui.load import load_problems

    found = code.upper()
    for rule in RULES:
        if rule.code == found:
            head = f"{found}  {_SEVERITIES[rule.severity].of(language)}"
            message = rule_template(rule.message, language)
            example = example_of(found, language, RuleExample(rule.incorrect, rule.correct))
            parts = [
                f"{head}  {message}",
                rule.why.of(language),
                _fix(rule.fix.of(language), language),
            ]
            return _print([*parts, *_example(example, language)])
    for problem in load_problems.ALL:
        if problem.code == found:
            message = rule_template(problem.message, language)
            why = [REASONS[found].of(language)] if found in REASONS else []
            fix = rule_template(problem.fix, language)
            fixes = [] if fix == "<hint>" else [_fix(fix, language)]
            example = example_of(found, language)
            return _print([f"{found}  {message}", *why, *fixes, *_example(example, language)])
    known = messages.listed(rule_messages(language))
    print_error(_NO_SUCH_CODE.format(code=printable(code), known=known).of(language), language)
    return 1


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


def _print(parts: list[str]) -> int:
    write_output("\n\n".join(parts) + "\n")
    return 0


def rule_messages(language: Language) -> dict[str, str]:
    """Return the message of each error of loading and each rule, by its code."""
    from tui.check import RULES
    from tui.load import load_problems

    found = {problem.code: problem.message for problem in load_problems.ALL}
    found |= {rule.code: rule.message for rule in RULES}
    return {code: rule_template(message, language) for code, message in found.items()}


def rule_template(message: Wording, language: Language) -> str:
    """Return a message with its format fields as ``<name>``."""
    text = message.of(language)
    for conversion in ("!r", ":.1f"):
        text = text.replace(conversion, "")
    return text.replace("{", "<").replace("}", ">")
