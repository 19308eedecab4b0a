"""Where sources disagree: measures with rival values, and disputed statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.compile.facts.fact_text import measure_title
from tui.document.link_target import DISAGREEMENT_PREFIX
from tui.model import Measure, Observation, Rate, Record, Statement
from tui.model.rivals import rates_conflict, rivals
from tui.text.language import Wording
from tui.text.units import UNITS


class Disagreement(NamedTuple):
    """A measure or a statement on which sources disagree.

    ``about`` is its reference, ``record`` the record that holds it; ``rivals``: groups of
    observations that compete, the adopted one first; ``rates``: disputed rates and their rivals.
    """

    id: str
    about: str
    record: Record
    title: Wording
    measure: Measure | None = None
    rivals: tuple[tuple[Observation, ...], ...] = ()
    rates: tuple[Rate, ...] = ()

    @property
    def record_kind(self) -> str:
        """The id of its kind, as records have it."""
        return "disagreement"


def find_disagreements(records: tuple[Record, ...]) -> Iterator[Disagreement]:
    """Yield measures, then statements, each in order of importance; of statements those first that
    a figure disputes, and two that dispute each other side by side."""
    used: set[str] = set()
    for record in records:
        for reference, measure in record.measures():
            groups, rates = tuple(rival_groups(measure)), rival_rates(measure)
            if groups or rates:
                name = measure_title(measure)
                title = record.heading.wording()
                if name:
                    title = Wording(f"{title.zh}：{name.zh}", f"{title.en}: {name.en}")
                yield Disagreement(
                    _id(reference, used), reference, record, title, measure, groups, rates
                )
    for record in _ordered([each for each in records if isinstance(each, Statement)]):
        question = record.question or record.title
        yield Disagreement(_id(record.id, used), record.id, record, question.wording())


def _ordered(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the disputed ones of these statements in the order of ``find_disagreements``."""
    disputed = [each for each in statements if each.disputed_by]
    disputed.sort(key=lambda each: not any("@" in one.by for one in each.disputed_by))
    while disputed:
        first = disputed.pop(0)
        yield first
        against = {each.by for each in first.disputed_by}
        for other in list(disputed):
            if other.id in against and any(each.by == first.id for each in other.disputed_by):
                disputed.remove(other)
                yield other


def _id(about: str, used: set[str]) -> str:
    """Return the id of a page that is not among those used: the metrics ``a-b.c`` and ``a.b-c``
    would share one. No id that an editor chooses holds two hyphens in a row."""
    identity = f"{DISAGREEMENT_PREFIX}{about.replace('.', '-')}"
    if identity in used:
        identity = f"{DISAGREEMENT_PREFIX}-{about.replace('.', '--')}"
    used.add(identity)
    return identity


def rival_groups(measure: Measure) -> Iterator[tuple[Observation, ...]]:
    """Yield groups of observations that compete: of one period with different values, or with a
    value that is rejected; the largest group first."""
    groups: list[list[Observation]] = []
    for observation in measure.observations:
        for group in groups:
            if any(rivals(measure, observation, other) for other in group):
                group.append(observation)
                break
        else:
            groups.append([observation])
    for group in sorted(groups, key=lambda item: -len(item)):
        different = len({size(item) for item in group}) > 1
        if different or any(item.rank == "deprecated" for item in group):
            yield tuple(sorted(group, key=lambda item: item.rank != "preferred"))


def rival_rates(measure: Measure) -> tuple[Rate, ...]:
    """Return the rates that are disputed and those that state another value of the same."""
    return tuple(
        rate
        for rate in measure.rates
        if rate.disputed or any(rates_conflict(rate, other) for other in measure.rates)
    )


def size(observation: Observation) -> float:
    """Return the value in the base unit, for comparison."""
    return float(observation.value.scaleb(UNITS[observation.unit].scale))
