"""Commands that decide about the current candidate, and what they ask for."""

from __future__ import annotations

from collections.abc import Callable

from tui.app.browse.effects import AskForLine
from tui.app.review import messages
from tui.app.review.review_model import ReviewModel, edit_place, show_problem
from tui.app.review.review_state import ChooseTarget
from tui.diagnostics import ContentError
from tui.edit.accepted_figure import UnfitFigureError
from tui.edit.decisions import Verdict
from tui.edit.figure_finder import FigureCandidate
from tui.edit.review_session import ChangedFileError
from tui.edit.source_review import SourceCandidate
from tui.text.language import Wording
from tui.text.periods import parse_period

_LONGEST_TITLE = 40


def _on_current(
    action: Callable[[ReviewModel, SourceCandidate], None],
) -> Callable[[ReviewModel], None]:
    """Return a command that does something with the current candidate, if there is one."""

    def run(model: ReviewModel) -> None:
        if model.current:
            action(model, model.current)
        else:
            model.show_message(messages.NO_CANDIDATE)

    return run


def _add(model: ReviewModel, candidate: SourceCandidate) -> None:
    plan = model.plan_of(candidate)
    if candidate.state == "used":
        model.show_message(messages.IS_QUOTED)
    elif not plan.target:
        _move(model, candidate)
    elif _needs_period(model, candidate):
        _set_period(model, candidate)
    else:
        _write(model, candidate)


def _needs_period(model: ReviewModel, candidate: SourceCandidate) -> bool:
    found = candidate.found
    return isinstance(found, FigureCandidate) and not (
        found.period or model.plan_of(candidate).period
    )


def _write(model: ReviewModel, candidate: SourceCandidate) -> None:
    plan = model.plan_of(candidate)
    try:
        done = model.session.add(candidate, plan.target, plan.period, plan.gloss)
    except UnfitFigureError as error:
        model.show_message(error.message, is_error=True)
        return
    parts = [] if plan.gloss else [Wording("gloss", "gloss")]
    if done.left_out:
        parts.append(messages.MISSING_VIA.format(via=done.left_out))
    missing = Wording("", "")
    if parts:
        listed = Wording("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))
        missing = messages.MISSING.format(parts=listed)
    text = messages.CITED if done.cited else messages.ADDED
    file, line = done.edit.file, done.edit.line
    model.written = (file, line)
    model.select_next(candidate.number)
    model.show_message(text.format(file=file, line=line, missing=missing))


def _move(model: ReviewModel, candidate: SourceCandidate) -> None:
    def choose(target: str) -> None:
        model.plan_of(candidate).target = target
        model.show_message(messages.ADDS_TO.format(target=target))

    language = model.language
    title = messages.TARGET_TITLE.format(text=_short(candidate.text)).of(language)
    hint, targets = messages.TARGET_HINT.of(language), model.session.targets(candidate)
    model.request(ChooseTarget(title, hint, targets, choose))


def choose_home(model: ReviewModel, number: int) -> None:
    """Choose one of the likely records of the current candidate, counted from 1."""
    current = model.current
    count = len(current.homes) if current else 0
    if not current or number > count:
        model.show_message(messages.NO_SUCH_HOME.format(count=count))
        return
    target = current.homes[number - 1].reference
    model.plan_of(current).target = target
    model.show_message(messages.ADDS_TO.format(target=target))


def _set_period(model: ReviewModel, candidate: SourceCandidate) -> None:
    if not isinstance(candidate.found, FigureCandidate):
        model.show_message(messages.NO_PERIOD_HERE)
        return

    def check(text: str) -> str:
        try:
            parse_period(text.strip())
        except ValueError:
            return messages.PERIOD_INVALID.of(model.language)
        return ""

    def keep(text: str) -> None:
        plan = model.plan_of(candidate)
        plan.period = text.strip()
        if plan.target:
            model.show_message(messages.ADDS_TO.format(target=plan.target))

    title = messages.PERIOD_TITLE.format(text=_short(candidate.text)).of(model.language)
    shown = model.plan_of(candidate).period or candidate.found.period
    model.request(AskForLine(title, messages.PERIOD_HINT.of(model.language), shown, keep, check))


def _write_gloss(model: ReviewModel, candidate: SourceCandidate) -> None:
    def keep(text: str) -> None:
        model.plan_of(candidate).gloss = text.strip()

    title = messages.GLOSS_TITLE.format(exact=candidate.quote.exact).of(model.language)
    hint, text = messages.GLOSS_HINT.of(model.language), model.plan_of(candidate).gloss
    model.request(AskForLine(title, hint, text, keep))


def _reject(model: ReviewModel, candidate: SourceCandidate) -> None:
    if candidate.state == "used":
        model.show_message(messages.IS_QUOTED)
        return

    def check(text: str) -> str:
        return "" if text.strip() else messages.REASON_NEEDED.of(model.language)

    def reject(text: str) -> None:
        _decide(model, candidate, "rejected", text.strip())

    values = {"number": candidate.number, "text": _short(candidate.text)}
    title, hint = messages.WHY.format(**values).of(model.language), messages.WHY_HINT
    model.request(AskForLine(title, hint.of(model.language), candidate.reason, reject, check))


def _skip(model: ReviewModel, candidate: SourceCandidate) -> None:
    if candidate.state == "used":
        model.show_message(messages.IS_QUOTED)
    else:
        _decide(model, candidate, "skipped")


def _reopen(model: ReviewModel, candidate: SourceCandidate) -> None:
    if candidate.state == "open":
        model.show_message(messages.ALREADY_OPEN)
    elif candidate.state == "used":
        model.show_message(messages.IS_QUOTED)
    else:
        _decide(model, candidate, None)


def _decide(
    model: ReviewModel, candidate: SourceCandidate, verdict: Verdict | None, reason: str = ""
) -> None:
    model.session.decide(candidate, verdict, reason)
    model.written = None
    state = messages.STATES[verdict or "open"]
    if verdict:
        model.select_next(candidate.number)
    model.show_message(messages.DECIDED.format(number=candidate.number, state=state))


def _undo(model: ReviewModel) -> None:
    try:
        number = model.session.undo()
    except ChangedFileError as error:
        model.show_message(messages.CHANGED_SINCE.format(file=error.file), is_error=True)
        return
    if number is None:
        model.show_message(messages.NOTHING_TO_UNDO)
        return
    model.written = None
    model.query = ""
    model.select(model.session.candidates[number])
    model.show_message(messages.UNDONE)


def _edit(model: ReviewModel) -> None:
    place = edit_place(model)
    if place:
        model.request(place)
    else:
        model.show_message(messages.NOTHING_TO_EDIT)


def read_again(model: ReviewModel, problem: Wording | None) -> None:
    """Read the content again after an edit. ``problem``: why the editor did not start."""
    if problem:
        model.show_message(problem, is_error=True)
        return
    try:
        model.session.reload()
    except ContentError as error:
        show_problem(model, error)
        return
    model.problem = None
    if not model.current:
        model.select_next(0)
    model.show_message(messages.READ_AGAIN)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1]}…"


COMMANDS: dict[str, Callable[[ReviewModel], None]] = {
    "add": _on_current(_add),
    "move": _on_current(_move),
    "reject": _on_current(_reject),
    "skip": _on_current(_skip),
    "reopen": _on_current(_reopen),
    "set_period": _on_current(_set_period),
    "write_gloss": _on_current(_write_gloss),
    "undo": _undo,
    "edit": _edit,
}
