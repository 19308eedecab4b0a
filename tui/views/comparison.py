"""Players, or measures, side by side: every figure once, with its status and its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Document
from tui.store import Entry, Store
from tui.text.language import Language
from tui.views import messages
from tui.views.comparison_subjects import Subject, subjects
from tui.views.measure_figures import figures_of
from tui.views.measures_compared import measure_blocks
from tui.views.players_compared import player_blocks
from tui.views.quote_numbering import QuoteNumbering


def comparison(store: Store, ids: Sequence[str], language: Language) -> Document:
    """The page that sets records side by side: players by id, measures by the id of a statistic
    or as ``PLAYER.METRIC``.

    Raises:
        UnknownSubjectError: an id names nothing.
        IncomparableError: the records are not of one kind that can be compared.
    """
    found = subjects(store, ids)
    evidence = QuoteNumbering(store, language)
    make = measure_blocks if found and found[0].measure else player_blocks
    blocks = make(store, found, evidence, language)
    title = _listed([subject.title.of(language) for subject in found], language)
    kind = messages.COMPARISON.of(language)
    return Document(title, kind, (*blocks, *evidence.blocks()))


def _listed(names: Sequence[str], language: Language) -> str:
    *before, last = names
    if not before:
        return last
    first = ("、" if language == "zh" else ", ").join(before)
    return messages.AND.format(first=first, second=last).of(language)


def compared_entries(store: Store, ids: Sequence[str]) -> list[Entry]:
    """The facts that such a page rests on, record by record: of a player what it is, then its
    figures; of a measure its figures.

    Raises:
        UnknownSubjectError, IncomparableError: as ``comparison``.
    """
    return [entry for subject in subjects(store, ids) for entry in _entries(store, subject)]


def _entries(store: Store, subject: Subject) -> list[Entry]:
    figures = figures_of(store, subject.record, subject.measure or None)
    whole = [] if subject.measure else store.answers(subject.record)[:1]
    return [*whole, *(figure.entry for figure in figures)]
