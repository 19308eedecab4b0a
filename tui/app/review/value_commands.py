"""Commands that set what is written of the current candidate: record, period, value and unit,
translation, and whose figure it is."""

from __future__ import annotations

from tui.app.browse.effects import AskForLine
from tui.app.review import messages
from tui.app.review.review_model import ReviewModel
from tui.app.review.review_state import ChooseTarget
from tui.edit.figure_finder import FigureCandidate
from tui.edit.given_values import parse_amount, parse_names
from tui.edit.new_measure_names import NewTarget, is_new
from tui.edit.reviewed_source import Target
from tui.edit.source_review import SourceCandidate
from tui.text.periods import parse_period

_LONGEST_TITLE = 40


def short(text: str) -> str:
    """Return a text for the title of a dialog."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1]}…"


def move(model: ReviewModel, candidate: SourceCandidate) -> None:
    """Ask for the record: one that exists, or one that is made with the candidate."""
    made = {one.choice: one for one in model.session.new_targets(candidate)}

    def choose(target: str) -> None:
        if is_new(target):
            _ask_for_title(model, candidate, made[target])
            return
        plan = model.plan_of(candidate)
        plan.target, plan.given = target, plan.given._replace(title=None)
        model.show_message(messages.ADDS_TO.format(target=target))

    language = model.language
    title = messages.TARGET_TITLE.format(text=short(candidate.text)).of(language)
    hint, targets = messages.TARGET_HINT.of(language), model.session.targets(candidate)
    new = [Target(one.choice, one.title) for one in made.values()]
    likely = bool(candidate.homes or candidate.record)
    choices = [*targets, *new] if likely else [*new, *targets]
    model.request(ChooseTarget(title, hint, choices, choose))


def _ask_for_title(model: ReviewModel, candidate: SourceCandidate, new: NewTarget) -> None:
    languages = model.session.languages

    def check(text: str) -> str:
        target, _, names = text.strip().partition(" ")
        if not target or parse_names(names, languages) is None:
            return messages.NEW_INVALID.of(model.language)
        return ""

    def keep(text: str) -> None:
        target, _, names = text.strip().partition(" ")
        plan = model.plan_of(candidate)
        plan.target = target
        plan.given = plan.given._replace(title=parse_names(names, languages))
        model.show_message(messages.ADDS_TO.format(target=target))

    title, hint = new.title.of(model.language), messages.NEW_HINT.of(model.language)
    model.request(AskForLine(title, hint, new.typed, keep, check))


def set_period(model: ReviewModel, candidate: SourceCandidate) -> None:
    """Ask for the period."""
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
        plan.given = plan.given._replace(period=text.strip())
        if plan.target:
            model.show_message(messages.ADDS_TO.format(target=plan.target))

    title = messages.PERIOD_TITLE.format(text=short(candidate.text)).of(model.language)
    shown = model.plan_of(candidate).given.period or candidate.found.period
    hint = messages.PERIOD_HINT.of(model.language)
    model.request(AskForLine(title, hint, shown, keep, check, selected=True))


def set_value(model: ReviewModel, candidate: SourceCandidate) -> None:
    """Ask for value and unit."""
    found = candidate.found
    if not isinstance(found, FigureCandidate):
        model.show_message(messages.NO_VALUE_HERE)
        return

    def check(text: str) -> str:
        parsed = parse_amount(text, model.session.units)
        return messages.VALUE_INVALID.of(model.language) if parsed is None else ""

    def keep(text: str) -> None:
        plan = model.plan_of(candidate)
        value, unit = parse_amount(text, model.session.units) or (None, "")
        plan.given = plan.given._replace(value=value, unit=unit)
        if plan.target:
            model.show_message(messages.ADDS_TO.format(target=plan.target))

    given = model.plan_of(candidate).given
    value = found.value if given.value is None else given.value
    title = messages.VALUE_TITLE.format(text=short(candidate.text)).of(model.language)
    shown = f"{value:f} {given.unit or found.unit}".strip()
    hint = messages.VALUE_HINT.of(model.language)
    model.request(AskForLine(title, hint, shown, keep, check))


def write_gloss(model: ReviewModel, candidate: SourceCandidate) -> None:
    """Ask for the quote in English: of one that a record has, it is written at once."""
    is_used = candidate.state == "used"

    def keep(text: str) -> None:
        if is_used and text.strip():
            edit = model.session.translate(candidate, text.strip())
            model.written = (edit.file, edit.line)
            model.show_message(messages.TRANSLATED.format(file=edit.file, line=edit.line))
            return
        plan = model.plan_of(candidate)
        plan.given = plan.given._replace(gloss=text.strip())

    title = messages.GLOSS_TITLE.format(exact=candidate.quote.exact).of(model.language)
    hint = messages.GLOSS_WRITTEN_HINT if is_used else messages.GLOSS_HINT
    text = model.session.gloss_of(candidate) if is_used else model.plan_of(candidate).given.gloss
    model.request(AskForLine(title, hint.of(model.language), text, keep))


def name_via(model: ReviewModel, candidate: SourceCandidate) -> None:
    """Ask whose figure it is, in both languages."""
    found = candidate.found
    if not isinstance(found, FigureCandidate):
        model.show_message(messages.NO_VIA_HERE)
        return
    languages = model.session.languages

    def check(text: str) -> str:
        if text.strip() and parse_names(text, languages) is None:
            return messages.VIA_INVALID.of(model.language)
        return ""

    def keep(text: str) -> None:
        plan = model.plan_of(candidate)
        plan.given = plan.given._replace(via=parse_names(text, languages))

    given = model.plan_of(candidate).given.via or model.session.known_name(found.via)
    is_two = len(languages) > 1
    shown = f"{found.via} / " if is_two and found.via else found.via
    if given:
        shown = f"{given.zh} / {given.en}" if is_two else given.en
    title = messages.VIA_TITLE.format(text=short(candidate.text)).of(model.language)
    model.request(AskForLine(title, messages.VIA_HINT.of(model.language), shown, keep, check))
