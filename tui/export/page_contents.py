"""The contents of files that hold a generated page: the timeline, a comparison."""

from __future__ import annotations

from collections.abc import Sequence

from tui.export.formats import DOCX, HTML, Contents
from tui.store import Store
from tui.text.language import NO_TEXT, Language, Wording
from tui.views import (
    TimelineEvent,
    UndatedEvent,
    compared_entries,
    comparison,
    timeline_table,
)
from tui.views.subject_brief import subject_brief, subject_records


def timeline_contents(
    store: Store,
    events: Sequence[TimelineEvent],
    undated: Sequence[UndatedEvent],
    language: Language,
    subject: Wording = NO_TEXT,
) -> Contents:
    """Return a file of these events, in this order: a table of them for readers, the fact behind
    each for programs. ``undated``: what is left out, by name."""
    return Contents(
        store,
        tuple(event.id for event in events),
        language,
        subject=subject,
        facts=tuple((event.id, event.fact) for event in events),
        page=timeline_table(store, language, events, undated),
    )


def comparison_contents(store: Store, ids: Sequence[str], language: Language) -> Contents:
    """Return a file that compares records: the page for readers, its facts for programs.

    Raises:
        UnknownSubjectError, IncomparableError: as ``tui.views.comparison``.
    """
    entries = compared_entries(store, ids)
    return Contents(
        store,
        tuple(entry.id for entry in entries),
        language,
        facts=tuple((entry.id, entry.fact) for entry in entries),
        page=comparison(store, ids, language),
    )


def subject_contents(store: Store, tag: str, language: Language, form: str = "") -> Contents:
    """Return a file with the short brief of a subject: the page for readers, the main fact of each
    of its records for programs. ``tag``: its slug; ``form``: the format, empty for the terminal,
    where alone it names commands; on two pages at most there, in Word and in HTML."""
    command = "" if form else f"medbrief list --tag {tag}"
    return Contents(
        store,
        subject_records(store, tag),
        language,
        one_each=True,
        page=subject_brief(store, tag, language, command, has_pages=form in ("", DOCX, HTML)),
    )
