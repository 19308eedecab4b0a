"""Where sources disagree: measures with rival values, statements that something speaks against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.compile.facts.fact_text import measure_title, measures
from tui.model import Measure, Observation, Record, Statement
from tui.text.language import Wording
from tui.text.units import UNITS


class Disagreement(NamedTuple):
    """A measure or a statement on which the sources do not agree. ``about``: its reference;
    ``record``: where it stands; ``rivals``: the observations that compete, by key."""

    id: str
    about: str
    record: Record
    title: Wording
    measure: Measure | None = None
    rivals: tuple[tuple[Observation, ...], ...] = ()


def find_disagreements(records: tuple[Record, ...]) -> Iterator[Disagreement]:
    """Measures first, then statements, each in order of importance."""
    for record in records:
        for reference, measure in measures(record):
            rivals = tuple(rival_groups(measure))
            if rivals:
                name = measure_title(measure)
                title = record.heading.wording()
                if name:
                    title = Wording(f"{title.zh}：{name.zh}", f"{title.en}: {name.en}")
                identity = f"disagreement-{reference.replace('.', '-')}"
                yield Disagreement(identity, reference, record, title, measure, rivals)
    for record in records:
        if isinstance(record, Statement) and record.disputed_by:
            title = record.title.wording()
            yield Disagreement(f"disagreement-{record.id}", record.id, record, title)


def rival_groups(measure: Measure) -> Iterator[tuple[Observation, ...]]:
    """Observations that compete: different values of one period first, then values not adopted."""
    groups: dict[str, list[Observation]] = {}
    for observation in measure.observations:
        groups.setdefault(observation.period or "", []).append(observation)
    for period, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        different = len({size(item) for item in group}) > 1 and bool(period)
        if different or any(item.rank == "deprecated" for item in group):
            yield tuple(sorted(group, key=lambda item: item.rank != "preferred"))


def size(observation: Observation) -> float:
    """The value in the base of its unit, for comparing."""
    return float(observation.value.scaleb(UNITS[observation.unit].scale))
