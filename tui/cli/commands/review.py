"""``medbrief review``: what a source states, and what the editor decides about it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from tui.cli import messages
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.launch import is_full_terminal
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.settings import Settings
from tui.diagnostics import ContentError
from tui.store import find_content
from tui.store.originals import find_originals
from tui.text.fold import is_chinese
from tui.text.language import NO_TEXT, Language, Wording

if TYPE_CHECKING:
    from pathlib import Path

    from tui.check.context import CheckContext
    from tui.edit.decisions import DecisionFile
    from tui.edit.source_review import SourceCandidate

_NO_SOURCE = Wording("没有来源“{id}”{near}", "no source {id!r}{near}")
_NEAR = Wording("：{near}", ": {near}")
_NO_ORIGINAL = Wording(
    "缺少“{id}”的原件，或原件不是UTF-8文本：用--originals指定原件的文件夹",
    "the original of {id!r} is missing or not UTF-8 text: set --originals to its folder",
)
_NO_NUMBER = Wording(
    "没有第{number}项：应为1到{count}", "no candidate {number}: expected a number from 1 to {count}"
)
_ONE_ACTION = Wording(
    "--accept、--reject、--skip、--reopen只能用一个",
    "use only one of --accept, --reject, --skip and --reopen",
)
_NEEDS_TARGET = Wording("--accept需要--to ID", "--accept requires --to ID")
_NEEDS_REASON = Wording("--reject需要--reason", "--reject requires --reason")
_NEEDS_ACCEPT = Wording("--to和--period只用于--accept", "--to and --period require --accept")
_INVALID_NUMBER = Wording(
    "编号“{text}”无效：应为正整数", "invalid number {text!r}: expected a positive integer"
)
_INVALID_PERIOD = Wording(
    "时期“{text}”无效：应为2022、2023-06、2021-H1、2024-Q1或2016/2020",
    "invalid period {text!r}: expected 2022, 2023-06, 2021-H1, 2024-Q1 or 2016/2020",
)
_WRITTEN = Wording("已写入{file}，第{line}行", "wrote {file}, line {line}")
_CITED = Wording(
    "已在{file}第{line}行的记录中添加引文", "added the citation to {file}, line {line}"
)
_GLOSS = Wording("还需补充：gloss（引文的英译）", "still missing: gloss (the quote in English)")
_VIA = Wording("；via（转引自{via}）", "; via (cited from {via})")
_DECIDED = Wording("已记入{file}", "recorded in {file}")
_ACTIONS = ("accept", "reject", "skip", "reopen")


def run(options: Options, settings: Settings) -> int:
    """Open the review of a source, list its candidates, or carry out a decision; return 1 for an
    unknown source, 2 for invalid arguments or a missing original, 3 for invalid content."""
    from pathlib import Path

    from tui.check.context import CheckContext
    from tui.edit.decisions import read_decisions
    from tui.edit.source_review import review_source
    from tui.load import load_content

    language = settings.language
    action = _action(options)
    folder = Path(find_content(settings.content, os.environ))
    originals = find_originals(settings.originals, settings.content, os.environ).folder
    try:
        context = CheckContext(load_content(folder), Path(originals) if originals else None)
        if options.source not in context.sources:
            return _unknown_source(options, context, language)
        if options.source not in context.original_texts:
            print_error(_NO_ORIGINAL.format(id=options.source).of(language), language)
            return 2
        if _opens_screen(options, action) and is_full_terminal():
            return _open_screen(context, folder, options.source, settings)
        decided = read_decisions(folder, options.source)
        candidates = review_source(context, options.source, decided.decisions)
        if not action:
            return _list(candidates, options, language)
        number = getattr(options, action)
        if number > len(candidates):
            raise UsageError(_NO_NUMBER.format(number=number, count=len(candidates)))
        candidate = candidates[number - 1]
        if action == "accept":
            return _accept(context, candidate, options, language)
        return _decide(decided, candidate, action, options.reason or "", language)
    except ContentError as error:
        write_output("".join(f"{problem.format(language)}\n" for problem in error.problems))
        print_error(messages.invalid_content(len(error.problems)).of(language), language)
        return 3
    except OSError as error:
        return report_unwritten(str(error.filename), error, language)


def _action(options: Options) -> str:
    """Return the action that is asked for; empty for the list."""
    chosen = [name for name in _ACTIONS if getattr(options, name) is not None]
    if len(chosen) > 1:
        raise UsageError(_ONE_ACTION)
    action = chosen[0] if chosen else ""
    if action == "accept" and not options.to:
        raise UsageError(_NEEDS_TARGET)
    if action == "reject" and not (options.reason or "").strip():
        raise UsageError(_NEEDS_REASON)
    if action != "accept" and (options.to or options.period):
        raise UsageError(_NEEDS_ACCEPT)
    return action


def _opens_screen(options: Options, action: str) -> bool:
    """Return whether no option asks for something else."""
    return not (action or options.list or options.open or options.json)


def _open_screen(context: CheckContext, folder: Path, source: str, settings: Settings) -> int:
    from tui.app.review import run_review
    from tui.edit.review_session import ReviewSession

    return run_review(
        ReviewSession(context, folder, source),
        settings.language,
        settings.glyphs,
        chosen=settings.language_origin != "default",
        theme=settings.theme,
        ambiguous=settings.ambiguous,
    )


def _unknown_source(options: Options, context: CheckContext, language: Language) -> int:
    from tui.text.close_matches import did_you_mean

    near = did_you_mean(options.source, context.sources) or NO_TEXT
    near = _NEAR.format(near=near) if near.en else NO_TEXT
    text = _NO_SOURCE.format(id=printable(options.source), near=near)
    if options.json:
        write_output("[]\n")
    print_error(text.of(language).strip(), language)
    return 1


def _list(candidates: list[SourceCandidate], options: Options, language: Language) -> int:
    from tui.edit.review_report import candidate_lines, candidate_object, summary

    shown = [one for one in candidates if one.state == "open" or not options.open]
    if options.json:
        import json

        objects: list[dict[str, Any]] = [candidate_object(one) for one in shown]
        write_output(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
        return 0
    lines = [line for one in shown for line in candidate_lines(one, language)]
    write_output("".join(f"{line}\n" for line in lines))
    print_message(summary(candidates, language))
    return 0


def _accept(
    context: CheckContext, candidate: SourceCandidate, options: Options, language: Language
) -> int:
    from tui.edit.acceptance import accept
    from tui.edit.accepted_figure import UnfitFigureError

    try:
        done = accept(context, options.source, candidate, options.to, options.period or "")
    except UnfitFigureError as error:
        raise UsageError(error.message) from error
    done.edit.write()
    file = printable(done.edit.file, 200)
    message = (_CITED if done.cited else _WRITTEN).format(file=file, line=done.edit.line)
    chinese = any(map(is_chinese, candidate.quote.exact))
    glossed = chinese and "en" in context.content.briefing.languages
    missing = _GLOSS.of(language) if glossed else ""
    if done.left_out:
        missing += _VIA.format(via=done.left_out).of(language)
    print_message(message.of(language))
    if missing:
        print_message(missing.lstrip("；; "))
    return 0


def _decide(
    decided: DecisionFile, candidate: SourceCandidate, action: str, reason: str, language: Language
) -> int:
    from tui.edit.source_review import decision_about, without

    decisions = without(decided.decisions, candidate)
    if action != "reopen":
        verdict = decision_about(
            candidate, "rejected" if action == "reject" else "skipped", reason.strip()
        )
        decisions += (verdict,)
    decided.write(decisions)
    print_message(_DECIDED.format(file=printable(str(decided.path), 200)).of(language))
    return 0


def _parse_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 9):
        raise UsageError(_INVALID_NUMBER.format(text=printable(text)))
    return int(text)


def _parse_period(text: str) -> str:
    from tui.text.periods import parse_period

    try:
        parse_period(text)
    except ValueError:
        raise UsageError(_INVALID_PERIOD.format(text=printable(text))) from None
    return text


COMMAND = Command(
    "review",
    Wording("审阅来源中可收录的内容", "review what a source states"),
    run,
    (
        Example(
            "medbrief review herald-2023",
            Wording("打开面板逐项审阅", "decide about each candidate in panels"),
        ),
        Example(
            "medbrief review herald-2023 --open",
            Wording("尚未决定的各项", "undecided candidates"),
        ),
        Example(
            "medbrief review herald-2023 --accept 3 --to market-size",
            Wording("把第3项写入记录", "write candidate 3 into a record"),
        ),
    ),
    (
        Argument(
            ("source",), Wording("来源的标识", "id of the source"), "SOURCE", completion="source"
        ),
        Argument(
            ("--list",),
            Wording("列出各项，不打开面板", "list the candidates, without panels"),
            switch=True,
        ),
        Argument(
            ("--open",), Wording("只列尚未决定的", "list undecided candidates only"), switch=True
        ),
        Argument(
            ("--accept",), Wording("采用第N项", "accept candidate N"), "N", convert=_parse_number
        ),
        Argument(
            ("--to",),
            Wording("写入的记录或指标（ID.指标）", "record or measure to write to (ID.METRIC)"),
            "ID",
            completion="record",
        ),
        Argument(
            ("--period",),
            Wording("改用此时期", "use this period instead of the detected one"),
            "PERIOD",
            convert=_parse_period,
        ),
        Argument(
            ("--reject",),
            Wording("不采用第N项", "reject candidate N"),
            "N",
            convert=_parse_number,
        ),
        Argument(("--reason",), Wording("不采用的理由", "reason for the rejection"), "TEXT"),
        Argument(
            ("--skip",),
            Wording("搁置第N项", "skip candidate N for now"),
            "N",
            convert=_parse_number,
        ),
        Argument(
            ("--reopen",),
            Wording("撤销对第N项的决定", "undo the decision about candidate N"),
            "N",
            convert=_parse_number,
        ),
        JSON_OPTION,
    ),
    needs_store=False,
    group="edit",
    details=(
        Wording(
            "数字、政策、名称与说法由规则从原件中找出，编者确认后才写入记录；决定保存在seeds/reviews/。",
            "Finds figures, policies, names and claims in the original by rule. Nothing is written "
            "until you accept a candidate. Decisions are stored in seeds/reviews/.",
        ),
    ),
)
