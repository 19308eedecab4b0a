"""``medbrief review``: what a source states, and what the editor decides about it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal

from tui.cli import messages
from tui.cli.args.spec import Command, Example, Options, UsageError
from tui.cli.commands import review_messages as say
from tui.cli.commands.review_options import ARGUMENTS, NO_ORIGIN
from tui.cli.launch import is_full_terminal
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.repeated_options import folder_options
from tui.cli.settings import Settings
from tui.diagnostics import ContentError
from tui.store import find_content
from tui.store.originals import find_originals
from tui.text.fold import is_chinese
from tui.text.language import NO_TEXT, Language, Wording

if TYPE_CHECKING:
    from tui.check.context import CheckContext
    from tui.edit.given_values import GivenValues
    from tui.edit.review_session import ReviewSession
    from tui.edit.source_review import SourceCandidate

_ONLY_WITH_ACCEPT = ("to", "new", "period", "unit", "value", "gloss", "via")
_ACTIONS = ("accept", "reject", "skip", "reopen", "no_answer")


def run(options: Options, settings: Settings) -> int:
    """Open the review of a source, list its candidates, or carry out a decision; return 1 for an
    unknown source, 3 for invalid content. ``UsageError``: invalid arguments, a missing original."""
    from pathlib import Path

    from tui.check.context import CheckContext
    from tui.edit.review_session import ReviewSession
    from tui.load import load_content

    language = settings.language
    action = _action(options)
    folder = Path(find_content(settings.content, os.environ))
    originals = find_originals(settings.originals, settings.content, os.environ).folder
    try:
        content = load_content(folder, unfinished=True)
        context = CheckContext(content, Path(originals) if originals else None)
        if options.source not in context.sources:
            return _unknown_source(options, list(context.sources), language)
        if options.source not in context.original_texts:
            raise UsageError(say.NO_ORIGINAL.format(id=options.source))
        if action == "no_answer":
            return _record_without_answer(context, options, language)
        session = ReviewSession(context, folder, options.source)
        if _opens_screen(options, action) and is_full_terminal():
            return _open_screen(session, settings)
        if not action:
            return _list(session.candidates, options, language)
        chosen = _chosen(session, getattr(options, action))
        if action == "accept":
            return _accept(session, chosen[0], options, settings)
        return _decide(session, chosen, action, options, language)
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
        raise UsageError(say.ONE_ACTION)
    action = chosen[0] if chosen else ""
    if action == "accept" and not options.to:
        raise UsageError(say.NEEDS_TARGET)
    if action == "reject" and not (options.reason or "").strip():
        raise UsageError(say.NEEDS_REASON)
    for name in _ONLY_WITH_ACCEPT if action != "accept" else ():
        if getattr(options, name):
            raise UsageError(say.NEEDS_ACCEPT.format(option=f"--{name}"))
    if options.yes and action != "no_answer":
        raise UsageError(say.NEEDS_NO_ANSWER)
    if options.alike and action != "reject":
        raise UsageError(say.NEEDS_REJECT)
    return action


def _opens_screen(options: Options, action: str) -> bool:
    """Return whether no option asks for something else."""
    return not (action or options.list or options.open or options.json)


def _open_screen(session: ReviewSession, settings: Settings) -> int:
    from tui.app.review import run_review

    return run_review(
        session,
        settings.language,
        settings.glyphs,
        chosen=settings.language_origin != "default",
        theme=settings.theme,
        ambiguous=settings.ambiguous,
    )


def _unknown_source(options: Options, sources: list[str], language: Language) -> int:
    from tui.text.close_matches import did_you_mean

    near = did_you_mean(options.source, sources) or NO_TEXT
    near = say.NEAR.format(near=near) if near.en else NO_TEXT
    text = say.NO_SOURCE.format(id=printable(options.source), near=near)
    if options.json:
        write_output("[]\n")
    print_error(text.of(language).strip(), language)
    return 1


def _record_without_answer(context: CheckContext, options: Options, language: Language) -> int:
    from tui.edit.searched_gaps import ALL, UnknownGapError, record_without_answer

    gaps = [gap.strip() for gap in options.no_answer.split(",")]
    write = ALL not in gaps or options.yes
    try:
        changed = record_without_answer(context, options.source, gaps, write=write)
    except UnknownGapError as error:
        raise UsageError(say.NO_GAP.format(id=printable(error.gap))) from error
    for gap in changed:
        write_output(f"{gap}\n")
    done = say.SEARCHED if write else say.WOULD_BE_SEARCHED
    print_message(done.format(count=len(changed), source=options.source).of(language))
    return 0


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


def _chosen(session: ReviewSession, numbers: int | tuple[int, ...]) -> list[SourceCandidate]:
    """Return the candidates of these numbers."""
    by_number = {one.number: one for one in session.candidates}
    wanted = numbers if isinstance(numbers, tuple) else (numbers,)
    for number in wanted:
        if number not in by_number:
            raise UsageError(say.NO_NUMBER.format(number=number, count=len(by_number)))
    return [by_number[number] for number in wanted]


def _given(session: ReviewSession, options: Options) -> GivenValues:
    """Return what the options say about the candidate."""
    from decimal import Decimal

    from tui.edit.given_values import GivenValues
    from tui.text.units import is_known_unit

    if options.unit and not is_known_unit(options.unit, session.units):
        raise UsageError(say.UNKNOWN_UNIT.format(text=printable(options.unit)))
    return GivenValues(
        options.period or "",
        options.unit or "",
        Decimal(options.value) if options.value else None,
        (options.gloss or "").strip(),
        NO_TEXT if options.via == NO_ORIGIN else _names(session, options.via),
        _names(session, options.new),
    )


def _names(session: ReviewSession, text: str | None) -> Wording | None:
    from tui.edit.given_values import parse_names

    if not text:
        return None
    names = parse_names(text, session.languages)
    if names is None:
        raise UsageError(say.INVALID_NAME.format(text=printable(text)))
    return names


def _accept(
    session: ReviewSession, candidate: SourceCandidate, options: Options, settings: Settings
) -> int:
    from tui.edit.accepted_figure import UnfitFigureError
    from tui.edit.new_targets import NoCompanyError
    from tui.edit.review_report import carried_note

    if candidate.state == "used" and candidate.kind not in ("name", "new-name"):
        places = ", ".join(dict.fromkeys(one.entry for one in session.citing(candidate)))
        raise UsageError(say.USED_IN.format(number=candidate.number, places=places))
    language, given = settings.language, _given(session, options)
    try:
        origin = "" if options.via else session.proposal(candidate, options.to, given).left_out
        if origin:
            raise UsageError(say.NEEDS_VIA.format(via=printable(origin), none=NO_ORIGIN))
        done = session.add(candidate, options.to, given)
    except NoCompanyError as error:
        folders = printable(folder_options(settings), 200)
        raise UsageError(say.NO_COMPANY.format(id=error.company, folders=folders)) from error
    except UnfitFigureError as error:
        raise UsageError(error.message) from error
    file, text = printable(done.edit.file, 200), printable(" ".join(candidate.text.split()))
    message = say.CITED if done.cited else say.WRITTEN
    print_message(message.format(file=file, line=done.edit.line, text=text).of(language))
    if done.cited and (same := session.same_as(candidate)):
        print_message(say.SAME_AS.format(number=same).of(language))
    chinese = any(map(is_chinese, candidate.quote.exact))
    unglossed = chinese and "en" in session.languages and not given.gloss
    if not given.period and (note := carried_note(candidate, language)):
        print_message(note)
    if unglossed:
        print_message(say.GLOSS.of(language))
    if not done.edit.before:
        print_message(say.DRAFT.of(language))
    return 0


def _decide(
    session: ReviewSession,
    chosen: list[SourceCandidate],
    action: str,
    options: Options,
    language: Language,
) -> int:
    from tui.edit.accepted_figure import UnfitFigureError

    verdicts: dict[str, Literal["rejected", "skipped"]] = {
        "reject": "rejected", "skip": "skipped",
    }  # fmt: skip
    if options.alike:
        alike = [each for one in chosen for each in session.alike(one)]
        chosen += [one for one in dict.fromkeys(alike) if one not in chosen]
    used = [one for one in chosen if one.state == "used"]
    if action == "reopen":
        for one in used:
            try:
                edit = session.withdraw(one)
            except UnfitFigureError as error:
                raise UsageError(error.message) from error
            file, text = printable(edit.file, 200), printable(" ".join(one.text.split()))
            message = say.WITHDRAWN if edit.after else say.DELETED
            print_message(message.format(file=file, text=text).of(language))
        chosen = [one for one in chosen if one.state != "used"]
    elif used:
        raise UsageError(say.IS_USED.format(number=used[0].number))
    if chosen:
        reason = (options.reason or "").strip()
        path = session.decide(chosen[0], verdicts.get(action), reason, chosen[1:])
        found = {"count": len(chosen), "file": printable(str(path), 200)}
        print_message(say.DECIDED.format(**found).of(language))
    return 0


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
        Example(
            "medbrief review herald-2023 --accept 5 --to kang.revenue --new '营收 / Revenue'",
            Wording("新建企业的指标并写入", "make a measure of a company with candidate 5"),
        ),
    ),
    ARGUMENTS,
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
