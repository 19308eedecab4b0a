"""The review of one source by an editor: candidates, changes that are written at once, and undo.

Every change replaces one file in one step. A file that was edited elsewhere is read again before
it is changed, so that no edit is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from tui.check.context import CheckContext
from tui.edit.acceptance import Acceptance, accept
from tui.edit.decisions import Decision, Verdict, read_decisions
from tui.edit.figure_finder import FigureCandidate
from tui.edit.quoted_passages import Citing, QuotedPassage, quoted_passages
from tui.edit.source_review import (
    SourceCandidate,
    decision_about,
    restated,
    review_source,
    source_text,
    without,
)
from tui.edit.source_text import TextSpan
from tui.file_write import write_file
from tui.load import load_content
from tui.load.toml_reader import TomlFile, read_text
from tui.model import Identified
from tui.text.language import Wording

_Entry = TypeVar("_Entry", bound=Identified)


class Target(NamedTuple):
    """Where a candidate can be added: a measure or a record, with its title."""

    id: str
    title: Wording


class ChangedFileError(Exception):
    """A file that has changed since the step that is to be undone; ``file``: its path."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class _Step(NamedTuple):
    """A change that can be undone. ``before``: None if there was no file; ``text`` and ``record``:
    of the entry before the change, if it is one of an entry."""

    path: Path
    before: bytes | None
    after: bytes
    place: tuple[str, int]
    text: str = ""
    record: Identified | None = None


class ReviewSession:
    """What is decided about a source. ``candidates``: in the order of the document."""

    def __init__(self, context: CheckContext, folder: Path, source: str) -> None:
        """``context``: the briefing in ``folder``. The original must be available.

        Raises:
            ContentError: the decisions are invalid.
        """
        self._folder, self._originals, self.source = folder, context.originals, source
        self._steps: list[_Step] = []
        self.candidates: list[SourceCandidate] = []
        self._read(context)

    def reload(self) -> None:
        """Read everything again, after an edit elsewhere.

        Raises:
            ContentError: something is invalid; what was read before stays.
        """
        self._read(CheckContext(load_content(self._folder), self._originals))

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

    # -- changes

    def proposal(
        self, candidate: SourceCandidate, target: str, period: str = "", gloss: str = ""
    ) -> Acceptance:
        """Return what adding a candidate to a target would write.

        Raises:
            UnfitFigureError: there is no such target, or the figure does not fit it.
            ContentError: the record would be invalid.
        """
        return accept(self._context, self.source, candidate, target, period, gloss)

    def add(
        self, candidate: SourceCandidate, target: str, period: str = "", gloss: str = ""
    ) -> Acceptance:
        """Write a candidate into a target.

        Raises:
            UnfitFigureError: as ``proposal``.
            ContentError: as ``proposal``, or the briefing was edited and is invalid.
            OSError: the file cannot be written; nothing has changed.
        """
        done = self.proposal(candidate, target, period, gloss)
        path = Path(done.edit.file)
        if read_text(path, done.edit.file) != done.edit.before:
            self.reload()
            done = self.proposal(candidate, target, period, gloss)
        before = path.read_bytes()
        done.edit.write()
        after, old = path.read_bytes(), self._record(done.edit.entry)
        self._steps.append(_Step(path, before, after, _place(candidate), done.edit.before, old))
        self._replace(done.edit.entry, done.edit.after, done.edit.record)
        return done

    def decide(self, candidate: SourceCandidate, verdict: Verdict | None, reason: str = "") -> Path:
        """Note a decision about a candidate, or with None that there is none; return the file.

        Raises:
            ContentError: the file with the decisions is invalid.
            OSError: it cannot be written; nothing has changed.
        """
        decided = read_decisions(self._folder, self.source)
        decisions = without(decided.decisions, candidate)
        if verdict:
            decisions += (decision_about(candidate, verdict, reason),)
        before = decided.path.read_bytes() if decided.path.exists() else None
        decided.write(decisions)
        after = decided.path.read_bytes()
        self._steps.append(_Step(decided.path, before, after, _place(candidate)))
        self._decisions = decisions
        self._restate()
        return decided.path

    def undo(self) -> int | None:
        """Undo the last change; return the index of its candidate, None if there is nothing to
        undo.

        Raises:
            ChangedFileError: the file was edited since.
            OSError: the file cannot be written.
        """
        if not self._steps:
            return None
        step = self._steps[-1]
        if not step.path.exists() or step.path.read_bytes() != step.after:
            raise ChangedFileError(str(step.path))
        try:
            if step.before is None:
                step.path.unlink()
            else:
                write_file(str(step.path), step.before)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(step.path)) from error
        self._steps.pop()
        if step.record:
            self._replace(step.record.id, step.text, step.record)
        else:
            self._decisions = read_decisions(self._folder, self.source).decisions
            self._restate()
        places = [_place(candidate) for candidate in self.candidates]
        return places.index(step.place) if step.place in places else 0

    def _record(self, entry: str) -> Identified:
        context = self._context
        return context.records[entry] if entry in context.records else context.sources[entry]

    def _replace(self, entry: str, text: str, record: Identified) -> None:
        """Use a changed record without reading the briefing again."""
        content = self._context.content
        content = content._replace(
            records=_with(content.records, record),
            sources=_with(content.sources, record),
            files={**content.files, entry: TomlFile(content.files[entry].name, text)},
        )
        self._use(CheckContext(content, self._originals), self._decisions)
        self._restate(entry)

    def _restate(self, entry: str = "") -> None:
        self.candidates = restated(
            self._context, self.source, self._document, self.candidates, self._decisions, entry
        )


def _with(records: tuple[_Entry, ...], changed: Identified) -> tuple[_Entry, ...]:
    kinds = {type(record) for record in records}
    if type(changed) not in kinds:
        return records
    return tuple(
        changed if record.id == changed.id and type(record) is type(changed) else record
        for record in records
    )


def _place(candidate: SourceCandidate) -> tuple[str, int]:
    return candidate.kind, candidate.start
