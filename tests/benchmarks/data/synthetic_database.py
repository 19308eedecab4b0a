"""A synthetic briefing.db of any size: the real schema and the real index with synthetic records.

Pages are written up to 30,000 records; larger briefings are only measured by lookups, which read
no page.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib import resources
from itertools import chain, islice
from pathlib import Path

import tomli

from tests.benchmarks.data.synthetic_pages import cells, overview, pages
from tests.benchmarks.data.synthetic_records import Figure, SyntheticRecord, synthetic_records
from tui.compile.index.pinyin import pinyin_lines, readings, variants
from tui.compile.index.search_document import SearchDocument
from tui.compile.index.spelling_table import spelling_rows
from tui.compile.index.term_lengths import write_term_lengths
from tui.compile.index.thesaurus import Thesaurus
from tui.compile.kinds import KINDS
from tui.compile.sql_tables import create_kinds, fill_analysis_tables
from tui.database import APPLICATION_ID, SCHEMA_VERSION
from tui.model import ConceptTable
from tui.text.fold import fold

_CONCEPTS = Path(__file__).parents[3] / "content" / "concepts.toml"
_THESAURUS = Thesaurus(
    ConceptTable.model_validate(tomli.loads(_CONCEPTS.read_text("utf-8"))).concepts
)
_BATCH = 5000
_MOST_PAGES = 30_000


def write_database(path: Path, size: int, more: Iterable[SyntheticRecord] = ()) -> None:
    """Write a briefing of ``size`` records and, less important, ``more``. Its fingerprint is
    empty."""
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with closing(sqlite3.connect(draft)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
        schema = resources.files("tui.database").joinpath("schema.sql").read_text("utf-8")
        database.executescript(schema)
        _insert(database, "meta", [{"key": "fingerprint", "value": ""}])
        _insert(database, "meta", [{"key": "title_zh", "value": "虚构的简报"}])
        _insert(database, "meta", [{"key": "title_en", "value": "A synthetic briefing"}])
        _insert(database, "sources", [_SOURCE])
        create_kinds(database, first_sections=())
        _insert(database, "documents", overview())
        records = enumerate(chain(synthetic_records(size), more))
        while batch := list(islice(records, _BATCH)):
            for table, rows in _rows(batch).items():
                _insert(database, table, rows)
            if size <= _MOST_PAGES:
                _insert(database, "documents", [page for _, one in batch for page in pages(one)])
        fill_analysis_tables(database)
        vocabulary = _THESAURUS.vocabulary()
        database.executemany("INSERT INTO vocabulary VALUES (?, ?, ?)", vocabulary)
        write_term_lengths(database)
        names = database.execute("SELECT DISTINCT name FROM exact_names")
        spellings = spelling_rows(name for (name,) in names.fetchall())
        database.executemany("INSERT OR IGNORE INTO spellings VALUES (?, ?)", spellings)
        database.executemany("INSERT INTO variants VALUES (?, ?)", variants())
        database.executemany("INSERT INTO readings VALUES (?, ?, ?)", readings())
        database.execute("INSERT INTO search(search) VALUES ('optimize')")
        database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.commit()
        database.execute("ANALYZE")
        database.commit()
    draft.replace(path)


_Row = dict[str, object]
_TABLES = ("records", "answers", "evidence", "folded", "exact_names", "search")
_ANSWERS_PER_RECORD = 10
_SOURCE: _Row = {"id": "synthetic", "title_zh": "虚构的来源", "title_en": "A synthetic source"}


def _rows(batch: Iterable[tuple[int, SyntheticRecord]]) -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = {name: [] for name in _TABLES}
    for position, record in batch:
        answers = list(_answers(position, record))
        texts = _indexed(record, answers)
        rows["records"].append(_line(position, record))
        rows["answers"] += answers
        rows["evidence"] += map(_evidence, answers)
        named = {"position": position, "id": record.id, "kind": record.kind}
        concepts = [
            f" {' '.join(_THESAURUS.concepts_in([text]))} "
            for text in (texts.titles, texts.names, texts.body)
        ]
        every = " ".join(dict.fromkeys(" ".join(concepts).split()))
        marks = dict(zip(("concepts", "name_concepts", "body_concepts"), concepts, strict=True))
        rows["folded"].append({**named, **_span(record.figures), **texts._asdict(), **marks})
        rows["exact_names"] += [
            {"name": name, "position": position} for name in texts.exact_names()
        ]
        columns = ("titles", "names", "pinyin", "body")
        tokens = dict(zip(columns, texts.tokens(), strict=True))
        rows["search"].append({"rowid": position, **tokens, "concepts": " ".join(every.split())})
    return rows


def _line(position: int, record: SyntheticRecord) -> _Row:
    return {
        "position": position,
        "id": record.id,
        "kind": record.kind,
        "section": KINDS[record.kind].section,
        "title_zh": record.zh,
        "title_en": record.en,
        "cells_zh": json.dumps(cells(record, "zh"), ensure_ascii=False),
        "cells_en": json.dumps(cells(record, "en"), ensure_ascii=False),
        "listed": position,
    }


def _answers(position: int, record: SyntheticRecord) -> Iterator[_Row]:
    first = position * _ANSWERS_PER_RECORD + 1
    text = {"zh": record.body, "en": f"About {record.en}."}
    if not record.figures:
        yield _answer(first, record, text, main=1)
    for number, figure in enumerate(record.figures):
        text = {
            "zh": f"{figure.year}年：{figure.value}{figure.unit}（已公布）",
            "en": f"{figure.year}: {figure.value} {figure.unit} (reported)",
        }
        answer = _answer(first + number, record, text, main=int(not number))
        yield answer | _of_figure(record, figure)


def _answer(number: int, record: SyntheticRecord, text: dict[str, str], main: int) -> _Row:
    return {
        "number": number,
        "id": record.id,
        "form": "whole",
        "rank": "normal",
        "main": main,
        "words": fold(" ".join(text.values())),
        "answer_zh": text["zh"],
        "answer_en": text["en"],
    }


def _evidence(answer: _Row) -> _Row:
    quote = str(answer["answer_zh"])[:40]
    return {"answer": answer["number"], "source": "synthetic", "exact": quote, "relation": "quoted"}


def _of_figure(record: SyntheticRecord, figure: Figure) -> _Row:
    return {
        "fact": f"{record.id}@{figure.year}",
        "form": "observation",
        "period": str(figure.year),
        "first_month": figure.year * 100 + 1,
        "last_month": figure.year * 100 + 12,
        "value": figure.value,
        "numeric_value": float(figure.value),
        "unit": figure.unit,
        "status": "reported",
    }


def _span(figures: Sequence[Figure]) -> _Row:
    years = [figure.year for figure in figures]
    first, last = (min(years) * 100 + 1, max(years) * 100 + 12) if years else (0, 0)
    return {"first_month": first, "last_month": last}


def _indexed(record: SyntheticRecord, answers: Iterable[_Row]) -> SearchDocument:
    names = (record.id, record.id.replace("-", " "), *record.names)
    body = [record.body, *(f"{answer['answer_zh']} {answer['answer_en']}" for answer in answers)]
    return SearchDocument(
        "\n".join((fold(record.zh), fold(record.en))),
        "\n".join(dict.fromkeys(map(fold, names))),
        pinyin_lines([record.zh, *record.names]),
        "\n".join(map(fold, body)),
        "  ",
    )


def _insert(database: sqlite3.Connection, table: str, rows: list[_Row]) -> None:
    """Insert rows given as dictionaries; missing columns are empty."""
    columns = database.execute(f"PRAGMA table_info({table})").fetchall()
    empty = {
        name: 0 if "INT" in kind else ""
        for _, name, kind, needed, default, _ in columns
        if needed and default is None
    }
    known = {"rowid", *(column[1] for column in columns)}
    names = [name for name in {**empty, **rows[0]} if name in known]
    if rows:
        places = ", ".join("?" * len(names))
        database.executemany(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})",
            ([{**empty, **row}[name] for name in names] for row in rows),
        )
