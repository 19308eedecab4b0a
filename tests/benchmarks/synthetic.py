"""An invented briefing.db of any size: the real tables and the real index over invented records.

Up to some ten thousand records with their pages; beyond those only look-ups are measured, which
read none.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib import resources
from itertools import chain, islice
from pathlib import Path

from tui.compile.sections import SECTION_OF_KIND

from tests.benchmarks.invented import Figure, Invented, invented
from tests.benchmarks.invented_pages import cells, overview, pages, section_rows
from tui.compile.index.pinyin import readings, sounds, variants
from tui.compile.index.search_document import SearchDocument
from tui.database import APPLICATION_ID, SCHEMA_VERSION
from tui.text.fold import fold

_BATCH = 5000
_MOST_PAGES = 30_000


def write_synthetic(path: Path, size: int, more: Iterable[Invented] = ()) -> None:
    """Write a briefing of ``size`` records, and ``more`` that are less important than those; it
    bears no fingerprint yet."""
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with closing(sqlite3.connect(draft)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;")
        schema = resources.files("tui.database").joinpath("schema.sql").read_text("utf-8")
        database.executescript(schema)
        _insert(database, "meta", [{"key": "fingerprint", "value": ""}])
        _insert(database, "meta", [{"key": "title_zh", "value": "虚构的简报"}])
        _insert(database, "meta", [{"key": "title_en", "value": "An invented briefing"}])
        _insert(database, "sources", [_SOURCE])
        _insert(database, "sections", section_rows())
        _insert(database, "documents", overview())
        records = enumerate(chain(invented(size), more))
        while batch := list(islice(records, _BATCH)):
            for table, rows in _rows(batch).items():
                _insert(database, table, rows)
            if size <= _MOST_PAGES:
                _insert(database, "documents", [page for _, one in batch for page in pages(one)])
        database.executemany("INSERT INTO variants VALUES (?, ?)", variants())
        database.executemany("INSERT INTO readings VALUES (?, ?)", readings())
        database.execute("INSERT INTO search(search) VALUES ('optimize')")
        database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.commit()
        database.execute("ANALYZE")
        database.commit()
    draft.replace(path)


_Row = dict[str, object]
_FILLED = ("records", "answers", "evidence", "folded", "called", "search")
_MOST_ANSWERS = 10
_SOURCE: _Row = {"id": "invented", "title_zh": "虚构的来源", "title_en": "An invented source"}


def _rows(batch: Iterable[tuple[int, Invented]]) -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = {name: [] for name in _FILLED}
    for position, record in batch:
        answers = list(_answers(position, record))
        texts = _indexed(record, answers)
        rows["records"].append(_line(position, record))
        rows["answers"] += answers
        rows["evidence"] += map(_evidence, answers)
        named = {"position": position, "id": record.id, "kind": record.kind}
        rows["folded"].append({**named, **_span(record.figures), **texts._asdict()})
        rows["called"] += [{"name": name, "position": position} for name in texts.called()]
        columns = ("titles", "names", "sounds", "body")
        tokens = dict(zip(columns, texts.tokens(), strict=True))
        rows["search"].append({"rowid": position, **tokens})
    return rows


def _line(position: int, record: Invented) -> _Row:
    return {
        "position": position,
        "id": record.id,
        "kind": record.kind,
        "section": SECTION_OF_KIND[record.kind].id,
        "title_zh": record.zh,
        "title_en": record.en,
        "cells_zh": json.dumps(cells(record, "zh"), ensure_ascii=False),
        "cells_en": json.dumps(cells(record, "en"), ensure_ascii=False),
    }


def _answers(position: int, record: Invented) -> Iterator[_Row]:
    first = position * _MOST_ANSWERS + 1
    told = {"zh": record.body, "en": f"About {record.en}."}
    if not record.figures:
        yield _answer(first, record, told, main=1)
    for number, figure in enumerate(record.figures):
        told = {
            "zh": f"{figure.year}年：{figure.value}{figure.unit}（已报告）",
            "en": f"{figure.year}: {figure.value} {figure.unit} (reported)",
        }
        answer = _answer(first + number, record, told, main=int(not number))
        yield answer | _of_figure(record, figure)


def _answer(number: int, record: Invented, told: dict[str, str], main: int) -> _Row:
    return {
        "number": number,
        "id": record.id,
        "rank": "normal",
        "main": main,
        "words": fold(" ".join(told.values())),
        "answer_zh": told["zh"],
        "answer_en": told["en"],
    }


def _evidence(answer: _Row) -> _Row:
    quote = str(answer["answer_zh"])[:40]
    return {"answer": answer["number"], "source": "invented", "exact": quote, "relation": "quoted"}


def _of_figure(record: Invented, figure: Figure) -> _Row:
    return {
        "fact": f"{record.id}@{figure.year}",
        "period": str(figure.year),
        "first_month": figure.year * 100 + 1,
        "last_month": figure.year * 100 + 12,
        "value": figure.value,
        "unit": figure.unit,
        "status": "reported",
    }


def _span(figures: Sequence[Figure]) -> _Row:
    years = [figure.year for figure in figures]
    first, last = (min(years) * 100 + 1, max(years) * 100 + 12) if years else (0, 0)
    return {"first_month": first, "last_month": last}


def _indexed(record: Invented, answers: Iterable[_Row]) -> SearchDocument:
    names = (record.id, record.id.replace("-", " "), *record.names)
    body = [record.body, *(f"{answer['answer_zh']} {answer['answer_en']}" for answer in answers)]
    return SearchDocument(
        "\n".join((fold(record.zh), fold(record.en))),
        "\n".join(dict.fromkeys(map(fold, names))),
        sounds([record.zh, *record.names]),
        "\n".join(map(fold, body)),
        "  ",
    )


def _insert(database: sqlite3.Connection, table: str, rows: list[_Row]) -> None:
    """Rows as dictionaries, for the columns that the table has; what is not said is empty."""
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
