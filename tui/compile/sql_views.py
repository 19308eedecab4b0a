"""The tables beyond single pages: players, policies, measures, comparisons, the timeline."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.facts.fact_text import measure_title, measures
from tui.compile.facts.timeline_events import timeline_events
from tui.model import Bilingual, Measure, Metric, Player, Policy, Record, Statistic
from tui.text.fold import fold
from tui.text.language import NO_TEXT, Wording
from tui.text.units import UNITS, base_unit


def fill(database: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Write every one of them."""
    records = catalogue.content.records
    players = [_player(record) for record in records if isinstance(record, Player)]
    policies = [_policy(record, catalogue) for record in records if isinstance(record, Policy)]
    _insert(database, "players", players)
    _insert(database, "policies", policies)
    _insert(database, "measures", [row for each in records for row in _measures(each, catalogue)])
    _insert(
        database, "compare_with", [row for each in records for row in _compared(each, catalogue)]
    )
    rows = (item.row() for item in timeline_events(catalogue))
    _insert(database, "timeline", [(position, *row) for position, row in enumerate(rows)])


def _insert(database: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _of(text: Bilingual | None) -> Wording:
    return text.wording() if text else NO_TEXT


def _player(record: Player) -> tuple[object, ...]:
    return (
        record.id,
        *record.names.wording(),
        record.role,
        *labels.ROLES[record.role],
        record.ticker or "",
        *_of(record.exchange),
        record.legal_name or "",
        record.founded or "",
        record.parent or "",
        record.group or "",
    )


def _policy(record: Policy, catalogue: Catalogue) -> tuple[object, ...]:
    issuers = [catalogue.title(issuer) for issuer in record.issuers]
    return (
        record.id,
        *record.title.wording(),
        record.number or "",
        record.level,
        *_of(record.region),
        record.issued or "",
        "、".join(name.zh for name in issuers),
        ", ".join(name.en for name in issuers),
        record.period or "",
        record.status,
    )


def _measures(record: Record, catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for reference, measure in measures(record):
        title = measure_title(measure) or record.heading.wording()
        aliases = measure.aliases if isinstance(measure, Metric | Statistic) else ()
        area = measure.area if isinstance(measure, Statistic) else None
        names = dict.fromkeys(fold(name) for name in (*title, *aliases))
        yield (
            reference,
            record.id,
            *title,
            *(catalogue.filled(measure.scope) if measure.scope else NO_TEXT),
            measure.unit,
            base_unit(measure.unit),
            *_counted(measure),
            *_of(area),
            *_of(measure.denominator),
            "\n".join(names),
        )


def _counted(measure: Measure) -> Wording:
    """The unit as a reader of each language says it."""
    known = UNITS[measure.unit]
    return Wording(measure.unit, measure.english_noun or known.currency or known.many)


def _compared(record: Record, catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    if isinstance(record, Statistic):
        for comparison in record.compare_with:
            yield (record.id, comparison.id, *catalogue.filled(comparison.why))
