"""The comparison page: players, policies or measures in columns, with status and evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Block, Document
from tui.store import AnswerWithEvidence, Store
from tui.text.language import Language
from tui.views import messages
from tui.views.comparison_subjects import Subject, resolve_subjects
from tui.views.measure_figures import figures_of
from tui.views.measures_compared import measure_blocks
from tui.views.player_texts import offering_blocks, text_blocks
from tui.views.players_compared import player_blocks
from tui.views.policies_compared import are_policies, compared_policies
from tui.views.quote_numbering import QuoteNumbering
from tui.views.sentence_words import listed_names


def comparison(
    store: Store, ids: Sequence[str], language: Language, *, figures_only: bool = False
) -> Document:
    """Return the page that compares records: players or policies by id, measures by the id of a
    statistic or as ``PLAYER.METRIC``. ``figures_only``: without what is said of players in
    sentences.

    Raises:
        UnknownSubjectError: an id does not exist.
        IncomparableError: the records are not all players, all policies or all measures.
    """
    found = resolve_subjects(store, ids)
    evidence = QuoteNumbering(store, language)
    blocks: list[Block] = []
    if found and are_policies(store, found):
        blocks += compared_policies(store, found, evidence, language)
    elif found and found[0].measure:
        blocks += measure_blocks(store, found, evidence, language)
    else:
        blocks += player_blocks(store, found, evidence, language)
        blocks += offering_blocks(store, found, evidence, language)
        if not figures_only:
            blocks += text_blocks(store, found, evidence, language)
    title = listed_names([subject.title for subject in found]).of(language)
    kind = messages.COMPARISON.of(language)
    return Document(title, kind, (*blocks, *evidence.blocks()))


def compared_entries(store: Store, ids: Sequence[str]) -> list[AnswerWithEvidence]:
    """Return the facts of such a page, record by record: for a player its main answer and its
    figures, for a measure its figures.

    Raises:
        UnknownSubjectError, IncomparableError: as ``comparison``.
    """
    return [entry for subject in resolve_subjects(store, ids) for entry in _entries(store, subject)]


def _entries(store: Store, subject: Subject) -> list[AnswerWithEvidence]:
    figures = figures_of(store, subject.record, subject.measure or None)
    main = [] if subject.measure else store.answers(subject.record)[:1]
    return [*main, *(figure.entry for figure in figures)]
