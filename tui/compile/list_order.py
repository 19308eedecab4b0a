"""The order of the records in the list of their section, in each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tui.compile.catalogue import Catalogue, PageSubject
from tui.compile.index.pinyin import syllables
from tui.compile.kinds import KINDS
from tui.text.language import LANGUAGES, Language
from tui.text.name_order import pinyin_key, spelling_key
from tui.text.periods import day_range


class ListPlaces(NamedTuple):
    """The places of a record in the list of its section. ``ranked``: by importance; ``listed``: in
    the section's own order; each in Chinese and in English."""

    ranked: tuple[int, ...]
    listed: tuple[int, ...]


def list_places(catalogue: Catalogue) -> dict[str, ListPlaces]:
    """Return the places of every record: most important first, those of equal importance by name.
    The lists of some kinds go by date instead: the newest first, by the end of the period, then by
    its start; the undated ones last."""
    ranked: dict[str, list[int]] = {}
    listed: dict[str, list[int]] = {}
    for language in LANGUAGES:
        for kind in KINDS.values():
            own = _by_importance(catalogue, kind.id, language)
            for place, entry in enumerate(own):
                ranked.setdefault(entry.id, []).append(place)
            for place, entry in enumerate(_newest_first(own) if kind.newest_first else own):
                listed.setdefault(entry.id, []).append(place)
    return {
        identity: ListPlaces(tuple(places), tuple(listed[identity]))
        for identity, places in ranked.items()
    }


def _by_importance(catalogue: Catalogue, kind: str, language: Language) -> list[PageSubject]:
    entries = [entry for entry in catalogue.entries() if entry.record_kind == kind]
    first = {identity: place for place, identity in enumerate(catalogue.content.briefing.first)}
    if kind == "disagreement":  # these are in an order of their own
        return entries
    column = next(place for place, each in enumerate(KINDS[kind].columns) if each.id == "name")

    def name_key(entry: PageSubject) -> Any:
        name = KINDS[kind].cells(entry, catalogue, language)[column]
        return pinyin_key(name, syllables(name).split()) if language == "zh" else spelling_key(name)

    entries.sort(key=name_key)
    return sorted(entries, key=lambda entry: first.get(entry.id, len(first)))


def _newest_first(entries: Sequence[PageSubject]) -> Iterator[PageSubject]:
    dates = {entry.id: KINDS[entry.record_kind].date(entry) for entry in entries}
    dated = [entry for entry in entries if dates[entry.id]]
    yield from sorted(dated, key=lambda entry: day_range(dates[entry.id])[::-1], reverse=True)
    yield from (entry for entry in entries if not dates[entry.id])
