"""What pages need to know of each other: titles, figures by reference, who leads to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.compile import labels
from tui.compile.citations import citations_of
from tui.load import Content
from tui.load.references import FACT_IN_TEXT
from tui.model import (
    Bilingual,
    Measure,
    Metric,
    Observation,
    Player,
    Rate,
    Record,
    Source,
    Statistic,
)
from tui.model.connections import Connection, connections
from tui.text.dates import date_in_words
from tui.text.language import Language, Wording
from tui.text.numbers import quantity


class Fact(NamedTuple):
    """A figure that a text refers to: the record it stands in, and how it reads."""

    id: str
    text: Wording


class Catalogue:
    """Looks up records, sources and figures of one content by what refers to them."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._records: dict[str, Record] = {record.id: record for record in content.records}
        self._sources = {source.id: source for source in content.sources}
        self.connections: tuple[Connection, ...] = tuple(connections(content.records))
        self._neighbours: dict[str, dict[str, None]] = {}
        for connection in self.connections:
            self._neighbours.setdefault(connection.from_id, {})[connection.to_id] = None
        for connection in self.connections:
            self._neighbours.setdefault(connection.to_id, {})[connection.from_id] = None
        self._facts = dict(_facts(content.records))
        self._citing: dict[str, dict[str, None]] = {}
        for record in content.records:
            for cited in citations_of(record):
                self._citing.setdefault(cited.citation.source, {})[record.id] = None

    def title(self, identity: str) -> Wording:
        """The name of a record or source."""
        if identity in self._sources:
            return self._sources[identity].short.wording()
        return self._records[identity].heading.wording()

    def kind(self, identity: str) -> Wording:
        """What sort of thing it is, in words."""
        if identity in self._sources:
            return labels.KINDS["source"]
        return labels.KINDS[self._records[identity].record_kind]

    def source(self, identity: str) -> Source:
        """A source record."""
        return self._sources[identity]

    def source_line(self, identity: str, language: Language) -> str:
        """A source as citations name it: short title and date."""
        source = self._sources[identity]
        return f"{source.short.of(language)} ({source_date(source, language)})"

    def neighbours(self, identity: str) -> list[str]:
        """Records that this one leads to, then those that lead here."""
        return list(self._neighbours.get(identity, ()))

    def filled(self, text: Bilingual) -> Wording:
        """A text with the figures that it names (``{fact:…}``) put in."""
        return Wording(
            FACT_IN_TEXT.sub(lambda match: self.fact(match[1]).text.zh, text.zh),
            FACT_IN_TEXT.sub(lambda match: self.fact(match[1]).text.en, text.en),
        )

    def citing(self, source: str) -> list[str]:
        """The records that cite a source, in order of importance."""
        return list(self._citing.get(source, ()))

    def fact(self, reference: str) -> Fact:
        """The figure, rate or record that ``reference`` names; of several values of one key
        the preferred one."""
        if reference in self._facts:
            return self._facts[reference]
        base = reference.split("@")[0].split("#")[0].split(".")[0]
        return Fact(base, self.title(base))


def source_date(source: Source, language: Language) -> str:
    """When a source was published, or the time to which it was narrowed down."""
    if source.date_published:
        return date_in_words(source.date_published, language)
    inferred = source.date_inferred
    if inferred is None:
        return labels.NO_DATE.of(language)
    earliest = date_in_words(inferred.earliest, language)
    if inferred.latest is None:
        return f"不早于{earliest}" if language == "zh" else f"{earliest} or later"
    latest = date_in_words(inferred.latest, language)
    return f"约{earliest}至{latest}" if language == "zh" else f"between {earliest} and {latest}"


def observation_text(observation: Observation, measure: Measure) -> Wording:
    """The value of an observation with its unit and hedge."""
    value, unit, hedge = observation.value, observation.unit, observation.comparator
    return Wording(
        quantity(value, unit, "zh", hedge),
        quantity(value, unit, "en", hedge, noun=measure.english_noun),
    )


def rate_text(rate: Rate, measure: Measure) -> Wording:
    """The value of a rate; growth and change with their sign."""
    signed = rate.type in ("growth", "cagr", "change", "growth_change")
    value, unit, hedge = rate.value, rate.unit, rate.comparator
    noun = measure.english_noun if rate.type == "change" else None
    return Wording(
        quantity(value, unit, "zh", hedge, signed=signed),
        quantity(value, unit, "en", hedge, signed=signed, noun=noun),
    )


def measures(record: Record) -> Iterator[tuple[str, Measure]]:
    """The measures of a record, each with the reference under which its figures stand."""
    if isinstance(record, Statistic):
        yield record.id, record
    elif isinstance(record, Player):
        for metric in record.metrics:
            yield f"{record.id}.{metric.id}", metric


def measure_title(measure: Measure) -> Wording | None:
    """The name of a player's metric; nothing for a statistic, whose page bears the name."""
    return measure.title.wording() if isinstance(measure, Metric) else None


def _facts(records: tuple[Record, ...]) -> Iterator[tuple[str, Fact]]:
    order = {"deprecated": 0, "normal": 1, "preferred": 2}
    for record in records:
        for base, measure in measures(record):
            # Later entries win: the preferred value of a key comes last.
            for observation in sorted(measure.observations, key=lambda item: order[item.rank]):
                text = observation_text(observation, measure)
                yield f"{base}@{observation.period or 'undated'}", Fact(record.id, text)
            for rate in measure.rates:
                yield f"{base}#{rate.id}", Fact(record.id, rate_text(rate, measure))
