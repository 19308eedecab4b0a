"""The panel with the resulting record: how a candidate was read, where it may belong, and the TOML
that adding it writes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tui.app.review import messages
from tui.app.review.candidate_texts import reading, state_of
from tui.app.review.review_state import SIGNS, MarkedLine, MarkedText
from tui.diagnostics import ContentError
from tui.document import Span
from tui.edit.accepted_figure import UnfitFigureError
from tui.edit.figure_finder import FigureCandidate
from tui.edit.given_values import GivenValues, with_given
from tui.edit.review_session import ReviewSession
from tui.edit.source_review import SourceCandidate
from tui.text.language import Language

_NOTHING = GivenValues()
_CONTEXT = 2
"""Unchanged lines shown before and after what is added."""


class AdditionPlan:
    """What the editor has set for a candidate that is not added yet."""

    def __init__(self, target: str = "", given: GivenValues = _NOTHING) -> None:
        self.target, self.given = target, given


def record_preview(
    session: ReviewSession, candidate: SourceCandidate, plan: AdditionPlan, language: Language
) -> MarkedText:
    """Return the panel of a candidate. ``plan.target``: where it would be added."""
    lines = [*_reading(session, candidate, plan, language)]
    if candidate.state == "used":
        lines += _citing(session, candidate, language)
    else:
        lines += _homes(candidate, plan, language)
        lines += _result(session, candidate, plan, language)
    return MarkedText(tuple(lines), 0, (0, 0))


def _line(*spans: Span) -> MarkedLine:
    return MarkedLine(spans)


def _reading(
    session: ReviewSession, candidate: SourceCandidate, plan: AdditionPlan, language: Language
) -> Iterator[MarkedLine]:
    state = state_of(session, candidate)
    sign, role = SIGNS[state]
    found = with_given(candidate.found, plan.given)
    words = " ".join(candidate.text.split())
    if isinstance(found, FigureCandidate):
        words = f"{found.comparator}{found.value:f}{found.unit}"
    yield _line(
        Span(f"{sign} {messages.STATES[state].of(language)}  ", role), Span(words, "heading")
    )
    yield _line(Span(reading(candidate, language, plan.given.period), "muted"))
    yield _line(Span(f"“{' '.join(candidate.quote.exact.split())}”", "quote"))
    if plan.given.gloss:
        yield _line(Span(f"“{plan.given.gloss}”", "muted"))
    yield from _via(session, candidate, plan, language)
    if candidate.reason:
        yield _line(Span(messages.REASON.format(reason=candidate.reason).of(language), "muted"))
    yield _line()


def _via(
    session: ReviewSession, candidate: SourceCandidate, plan: AdditionPlan, language: Language
) -> Iterator[MarkedLine]:
    """Yield whose figure it is, with what is missing to write that."""
    found, given = candidate.found, plan.given.via
    if given:
        words = messages.VIA.format(via=f"{given.zh} / {given.en}").of(language)
        yield _line(Span(words, "muted"))
    elif (
        isinstance(found, FigureCandidate)
        and found.via
        and candidate.state != "used"
        and not session.known_name(found.via)
    ):
        yield _line(Span(messages.NAME_VIA.format(via=found.via).of(language), "estimate"))


def _citing(
    session: ReviewSession, candidate: SourceCandidate, language: Language
) -> Iterator[MarkedLine]:
    yield _line(Span(messages.CITED_IN.of(language), "heading"))
    for citing in session.citing(candidate):
        missing = "" if citing.has_gloss else f"  {messages.NOT_TRANSLATED.of(language)}"
        yield _line(
            Span(f"{citing.entry}  ", "body"),
            Span(f"{citing.file}:{citing.line}", "muted"),
            Span(missing, "estimate"),
        )
        yield from _excerpt(session.file_text(citing.entry), citing.line)


def _excerpt(text: str, line: int) -> Iterator[MarkedLine]:
    """Yield the table around a line."""
    lines = text.splitlines()
    start = end = line - 1
    while start and not lines[start].startswith("[[") and line - start < 12:
        start -= 1
    while end + 1 < len(lines) and lines[end + 1].strip() and end - line < 12:
        end += 1
    yield from (_line(Span(f"  {each}", "body")) for each in lines[start : end + 1])
    yield _line()


def _homes(
    candidate: SourceCandidate, plan: AdditionPlan, language: Language
) -> Iterator[MarkedLine]:
    if not candidate.homes:
        return
    yield _line(Span(messages.LIKELY.of(language), "heading"))
    for number, home in enumerate(candidate.homes, 1):
        role = "accent" if home.reference == plan.target else "body"
        title = home.title.of(language)
        yield _line(
            Span(f"{number} {home.reference}  ", "accent" if role == "accent" else "body"),
            Span(title, "muted"),
        )
        if home.known:
            yield _line(Span(f"    {messages.KNOWN.of(language)}", "muted"))
        elif home.rivals:
            note = messages.RIVALS.format(rivals=", ".join(home.rivals)).of(language)
            yield _line(Span(f"  ! {note}", "warning"))
    yield _line()


def _result(
    session: ReviewSession, candidate: SourceCandidate, plan: AdditionPlan, language: Language
) -> Iterator[MarkedLine]:
    if not plan.target:
        yield _line(Span(messages.NO_HOME.of(language), "muted"))
        return
    found = with_given(candidate.found, plan.given)
    if isinstance(found, FigureCandidate) and not found.period:
        yield _line(Span(messages.NEEDS_PERIOD.of(language), "warning"))
        return
    try:
        done = session.proposal(candidate, plan.target, plan.given)
    except UnfitFigureError as error:
        yield _line(Span(error.message.of(language), "error"))
        return
    except ContentError as error:
        yield _line(Span(error.problems[0].format(language), "error"))
        return
    yield _line(Span(f"{done.edit.file}:{done.edit.line}", "heading"))
    yield from _added(done.edit.before, done.edit.after)


def _added(before: str, after: str) -> Iterator[MarkedLine]:
    """Yield the lines that a change adds, with those around them."""
    old, new = before.splitlines(), after.splitlines()
    first = next(
        (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    same = 0
    while same < len(old) - first and old[-1 - same] == new[-1 - same]:
        same += 1
    end = len(new) - same
    # A block that begins like the one behind it: it is added before that, not within it.
    while same and first and new[first - 1] == new[end - 1] and not _begins(new[first]):
        first, end = first - 1, end - 1
    for number in range(max(0, first - _CONTEXT), first):
        yield _line(Span(f"  {new[number]}", "muted"))
    for number in range(first, end):
        yield _added_line(new[number], old[first] if first < len(old) - same else "")
    for number in range(end, min(len(new), end + _CONTEXT)):
        yield _line(Span(f"  {new[number]}", "muted"))


def _begins(line: str) -> bool:
    """Return whether a block begins with a line."""
    return line.startswith("[[")


def _added_line(line: str, replaced: str) -> MarkedLine:
    """Return an added line; of one that was extended, the part that is new is colored."""
    if not replaced:
        return _line(Span("+ ", "used"), Span(line, "used"))
    spans = [Span("+ ", "used")]
    for kind, _, _, start, end in SequenceMatcher(None, replaced, line, False).get_opcodes():
        spans.append(Span(line[start:end], "body" if kind == "equal" else "used"))
    return MarkedLine(tuple(span for span in spans if span.text))
