"""K4: figures that contradict or repeat each other, though not in period or hedge; rival rates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.document.fact_ref import observation_ref, rate_ref
from tui.model import value_pin
from tui.model.rivals import amount, overlap_conflicts, rates_conflict, rivals, same_period
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


def _same_amount_twice(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        figures = located.measure.observations
        for number, one in enumerate(figures):
            for other in figures[:number]:
                same = same_period(one, other) and amount(one) == amount(other)
                hedges = (one.comparator, other.comparator)
                explained = one.reason_for_rank or other.reason_for_rank
                if same and one.status == other.status and hedges[0] != hedges[1] and not explained:
                    path = (*located.path, "observations", number, "value")
                    values: dict[str, object] = {"one": value_pin(other), "other": value_pin(one)}
                    yield Violation(located.entry, path, values)


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
    Rule(
        code="K409",
        severity="hint",
        message=Wording(
            "同一时期有“{one}”与“{other}”：数额相同，只差限定词",
            "one period has {one!r} and {other!r}: the same amount, but for the hedge",
        ),
        fix=Wording(
            "合并为一个，两处引文都列入citations；确有分歧则各写reason_for_rank",
            "merge them into one with the quotes of both, or give each a reason_for_rank",
        ),
        why=Wording(
            "“超过4亿”与“4亿”并列，读者会以为是两个数字。",
            "“Over 400 million” beside “400 million” reads like two figures.",
        ),
        incorrect='value = 4 comparator = ">"   value = 4   # of one period',
        correct='value = 4\ncitations = [{ exact = "4亿" }, { exact = "4亿多" }]',
        check=_same_amount_twice,
    ),
)
