"""By what records are filtered: level, region, status, tag, source, role, basis, type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.entries import Entry, kind_of
from tui.compile.facts.answer import Answer
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.record_citations import citations_of
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Bilingual, Gap, Player, Policy, Record, Source, Statement, Statistic
from tui.text.fold import fold
from tui.text.language import Wording


class Facet(NamedTuple):
    """One value of one facet of a record: a slug and its name."""

    id: str
    facet: str
    value: str
    label_zh: str
    label_en: str


def facets_of(record: Entry, answers: Sequence[Answer], catalogue: Catalogue) -> Iterator[Facet]:
    """Every facet of an entry, each value once."""
    seen = set()
    for facet, value, label in _facets(record, answers, catalogue):
        if (facet, value) not in seen:
            seen.add((facet, value))
            yield Facet(record.id, facet, value, *label)


def _facets(
    record: Entry, answers: Sequence[Answer], catalogue: Catalogue
) -> Iterator[tuple[str, str, Wording]]:
    yield "kind", kind_of(record), labels.KINDS[kind_of(record)]
    yield from _own(record)
    for answer in answers:
        if answer.status:
            yield "status", answer.status, STATUS_WORDS[answer.status]
    tagged = record.record if isinstance(record, Disagreement) else record
    if isinstance(tagged, Record):
        for theme in tagged.themes:
            yield "tag", theme, catalogue.theme(theme)
    for source in _sources(record, answers):
        yield "source", source, catalogue.title(source)


def _own(record: Entry) -> Iterator[tuple[str, str, Wording]]:
    match record:
        case Policy():
            yield "level", record.level, labels.LEVELS[record.level]
            yield "status", record.status, labels.POLICY_STATUS[record.status]
            yield from _region(record.region)
        case Statistic():
            yield from _region(record.area)
        case Player():
            yield "role", record.role, labels.ROLES[record.role]
        case Statement():
            yield "basis", record.basis, labels.BASES[record.basis]
            yield "type", record.kind, labels.STATEMENTS[record.kind]
        case Gap():
            yield "type", record.kind, labels.GAPS[record.kind]
        case Source():
            yield "type", record.type, labels.SOURCE_TYPES[record.type]


def _region(name: Bilingual | None) -> Iterator[tuple[str, str, Wording]]:
    if name:
        yield "region", fold(name.en).replace(" ", "-"), name.wording()


def _sources(record: Entry, answers: Sequence[Answer]) -> Iterator[str]:
    """The sources that a record cites, or its answers do."""
    if isinstance(record, Record):
        for cited in citations_of(record):
            yield cited.citation.source
    for answer in answers:
        for citation in answer.citations:
            yield citation.source
