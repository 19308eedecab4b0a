"""Resolving the subjects of a comparison: players with players, measures with measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.store import Store
from tui.text.language import Wording
from tui.views import messages


class UnknownSubjectError(LookupError):
    """No record or measure has this id."""

    def __init__(self, identity: str) -> None:
        super().__init__(identity)
        self.identity = identity


class IncomparableError(ValueError):
    """Subjects that cannot be compared. ``reason``: for the reader."""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason.en)
        self.reason = reason


class Subject(NamedTuple):
    """A column of the comparison. ``measure``: its reference; empty for a player."""

    reference: str
    record: str
    measure: str
    title: Wording


def resolve_subjects(store: Store, references: Iterable[str]) -> list[Subject]:
    """Resolve references, each once, in order.

    Raises:
        UnknownSubjectError: a reference does not exist.
        IncomparableError: they are not all players or all measures.
    """
    found = [_subject(store, reference) for reference in dict.fromkeys(references)]
    for subject in found[1:]:
        first = found[0]
        if bool(first.measure) != bool(subject.measure):
            raise IncomparableError(
                messages.DIFFERENT_KINDS.format(
                    first=first.reference,
                    first_kind=_kind(first),
                    second=subject.reference,
                    second_kind=_kind(subject),
                )
            )
    return found


def _kind(subject: Subject) -> Wording:
    return messages.MEASURE if subject.measure else messages.PLAYER


def _subject(store: Store, reference: str) -> Subject:
    rows = store.query("SELECT title_zh, title_en FROM players WHERE id = ?", (reference,))
    if player := next(rows, None):
        return Subject(reference, reference, "", Wording(*player))
    rows = store.query(
        "SELECT m.id, r.title_zh, r.title_en, m.title_zh, m.title_en "
        "FROM measures m JOIN records r USING (id) WHERE m.measure = ?",
        (reference,),
    )
    if measure := next(rows, None):
        record, zh, en, title_zh, title_en = measure
        if record != reference:  # a metric is titled with its player
            title_zh, title_en = f"{zh}：{title_zh}", f"{en}: {title_en}"
        return Subject(reference, record, reference, Wording(title_zh, title_en))
    rows = store.query(
        "SELECT label_zh, label_en FROM facets WHERE id = ? AND facet = 'kind'", (reference,)
    )
    if other := next(rows, None):
        kind = Wording(other[0], other[1].lower())
        raise IncomparableError(messages.NOT_COMPARABLE.format(id=reference, kind=kind))
    raise UnknownSubjectError(reference)
