"""``medbrief check``: whether the content keeps the rules of the house."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tui.check import RULES, check_content
from tui.check.autofix import apply_fixes
from tui.check.context import CheckContext
from tui.check.coverage import measure_coverage
from tui.cli import messages
from tui.cli.args.spec import Options
from tui.cli.output.writer import print_message, printable, write_output
from tui.cli.settings import Settings
from tui.diagnostics import ContentError, Problem
from tui.load import load_content, load_problems
from tui.store import find_content
from tui.store.originals import find_originals
from tui.text.language import Language, Wording


def run(options: Options, settings: Settings) -> int:
    """Print findings, an explanation or the coverage; 3 where there are errors."""
    language = settings.language
    if options.explain is not None:
        return _explain(options.explain, language)
    folder = Path(find_content(settings.content, os.environ))
    originals = find_originals(settings.originals, settings.content, os.environ).folder
    original_files = Path(originals) if originals else None
    try:
        if options.fix:
            count = apply_fixes(folder, original_files)
            print_message(messages.MENDED.format(count=count).of(language))
        content = load_content(folder)
    except ContentError as error:
        _print([(problem, "error") for problem in error.problems], options.json, language)
        print_message(messages.CONTENT_BROKEN.format(count=len(error.problems)).of(language))
        return 3
    except OSError as error:
        print_message(
            messages.CANNOT_WRITE.format(file=error.filename, why=error.strerror).of(language)
        )
        return 3
    if options.coverage:
        return _coverage(CheckContext(content, original_files), options.json, language)
    checked = check_content(content, original_files)
    _print([(item.problem, item.severity) for item in checked.findings], options.json, language)
    if checked.unchecked_sources:
        print_message(
            messages.NOT_READ.format(sources=", ".join(checked.unchecked_sources)).of(language)
        )
    hints = len(checked.findings) - checked.errors
    counts = {"errors": checked.errors, "hints": hints, "records": len(content.records)}
    print_message(messages.CHECKED.format(**counts).of(language))
    return 3 if checked.errors else 0


def _print(findings: list[tuple[Problem, str]], as_json: bool, language: Language) -> None:
    if not as_json:
        write_output("".join(problem.format(language) + "\n" for problem, _ in findings))
        return
    objects = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": severity,
            "message": problem.message._asdict(),
            "mend": problem.fix._asdict(),
        }
        for problem, severity in findings
    ]
    write_output(_json(objects))


def _explain(code: str, language: Language) -> int:
    for rule in RULES:
        if rule.code == code.upper():
            severity = messages.SEVERITIES[rule.severity].of(language)
            lines = [
                f"{rule.code}  {severity}  {_plain(rule.message, language)}",
                "",
                rule.why.of(language),
                "",
                f"{messages.MEND.of(language)}  {rule.fix.of(language)}",
                "",
                messages.WRONG.of(language),
                *(f"  {line}" for line in rule.incorrect.splitlines()),
                messages.RIGHT.of(language),
                *(f"  {line}" for line in rule.correct.splitlines()),
            ]
            write_output("\n".join(lines) + "\n")
            return 0
    for mistake in load_problems.ALL:
        if mistake.code == code.upper():
            write_output(f"{mistake.code}  {_plain(mistake.message, language)}\n")
            return 0
    known = ", ".join(
        [mistake.code for mistake in load_problems.ALL] + [rule.code for rule in RULES]
    )
    print_message(messages.NO_SUCH_RULE.format(code=printable(code), known=known).of(language))
    return 1


def _plain(message: Wording, language: Language) -> str:
    """A message without what fills its places."""
    text = message.of(language)
    for place in ("!r", ":.1f"):
        text = text.replace(place, "")
    return text.replace("{", "<").replace("}", ">")


def _coverage(context: CheckContext, as_json: bool, language: Language) -> int:
    if not context.texts:
        print_message(messages.NO_ORIGINALS.of(language))
        return 2
    found = measure_coverage(context)
    if as_json:
        objects: list[dict[str, Any]] = [
            {
                "source": item.source,
                "figures": item.figures,
                "covered": item.covered,
                "uncovered": [part._asdict() for part in item.uncovered],
                "excluded": [
                    {"exact": exact, "reason": reason._asdict()} for exact, reason in item.excluded
                ],
                "by_form": {name.en: count for name, count in item.by_form},
            }
            for item in found
        ]
        write_output(_json(objects))
    else:
        for item in found:
            counts = {"source": item.source, "covered": item.covered, "figures": item.figures}
            write_output(
                f"{item.share:5.1f}%  " + messages.COVERED.format(**counts).of(language) + "\n"
            )
            for part in item.uncovered:
                around = {"text": part.text, "context": part.context}
                write_output("        " + messages.UNCOVERED.format(**around).of(language) + "\n")
            if item.by_form:
                comma = "，" if language == "zh" else ", "
                forms = comma.join(f"{name.of(language)} {count}" for name, count in item.by_form)
                write_output("        " + messages.BY_FORM.format(forms=forms).of(language) + "\n")
            for exact, reason in item.excluded:
                aside = {"exact": exact, "reason": reason}
                write_output("        " + messages.EXCLUDED.format(**aside).of(language) + "\n")
    unread = [source.id for source in context.content.sources if source.id not in context.texts]
    if unread:  # what was not looked at is not covered
        print_message(messages.NOT_READ.format(sources=", ".join(unread)).of(language))
    return 3 if unread or any(item.uncovered for item in found) else 0


def _json(objects: list[dict[str, Any]]) -> str:
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"
