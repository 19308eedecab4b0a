"""The questions that readers ask (content/questions), read as the search reads a query."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from math import log2, sqrt
from typing import Any, NamedTuple

from tui.document.fact_ref import record_id_of
from tui.document.link_target import DISAGREEMENT_PREFIX
from tui.model import KnownQuestions
from tui.question.question_keys import RAREST, question_keys
from tui.question.reader import read_edited_question
from tui.text.fold import fold


class _CompiledTables:
    """The tables of a briefing that is being compiled."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._memoized: dict[object, Any] = {}

    def query(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        return iter(self._database.execute(sql, values).fetchall())

    def memoize(self, key: object, make: Callable[[], Any]) -> Any:
        if key not in self._memoized:
            self._memoized[key] = make()
        return self._memoized[key]


class _ReadQuestion(NamedTuple):
    position: int
    measure: str | None
    keys: dict[str, float]


def _record_of(questions: KnownQuestions, records: Collection[str]) -> str:
    """Return the id of the record that answers."""
    record = record_id_of(questions.answer)
    return record if record in records else record.removeprefix(DISAGREEMENT_PREFIX)


def texts_by_record(
    questions: Iterable[KnownQuestions], records: Collection[str]
) -> dict[str, list[str]]:
    """Return the folded questions that each of the records answers."""
    texts: dict[str, list[str]] = {}
    for each in questions:
        of_record = texts.setdefault(_record_of(each, records), [])
        of_record += [fold(text) for text in (*each.zh, *each.en)]
    return texts


def write_known_questions(
    database: sqlite3.Connection,
    questions: Iterable[KnownQuestions],
    positions: dict[str, int],
    progress: Callable[[], None],
) -> None:
    """Fill the tables that compare a query with the known questions by the cosine of their keys,
    each weighted by its rarity among them (Salton and Buckley 1988).

    Args:
        database: the briefing, with all tables that questions are read by.
        questions: the questions.
        positions: the position of each record by id.
        progress: called after each group of questions.
    """
    tables = _CompiledTables(database)
    read = []
    for each in questions:
        position = positions[_record_of(each, positions)]
        measure = each.answer.partition("@")[0]
        for text in (*each.zh, *each.en):
            keys = question_keys(read_edited_question(tables, text))
            read.append(_ReadQuestion(position, measure if "." in measure else None, keys))
        progress()
    frequencies = Counter(key for question in read for key in question.keys)
    rarity = {key: log2(1 + len(read) / count) for key, count in frequencies.items()}
    if read:
        rarity[RAREST] = log2(1 + len(read))
    database.executemany("INSERT INTO key_rarity VALUES (?, ?)", sorted(rarity.items()))
    for number, question in enumerate(read):
        weights = {key: share * rarity[key] for key, share in question.keys.items()}
        length = sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        database.execute(
            "INSERT INTO known_questions VALUES (?, ?, ?)",
            (number, question.position, question.measure),
        )
        database.executemany(
            "INSERT INTO question_keys VALUES (?, ?, ?)",
            ((key, number, weight / length) for key, weight in weights.items()),
        )
