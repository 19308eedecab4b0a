"""Where sources disagree: measures with rival values, and disputed statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.compile.facts.fact_text import measure_title
from tui.document.link_target import DISAGREEMENT_PREFIX
from tui.model import Bilingual, Dispute, Measure, Observation, Rate, Record, Statement
from tui.model.rivals import rates_conflict, rivals
from tui.text.language import Wording
from tui.text.units import UNITS


class Disagreement(NamedTuple):
    """A measure or a statement on which sources disagree.

    ``about`` is its reference, ``record`` the record that holds it; ``rivals``: groups of
    observations that compete, the adopted one first; ``rates``: disputed rates and their rivals;
    ``disputes``: what disputes a statement; ``replies``: why the statement disputes it in turn;
    ``merged``: disagreements about the other side, whose ids lead to this one.
    """

    id: str
    about: str
    record: Record
    title: Wording
    measure: Measure | None = None
    rivals: tuple[tuple[Observation, ...], ...] = ()
    rates: tuple[Rate, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    replies: tuple[Bilingual, ...] = ()
    merged: tuple[Disagreement, ...] = ()

    @property
    def record_kind(self) -> str:
        """The id of its kind, as records have it."""
        return "disagreement"


def find_disagreements(records: tuple[Record, ...]) -> Iterator[Disagreement]:
    """Yield measures, then statements, each in order of importance; of statements those first that
    a figure disputes."""
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
    statements = [each for each in records if isinstance(each, Statement) and each.disputed_by]
    yield from _disputed_statements(statements, used)


def _disputed_statements(statements: list[Statement], used: set[str]) -> Iterable[Disagreement]:
    """Return the disagreements about statements. What two statements say against each other is
    listed once, with the first of them; a statement without further disputes is merged into it."""
    statements.sort(key=lambda each: not any("@" in one.by for one in each.disputed_by))
    reasons = {each.id: {one.by: one.reason for one in each.disputed_by} for each in statements}
    found: dict[str, Disagreement] = {}
    for record in statements:
        listed = [by for by in reasons[record.id] if by in found and record.id in reasons[by]]
        disputes = tuple(each for each in record.disputed_by if each.by not in listed)
        replies = [
            reasons[each.by][record.id]
            for each in disputes
            if each.reason != reasons.get(each.by, {}).get(record.id, each.reason)
        ]
        own = Disagreement(
            _id(record.id, used),
            record.id,
            record,
            (record.question or record.title).wording(),
            disputes=disputes,
            replies=tuple(dict.fromkeys(replies)),
        )
        if disputes:
            found[record.id] = own
        else:
            first = found[listed[0]]
            found[first.about] = first._replace(merged=(*first.merged, own))
    return found.values()


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
