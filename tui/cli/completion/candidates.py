"""Completion candidates from the briefing: ids, names, facet values, kinds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tui.cli.settings import Settings
from tui.document.fact_ref import record_id_of
from tui.store import BriefingError, Store, open_store
from tui.text.fold import fold, full_name_lines, is_chinese
from tui.text.language import Language, Wording

NameKind = Literal["record", "location", "figure", "source", "brief", "name"]


class Candidate(NamedTuple):
    """A word that completes the typed text, and its description."""

    word: str
    description: str


class _Record(NamedTuple):
    id: str
    kind: str
    title: Wording
    names: list[str]
    """Titles, names and aliases, folded."""
    pinyin: list[str]
    """Pinyin and initials of whole names."""


def name_candidates(name_kind: NameKind, typed: str, settings: Settings) -> Iterator[Candidate]:
    """Yield ids, figures, sections or names that complete ``typed``; none for invalid content."""
    try:
        with open_store(settings.content, os.environ) as store:
            language = settings.language
            if name_kind in ("location", "figure") and record_id_of(typed) != typed:
                yield from _facts(store, typed, language)
                return  # no id of a record has the "@" or "." of a figure
            if name_kind == "location":
                yield from _sections(store, typed, language)
            if name_kind == "name":
                yield from _names(store, typed, language)
            else:
                kind = name_kind if name_kind in ("source", "brief") else None
                records = [item for item in _records(store) if kind in (None, item.kind)]
                found = _matches(records, typed)
                yield from (
                    Candidate(item.id, _single_line(item.title.of(language))) for item in found
                )
    except BriefingError:
        return


def facet_candidates(facet: str, typed: str, settings: Settings) -> Iterator[Candidate]:
    """Yield values of a facet, or event types if ``facet`` is empty, by slug or label."""
    from tui.views import facet_choices, timeline_choices

    try:
        with open_store(settings.content, os.environ) as store:
            for choice in facet_choices(store, facet) if facet else timeline_choices(store):
                word = next(
                    (it for it in (choice.value, *choice.label) if it.startswith(typed)), ""
                )
                if word:
                    yield Candidate(word, choice.label.of(settings.language))
    except BriefingError:
        return


def kind_candidates(
    completion: Literal["kind", "file-kind"], typed: str, settings: Settings
) -> Iterator[Candidate]:
    """Yield the words for ``list``, or the kinds of content files (``file-kind``), each with the
    label of its kind; none for invalid content."""
    try:
        with open_store(settings.content, os.environ) as store:
            for kind in store.kinds():
                words = kind.words if completion == "kind" else (kind.id,) * kind.editable
                for word in words:
                    if word.startswith(typed):
                        yield Candidate(word, kind.label.of(settings.language))
    except BriefingError:
        return


def kind_command_candidates(typed: str, settings: Settings) -> Iterator[Candidate]:
    """Yield the kinds that are commands by the word of their section, or by any word that starts
    with what is typed; none for invalid content."""
    from tui.cli.args.kind_commands import listed_kinds

    try:
        with open_store(settings.content, os.environ) as store:
            for words, title in listed_kinds(store):
                for word in words if typed else words[:1]:
                    if word.startswith(typed):
                        yield Candidate(word, title.of(settings.language))
    except BriefingError:
        return


def kind_command(word: str, settings: Settings) -> str:
    """Return the command that a kind of record stands for; empty for any other word."""
    from tui.cli.args.kind_commands import command_of, kind_words, kinds_of_content

    kind = kind_words(kinds_of_content(settings.content)).get(word.lower())
    return command_of(kind) if kind else ""


def rule_candidates(typed: str, language: Language) -> Iterator[Candidate]:
    """Yield the codes that ``check --explain`` takes, in either case, each with its message."""
    from tui.cli.commands.check import rule_messages

    for code, message in rule_messages(language).items():
        if code.startswith(typed.upper()):
            yield Candidate(code, _single_line(message))


def _facts(store: Store, typed: str, language: Language) -> Iterator[Candidate]:
    record = record_id_of(typed)
    for entry in store.answers(record):
        if entry.fact and entry.fact.startswith(typed):
            yield Candidate(entry.fact, _single_line(entry.answer.of(language)))


def _sections(store: Store, typed: str, language: Language) -> Iterator[Candidate]:
    for section in store.sections():
        if section.id.startswith(typed):
            yield Candidate(section.id, section.title.of(language))


def _names(store: Store, typed: str, language: Language) -> Iterator[Candidate]:
    kinds = {section.kind: section.title.of(language) for section in store.sections()}
    named = {kind.id for kind in store.kinds() if kind.titles_are_names}
    records = [record for record in _records(store) if record.kind in named]
    for record in _matches(records, typed):
        yield Candidate(_name_for(record, typed, language), kinds.get(record.kind, ""))


def _name_for(record: _Record, typed: str, language: Language) -> str:
    """Return the title that starts with ``typed``, else the id that does, else the title in the
    language of the typed text."""
    for title in (record.title.of(language), *record.title):
        if title.startswith(typed) and (typed or title == record.title.of(language)):
            return title
    if record.id.startswith(typed):
        return record.id
    chinese = any(is_chinese(char) for char in typed)
    return record.title.zh if chinese else record.title.of(language)


def _matches(records: list[_Record], typed: str) -> list[_Record]:
    """Return the records whose id or title starts with ``typed``; else those with such a name;
    else those whose pinyin or initials equal it; else those whose pinyin or initials start so."""
    by_title = [
        record
        for record in records
        if record.id.startswith(typed) or any(title.startswith(typed) for title in record.title)
    ]
    folded = fold(typed)
    if by_title or not folded:
        return by_title
    by_name = [item for item in records if any(name.startswith(folded) for name in item.names)]
    if by_name or not folded.isascii():
        return by_name
    letters = folded.replace(" ", "")
    exact = [item for item in records if letters in item.pinyin]
    return exact or [
        item for item in records if any(each.startswith(letters) for each in item.pinyin)
    ]


def _records(store: Store) -> list[_Record]:
    rows = store.query(
        "SELECT r.id, r.kind, r.title_zh, r.title_en, f.titles, f.names, f.pinyin "
        "FROM records r JOIN folded f USING (position) ORDER BY r.position"
    )
    return [
        _Record(
            identity,
            kind,
            Wording(zh, en),
            [*titles.split("\n"), *names.split("\n")],
            full_name_lines(pinyin),
        )
        for identity, kind, zh, en, titles, names, pinyin in rows
    ]


def _single_line(text: str) -> str:
    return " ".join(text.split())
