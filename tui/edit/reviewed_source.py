"""What a source states, what is decided about it, and where it can be added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.edit.acceptance import known_name
from tui.edit.decisions import Decision, read_decisions
from tui.edit.figure_finder import FigureCandidate
from tui.edit.new_measure_names import NewTarget, new_targets
from tui.edit.quoted_passages import Citing, QuotedPassage, quoted_passages
from tui.edit.source_review import (
    SourceCandidate,
    likeness,
    restated,
    review_source,
    source_text,
)
from tui.edit.source_text import TextSpan
from tui.load import load_content
from tui.text.language import Language, Wording


class Target(NamedTuple):
    """Where a candidate can be added: a measure or a record, with its title."""

    id: str
    title: Wording


class ReviewedSource:
    """What a source states and what is decided about it. ``candidates``: in the order of the
    document."""

    def __init__(self, context: CheckContext, folder: Path, source: str) -> None:
        """``context``: the briefing in ``folder``. The original must be available.

        Raises:
            ContentError: the decisions are invalid.
        """
        self._folder, self._originals, self.source = folder, context.originals, source
        self.candidates: list[SourceCandidate] = []
        self._read(context)

    def reload(self) -> None:
        """Read everything again, after an edit elsewhere.

        Raises:
            ContentError: something is invalid; what was read before stays.
        """
        content = load_content(self._folder, unfinished=True)
        self._read(CheckContext(content, self._originals))

    def _read(self, context: CheckContext) -> None:
        decisions = read_decisions(self._folder, self.source).decisions
        self.candidates = review_source(context, self.source, decisions)
        self._document = source_text(context, self.source)
        self._use(context, decisions)

    def _use(self, context: CheckContext, decisions: Sequence[Decision]) -> None:
        self._context, self._decisions = context, decisions
        self._passages = list(quoted_passages(context, self.source, self._document.text))

    @property
    def text(self) -> str:
        """The text of the document without tags."""
        return self._document.text

    def line(self, at: int) -> int:
        """Return the line of the original file that holds a character of the text."""
        return self._document.line(at)

    def paragraphs(self) -> list[TextSpan]:
        """Return the paragraphs of the document that are not blank."""
        return self._document.paragraphs()

    @property
    def title(self) -> Wording:
        """The title of the source."""
        heading = self._context.sources[self.source].heading
        return Wording(heading.zh, heading.en)

    # -- what is known about a candidate

    def citing(self, candidate: SourceCandidate) -> list[Citing]:
        """Return the citations of a candidate."""
        found = []
        for quoted in self._quoted_in(candidate):
            file = self._context.content.files[quoted.entry]
            line, _ = file.positions().value((*quoted.path, "exact"))
            found.append(Citing(quoted.entry, file.name, line, quoted.has_gloss))
        return found

    def _quoted_in(self, candidate: SourceCandidate) -> list[QuotedPassage]:
        return [
            quoted
            for quoted in self._passages
            if quoted.start < candidate.end and candidate.start < quoted.end
        ]

    def alike(self, candidate: SourceCandidate) -> list[SourceCandidate]:
        """Return the other undecided candidates that an editor rejects for the same reason."""
        wanted = likeness(candidate)
        return [
            one
            for one in self.candidates
            if one.state == "open" and one.number != candidate.number and likeness(one) == wanted
        ]

    def same_as(self, candidate: SourceCandidate) -> int:
        """Return the number of the first used candidate with the value and form of this one, as in
        the headline; 0 if there is none."""
        found = candidate.found
        if not isinstance(found, FigureCandidate):
            return 0
        for one in self.candidates:
            other = one.found
            if one.state != "used" or one.number == candidate.number:
                continue
            if isinstance(other, FigureCandidate) and _kind(other) == _kind(found):
                return one.number
        return 0

    def is_draft(self, candidate: SourceCandidate) -> bool:
        """Return whether a candidate is used, but none of its quotes has a translation, in a
        briefing of two languages."""
        if candidate.state != "used" or len(self._context.content.briefing.languages) < 2:
            return False
        quoted = self._quoted_in(candidate)
        return bool(quoted) and not any(each.has_gloss for each in quoted)

    def file_of(self, target: str) -> str:
        """Return the path of the file that holds a target; empty if there is none."""
        file = self._context.content.files.get(target.partition(".")[0])
        return file.name if file else ""

    def file_text(self, entry: str) -> str:
        """Return the text of the file of an entry."""
        return self._context.content.files[entry].text

    def targets(self, candidate: SourceCandidate) -> list[Target]:
        """Return where a candidate can be added, the likely places first: a figure to a measure,
        anything else to a record."""
        if isinstance(candidate.found, FigureCandidate):
            found = list(self._measures())
        else:
            found = [
                Target(record.id, Wording(record.heading.zh, record.heading.en))
                for record in self._context.content.records
            ]
        likely = [candidate.record, *(home.reference for home in candidate.homes)]
        found.sort(key=lambda target: target.id not in likely)
        return found

    def _measures(self) -> Iterator[Target]:
        for located in self._context.measures():
            heading = self._context.records[located.entry].heading
            if not located.path:
                yield Target(located.reference, Wording(heading.zh, heading.en))
                continue
            title = getattr(located.measure, "title")  # noqa: B009 - metrics have one
            zh, en = f"{heading.zh}{title.zh}", f"{heading.en}: {title.en}"
            yield Target(located.reference, Wording(zh, en))

    def new_targets(self, candidate: SourceCandidate) -> list[NewTarget]:
        """Return what can be made from a candidate."""
        return list(new_targets(self._context, self._document, candidate.found))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the briefing."""
        return self._context.content.briefing.languages

    @property
    def units(self) -> tuple[str, ...]:
        """The units that the briefing declares."""
        return self._context.content.briefing.units

    def known_name(self, name: str) -> Wording | None:
        """Return a name with its English, if the briefing has it."""
        return known_name(self._context, name)

    def gloss_of(self, candidate: SourceCandidate) -> str:
        """Return the translation of a quote that a record has; empty if there is none."""
        for quoted in sorted(self._quoted_in(candidate), key=lambda one: one.has_gloss):
            for path, part in self._context.parts_of(quoted.entry):
                if path == quoted.path:
                    return getattr(part, "gloss", "") or ""
        return ""

    def _restate(self, entry: str = "") -> None:
        self.candidates = restated(
            self._context, self.source, self._document, self.candidates, self._decisions, entry
        )


def _kind(figure: FigureCandidate) -> tuple[Decimal, str, str]:
    return figure.value, figure.unit, figure.form
