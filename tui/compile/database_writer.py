"""Writing briefing.db: every table filled, in a file of another name, then renamed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path

from tui.atomic_write import temporary_file
from tui.compile.catalogue import Catalogue
from tui.compile.entries import Entry, kind_of, title_of
from tui.compile.facts.answer import Answer, span
from tui.compile.facts.answers import answers_of
from tui.compile.facts.facets import facets_of
from tui.compile.facts.record_citations import citations_of
from tui.compile.index.pinyin import readings, syllables, variants
from tui.compile.index.search_document import indexed, words_of
from tui.compile.pages import overview_page, record_page
from tui.compile.rows import date_of, row_of
from tui.compile.sections import SECTION_OF_KIND, SECTIONS, SectionSpec
from tui.compile.sql_views import fill
from tui.database import APPLICATION_ID, SCHEMA_VERSION
from tui.document import encode
from tui.load import Content
from tui.model import Bilingual, Record, Source
from tui.text.language import LANGUAGES, NO_TEXT, Language, Wording


def compile_briefing(
    content: Content,
    target: Path,
    fingerprint: str,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> None:
    """Write the briefing to ``target``; a file that stood there stays whole until it is replaced.

    ``fingerprint`` says of which state of the content this is the compilation.
    ``progress`` is told after each record how many are done, and how many there are.

    Raises:
        OSError, sqlite3.Error: the folder cannot be written to.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with temporary_file(str(target)) as temporary, closing(sqlite3.connect(temporary)) as database:
        _Writer(database, content).write(fingerprint, progress)


class _Writer:
    def __init__(self, database: sqlite3.Connection, content: Content) -> None:
        self._database = database
        self._content = content
        self._catalogue = Catalogue(content)

    def write(self, fingerprint: str, progress: Callable[[int, int], None]) -> None:
        database = self._database
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
        database.executescript(
            resources.files("tui.database").joinpath("schema.sql").read_text("utf-8")
        )
        self._meta(fingerprint)
        self._sections()
        entries = self._catalogue.entries()
        for position, record in enumerate(entries):
            self._record(position, record)
            progress(position + 1, len(entries))
        self._overview()
        self._links()
        fill(database, self._catalogue)
        database.executemany("INSERT INTO variants VALUES (?, ?)", variants())
        database.executemany("INSERT INTO readings VALUES (?, ?)", readings())
        database.execute("INSERT INTO search(search) VALUES ('optimize')")
        database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.commit()
        database.execute("ANALYZE")
        database.commit()

    def _meta(self, fingerprint: str) -> None:
        briefing = self._content.briefing
        rows = {
            "title_zh": briefing.title.zh,
            "title_en": briefing.title.en,
            "edition": briefing.edition,
            "as_of": briefing.as_of,
            "fingerprint": fingerprint,
        }
        self._database.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())

    def _sections(self) -> None:
        for position, section in enumerate(SECTIONS):
            columns = [
                json.dumps([[column.head.of(lang), column.align] for column in section.columns])
                for lang in LANGUAGES
            ]
            row = (position, section.id, section.kind, *section.title, *columns)
            self._database.execute("INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def _record(self, position: int, record: Entry) -> None:
        kind, title = kind_of(record), title_of(record)
        cells = [
            json.dumps(row_of(record, self._catalogue, lang), ensure_ascii=False)
            for lang in LANGUAGES
        ]
        section = SECTION_OF_KIND[kind].id
        disputed = self._catalogue.is_disputed(record.id)
        row = (
            position,
            record.id,
            kind,
            section,
            title.zh,
            title.en,
            date_of(record),
            disputed,
            *cells,
        )
        self._database.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for language in LANGUAGES:
            page = encode(record_page(record, self._catalogue, language))
            self._document(record.id, language, page)
        self._answers(position, record)
        if isinstance(record, Source):
            self._source(record)
        if isinstance(record, Record):
            self._citations(record)

    def _document(self, identity: str, language: Language, body: str) -> None:
        self._database.execute("INSERT INTO documents VALUES (?, ?, ?)", (identity, language, body))

    def _answers(self, position: int, record: Entry) -> None:
        answers = answers_of(record, self._catalogue)
        rows = facets_of(record, answers, self._catalogue)
        self._database.executemany("INSERT INTO facets VALUES (?, ?, ?, ?, ?)", rows)
        for answer in answers:
            row = (
                record.id,
                answer.fact,
                answer.form,
                answer.base,
                *answer.measure,
                answer.period,
                *answer.months(),
                answer.value,
                answer.unit,
                *answer.amount,
                *answer.in_base_unit(),
                answer.as_printed,
                answer.status,
                answer.rank,
                answer.main,
                words_of(answer),
                *answer.text,
            )
            places = ", ".join("?" * len(row))
            added = self._database.execute(f"INSERT INTO answers VALUES (NULL, {places})", row)
            self._evidence(added.lastrowid, answer)
        texts = indexed(record, answers, self._catalogue)
        by_character = syllables(title_of(record).zh)
        self._database.execute(
            "INSERT INTO folded VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (position, record.id, kind_of(record), *span(answers), *texts, by_character),
        )
        self._database.executemany(
            "INSERT INTO called VALUES (?, ?)", ((name, position) for name in texts.called())
        )
        self._database.execute(
            "INSERT INTO search(rowid, titles, names, sounds, body) VALUES (?, ?, ?, ?, ?)",
            (position, *texts.tokens()),
        )

    def _evidence(self, number: int | None, answer: Answer) -> None:
        for side, (text, _) in enumerate(answer.others, 1):
            self._database.execute("INSERT INTO rivals VALUES (?, ?, ?, ?)", (number, side, *text))
        sides = (answer.citations, *(citations for _, citations in answer.others))
        rows = (
            (number, side, position, item.source, item.exact, item.relation, *_wording(item.via))
            for side, citations in enumerate(sides)
            for position, item in enumerate(citations)
        )
        self._database.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _source(self, source: Source) -> None:
        inferred, original = source.date_inferred, source.original
        row = (
            source.id,
            source.type,
            *source.title.wording(),
            *source.short.wording(),
            *_wording(source.author),
            *_wording(source.producer),
            *_wording(source.container),
            source.language,
            source.date_published or (inferred.earliest if inferred else ""),
            (inferred.latest if inferred else None) or "",
            source.date_published or "",
            source.url or "",
            *source.license.wording(),
            *original.model_dump().values(),
        )
        places = ", ".join("?" * len(row))
        self._database.execute(f"INSERT INTO sources VALUES ({places})", row)

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
            )
            self._database.execute(
                "INSERT INTO citations VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
            )

    def _overview(self) -> None:
        counted = list(self._counted())
        for language in LANGUAGES:
            page = overview_page(self._catalogue, counted, language)
            self._document("overview", language, encode(page))

    def _counted(self) -> Iterator[tuple[SectionSpec, int]]:
        for section in SECTIONS[1:]:
            query = "SELECT count(*) FROM records WHERE section = ?"
            yield section, self._database.execute(query, (section.id,)).fetchone()[0]

    def _links(self) -> None:
        rows = self._catalogue.connections
        self._database.executemany("INSERT OR IGNORE INTO links VALUES (?, ?, ?)", rows)


def _wording(text: Bilingual | None) -> Wording:
    return text.wording() if text else NO_TEXT
