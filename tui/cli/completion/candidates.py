"""Ids and names of the briefing that a typed beginning may mean: by spelling, else by name, else
by sound."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tui.cli.args.record_kinds import kind_words
from tui.cli.settings import Settings
from tui.document.fact_ref import record_id_of
from tui.store import BriefingError, Store, open_store
from tui.text.fold import fold, full_name_lines, is_chinese
from tui.text.language import Language, Wording

Wanted = Literal["record", "place", "figure", "source", "brief", "name"]


class Offer(NamedTuple):
    """A completion, and what it is."""

    word: str
    told: str


class _Record(NamedTuple):
    id: str
    kind: str
    title: Wording
    names: list[str]
    """Titles, names and aliases, folded."""
    sounds: list[str]
    """Of whole names, in pinyin and in initials."""


def offered_names(wanted: Wanted, typed: str, settings: Settings) -> Iterator[Offer]:
    """What of the briefing may be meant; nothing where there is no briefing that holds."""
    try:
        with open_store(settings.content, os.environ) as store:
            language = settings.language
            if wanted in ("place", "figure"):
                yield from _facts(store, typed, language)
            if wanted == "place":
                yield from _sections(store, typed, language)
            if wanted == "name":
                yield from _names(store, typed, language)
            else:
                kind = wanted if wanted in ("source", "brief") else None
                records = [item for item in _records(store) if kind in (None, item.kind)]
                found = _fitting(records, typed)
                yield from (Offer(item.id, _plain(item.title.of(language))) for item in found)
    except BriefingError:
        return


def offered_values(facet: str, typed: str, settings: Settings) -> Iterator[Offer]:
    """Values of a facet, or types of happenings where none is named, by slug or by name."""
    from tui.views import facet_choices, timeline_choices

    try:
        with open_store(settings.content, os.environ) as store:
            for choice in facet_choices(store, facet) if facet else timeline_choices(store):
                word = next(
                    (it for it in (choice.value, *choice.label) if it.startswith(typed)), ""
                )
                if word:
                    yield Offer(word, choice.label.of(settings.language))
    except BriefingError:
        return


def offered_kinds(wanted: Literal["kind", "form"], settings: Settings) -> list[str]:
    """Return the words for ``list`` (``kind``), or the kinds that an editor writes (``form``)."""
    try:
        with open_store(settings.content, os.environ) as store:
            if wanted == "kind":
                return list(kind_words(store))
            return [kind.id for kind in store.kinds() if kind.editable]
    except BriefingError:
        return []


def _facts(store: Store, typed: str, language: Language) -> Iterator[Offer]:
    record = record_id_of(typed)
    if record == typed:
        return
    for entry in store.answers(record):
        if entry.fact and entry.fact.startswith(typed):
            yield Offer(entry.fact, _plain(entry.answer.of(language)))


def _sections(store: Store, typed: str, language: Language) -> Iterator[Offer]:
    for section in store.sections():
        if section.id.startswith(typed):
            yield Offer(section.id, section.title.of(language))


def _names(store: Store, typed: str, language: Language) -> Iterator[Offer]:
    kinds = {section.kind: section.title.of(language) for section in store.sections()}
    named = {kind.id for kind in store.kinds() if kind.titles_are_names}
    records = [record for record in _records(store) if record.kind in named]
    for record in _fitting(records, typed):
        yield Offer(_as_typed(record, typed, language), kinds.get(record.kind, ""))


def _as_typed(record: _Record, typed: str, language: Language) -> str:
    """The title that begins as was typed, else the id that does, else the language's title."""
    for title in (record.title.of(language), *record.title):
        if title.startswith(typed) and (typed or title == record.title.of(language)):
            return title
    if record.id.startswith(typed):
        return record.id
    chinese = any(is_chinese(char) for char in typed)
    return record.title.zh if chinese else record.title.of(language)


def _fitting(records: list[_Record], typed: str) -> list[_Record]:
    """Those with an id or title of that beginning; else a name; else a sound, the whole sound
    first."""
    begun = [
        record
        for record in records
        if record.id.startswith(typed) or any(title.startswith(typed) for title in record.title)
    ]
    folded = fold(typed)
    if begun or not folded:
        return begun
    named = [item for item in records if any(name.startswith(folded) for name in item.names)]
    if named or not folded.isascii():
        return named
    sound = folded.replace(" ", "")
    whole = [item for item in records if sound in item.sounds]
    return whole or [
        item for item in records if any(each.startswith(sound) for each in item.sounds)
    ]


def _records(store: Store) -> list[_Record]:
    rows = store.query(
        "SELECT r.id, r.kind, r.title_zh, r.title_en, f.titles, f.names, f.sounds "
        "FROM records r JOIN folded f USING (position) ORDER BY r.position"
    )
    return [
        _Record(
            identity,
            kind,
            Wording(zh, en),
            [*titles.split("\n"), *names.split("\n")],
            full_name_lines(sounds),
        )
        for identity, kind, zh, en, titles, names, sounds in rows
    ]


def _plain(text: str) -> str:
    return " ".join(text.split())
