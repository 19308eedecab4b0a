"""The tables beyond single pages: sections, kinds, measures, comparisons, timeline, and the tables
that each kind of record declares for readers with sqlite3."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import Any, TypeVar

from tui.compile.catalogue import Catalogue, PageSubject
from tui.compile.facts.fact_text import measure_title, measured_unit
from tui.compile.facts.timeline_events import in_order
from tui.compile.kinds import KINDS, OVERVIEW, SECTIONS
from tui.compile.kinds.base import RecordKind, SectionKind
from tui.database.timeline import TimelineEvent
from tui.model import Bilingual, Metric, Record, Statistic
from tui.model.base import Model
from tui.text.fold import fold
from tui.text.language import LANGUAGES, NO_TEXT, Wording
from tui.text.unit_names import base_unit_code, unit_name
from tui.text.units import UNITS

SectionKindT = TypeVar("SectionKindT", bound=SectionKind)


def create_kinds(database: sqlite3.Connection, first_sections: Sequence[str]) -> None:
    """Create the tables of the kinds, and describe kinds and sections in their tables.
    ``first_sections``: those that come first, after the overview."""
    sections = in_section_order(SECTIONS, (OVERVIEW.section, *first_sections))
    for kind in KINDS.values():
        database.executescript(kind.sql)
    _insert(database, "sections", (_section(*item) for item in enumerate(sections)))
    _insert(database, "kinds", (_kind(*item) for item in enumerate(KINDS.values(), 1)))


def in_section_order(
    sections: Iterable[SectionKindT], first_sections: Sequence[str]
) -> list[SectionKindT]:
    """Return the sections, those that come first in front."""
    order = {section: place for place, section in enumerate(first_sections)}
    return sorted(sections, key=lambda each: order.get(each.section, len(order)))


def fill_tables(database: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Write the rows of all records and of the timeline."""
    events: list[TimelineEvent] = []
    for entry in catalogue.entries():
        kind = KINDS[entry.record_kind]
        for table, row in kind.sql_rows(entry, catalogue):
            _insert(database, table, [row])
        _insert(database, "compared_fields", _compared_fields(entry, kind, catalogue))
        if isinstance(entry, Record):
            _insert(database, "measures", _measures(entry, catalogue))
        events += kind.timeline_events(entry, catalogue)
    _insert(database, "units", _units(catalogue))
    rows = (event.row() for event in in_order(events))
    _insert(database, "timeline", ((position, *row) for position, row in enumerate(rows)))
    fill_analysis_tables(database)


def fill_analysis_tables(database: sqlite3.Connection) -> None:
    """Create the tables and views for analysts and fill them from the tables of all records."""
    analysis = resources.files("tui.database").joinpath("analysis.sql")
    database.executescript(analysis.read_text("utf-8"))


def _units(catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    used: list[str] = []
    for measure in catalogue.measures.values():
        used.append(measure.unit)
        used += [item.unit for item in measure.observations]
        used += [item.unit for item in measure.rates]
    for name in dict.fromkeys((*UNITS, *used)):
        unit = UNITS[name]
        yield (name, base_unit_code(name), float(10**unit.scale), unit_name(name).en)


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    for row in rows:
        places = ", ".join("?" * len(row))
        database.execute(f"INSERT INTO {table} VALUES ({places})", row)


def _section(position: int, section: SectionKind) -> tuple[object, ...]:
    columns = (
        json.dumps([[column.head.of(language), column.align] for column in section.columns])
        for language in LANGUAGES
    )
    ids = json.dumps([column.id for column in section.columns])
    tab = section.tab or section.title
    order = "date" if section.newest_first else ""
    return (position, section.section, section.id, *section.title, *tab, ids, *columns, order)


def _kind(position: int, kind: RecordKind[Any]) -> tuple[object, ...]:
    return (
        position,
        kind.id,
        *kind.label,
        ",".join(kind.words),
        kind.search_weight,
        kind.titles_are_names,
        kind.comparable,
        issubclass(kind.entry_type, Model),
        " ".join(kind.questions),
    )


def _compared_fields(
    entry: PageSubject, kind: RecordKind[Any], catalogue: Catalogue
) -> Iterator[tuple[object, ...]]:
    for position, item in enumerate(kind.compared_fields(entry, catalogue)):
        yield (entry.id, position, item.field, *item.label, *item.value, item.target)


def _measures(record: Record, catalogue: Catalogue) -> Iterator[tuple[object, ...]]:
    for reference, measure in record.measures():
        title = measure_title(measure) or record.heading.wording()
        aliases = measure.aliases if isinstance(measure, Metric | Statistic) else ()
        area = measure.area if isinstance(measure, Statistic) else None
        names = dict.fromkeys(fold(name) for name in (*title, *aliases))
        unit = UNITS[measure.unit]
        yield (
            reference,
            record.id,
            *title,
            *(catalogue.filled(measure.scope) if measure.scope else NO_TEXT),
            measure.unit,
            measured_unit(measure, measure.unit),
            *Wording(measure.unit, measure.english_noun or unit.currency or unit.many),
            *_texts(area),
            *_texts(measure.denominator),
            "\n".join(names),
        )


def _texts(text: Bilingual | None) -> Wording:
    return text.wording() if text else NO_TEXT
