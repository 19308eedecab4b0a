"""Compile briefing.db: fill every table of a database in memory, then write it in one step."""

from __future__ import annotations

import itertools
import json
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from importlib import resources
from pathlib import Path

from tui.atomic_write import temporary_file
from tui.compile.catalogue import Catalogue, PageSubject, title_of
from tui.compile.facts.answer import Answer
from tui.compile.facts.disagreement_sides import holder, originator
from tui.compile.facts.facets import facets_of
from tui.compile.facts.record_citations import citations_of
from tui.compile.index.search_document import words_of
from tui.compile.index.search_index import SearchIndex, spaced_marks
from tui.compile.index.thesaurus import Thesaurus
from tui.compile.kinds import KINDS, OVERVIEW
from tui.compile.list_order import ListPlaces, list_places
from tui.compile.one_language import use_english_only
from tui.compile.sql_tables import create_kinds, fill_tables, in_section_order
from tui.database import APPLICATION_ID, SCHEMA_VERSION
from tui.document import encode
from tui.load import Content
from tui.model import Bilingual, Record
from tui.text.language import LANGUAGES, NO_TEXT, Language, Wording

_LOGS = ("-journal", "-wal", "-shm")
"""Files that another program leaves beside a database if it is killed while it writes. SQLite would
apply them to the new file."""


def compile_in_memory(
    content: Content, fingerprint: str, progress: Callable[[int, int], None] = lambda *_: None
) -> sqlite3.Connection:
    """Return the briefing as a database in memory, which any thread may use.

    Equal content gives equal bytes, whatever the process and its hash seed.

    Args:
        content: the records.
        fingerprint: the state of the content, stored in the database.
        progress: called after each record and each group of known questions with the number of
            finished ones, and of all.
    """
    database = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        _Writer(database, content).write(fingerprint, progress)
    except BaseException:
        database.close()
        raise
    return database


def store_briefing(database: sqlite3.Connection, target: Path, written: int = 0) -> None:
    """Write a compiled briefing to a file, replacing an existing one in one step.

    Args:
        database: the briefing.
        target: the file.
        written: for a file in the cache, its modification time in seconds, an even number (a unit
            of FAT). It is stored in SQLite's change counter too, so that a later change shows, and
            the file is read-only. 0: equal content gives equal bytes.

    Raises:
        OSError: the file or its folders cannot be written.
    """
    image = bytearray(database.serialize())
    # File change counter and version-valid-for: https://www.sqlite.org/fileformat.html
    image[24:28] = image[92:96] = written.to_bytes(4, "big")
    target.parent.mkdir(parents=True, exist_ok=True)
    with temporary_file(str(target)) as temporary:
        Path(temporary).write_bytes(image)
        if written:
            Path(temporary).chmod(0o444)
            os.utime(temporary, (written, written))
        for suffix in _LOGS:
            Path(f"{target}{suffix}").unlink(missing_ok=True)


def compile_briefing(
    content: Content,
    target: Path,
    fingerprint: str,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> None:
    """Compile the briefing in memory and write it to ``target``.

    Raises:
        OSError: the file or its folders cannot be written.
    """
    with closing(compile_in_memory(content, fingerprint, progress)) as database:
        store_briefing(database, target)


class _Writer:
    def __init__(self, database: sqlite3.Connection, content: Content) -> None:
        self._database = database
        self._content = content
        labels = {kind.id: kind.label for kind in KINDS.values()}
        self._catalogue = Catalogue(
            content, labels, {kind.id: kind.title for kind in KINDS.values()}
        )
        self._thesaurus = Thesaurus(content.concepts)
        self._places: Mapping[str, ListPlaces] = {}

    def write(self, fingerprint: str, progress: Callable[[int, int], None]) -> None:
        database = self._database
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
        database.executescript(
            resources.files("tui.database").joinpath("schema.sql").read_text("utf-8")
        )
        self._meta(fingerprint)
        create_kinds(database, self._content.briefing.first_sections)
        entries = self._catalogue.entries()
        positions = {entry.id: position for position, entry in enumerate(entries)}
        self._places = list_places(self._catalogue)
        index = SearchIndex(
            database, self._catalogue, self._thesaurus, self._content.questions(), positions
        )
        for entry in entries:
            for group in KINDS[entry.record_kind].groups(entry):
                self._thesaurus.add_group(group)
        total = len(entries) + index.question_groups
        steps = itertools.count(1)

        def step() -> None:
            progress(next(steps), total)

        for position, entry in enumerate(entries):
            answers = self._entry(position, entry)
            index.add(position, entry, answers)
            step()
        self._overview()
        self._links()
        fill_tables(database, self._catalogue)
        use_english_only(database, self._content.briefing.languages)
        index.finish(step)
        database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.commit()
        database.execute("ANALYZE")
        database.commit()

    def _meta(self, fingerprint: str) -> None:
        briefing, themes = self._content.briefing, self._content.briefing.themes
        rows = {
            "title_zh": briefing.title.zh,
            "title_en": briefing.title.en,
            "edition": briefing.edition,
            "as_of": briefing.as_of,
            "core_figures_to": self._catalogue.core_figures_to,
            "languages": " ".join(briefing.languages),
            "aside_themes": " ".join(each.id for each in themes if each.aside),
            "broad_themes": " ".join(each.id for each in themes if each.broad),
            "themes": " ".join(each.id for each in themes),
            "theme_aliases": "\n".join(f"{it.id} {name}" for it in themes for name in it.aliases),
            "fingerprint": fingerprint,
        }
        self._database.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())

    def _entry(self, position: int, entry: PageSubject) -> Sequence[Answer]:
        kind, title = KINDS[entry.record_kind], title_of(entry)
        cells = (
            json.dumps(kind.cells(entry, self._catalogue, language), ensure_ascii=False)
            for language in LANGUAGES
        )
        row = (
            position,
            entry.id,
            kind.id,
            kind.section,
            title.zh,
            title.en,
            kind.date(entry),
            self._catalogue.is_disputed(entry.id),
            *cells,
            *itertools.chain(*self._places[entry.id]),
        )
        self._database.execute(f"INSERT INTO records VALUES ({', '.join('?' * len(row))})", row)
        for language in LANGUAGES:
            page = encode(kind.page(entry, self._catalogue, language))
            self._document(entry.id, language, page)
        answers = kind.answers(entry, self._catalogue)
        self._answers(entry, answers)
        rows = facets_of(entry, kind.facets(entry, self._catalogue), answers, self._catalogue)
        self._database.executemany("INSERT INTO facets VALUES (?, ?, ?, ?, ?)", rows)
        if isinstance(entry, Record):
            self._citations(entry)
        return answers

    def _document(self, identity: str, language: Language, body: str) -> None:
        self._database.execute("INSERT INTO documents VALUES (?, ?, ?)", (identity, language, body))

    def _answers(self, entry: PageSubject, answers: Sequence[Answer]) -> None:
        for answer in answers:
            words = words_of(answer)
            row = (
                entry.id,
                answer.fact,
                answer.form,
                answer.base,
                *answer.measure,
                answer.period,
                *answer.months(self._content.briefing.fiscal_year_ends),
                answer.value,
                answer.numeric_value(),
                answer.qualifier,
                answer.unit,
                *answer.amount,
                *answer.in_base_unit(),
                *answer.days(self._content.briefing.fiscal_year_ends),
                answer.used,
                answer.as_printed,
                answer.status,
                answer.rank,
                answer.main,
                words,
                spaced_marks(self._concepts_of(answer, words)),
                *answer.shown(),
                *self._catalogue.filled(answer.reason),
                *self._catalogue.filled(answer.note),
            )
            places = ", ".join("?" * len(row))
            added = self._database.execute(f"INSERT INTO answers VALUES (NULL, {places})", row)
            self._evidence(added.lastrowid, answer)

    def _concepts_of(self, answer: Answer, words: str) -> list[str]:
        """Return the concepts of an answer: of an event or offering those of its names."""
        names, text, _ = words.split("\n")
        named_only = answer.form in ("event", "offering")
        return self._thesaurus.concepts_in([names] if named_only else [names, text])

    def _evidence(self, number: int | None, answer: Answer) -> None:
        for position, side in enumerate(answer.others, 1):
            row = (
                *(number, position, *side.text, side.record, side.fact, side.value),
                *(*holder(side, self._catalogue), side.used),
                *self._catalogue.filled(side.reason),
                *originator(side),
            )
            places = ", ".join("?" * len(row))
            self._database.execute(f"INSERT INTO rivals VALUES ({places})", row)
        correction = self._catalogue.misprints.correction(answer)
        for position, text in enumerate((correction, *(it.correction for it in answer.others))):
            if text.en:
                found = (number, position, *self._catalogue.filled(text))
                self._database.execute("INSERT INTO corrections VALUES (?, ?, ?, ?)", found)
        sides = (answer.citations, *(side.citations for side in answer.others))
        rows = (
            (
                *(number, number_of_side, position, item.source, item.exact, item.relation),
                *_wording(item.via),
                item.gloss or "",
            )
            for number_of_side, citations in enumerate(sides)
            for position, item in enumerate(citations)
        )
        self._database.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _citations(self, record: Record) -> None:
        for fact, citation in citations_of(record):
            row = (
                record.id,
                fact,
                citation.source,
                citation.exact,
                citation.prefix or "",
                citation.suffix or "",
                citation.relation,
                *_wording(citation.via),
                citation.gloss or "",
            )
            self._database.execute(
                "INSERT INTO citations VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
            )

    def _overview(self) -> None:
        counts = []
        first = self._content.briefing.first_sections
        for section in in_section_order(KINDS.values(), first):
            query = "SELECT count(*) FROM records WHERE section = ?"
            (count,) = self._database.execute(query, (section.section,)).fetchone()
            counts.append((section, count))
        for language in LANGUAGES:
            page = OVERVIEW.page(self._catalogue, counts, language)
            self._document(OVERVIEW.id, language, encode(page))

    def _links(self) -> None:
        rows = self._catalogue.connections
        self._database.executemany("INSERT OR IGNORE INTO links VALUES (?, ?, ?)", rows)


def _wording(text: Bilingual | None) -> Wording:
    return text.wording() if text else NO_TEXT
