"""K4: figures that contradict each other though they are not of one period, and rival rates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.document.fact_ref import observation_ref, rate_ref
from tui.model.rivals import overlap_conflicts, rates_conflict, rivals
from tui.text.language import Wording


def _overlapping_conflict(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        measure = located.measure
        numbered = list(enumerate(measure.observations))
        for (_, one), (number, other) in combinations(numbered, 2):
            if overlap_conflicts(measure, one, other) and not (
                one.note or other.note or rivals(measure, one, other)
            ):
                keys = [observation_ref(located.reference, item.period) for item in (one, other)]
                path = (*located.path, "observations", number, "value")
                yield Violation(located.entry, path, {"key": keys[1], "other": keys[0]})


def _rival_rates(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        numbered = list(enumerate(located.measure.rates))
        for (_, one), (number, other) in combinations(numbered, 2):
            if rates_conflict(one, other) and not (one.disputed or other.disputed):
                keys = [rate_ref(located.reference, rate.id) for rate in (one, other)]
                path = (*located.path, "rates", number, "value")
                yield Violation(located.entry, path, {"key": keys[1], "other": keys[0]})


RULES = (
    Rule(
        code="K407",
        severity="error",
        message=Wording(
            "“{key}”与时期重叠的“{other}”不符",
            "{key!r} contradicts {other!r}, whose period overlaps",
        ),
        fix=Wording(
            "两个都写rank与reason_for_rank；或在note中说明为何都对；按时期累加的量（收入、起数）在指标上"
            "写adds_up = true",
            "set rank and reason_for_rank on both, or explain in a note why both hold; for a "
            "measure that adds up over time (revenue, deals) set adds_up = true",
        ),
        why=Wording(
            "2025年的用户数就是2025年12月的用户数：两者不同，就是来源不一致。",
            "The users of 2025 are those of December 2025: where the two differ, sources disagree.",
        ),
        incorrect="value = 4.92 (2025)  value = 4.11 (2025-12)",
        correct='rank = "deprecated"\nreason_for_rank = { zh = "含重复注册", en = "…" }',
        check=_overlapping_conflict,
    ),
    Rule(
        code="K408",
        severity="error",
        message=Wording(
            "“{key}”与“{other}”是同一时期的同类比率，值却不同",
            "{key!r} and {other!r} are rates of one type and period with different values",
        ),
        fix=Wording(
            "在不采用的一个上写disputed，说明理由",
            "add disputed to the doubtful one, with the reason",
        ),
        why=Wording(
            "同一增长率有两个值，读者要知道信哪个、为什么。",
            "Where one growth has two values, readers must know which to trust, and why.",
        ),
        incorrect='type = "growth" period = "2022" value = 10.5  …  value = 12',
        correct='disputed = { zh = "与2021、2022年的数不符", en = "…" }',
        check=_rival_rates,
    ),
)
