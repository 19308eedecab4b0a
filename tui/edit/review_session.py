"""The review of one source by an editor: candidates, changes that are written at once, and undo.

Every change replaces one file in one step. A file that was edited elsewhere is read again before
it is changed, so that no edit is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from tui.check.context import CheckContext
from tui.edit.acceptance import Acceptance, accept
from tui.edit.citation_changes import with_gloss, withdrawn
from tui.edit.decisions import Verdict, read_decisions
from tui.edit.given_values import GivenValues
from tui.edit.record_insertion import RecordEdit
from tui.edit.reviewed_source import ReviewedSource
from tui.edit.source_review import (
    SourceCandidate,
    decision_about,
    without,
)
from tui.file_write import write_file
from tui.load.toml_reader import TomlFile, read_text
from tui.model import Identified

_Entry = TypeVar("_Entry", bound=Identified)


class ChangedFileError(Exception):
    """A file that has changed since the step that is to be undone; ``file``: its path."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class _Step(NamedTuple):
    """A change that can be undone. ``before``: None if there was no file; ``after``: None if it was
    deleted; ``text`` and ``record``: of the entry before the change, if it is one of an entry;
    ``is_new``: the file of a record was made or deleted."""

    path: Path
    before: bytes | None
    after: bytes | None
    place: tuple[str, int]
    text: str = ""
    record: Identified | None = None
    is_new: bool = False


_NOTHING = GivenValues()


class ReviewSession(ReviewedSource):
    """The review of a source, with its changes."""

    def __init__(self, context: CheckContext, folder: Path, source: str) -> None:
        """``context``: the briefing in ``folder``. The original must be available.

        Raises:
            ContentError: the decisions are invalid.
        """
        self._steps: list[_Step] = []
        super().__init__(context, folder, source)

    def proposal(
        self, candidate: SourceCandidate, target: str, given: GivenValues = _NOTHING
    ) -> Acceptance:
        """Return what adding a candidate to a target would write.

        Raises:
            UnfitFigureError: there is no such target, or the figure does not fit it.
            ContentError: the record would be invalid.
        """
        return accept(self._context, self.source, candidate, target, given)

    def add(
        self, candidate: SourceCandidate, target: str, given: GivenValues = _NOTHING
    ) -> Acceptance:
        """Write a candidate into a target.

        Raises:
            UnfitFigureError: as ``proposal``.
            ContentError: as ``proposal``, or the briefing was edited and is invalid.
            OSError: the file cannot be written; nothing has changed.
        """
        done = self.proposal(candidate, target, given)
        path = Path(done.edit.file)
        if done.edit.before and read_text(path, done.edit.file) != done.edit.before:
            self.reload()
            done = self.proposal(candidate, target, given)
        self._write(done.edit, candidate)
        return done

    def translate(self, candidate: SourceCandidate, gloss: str) -> RecordEdit:
        """Write the translation of a quote that a record has.

        Raises:
            ContentError: the translation is invalid.
            OSError: the file cannot be written; nothing has changed.
        """
        edit = with_gloss(self._context, self._quoted_in(candidate), gloss)
        self._write(edit, candidate)
        return edit

    def withdraw(self, candidate: SourceCandidate) -> RecordEdit:
        """Take back what adding a candidate wrote.

        Raises:
            UnfitFigureError: it is cited in other words, or something needs what is there.
            ContentError: the record would be invalid.
            OSError: the file cannot be written; nothing has changed.
        """
        edit = withdrawn(self._context, self.source, candidate)
        self._write(edit, candidate)
        return edit

    def _write(self, edit: RecordEdit, candidate: SourceCandidate) -> None:
        path = Path(edit.file)
        if not edit.before:
            edit.write()
            self._steps.append(_Step(path, None, path.read_bytes(), _place(candidate), is_new=True))
            self.reload()
            return
        before = path.read_bytes()
        edit.write()
        if not edit.after:
            self._steps.append(_Step(path, before, None, _place(candidate), is_new=True))
            self.reload()
            return
        after, old = path.read_bytes(), self._record(edit.entry)
        self._steps.append(_Step(path, before, after, _place(candidate), edit.before, old))
        self._replace(edit.entry, edit.after, edit.record)

    def decide(
        self,
        candidate: SourceCandidate,
        verdict: Verdict | None,
        reason: str = "",
        also: Sequence[SourceCandidate] = (),
    ) -> Path:
        """Note a decision about a candidate, or with None that there is none; return the file.
        ``also``: further ones, in the same step.

        Raises:
            ContentError: the file with the decisions is invalid.
            OSError: it cannot be written; nothing has changed.
        """
        decided = read_decisions(self._folder, self.source)
        decisions = decided.decisions
        for one in (candidate, *also):
            decisions = without(decisions, one)
            if verdict:
                decisions += (decision_about(one, verdict, reason),)
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
        if (step.path.read_bytes() if step.path.exists() else None) != step.after:
            raise ChangedFileError(str(step.path))
        try:
            if step.before is None:
                step.path.unlink()
            else:
                write_file(str(step.path), step.before)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(step.path)) from error
        self._steps.pop()
        if step.is_new:
            self.reload()
        elif step.record:
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
