"""Resolving the subjects of a comparison: players with players, measures with measures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.document.gloss import quoted_title
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
    """A column of the comparison. ``measure``: its reference; empty for a record that is compared
    by its fields and measures, such as a player; ``name``: the title of the record."""

    reference: str
    record: str
    measure: str
    title: Wording
    kind: Wording
    name: Wording


def resolve_subjects(store: Store, references: Iterable[str]) -> list[Subject]:
    """Resolve references, each once, in order.

    Raises:
        UnknownSubjectError: a reference does not exist.
        IncomparableError: they are not all players or all measures.
    """
    found = [_subject(store, reference) for reference in dict.fromkeys(references)]
    for subject in found[1:]:
        first = found[0]
        both_measures = first.measure and subject.measure
        if first.kind != subject.kind and not both_measures:
            raise IncomparableError(
                messages.DIFFERENT_KINDS.format(
                    first=quoted_title(first.title),
                    first_kind=first.kind,
                    second=quoted_title(subject.title),
                    second_kind=subject.kind,
                )
            )
    return found


def _subject(store: Store, reference: str) -> Subject:
    rows = store.query(
        "SELECT m.id, r.title_zh, r.title_en, m.title_zh, m.title_en "
        "FROM measures m JOIN records r USING (id) WHERE m.measure = ?",
        (reference,),
    )
    if measure := next(rows, None):
        record, zh, en, title_zh, title_en = measure
        if record != reference:  # a metric is titled with its player
            title_zh, title_en = f"{zh}：{title_zh}", f"{en}: {title_en}"
        title = Wording(title_zh, title_en)
        kind = messages.STATISTIC if record == reference else messages.METRIC
        return Subject(reference, record, reference, title, kind, Wording(zh, en))
    rows = store.query(
        "SELECT r.title_zh, r.title_en, k.label_zh, k.label_en, k.comparable, r.kind "
        "FROM records r JOIN kinds k USING (kind) WHERE r.id = ?",
        (reference,),
    )
    if record := next(rows, None):
        title_zh, title_en, zh, en, comparable, kind_id = record
        kind = Wording(zh, en.lower())
        title = Wording(title_zh, title_en)
        if comparable:
            return Subject(reference, reference, "", title, kind, title)
        form = messages.NO_DATA_TO_COMPARE if kind_id == "gap" else messages.NOT_COMPARABLE
        raise IncomparableError(form.format(title=quoted_title(title), kind=kind))
    raise UnknownSubjectError(reference)
