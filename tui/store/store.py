"""Questions to a compiled briefing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.fast_namedtuple import TYPE_CHECKING
from tui.store.rows import Entry, Fact, Row, Searched, Section, SourceFile
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from typing import Any

    from tui.document import Document

_FACT = """
    SELECT a.number, r.id, r.kind, r.title_zh, r.title_en, a.fact, a.value, a.words, a.answer_zh,
           a.answer_en, a.status, a.period, a.rank, a.first_month, a.last_month
    FROM records r JOIN answers a ON a.id = r.id
"""
_EVIDENCE = """
    SELECT e.answer, e.side, v.answer_zh, v.answer_en,
           e.source, e.exact, s.title_zh, s.title_en, s.short_zh, s.short_en, s.published, s.url,
           e.relation, e.via_zh
    FROM evidence e JOIN sources s ON s.id = e.source
    LEFT JOIN rivals v ON v.answer = e.answer AND v.side = e.side
    WHERE e.answer IN ({numbers}) ORDER BY e.answer, e.side, e.position
"""
_KEPT = 2000
"""Records of which the facts and texts are kept, so that the next letter of a query need not read
them again: a briefing of some hundred records fits in whole."""
_CITED = (
    *("source", "exact", "title", "title_en", "short_zh", "short_en"),
    *("date", "url", "relation"),
)


class Store:
    """A compiled briefing that is open for reading. Close it, or use it as a context manager."""

    def __init__(
        self, database: sqlite3.Connection, compiled_now: Callable[[], sqlite3.Connection]
    ) -> None:
        self._database = database
        self._compiled_now = compiled_now
        self._facts: dict[str, list[Fact]] = {}
        self._searched: dict[int, Searched] = {}
        self._kept: dict[object, Any] = {}

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def renew(self, newer: Store) -> None:
        """Be the briefing that ``newer`` is: who holds this store reads that one from now on."""
        self._let_go()
        self._database, self._compiled_now = newer._database, newer._compiled_now

    def _let_go(self) -> None:
        """Of the file, and of all that was read from it."""
        self._database.close()
        self._facts.clear()
        self._searched.clear()
        self._kept.clear()

    def file(self) -> str | None:
        """Where the compiled briefing is; None where it could not be kept."""
        path = next(self.query("PRAGMA database_list"))[2]
        return path if path and os.path.exists(path) else None

    def copy_into(self, other: sqlite3.Connection) -> None:
        """Write the whole briefing into another database."""
        self._database.backup(other)

    def query(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows of a SELECT, for searches. From a file that turns out to be damaged nothing is
        taken: the briefing is compiled anew."""
        bound = [_sendable(value) for value in values]
        try:
            return iter(self._database.execute(sql, bound).fetchall())
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
        self._let_go()
        self._database = self._compiled_now()
        return iter(self._database.execute(sql, bound).fetchall())

    def remember(self, key: object, make: Callable[[], Any]) -> Any:
        """What those who ask made of the briefing and want again, until it changes."""
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = make()
        return self._kept[key]

    def meta(self, key: str) -> str:
        """A fact about the briefing itself (``title_zh``, ``edition``, …); empty if unknown."""
        row = next(self.query("SELECT value FROM meta WHERE key = ?", (key,)), None)
        return str(row[0]) if row else ""

    def title(self) -> Wording:
        """What the briefing is called."""
        return Wording(self.meta("title_zh"), self.meta("title_en"))

    def sections(self) -> list[Section]:
        """All sections in order."""
        rows = self.query(
            "SELECT id, kind, title_zh, title_en, columns_zh, columns_en FROM sections "
            "ORDER BY position"
        )
        return [
            Section(identity, kind, Wording(zh, en), _columns(columns_zh), _columns(columns_en))
            for identity, kind, zh, en, columns_zh, columns_en in rows
        ]

    def rows(self, section: str, language: Language, first: int = 0, count: int = -1) -> list[Row]:
        """The list of a section, most important first; ``count`` of it from ``first`` on."""
        rows = self.query(
            f"SELECT id, kind, section, title_zh, title_en, disputed, cells_{language} "
            "FROM records WHERE section = ? ORDER BY position LIMIT ? OFFSET ?",
            (section, count, first),
        )
        return [
            Row(identity, kind, section, Wording(zh, en), bool(disputed), _texts(cells))
            for identity, kind, section, zh, en, disputed, cells in rows
        ]

    def row_count(self, section: str) -> int:
        """How long that list is."""
        rows = self.query("SELECT count(*) FROM records WHERE section = ?", (section,))
        return int(next(rows)[0])

    def place_of(self, section: str, identity: str) -> int | None:
        """Where in that list a record stands, from 0 on; None for one that is not in it."""
        rows = self.query(
            "SELECT section, (SELECT count(*) FROM records o "
            "WHERE o.section = r.section AND o.position < r.position) "
            "FROM records r WHERE id = ?",
            (identity,),
        )
        found = next(rows, None)
        return int(found[1]) if found and found[0] == section else None

    def disputed(self, facts: Iterable[Fact]) -> set[int]:
        """The numbers of those facts in place of which other sources say something else."""
        numbers = ", ".join(str(fact.number) for fact in facts)
        rows = self.query(
            f"SELECT DISTINCT answer FROM evidence WHERE side > 0 AND answer IN ({numbers})"
        )
        return {row[0] for row in rows}

    def row(self, identity: str, language: Language) -> Row | None:
        """One record's line."""
        rows = self.query(
            f"SELECT id, kind, section, title_zh, title_en, disputed, cells_{language} "
            "FROM records WHERE id = ?",
            (identity,),
        )
        found = next(rows, None)
        if found is None:
            return None
        identity, kind, section, zh, en, disputed, cells = found
        return Row(identity, kind, section, Wording(zh, en), bool(disputed), _texts(cells))

    def document(self, identity: str, language: Language) -> Document | None:
        """The page of a record, source, or of the overview."""
        from tui.document import decode  # a look-up needs no pages, nor the JSON in which they are

        row = next(
            self.query(
                "SELECT body FROM documents WHERE id = ? AND language = ?", (identity, language)
            ),
            None,
        )
        return decode(row[0]) if row else None

    def entries(self, kind: str | None = None) -> list[Entry]:
        """Every record of a kind (or of all) with its main answer, most important first."""
        where = "WHERE a.main AND r.kind = ?" if kind else "WHERE a.main"
        rows = self.query(f"{_FACT} {where} ORDER BY r.position", (kind,) if kind else ())
        return self.entries_of([_fact(row) for row in rows])

    def answers(self, identity: str) -> list[Entry]:
        """Every answer of a record, the main one first."""
        return self.entries_of(self.facts(identity))

    def facts(self, identity: str) -> list[Fact]:
        """The same without their evidence."""
        self.read_facts((identity,))
        return self._facts[identity]

    def read_facts(self, identities: Iterable[str]) -> None:
        """Read in one go what ``facts`` is about to be asked for."""
        unread = [identity for identity in identities if identity not in self._facts]
        if not unread:
            return
        if len(self._facts) + len(unread) > _KEPT:
            self._facts.clear()
        self._facts |= {identity: [] for identity in unread}
        places = ",".join("?" * len(unread))
        where = f"WHERE r.id IN ({places}) ORDER BY a.main DESC, a.number"
        for row in self.query(f"{_FACT} {where}", unread):
            fact = _fact(row)
            self._facts[fact.id].append(fact)

    def searched(self, positions: Iterable[int]) -> list[Searched]:
        """What a query is compared with of the records that stand there, in order of
        importance."""
        wanted = sorted(positions)
        unread = ", ".join(str(place) for place in wanted if place not in self._searched)
        if unread:
            if len(self._searched) >= _KEPT:
                self._searched.clear()
                unread = ", ".join(map(str, wanted))
            for row in self.query(
                "SELECT position, id, kind, first_month, last_month, titles, names, sounds, body, "
                f"spoken FROM folded WHERE position IN ({unread})"
            ):
                self._searched[row[0]] = Searched(*row)
        return [self._searched[place] for place in wanted if place in self._searched]

    def entries_of(self, facts: Sequence[Fact]) -> list[Entry]:
        """The facts with their evidence, and what other sources say in their place."""
        known: dict[int, Entry] = self.remember("entries", dict)
        if len(known) >= _KEPT:
            known.clear()
        unread = [fact for fact in facts if fact.number not in known]
        if unread:
            evidence: dict[int, list[tuple[Any, ...]]] = {fact.number: [] for fact in unread}
            numbers = ", ".join(map(str, evidence))
            for number, *row in self.query(_EVIDENCE.format(numbers=numbers)):
                evidence[number].append(tuple(row))
            known |= {fact.number: _entry(fact, evidence[fact.number]) for fact in unread}
        return [known[fact.number] for fact in facts]

    def kinds(self) -> list[str]:
        """The kinds of records that the briefing has."""
        return [section.kind for section in self.sections() if section.kind != "overview"]

    def identities(self) -> list[str]:
        """The id of every record."""
        return [row[0] for row in self.query("SELECT id FROM records ORDER BY position")]

    def readings(self, text: Iterable[str]) -> dict[str, str]:
        """The usual sound of each Chinese character among some, in pinyin without tones."""
        chars = sorted(set(text))
        places = ",".join("?" * len(chars))
        rows = self.query(f"SELECT char, sound FROM readings WHERE char IN ({places})", chars)
        return dict(rows)

    def syllables(self, identity: str) -> list[str]:
        """How the Chinese characters of a record's title sound, in pinyin without tones."""

        def ask() -> list[str]:
            rows = self.query(
                "SELECT f.syllables FROM records r JOIN folded f USING (position) WHERE r.id = ?",
                (identity,),
            )
            return [syllable for row in rows for syllable in row[0].split()]

        syllables: list[str] = self.remember(("syllables", identity), ask)
        return syllables

    def source(self, identity: str) -> SourceFile | None:
        """A source document and the file that was read."""
        rows = self.query(
            "SELECT id, title_zh, title_en, date, url, file, size, sha256 FROM sources "
            "WHERE id = ?",
            (identity,),
        )
        found = next(rows, None)
        if found is None:
            return None
        identity, zh, en, *rest = found
        return SourceFile(identity, Wording(zh, en), *rest)


def _sendable(value: object) -> object:
    # An argument that was no UTF-8 reaches us as surrogates, which SQLite does not take.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _texts(cells: str) -> tuple[str, ...]:
    import json

    return tuple(json.loads(cells))


def _columns(text: str) -> tuple[tuple[str, str], ...]:
    import json

    return tuple((head, align) for head, align in json.loads(text))


def _fact(row: tuple[Any, ...]) -> Fact:
    number, identity, kind, zh, en, fact, value, words, answer_zh, answer_en, *rest = row
    answer = Wording(answer_zh, answer_en)
    return Fact(number, identity, kind, Wording(zh, en), fact, value, words, answer, *rest)


def _entry(fact: Fact, evidence: Iterable[tuple[Any, ...]]) -> Entry:
    citations: list[dict[str, str]] = []
    sides: dict[int, dict[str, Any]] = {}
    for side, zh, en, *fields, via in evidence:
        cited = dict(zip(_CITED, fields, strict=True))
        if via:
            cited["via"] = via
        if not side:
            citations.append(cited)
        else:
            rival = {"answer": {"zh": zh, "en": en}, "citations": []}
            sides.setdefault(side, rival)["citations"].append(cited)
    return Entry(*fact[:-2], citations, list(sides.values()))
