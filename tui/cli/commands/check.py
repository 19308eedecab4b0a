"""``medbrief check``: validate the content against the editorial rules."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from tui.cli import messages
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.settings import Settings
from tui.diagnostics import ContentError, Problem
from tui.store import find_content
from tui.store.originals import find_originals, names_originals
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from pathlib import Path

    from tui.check.context import CheckContext

_SUMMARY = Wording(
    "已检查{records}条记录：{errors}处错误，{hints}处提示",
    "checked {en_records}: {en_errors}, {en_hints}",
)
_NO_SUCH_CODE = Wording(
    "代码“{code}”无效：应为{known}之一", "invalid code {code!r}: expected one of {known}"
)
_DIFF_NEEDS_FIX = Wording("--diff需与--fix同用", "--diff requires --fix")
_NO_TARGET = Wording(
    "“{target}”既不是文件或文件夹，也不是来源的标识",
    "{target!r} is neither a file or folder nor the id of a source",
)
_FIXED = Wording("自动修正{count}处", "fixed automatically: {count}")
_NOT_CHECKED = Wording(
    "缺少原件，引文未核对：{sources}（用--originals指定原件的文件夹）",
    "originals missing, quotations not checked: {sources} (set --originals to their folder)",
)
_NOT_MEASURED = Wording(
    "缺少原件，或原件不是UTF-8文本，未计算：{sources}",
    "originals missing or not UTF-8 text, not measured: {sources}",
)
_NO_ORIGINALS = Wording(
    "计算覆盖率需要原件：用--originals指定原件的文件夹",
    "coverage requires the original documents: set --originals to their folder",
)


def run(options: Options, settings: Settings) -> int:
    """Print findings, an explanation or the coverage; return 3 if there are errors."""
    from pathlib import Path

    from tui.check import check_content
    from tui.check.autofix import apply_fixes
    from tui.check.context import CheckContext
    from tui.check.finding_filter import PathSelection, about_source
    from tui.check.fix_preview import changed_lines, preview_fixes, toml_texts
    from tui.load import load_content

    language = settings.language
    if options.explain is not None:
        return _explain(options.explain, language)
    folder = Path(find_content(settings.content, os.environ))
    originals = find_originals(settings.originals, settings.content, os.environ).folder
    original_files = Path(originals) if originals else None
    target = options.target
    place = PathSelection(Path(target)) if target and Path(target).exists() else None
    if options.diff and not options.fix:
        raise UsageError(_DIFF_NEEDS_FIX)
    try:
        if options.diff:
            write_output("".join(f"{line}\n" for line in preview_fixes(folder, original_files)))
            return 0
        if options.fix:
            before = toml_texts(folder)
            count = apply_fixes(folder, original_files)
            print_message(_FIXED.format(count=count).of(language))
            for path, line in changed_lines(before, toml_texts(folder)):
                print_message(f"{printable(str(path), 200)}:{line}")
        content = load_content(folder)
    except ContentError as error:
        shown = [one for one in error.problems if place is None or place.includes(one)]
        _print([(problem, "error") for problem in shown or error.problems], options.json, language)
        print_error(messages.invalid_content(len(error.problems)).of(language), language)
        return 3
    except OSError as error:
        return report_unwritten(str(error.filename), error, language)
    context = CheckContext(content, original_files)
    is_source = target in context.sources
    if target and not is_source and place is None:
        raise UsageError(_NO_TARGET.format(target=printable(target)))
    if options.coverage:
        return _coverage(context, options.json, language, target if is_source else "")
    checked = check_content(content, original_files)
    if not names_originals(settings.originals, os.environ):
        checked = checked.without_missing_originals()  # add keeps a new document beside no other
    if is_source:
        checked = checked._replace(
            findings=tuple(about_source(context, target, list(checked.findings)))
        )
    elif place:
        kept = tuple(item for item in checked.findings if place.includes(item.problem))
        checked = checked._replace(findings=kept)
    _print([(item.problem, item.severity) for item in checked.findings], options.json, language)
    if checked.unchecked_sources:
        print_message(
            _NOT_CHECKED.format(sources=", ".join(checked.unchecked_sources)).of(language)
        )
    if options.impact:
        _print_impact(folder, language)
    hints = len(checked.findings) - checked.errors
    print_message(_summary(len(content.records), checked.errors, hints).of(language))
    return 3 if checked.errors else 0


def _print_impact(folder: Path, language: Language) -> None:
    """Print what the changes since the last commit change for readers."""
    from tui.cli.commands.impact import impacts_since
    from tui.compile.impact_report import impact_lines

    for line in impact_lines(impacts_since(folder, "HEAD"), language):
        print_message(printable(line, 300))


def _summary(records: int, errors: int, hints: int) -> Wording:
    return _SUMMARY.format(
        records=records,
        errors=errors,
        hints=hints,
        en_records=messages.count_of(records, "record"),
        en_errors=messages.count_of(errors, "error"),
        en_hints=messages.count_of(hints, "hint"),
    )


def _print(findings: list[tuple[Problem, str]], as_json: bool, language: Language) -> None:
    if not as_json:
        write_output("".join(f"{item.format(language, severity)}\n" for item, severity in findings))
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
    """Print a rule or an error of loading with its reason and example; return 1 for neither."""
    from tui.check.rule_explanation import explanation

    if text := explanation(code, language):
        write_output(f"{text}\n")
        return 0
    known = messages.listed(rule_messages(language))
    print_error(_NO_SUCH_CODE.format(code=printable(code), known=known).of(language), language)
    return 1


def rule_messages(language: Language) -> dict[str, str]:
    """Return the message of each error of loading and each rule, by its code."""
    from tui.check.rule_explanation import rule_messages as messages_by_code

    return messages_by_code(language)


def _coverage(context: CheckContext, as_json: bool, language: Language, source: str) -> int:
    """Print which figures of the originals are quoted; return 3 if figures or whole originals
    are not covered. ``source``: only of this one; empty for all.

    Raises:
        UsageError: there are no originals.
    """
    from tui.check.coverage import measure_coverage
    from tui.check.coverage_report import coverage_lines, coverage_object

    if not context.original_texts:
        raise UsageError(_NO_ORIGINALS)
    found = [item for item in measure_coverage(context) if source in ("", item.source)]
    if as_json:
        write_output(_json([coverage_object(item) for item in found]))
    else:
        write_output(
            "".join(f"{line}\n" for item in found for line in coverage_lines(item, language))
        )
    unread = [
        each.id
        for each in context.content.sources
        if each.id not in context.original_texts and source in ("", each.id)
    ]
    if unread:
        print_message(_NOT_MEASURED.format(sources=", ".join(unread)).of(language))
    return 3 if unread or any(item.uncovered for item in found) else 0


def _json(objects: list[dict[str, Any]]) -> str:
    import json

    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


COMMAND = Command(
    "check",
    Wording("按规则校验内容", "check the content against the rules"),
    run,
    (
        Example("medbrief check", Wording("校验内容", "check the content")),
        Example("medbrief check --explain K401", Wording("解释一条规则", "explain a rule")),
    ),
    (
        Argument(
            ("target",),
            Wording(
                "只看此文件、文件夹或来源", "only this file or folder, or what cites this source"
            ),
            "PATH|SOURCE",
            nargs="?",
            completion="file",
        ),
        Argument(
            ("--explain",),
            Wording("解释一条规则的理由，附例子", "explain a rule, with an example"),
            "CODE",
            completion="rule",
        ),
        Argument(
            ("--coverage",),
            Wording("列出原件中哪些数字已引用", "show which figures of the originals are quoted"),
            switch=True,
        ),
        Argument(
            ("--fix",),
            Wording("自动修正可修正的错误", "fix what can be fixed automatically"),
            switch=True,
        ),
        Argument(
            ("--diff",),
            Wording(
                "与--fix同用：只显示改动，不写入", "with --fix: show the changes, write nothing"
            ),
            switch=True,
        ),
        Argument(
            ("--impact",),
            Wording(
                "另列出自上次提交以来读者看到的变化",
                "also list what changes for readers since the last commit",
            ),
            switch=True,
        ),
        JSON_OPTION,
    ),
    needs_store=False,
    group="edit",
    details=(
        Wording(
            "有错误时退出码为3，只有提示时为0。引文与--originals所指文件夹里的原件核对。",
            "The exit code is 3 if there are errors, 0 if there are only hints. Quotations are "
            "compared with the original documents in the folder that --originals names.",
        ),
    ),
)
