"""What rules look at: the content, the originals, and ways to go through both."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from tui.document.fact_ref import observation_ref, parse_fact_ref, part_ref, rate_ref
from tui.load import Content
from tui.load.toml_positions import TomlPath
from tui.model import (
    Bilingual,
    Citation,
    Identified,
    Measure,
    Observation,
    Player,
    Rate,
    Source,
    Statement,
    Statistic,
)
from tui.text.quote_selector import find_quote, strip_tags

_Part = TypeVar("_Part", bound=BaseModel)


class LocatedPart(NamedTuple):
    """A part of an entry: whose it is, where in it, and the part."""

    entry: str
    path: TomlPath
    part: BaseModel


class LocatedMeasure(NamedTuple):
    """A measure, the reference under which its figures stand, and where it is written."""

    entry: str
    path: TomlPath
    reference: str
    measure: Measure


class CheckContext:
    """One content to be checked. ``originals``: a folder of the documents, or None; ``today``:
    after what no date may lie."""

    def __init__(
        self, content: Content, originals: Path | None, today: datetime.date | None = None
    ) -> None:
        self.content = content
        self.originals = originals
        self.today = today or datetime.datetime.now(tz=datetime.UTC).date()
        self.sources = {source.id: source for source in content.sources}
        self.records = {record.id: record for record in content.records}

    # -- originals

    def original_bytes(self, source: Source) -> bytes | None:
        """The document as it lies in the folder; None where there is none."""
        if self.originals is None:
            return None
        try:
            return (self.originals / source.original.file).read_bytes()
        except (OSError, ValueError):  # ValueError: a name that no file can have
            return None

    @cached_property
    def texts(self) -> dict[str, str]:
        """The originals without HTML tags, by source; those that are there."""
        found = {}
        for source in self.content.sources:
            data = self.original_bytes(source)
            if data is not None:
                found[source.id] = strip_tags(data.decode("utf-8", "replace"))
        return found

    def places(self, citation: Citation) -> list[int]:
        """Where the quoted words stand in their original; empty also where that is not there."""
        text = self.texts.get(citation.source, "")
        return find_quote(text, citation.exact, citation.prefix or "", citation.suffix or "")

    # -- content

    def everything(self) -> Iterator[tuple[str, BaseModel]]:
        """Every entry: the briefing, narratives, sources and records."""
        yield "briefing.toml", self.content.briefing
        identified: list[Identified] = [*self.content.sources, *self.content.briefs]
        identified += self.content.records
        for entry in identified:
            yield entry.id, entry

    def parts(self, kind: type[_Part]) -> Iterator[tuple[str, TomlPath, _Part]]:
        """Every part of that type, wherever it stands."""
        for entry, path, part in self._located:
            if isinstance(part, kind):
                yield entry, path, part

    @cached_property
    def _located(self) -> list[LocatedPart]:
        return [
            located for entry, model in self.everything() for located in _walk(entry, model, ())
        ]

    def figures(self) -> Iterator[tuple[str, TomlPath, Observation | Rate]]:
        """Every observation and every stated rate."""
        yield from self.parts(Observation)
        yield from self.parts(Rate)

    def texts_of_ours(self) -> Iterator[tuple[str, TomlPath, Bilingual]]:
        """Every text in both languages that an editor wrote."""
        return self.parts(Bilingual)

    def measures(self) -> Iterator[LocatedMeasure]:
        """Every statistic and every metric of a player."""
        for record in self.content.records:
            if isinstance(record, Statistic):
                yield LocatedMeasure(record.id, (), record.id, record)
            elif isinstance(record, Player):
                for number, metric in enumerate(record.metrics):
                    reference = part_ref(record.id, metric.id)
                    yield LocatedMeasure(record.id, ("metrics", number), reference, metric)

    @cached_property
    def observations(self) -> dict[str, list[Observation]]:
        """All observations by the key under which texts and rates refer to them."""
        found: dict[str, list[Observation]] = {}
        for at in self.measures():
            for observation in at.measure.observations:
                key = observation_ref(at.reference, observation.period)
                found.setdefault(key, []).append(observation)
        return found

    @cached_property
    def rates(self) -> dict[str, Rate]:
        """All rates by the key under which corrections refer to them."""
        return {
            rate_ref(at.reference, rate.id): rate
            for at in self.measures()
            for rate in at.measure.rates
        }

    def adopted(self, reference: str) -> Observation | None:
        """The observation that the briefing stands by under a key."""
        order = {"preferred": 2, "normal": 1, "deprecated": 0}
        named = parse_fact_ref(reference)
        key = str(named._replace(status=""))
        found = [
            item for item in self.observations.get(key, []) if named.status in ("", item.status)
        ]
        return max(found, key=lambda item: order[item.rank], default=None)

    def statements(self) -> Iterator[Statement]:
        """Every statement."""
        for record in self.content.records:
            if isinstance(record, Statement):
                yield record

    def latest_date(self, source: str) -> str:
        """The latest date on which a document can have been written; empty where nothing in it
        sets one."""
        known = self.sources[source]
        if known.date_published:
            return known.date_published
        inferred = known.date_inferred
        return (inferred.latest or "") if inferred else ""


def _walk(entry: str, value: object, path: TomlPath) -> Iterator[LocatedPart]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(entry, item, (*path, number))
    elif isinstance(value, BaseModel):
        yield LocatedPart(entry, path, value)
        for field in type(value).model_fields:
            yield from _walk(entry, getattr(value, field), (*path, field))
