"""Where the editor is in a review, what is set but not written yet, and the state to show."""

from __future__ import annotations

from tui.app.review import messages
from tui.app.review.candidate_texts import original_text, queue_row
from tui.app.review.record_preview import AdditionPlan, record_preview
from tui.app.review.review_state import (
    PANELS,
    TWO_COLUMNS_WIDTH,
    EditFile,
    MarkedLine,
    MarkedText,
    QueueView,
    ReviewBar,
    ReviewEffect,
    ReviewState,
    ReviewTitle,
    ReviewTitles,
)
from tui.diagnostics import ContentError, Problem
from tui.document import Span
from tui.edit.accepted_figure import UnfitFigureError
from tui.edit.review_session import ReviewSession
from tui.edit.source_review import SourceCandidate
from tui.render.panel_border import FrameKind, PanelTitles
from tui.text.language import Language, Wording


class ReviewModel:
    """Where the editor is in the review, and what is set but not written yet."""

    def __init__(self, session: ReviewSession, language: Language, width: int = 80) -> None:
        self.session = session
        languages = session.languages
        self.language: Language = languages[0] if len(languages) == 1 else language
        self.width = width
        self.focus = "queue"
        self.query = ""
        self.is_typing = False
        self.only_open = False
        self.alone = False
        self.place = ("", -1)
        """Kind and offset of the current candidate: its number may change."""
        self.plans: dict[tuple[str, int], AdditionPlan] = {}
        self.reason = ""
        """The reason of the last rejection, which the next one proposes."""
        self.written: tuple[str, int] | None = None
        """File and line of what was added last, until the cursor moves or something is undone."""
        self.problem: Problem | None = None
        """The first problem of the content after an edit."""
        self.state = ReviewState()
        self.select_next(-1)

    # -- candidates

    @property
    def rows(self) -> list[SourceCandidate]:
        """The candidates in the queue."""
        words = self.query.lower().split()
        return [
            one
            for one in self.session.candidates
            if (not self.only_open or one.state == "open" or _place(one) == self.place)
            and all(self._has(one, word) for word in words)
        ]

    def _has(self, candidate: SourceCandidate, word: str) -> bool:
        texts = (candidate.text, candidate.quote.exact, self.plan_of(candidate).target)
        return any(word in text.lower() for text in texts)

    @property
    def current(self) -> SourceCandidate | None:
        """The candidate under the cursor."""
        return next((one for one in self.rows if _place(one) == self.place), None)

    def plan_of(self, candidate: SourceCandidate) -> AdditionPlan:
        """Return what is set for a candidate: the likely record, unless the editor chose one."""
        place = _place(candidate)
        if place not in self.plans:
            likely = candidate.homes[0].reference if candidate.homes else candidate.record
            self.plans[place] = AdditionPlan(likely)
        return self.plans[place]

    def select(self, candidate: SourceCandidate | None) -> None:
        """Move the cursor to a candidate."""
        self.place = _place(candidate) if candidate else ("", -1)

    def select_next(self, at: int) -> None:
        """Move the cursor to the first undecided candidate behind a place in the document, else to
        the first undecided one; without any it stays where it is, or goes to the first row."""
        rows = self.rows
        undecided = [one for one in rows if one.state == "open"]
        behind = [one for one in undecided if one.start > at]
        if behind or undecided:
            self.select((behind or undecided)[0])
        elif self.only_open:
            self.select(None)
        elif not self.current:
            self.select(next(iter(rows), None))

    # -- the state

    def show_message(self, message: Wording | None, *, is_error: bool = False) -> None:
        """Show a message in the key bar."""
        self.state = self.state._replace(bar=ReviewBar(self.language, message, is_error))

    def request(self, effect: ReviewEffect | None) -> None:
        """Ask the screen for an action beyond the panels."""
        self.state = self.state._replace(effect=effect)

    def show(self) -> None:
        """Show everything as it is now."""
        language, current, rows = self.language, self.current, self.rows
        session = self.session
        queue = [
            queue_row(
                session, one, language, self.plan_of(one).target, self.plan_of(one).given.period
            )
            for one in rows
        ]
        cursor = rows.index(current) if current else 0
        empty = messages.ALL_DECIDED if self.only_open and not self.query else None
        record = (
            record_preview(session, current, self.plan_of(current), language)
            if current
            else MarkedText()
        )
        if self.problem:
            found = MarkedLine((Span(self.problem.format(language), "error"),))
            record = record._replace(lines=(found, MarkedLine(()), *record.lines))
        line = session.line(current.start) if current else 1
        self.state = self.state._replace(
            title=self._title(cursor, len(rows)),
            titles=ReviewTitles(
                PanelTitles(
                    messages.ORIGINAL.of(language), messages.LINE.format(line=line).of(language)
                ),
                PanelTitles(
                    messages.QUEUE.of(language), messages.COUNT.format(count=len(rows)).of(language)
                ),
                PanelTitles(
                    messages.RECORD.of(language), self.plan_of(current).target if current else ""
                ),
            ),
            queue=QueueView(tuple(queue), cursor, (empty or messages.NOTHING_LISTED).of(language)),
            original=original_text(session, current),
            record=record,
            bar=self.state.bar._replace(language=language),
            query=self.query if self.query or self.is_typing else None,
        )
        self.show_panels()

    def show_panels(self) -> None:
        """Show the panels that fit: one at a time in a narrow window."""
        one = self.alone or self.width < TWO_COLUMNS_WIDTH
        visible = (self.focus,) if one else PANELS
        focus = "query" if self.is_typing else self.focus
        frame: FrameKind = "box" if self.width >= TWO_COLUMNS_WIDTH else "rule"
        if (visible, focus, frame) != (self.state.visible, self.state.focus, self.state.frame):
            self.state = self.state._replace(visible=visible, focus=focus, frame=frame)

    def _title(self, cursor: int, count: int) -> ReviewTitle:
        number = cursor + 1 if count else 0
        open_count = sum(one.state == "open" for one in self.session.candidates)
        position = messages.POSITION.format(open=open_count, number=number, count=count)
        details = [messages.ONLY_OPEN.of(self.language)] if self.only_open else []
        if self.query:
            details.append(messages.FILTER.format(query=self.query).of(self.language))
        details.append(position.of(self.language))
        heading = self.session.title.of(self.language)
        return ReviewTitle(self.session.source, heading, "  ".join(details))


def edit_place(model: ReviewModel) -> EditFile | None:
    """Return what the edit command opens: a problem of the content, what was added last, where
    the current candidate is quoted, or where it would be added."""
    if model.problem:
        return EditFile(model.problem.file, max(1, model.problem.line))
    if model.written:
        return EditFile(*model.written)
    current = model.current
    if current is None:
        return None
    for citing in model.session.citing(current):
        return EditFile(citing.file, citing.line)
    plan = model.plan_of(current)
    try:
        edit = model.session.proposal(current, plan.target, plan.given).edit
        return EditFile(edit.file, edit.line)
    except (UnfitFigureError, ContentError):
        file = model.session.file_of(plan.target)
        return EditFile(file, 1) if file else None


def show_problem(model: ReviewModel, error: ContentError) -> None:
    """Show the first problem of content that cannot be read; the edit command opens it."""
    model.problem = error.problems[0]
    text = Wording(model.problem.format("zh"), model.problem.format("en"))
    shown = Wording(
        messages.INVALID.zh.format(problem=text.zh), messages.INVALID.en.format(problem=text.en)
    )
    model.show_message(shown, is_error=True)


def _place(candidate: SourceCandidate) -> tuple[str, int]:
    return candidate.kind, candidate.start
