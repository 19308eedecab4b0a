"""Candidates as rows of the queue, and the original with the candidates marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.app.review import messages
from tui.app.review.review_state import SIGNS, MarkedLine, MarkedText, QueueRow
from tui.document import Role, Span, Spans
from tui.document.shared_labels import STATUS_WORDS
from tui.edit.claim_finder import ClaimSentence
from tui.edit.figure_finder import FigureCandidate
from tui.edit.name_finder import PolicyTitle
from tui.edit.review_session import ReviewSession
from tui.edit.source_review import SourceCandidate
from tui.text.language import Language

_MARGIN = 7
"""Cells for sign and line number."""
_LAYERS = {"claim": 0, "policy": 1, "name": 1, "new-name": 1, "figure": 2}
"""What is drawn over what: a claim is a sentence that may hold figures and names."""
_URGENCY = ("open", "draft", "skipped", "used", "rejected")


def state_of(session: ReviewSession, candidate: SourceCandidate) -> str:
    """Return the state of a candidate; ``draft``: used, but not translated."""
    return "draft" if session.is_draft(candidate) else candidate.state


def reading(
    candidate: SourceCandidate, language: Language, period: str = "", *, brief: bool = False
) -> str:
    """Return how a candidate was read. ``period``: the editor's, if given; ``brief``: without
    what most figures are, and without the issuer of a policy."""
    found = candidate.found
    if isinstance(found, FigureCandidate):
        shown = period or found.period or messages.NO_PERIOD.of(language)
        words = [shown]
        if not brief or found.form != "level":
            words.append(messages.FORMS[found.form].of(language))
        if not brief or found.status != "reported":
            words.append(STATUS_WORDS[found.status].of(language))
        if found.via and not brief:
            words.append(messages.VIA.format(via=found.via).of(language))
        return " · ".join(words)
    words = [messages.KINDS[candidate.kind].of(language)]
    if isinstance(found, PolicyTitle) and not brief:
        words += filter(None, (found.number, found.issuer, found.issued))
    elif isinstance(found, ClaimSentence):
        words.append(f"“{found.word}”")
    return " · ".join(words)


def queue_row(
    session: ReviewSession, candidate: SourceCandidate, language: Language, target: str, period: str
) -> QueueRow:
    """Return the row of a candidate. ``target``: where it would be added."""
    state = state_of(session, candidate)
    shown = target if candidate.state == "open" else messages.STATES[state].of(language)
    return QueueRow(
        candidate.number,
        Span(*SIGNS[state]),
        " ".join(candidate.text.split()),
        reading(candidate, language, period, brief=True),
        shown,
    )


def original_text(session: ReviewSession, current: SourceCandidate | None) -> MarkedText:
    """Return the original, each candidate in the color of its state, the current one marked."""
    text, focus = session.text, None
    lines: list[MarkedLine] = []
    marks = sorted(_marks(session), key=lambda mark: mark.layer)
    if current:
        marks.append(_Mark(current.start, current.end, "match", "", 3))
    for start, end in session.paragraphs():
        inside = [mark for mark in marks if mark.start < end and start < mark.end]
        if current and start <= current.start < end:
            focus = (len(lines), current.start - start)
        signs = _signs([mark for mark in inside if mark.state and mark.start >= start], start)
        spans = tuple(_painted(text, start, end, inside))
        lines.append(MarkedLine(spans, str(session.line(start)), signs))
    return MarkedText(tuple(lines), _MARGIN, focus)


class _Mark:
    """A passage of the original in the color of a state."""

    def __init__(self, start: int, end: int, role: Role, state: str, layer: int) -> None:
        self.start, self.end, self.role = start, end, role
        self.state, self.layer = state, layer


def _marks(session: ReviewSession) -> Iterator[_Mark]:
    for one in session.candidates:
        state, start, end = state_of(session, one), one.start, one.end
        if isinstance(one.found, ClaimSentence):  # the word that makes it one
            start += max(0, one.text.find(one.found.word))
            end = start + len(one.found.word)
        yield _Mark(start, end, SIGNS[state][1], state, _LAYERS[one.kind])


def _signs(marks: Sequence[_Mark], start: int) -> tuple[tuple[int, Span], ...]:
    """Return the signs of a line, the most urgent first."""
    ordered = sorted(marks, key=lambda mark: _URGENCY.index(mark.state))
    return tuple((mark.start - start, Span(*SIGNS[mark.state])) for mark in ordered)


def _painted(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Spans:
    roles: list[Role] = ["body"] * (end - start)
    for mark in marks:
        first, last = max(mark.start, start) - start, min(mark.end, end) - start
        roles[first:last] = [mark.role] * (last - first)
    spans, begin = [], 0
    for at in range(1, len(roles) + 1):
        if at == len(roles) or roles[at] != roles[begin]:
            spans.append(Span(text[start + begin : start + at], roles[begin]))
            begin = at
    return tuple(spans)
