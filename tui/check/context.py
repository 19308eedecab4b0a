"""The input of rules: the content, the originals, and iterators over both."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from tui.check.original_format import other_format
from tui.check.quoted_value import Excerpt, QuoteComparison, compare_with_quotes
from tui.document.fact_ref import FactRef, observation_ref, parse_fact_ref, part_ref, rate_ref
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
    value_pin,
)
from tui.text.quote_selector import distinct_passages, find_quote, strip_tags

_AROUND = 24
"""Characters around a quote that show its unit and direction."""

_Part = TypeVar("_Part", bound=BaseModel)


class LocatedPart(NamedTuple):
    """A part of an entry. ``entry``: id of the entry; ``path``: the part's path in it."""

    entry: str
    path: TomlPath
    part: BaseModel


class LocatedMeasure(NamedTuple):
    """A measure. ``reference``: the reference that its figures begin with."""

    entry: str
    path: TomlPath
    reference: str
    measure: Measure


class QuotedFigure(NamedTuple):
    """A figure and how it agrees with its quotes. ``quote``: the words that agree best."""

    entry: str
    path: TomlPath
    figure: Observation | Rate
    quote: str
    comparison: QuoteComparison


class CheckContext:
    """The content to check. ``originals``: folder of the original documents, if available;
    ``today``: the latest date that may occur."""

    def __init__(
        self, content: Content, originals: Path | None, today: datetime.date | None = None
    ) -> None:
        self.content = content
        self.originals = originals
        self.today = today or datetime.datetime.now(tz=datetime.UTC).date()
        self.sources = {source.id: source for source in content.sources}
        self.records = {record.id: record for record in content.records}
        self._by_kind: dict[type[BaseModel], list[LocatedPart]] = {}
        self._offsets: dict[tuple[str, ...], list[int]] = {}

    # -- originals

    def original_bytes(self, source: Source) -> bytes | None:
        """Return the source's original, or None if it is not available."""
        if self.originals is None:
            return None
        try:
            return (self.originals / source.original.file).read_bytes()
        except (OSError, ValueError):  # ValueError: not a valid file name
            return None

    @cached_property
    def original_texts(self) -> dict[str, str]:
        """The available originals without HTML tags, by source id; not those in another format
        than text in UTF-8."""
        texts = {}
        for source in self.content.sources:
            data = self.original_bytes(source)
            if data is not None and not other_format(data):
                texts[source.id] = strip_tags(data.decode("utf-8"))
        return texts

    def quote_offsets(self, citation: Citation) -> list[int]:
        """Return the offsets of the quote in its original; empty if that is not available."""
        words = (citation.exact, citation.prefix or "", citation.suffix or "")
        key = (citation.source, *words)
        if key not in self._offsets:
            text = self.original_texts.get(citation.source, "")
            self._offsets[key] = find_quote(text, *words)
        return self._offsets[key]

    def quoted_passages(self, citation: Citation) -> int:
        """Return in how many different passages of its original the quote occurs."""
        offsets = self.quote_offsets(citation)
        text = self.original_texts.get(citation.source, "")
        return (
            len(offsets)
            if len(offsets) < 2
            else distinct_passages(text, offsets, len(citation.exact))
        )

    def with_surroundings(self, citation: Citation) -> Excerpt:
        """Return a quote with the text around it, as far as the original is available."""
        text = self.original_texts.get(citation.source, "")
        for at in self.quote_offsets(citation)[:1]:
            end = at + len(citation.exact)
            return Excerpt(
                text[max(0, at - _AROUND) : at], citation.exact, text[end : end + _AROUND]
            )
        return Excerpt("", citation.exact, "")

    @cached_property
    def quoted_figures(self) -> list[QuotedFigure]:
        """All figures that are quoted (not derived), compared with their quotes."""
        found = []
        for entry, path, figure in self.figures():
            quotes = [
                self.with_surroundings(item)
                for item in figure.citations
                if item.relation == "quoted"
            ]
            if quotes:
                best = compare_with_quotes(figure, quotes)
                quote = quotes[best.quote].exact
                found.append(QuotedFigure(entry, path, figure, quote, best))
        return found

    # -- content

    def entries(self) -> Iterator[tuple[str, BaseModel]]:
        """Yield all entries by id: the briefing, sources, briefs and records."""
        yield "briefing.toml", self.content.briefing
        identified: list[Identified] = [*self.content.sources, *self.content.briefs]
        identified += self.content.records
        for model in identified:
            yield model.id, model

    def parts(self, kind: type[_Part]) -> Iterator[tuple[str, TomlPath, _Part]]:
        """Yield all parts of a type: id of the entry, path, part."""
        if kind not in self._by_kind:
            self._by_kind[kind] = [item for item in self._located if isinstance(item.part, kind)]
        for entry, path, part in self._by_kind[kind]:
            assert isinstance(part, kind)
            yield entry, path, part

    def parts_of(self, entry: str) -> list[tuple[TomlPath, BaseModel]]:
        """Return all parts of one entry: path and part."""
        return self._by_entry.get(entry, [])

    @cached_property
    def _by_entry(self) -> dict[str, list[tuple[TomlPath, BaseModel]]]:
        parts: dict[str, list[tuple[TomlPath, BaseModel]]] = {}
        for entry, path, part in self._located:
            parts.setdefault(entry, []).append((path, part))
        return parts

    @cached_property
    def _located(self) -> list[LocatedPart]:
        return [located for entry, model in self.entries() for located in _walk(entry, model, ())]

    def figures(self) -> Iterator[tuple[str, TomlPath, Observation | Rate]]:
        """Yield all observations and rates."""
        yield from self.parts(Observation)
        yield from self.parts(Rate)

    def editor_texts(self) -> Iterator[tuple[str, TomlPath, Bilingual]]:
        """Yield all bilingual texts that an editor wrote."""
        return self.parts(Bilingual)

    def measures(self) -> Iterator[LocatedMeasure]:
        """Yield all statistics and all metrics of players."""
        for record in self.content.records:
            if isinstance(record, Statistic):
                yield LocatedMeasure(record.id, (), record.id, record)
            elif isinstance(record, Player):
                for number, metric in enumerate(record.metrics):
                    reference = part_ref(record.id, metric.id)
                    yield LocatedMeasure(record.id, ("metrics", number), reference, metric)

    @cached_property
    def observations(self) -> dict[str, list[Observation]]:
        """All observations by the reference that texts and rates use for them."""
        observations: dict[str, list[Observation]] = {}
        for located in self.measures():
            for observation in located.measure.observations:
                reference = observation_ref(located.reference, observation.period)
                observations.setdefault(reference, []).append(observation)
        return observations

    @cached_property
    def rates(self) -> dict[str, Rate]:
        """All rates by reference."""
        return {
            rate_ref(located.reference, rate.id): rate
            for located in self.measures()
            for rate in located.measure.rates
        }

    def named_figures(self, fact: FactRef) -> list[Observation | Rate]:
        """Return the figures of the period or the rate that a reference names, of its status if it
        states one, whatever value it pins."""
        key = str(fact._replace(status="", value=""))
        rate = self.rates.get(key)
        figures = [rate] if rate else self.observations.get(key, [])
        return [figure for figure in figures if fact.status in ("", figure.status)]

    def used_observation(self, reference: str) -> Observation | None:
        """Return the observation that the briefing uses for a reference."""
        ranks = {"preferred": 2, "normal": 1, "deprecated": 0}
        fact = parse_fact_ref(reference)
        named = [item for item in self.named_figures(fact) if isinstance(item, Observation)]
        pinned = [item for item in named if value_pin(item) == fact.value]
        return max(pinned or named, key=lambda item: ranks[item.rank], default=None)

    def statements(self) -> Iterator[Statement]:
        """Yield all statements."""
        for record in self.content.records:
            if isinstance(record, Statement):
                yield record

    def latest_date(self, source: str) -> str:
        """Return the latest date on which a source can have been written; empty if unknown."""
        record = self.sources[source]
        if record.date_published:
            return record.date_published
        inferred = record.date_inferred
        return (inferred.latest or "") if inferred else ""


def _walk(entry: str, value: object, path: TomlPath) -> Iterator[LocatedPart]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(entry, item, (*path, number))
    elif isinstance(value, BaseModel):
        yield LocatedPart(entry, path, value)
        for field in type(value).model_fields:
            yield from _walk(entry, getattr(value, field), (*path, field))
