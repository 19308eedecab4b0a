"""Read access to a compiled briefing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list, in_lists, readings_of
from tui.store.rows import (
    EVIDENCE_QUERIES,
    SELECT_ANSWER_ROWS,
    SELECT_DISPUTED,
    SELECT_INDEXED_RECORDS,
    SELECT_KINDS,
    SELECT_SECTIONS,
    AnswerRow,
    AnswerWithEvidence,
    IndexedRecord,
    KindInfo,
    Row,
    Section,
    SourceFile,
    add_evidence,
    bindable,
    read_answer_row,
    read_kind,
    read_row,
    read_section,
)
from tui.store.sqlite import sqlite3
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from typing import Any, TypeVar

    from tui.document import Document

    _T = TypeVar("_T")

_ROWS = "SELECT id, kind, section, title_zh, title_en, disputed, cells_{language} FROM records"
_CACHE_SIZE = 2000
"""Entries of each cache. The next letter of a query needs mostly the same records; a briefing of
some hundred records fits completely."""


class Store:
    """A compiled briefing that is open for reading. Close it, or use it as a context manager."""

    def __init__(
        self, database: sqlite3.Connection, recompile: Callable[[], sqlite3.Connection]
    ) -> None:
        """Read ``database``; where it turns out to be damaged, the result of ``recompile``."""
        self._database = database
        self._recompile = recompile
        self._was_damaged = False
        self._facts: dict[str, list[AnswerRow]] = {}
        self._indexed_records: dict[int, IndexedRecord] = {}
        self._memoized: dict[object, Any] = {}

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def reload_from(self, newer: Store) -> None:
        """Replace the connection with ``newer``'s and clear the caches."""
        self._replace(newer._database)
        self._recompile = newer._recompile

    def _replace(self, database: sqlite3.Connection) -> None:
        self._database.close()
        self._database = database
        self._facts.clear()
        self._indexed_records.clear()
        self._memoized.clear()

    def file(self) -> str | None:
        """Return the path of the compiled file; None where it could not be stored."""
        path = next(self.query("PRAGMA database_list"))[2]
        return path if path and os.path.exists(path) else None

    def copy_into(self, other: sqlite3.Connection) -> None:
        """Write the whole briefing into another database."""
        self._database.backup(other)

    def content(self) -> bytes:
        """Return the whole briefing as the content of a database file."""
        next(self.query("PRAGMA schema_version"))  # compiles it first where its file is damaged
        return self._database.serialize()

    def query(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Return the rows of a SELECT. Recompile the briefing first where its file turns out to
        be damaged, changed by another program or locked by it."""
        try:
            return iter(self._database.execute(sql, values).fetchall())
        except UnicodeEncodeError:  # rare: encoding every value first takes 0.1 ms a query
            return self.query(sql, [bindable(value) for value in values])
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if isinstance(error, sqlite3.ProgrammingError):  # the store is closed
                raise
            self.rebuild()
        return iter(self._database.execute(sql, values).fetchall())

    def in_transaction(self, read: Callable[[], _T]) -> _T:
        """Return the result of ``read``, whose queries are one transaction: SQLite locks the file
        and checks it for changes only once (a search takes 8 % less time)."""
        if self._database.in_transaction:
            return read()
        self._database.execute("BEGIN")
        try:
            return read()
        finally:
            if self._database.in_transaction:  # False where ``read`` has recompiled the briefing
                self._database.execute("COMMIT")

    def rebuild(self) -> bool:
        """Recompile the briefing; return whether its file has ever differed from the result."""
        try:
            old = self._database.serialize()
        except sqlite3.Error:
            old = b""
        newer = self._recompile()
        self._replace(newer)
        # Behind SQLite's header, which has counters.
        self._was_damaged |= newer.serialize()[100:] != old[100:]
        return self._was_damaged

    def memoize(self, key: object, make: Callable[[], Any]) -> Any:
        """Return the result of ``make``, cached under ``key`` until the store is reloaded."""
        if key not in self._memoized:
            if len(self._memoized) >= _CACHE_SIZE:
                self._memoized.clear()
            self._memoized[key] = make()
        return self._memoized[key]

    def meta(self, key: str) -> str:
        """Return a property of the briefing (``title_zh``, ``edition``, …); empty if unknown."""
        row = next(self.query("SELECT value FROM meta WHERE key = ?", (key,)), None)
        return str(row[0]) if row else ""

    def title(self) -> Wording:
        """Return the title of the briefing."""
        return Wording(self.meta("title_zh"), self.meta("title_en"))

    def sections(self) -> list[Section]:
        """Return all sections in order."""
        return [read_section(row) for row in self.query(SELECT_SECTIONS)]

    def section(self, identity: str) -> Section:
        """Return a section by its id."""
        return next(section for section in self.sections() if section.id == identity)

    def kinds(self) -> list[KindInfo]:
        """Return the kinds of records in the order of their sections."""
        kinds: list[KindInfo] = self.memoize(
            "kinds", lambda: [read_kind(row) for row in self.query(SELECT_KINDS)]
        )
        return kinds

    def identities(self) -> list[str]:
        """Return the id of every record."""
        return [row[0] for row in self.query("SELECT id FROM records ORDER BY position")]

    def rows(self, section: str, language: Language, first: int = 0, count: int = -1) -> list[Row]:
        """Return the list of a section in its own order; ``count`` rows from ``first`` on."""
        sql = f"{_ROWS} WHERE section = ? ORDER BY listed_{language} LIMIT ? OFFSET ?"
        rows = self.query(sql.format(language=language), (section, count, first))
        return [read_row(row) for row in rows]

    def row(self, identity: str, language: Language) -> Row | None:
        """Return the row of one record."""
        sql = f"{_ROWS} WHERE id = ?".format(language=language)
        return next(map(read_row, self.query(sql, (self.resolved(identity),))), None)

    def resolved(self, identity: str) -> str:
        """Return the id of the record that an id leads to: another for a merged disagreement."""
        sql = "SELECT id, merged_into FROM merged_disagreements"
        merged: dict[str, str] = self.memoize("merged", lambda: dict(self.query(sql)))
        return merged.get(identity, identity)

    def row_count(self, section: str) -> int:
        """Return the length of the list of a section."""
        rows = self.query("SELECT count(*) FROM records WHERE section = ?", (section,))
        return int(next(rows)[0])

    def index_of(self, section: str, identity: str, language: Language) -> int | None:
        """Return the index of a record in the list of a section; None if it is not in it."""
        sql = (
            "SELECT section, (SELECT count(*) FROM records o "
            f"WHERE o.section = r.section AND o.listed_{language} < r.listed_{language}) "
            "FROM records r WHERE id = ?"
        )
        found = next(self.query(sql, (self.resolved(identity),)), None)
        return int(found[1]) if found and found[0] == section else None

    def document(self, identity: str, language: Language) -> Document | None:
        """Return the page of a record or source, or of the overview."""
        from tui.document import decode  # a lookup reads no page

        sql = "SELECT body FROM documents WHERE id = ? AND language = ?"
        row = next(self.query(sql, (self.resolved(identity), language)), None)
        return decode(row[0]) if row else None

    def entries(self, kind: str | None = None) -> list[AnswerWithEvidence]:
        """Return every record (of a kind) with its main answer, most important first."""
        where = "WHERE a.main AND r.kind = ?" if kind else "WHERE a.main"
        rows = self.query(
            f"{SELECT_ANSWER_ROWS} {where} ORDER BY r.position", (kind,) if kind else ()
        )
        return self.entries_for([read_answer_row(row) for row in rows])

    def answers(self, identity: str) -> list[AnswerWithEvidence]:
        """Return every answer of a record, the main one first."""
        return self.entries_for(self.facts(identity))

    def facts(self, identity: str) -> list[AnswerRow]:
        """Return every answer of a record without its evidence, the main one first."""
        if not self._facts.get(identity):
            identity = self.resolved(identity)
            self.load_facts((identity,))
        return self._facts[identity]

    def load_facts(self, identities: Iterable[str]) -> None:
        """Load the facts of several records into the cache with one query."""
        unread = [identity for identity in identities if identity not in self._facts]
        if not unread:
            return
        if len(self._facts) + len(unread) > _CACHE_SIZE:
            self._facts.clear()
        places, wanted = in_list(unread)
        where = f"WHERE r.id IN ({places}) ORDER BY a.main DESC, a.number"
        rows = self.query(f"{SELECT_ANSWER_ROWS} {where}", wanted)  # may clear the cache
        self._facts |= {identity: [] for identity in unread}
        for row in rows:
            fact = read_answer_row(row)
            self._facts[fact.id].append(fact)

    def entries_for(self, facts: Sequence[AnswerRow]) -> list[AnswerWithEvidence]:
        """Return the facts with their evidence and the answers of sources that disagree."""
        cached: dict[int, AnswerWithEvidence] = self.memoize("entries", dict)
        if len(cached) >= _CACHE_SIZE:
            cached.clear()
        unread = [fact for fact in facts if fact.number not in cached]
        if unread:
            tables: list[dict[int, list[Any]]] = []
            for sql in EVIDENCE_QUERIES:
                rows: dict[int, list[Any]] = {fact.number: [] for fact in unread}
                tables.append(rows)
                for places, numbers in in_lists([*rows]):
                    for number, *row in self.query(sql.format(places=places), numbers):
                        rows[number].append(row)
            for fact in unread:
                cached[fact.number] = add_evidence(fact, *(rows[fact.number] for rows in tables))
        return [cached[fact.number] for fact in facts]

    def disputed_answers(self, facts: Iterable[AnswerRow]) -> set[int]:
        """Return the numbers of those facts that are disputed; of a summary, the record's."""
        numbers = ", ".join(str(fact.number) for fact in facts)
        return {row[0] for row in self.query(SELECT_DISPUTED.format(numbers=numbers))}

    def indexed_records(self, positions: Iterable[int]) -> list[IndexedRecord]:
        """Return the searchable texts of the records at these positions, by importance."""
        wanted = sorted(positions)
        cached = self._indexed_records
        unread = [position for position in wanted if position not in cached]
        if unread and len(cached) >= _CACHE_SIZE:
            cached.clear()
            unread = wanted
        for places, numbers in in_lists(unread):
            for row in self.query(SELECT_INDEXED_RECORDS.format(places=places), numbers):
                cached[row[0]] = IndexedRecord(*row)
        return [cached[position] for position in wanted if position in cached]

    def pinyin_of(self, text: Iterable[str]) -> dict[str, str]:
        """Return the usual pinyin, without tones, of each Chinese character of a text."""
        return {char: usual for char, (usual, *_) in readings_of(self, sorted(set(text))).items()}

    def title_syllables(self, identity: str) -> list[str]:
        """Return the pinyin, without tones, of each Chinese character of a record's title."""
        sql = "SELECT f.syllables FROM records r JOIN folded f USING (position) WHERE r.id = ?"
        syllables: list[str] = self.memoize(
            ("syllables", identity),
            lambda: [each for (text,) in self.query(sql, (identity,)) for each in text.split()],
        )
        return syllables

    def source(self, identity: str) -> SourceFile | None:
        """Return a source document and its original file."""
        rows = self.query(
            "SELECT id, title_zh, title_en, date_earliest, url, file, size, sha256 FROM sources "
            "WHERE id = ?",
            (identity,),
        )
        return next((SourceFile(row[0], Wording(*row[1:3]), *row[3:]) for row in rows), None)
