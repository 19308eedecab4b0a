"""Commands that decide about the current candidate, and what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.app.browse.effects import AskForLine
from tui.app.review import messages
from tui.app.review.review_model import ReviewModel, edit_place, show_problem
from tui.app.review.value_commands import (
    move,
    name_via,
    set_period,
    set_value,
    short,
    write_gloss,
)
from tui.diagnostics import ContentError
from tui.edit.accepted_figure import UnfitFigureError
from tui.edit.decisions import Verdict
from tui.edit.figure_finder import FigureCandidate
from tui.edit.given_values import with_given
from tui.edit.review_session import ChangedFileError
from tui.edit.source_review import SourceCandidate
from tui.text.language import Wording, chinese_list


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
        move(model, candidate)
    elif _needs_period(model, candidate):
        set_period(model, candidate)
    else:
        _write(model, candidate)


def _needs_period(model: ReviewModel, candidate: SourceCandidate) -> bool:
    found = with_given(candidate.found, model.plan_of(candidate).given)
    return isinstance(found, FigureCandidate) and not found.period


def _write(model: ReviewModel, candidate: SourceCandidate) -> None:
    plan = model.plan_of(candidate)
    try:
        done = model.session.add(candidate, plan.target, plan.given)
    except UnfitFigureError as error:
        model.show_message(error.message, is_error=True)
        return
    is_two = len(model.session.languages) > 1
    parts = [] if plan.given.gloss or not is_two else [Wording("gloss", "gloss")]
    if done.left_out:
        parts.append(messages.MISSING_VIA.format(via=done.left_out))
    missing = Wording("", "")
    if parts:
        listed = Wording(
            chinese_list(part.zh for part in parts), ", ".join(part.en for part in parts)
        )
        missing = messages.MISSING.format(parts=listed)
    text = messages.CITED if done.cited else messages.ADDED
    if not done.edit.before:
        text = messages.MADE
    file, line = done.edit.file, done.edit.line
    model.written = (file, line)
    model.select_next(candidate.start)
    model.show_message(text.format(file=file, line=line, missing=missing))


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


def _reject(model: ReviewModel, candidate: SourceCandidate) -> None:
    _ask_why(model, candidate, [])


def _reject_alike(model: ReviewModel, candidate: SourceCandidate) -> None:
    _ask_why(model, candidate, model.session.alike(candidate))


def _ask_why(model: ReviewModel, candidate: SourceCandidate, also: list[SourceCandidate]) -> None:
    if candidate.state == "used":
        model.show_message(messages.IS_QUOTED)
        return

    def check(text: str) -> str:
        return "" if text.strip() else messages.REASON_NEEDED.of(model.language)

    def reject(text: str) -> None:
        model.reason = text.strip()
        _decide(model, candidate, "rejected", text.strip(), also)

    values = {"number": candidate.number, "text": short(candidate.text)}
    title, hint = messages.WHY.format(**values).of(model.language), messages.WHY_HINT
    if also:
        texts = "、".join(dict.fromkeys(short(one.text) for one in (candidate, *also)))
        found = {"count": len(also) + 1, "texts": short(texts)}
        title = messages.WHY_ALL.format(**found).of(model.language)
    reason = candidate.reason or model.reason
    model.request(AskForLine(title, hint.of(model.language), reason, reject, check, selected=True))


def _skip(model: ReviewModel, candidate: SourceCandidate) -> None:
    if candidate.state == "used":
        model.show_message(messages.IS_QUOTED)
    else:
        _decide(model, candidate, "skipped")


def _reopen(model: ReviewModel, candidate: SourceCandidate) -> None:
    if candidate.state == "open":
        model.show_message(messages.ALREADY_OPEN)
    elif candidate.state == "used":
        _withdraw(model, candidate)
    else:
        _decide(model, candidate, None)


def _withdraw(model: ReviewModel, candidate: SourceCandidate) -> None:
    try:
        edit = model.session.withdraw(candidate)
    except UnfitFigureError as error:
        model.show_message(error.message, is_error=True)
        return
    model.written = None
    message = messages.WITHDRAWN if edit.after else messages.DRAFT_DELETED
    model.show_message(message.format(file=edit.file))


def _decide(
    model: ReviewModel,
    candidate: SourceCandidate,
    verdict: Verdict | None,
    reason: str = "",
    also: Sequence[SourceCandidate] = (),
) -> None:
    model.session.decide(candidate, verdict, reason, also)
    model.written = None
    state = messages.STATES[verdict or "open"]
    if verdict:
        model.select_next(candidate.start)
    if also:
        text = messages.ALL_DECIDED_ALIKE.format(count=len(also) + 1, state=state)
    else:
        text = messages.DECIDED.format(number=candidate.number, state=state)
    model.show_message(text)


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


COMMANDS: dict[str, Callable[[ReviewModel], None]] = {
    "add": _on_current(_add),
    "move": _on_current(move),
    "reject": _on_current(_reject),
    "reject_alike": _on_current(_reject_alike),
    "skip": _on_current(_skip),
    "reopen": _on_current(_reopen),
    "set_period": _on_current(set_period),
    "set_value": _on_current(set_value),
    "write_gloss": _on_current(write_gloss),
    "name_via": _on_current(name_via),
    "undo": _undo,
    "edit": _edit,
}
