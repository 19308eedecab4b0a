"""K4: conflicting values, and corrections of misprints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.check.rules.rates import rate_matches
from tui.document.fact_ref import observation_ref
from tui.model import Observation, Rate, value_pin
from tui.model.rivals import amount, rivals, same_period
from tui.text.language import Wording
from tui.text.units import UNITS

_NEWER = re.compile(r"^\W*(?:数据|来源|它)?(?:较新|更新|最新|最近|较近)\W*$")
_NEWER_EN = re.compile(
    r"^\W*(?:it is |the )?(?:newer|newest|latest|more recent|most recent)\W*$", re.I
)


def _undecided_conflict(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        groups: list[list[tuple[int, Observation]]] = []
        for number, item in enumerate(located.measure.observations):
            group = next((each for each in groups if same_period(each[0][1], item)), [])
            if not group:
                groups.append(group)
            group.append((number, item))
        for group in groups:
            preferred = sum(item.rank == "preferred" for _, item in group)
            unexplained = any(item.reason_for_rank is None for _, item in group)
            different = len({amount(item) for _, item in group}) > 1
            if different and (preferred != 1 or unexplained):
                path = (*located.path, "observations", group[0][0])
                key = observation_ref(located.reference, group[0][1].period)
                yield Violation(located.entry, path, {"key": key})


def _preferred_without_alternative(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        for number, item in enumerate(located.measure.observations):
            if item.rank == "preferred" and not any(
                other is not item and rivals(located.measure, item, other)
                for other in located.measure.observations
            ):
                path = (*located.path, "observations", number, "rank")
                yield Violation(
                    located.entry, path, {"key": observation_ref(located.reference, item.period)}
                )


def _same_figure_twice(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        measure = located.measure
        fields: tuple[tuple[str, Sequence[Observation | Rate]], ...] = (
            ("observations", measure.observations),
            ("rates", measure.rates),
        )
        for field, figures in fields:
            seen: set[tuple[object, ...]] = set()
            for number, figure in enumerate(figures):
                same = _statement_of(figure)
                if same in seen:
                    path = (*located.path, field, number)
                    values: dict[str, object] = {"figure": value_pin(figure)}
                    yield Violation(located.entry, path, values)
                seen.add(same)


def _statement_of(figure: Observation | Rate) -> tuple[object, ...]:
    """Return what a figure states, without its evidence and remarks."""
    about: tuple[object, ...]
    if isinstance(figure, Rate):
        ends = (figure.start, figure.end, figure.part, figure.whole)
        about = (figure.type, figure.title, figure.period, ends)
    else:
        about = (figure.period, figure.undated)
    return (amount(figure), UNITS[figure.unit].base, figure.comparator, figure.status, *about)


def _newer_as_reason(context: CheckContext) -> Iterator[Violation]:
    for entry, path, item in context.parts(Observation):
        reason = item.reason_for_rank
        if reason and (_NEWER.match(reason.zh) or _NEWER_EN.match(reason.en)):
            yield Violation(entry, (*path, "reason_for_rank"), {})


def _misprint_not_quoted(context: CheckContext) -> Iterator[Violation]:
    for entry, path, item in context.figures():
        if item.as_printed is None:
            continue
        printed = item.as_printed.replace(" ", "")
        quotes = [citation.exact.replace(" ", "") for citation in item.citations]
        if not any(printed in quote for quote in quotes):
            yield Violation(entry, (*path, "as_printed"), {"printed": item.as_printed})


def _unproven_correction(context: CheckContext) -> Iterator[Violation]:
    for entry, path, item in context.parts(Observation):
        if item.correction is None:
            continue
        for number, reference in enumerate(item.correction.proved_by):
            rate = context.rates.get(reference)
            proves = (
                rate is not None
                and rate_matches(rate, context)
                and not rate_matches(rate, context, as_printed=True)
            )
            if not proves:
                proof_path = (*path, "correction", "proved_by", number)
                yield Violation(entry, proof_path, {"rate": reference})


RULES = (
    Rule(
        code="K401",
        severity="error",
        message=Wording(
            "“{key}”有不同的值，但没有恰好一个preferred并逐一写明理由",
            "{key!r} has different values, but not exactly one preferred value and a reason for "
            "each",
        ),
        fix=Wording(
            '其中一个写rank = "preferred"，其余写normal或deprecated，都写reason_for_rank',
            'set rank = "preferred" on one and normal or deprecated on the others, and add '
            "reason_for_rank to each",
        ),
        why=Wording(
            "来源不一致时，读者要知道简报采用哪个值、为什么。",
            "Where sources disagree, readers must know which value the briefing uses, and why.",
        ),
        incorrect="value = 3099 (2022)  value = 3537 (2022)",
        correct='rank = "preferred"\nreason_for_rank = { zh = "实际值，另一个是预测", en = "…" }',
        check=_undecided_conflict,
    ),
    Rule(
        code="K402",
        severity="error",
        message=Wording("“更新”不能作为理由", "“newer” is not a sufficient reason"),
        fix=Wording(
            "写明为何更可信：谁测的、实际还是预测、与哪些数字吻合",
            "state why the value is more reliable: who measured it, whether it is an outcome or a "
            "forecast, which other figures agree",
        ),
        why=Wording(
            "较晚的文章往往只是转抄更早的数字。",
            "A later article often only repeats an earlier figure.",
        ),
        incorrect='reason_for_rank = { zh = "较新", en = "newer" }',
        correct='reason_for_rank = { zh = "报告期内的实际值", en = "the outcome, not a forecast" }',
        check=_newer_as_reason,
    ),
    Rule(
        code="K403",
        severity="error",
        message=Wording(
            "引文中没有误印的“{printed}”", "the quotes do not contain the misprint {printed!r}"
        ),
        fix=Wording(
            "按原文改正as_printed或引文", "copy as_printed or the quote again from the original"
        ),
        why=Wording(
            "更正须让读者看到误印之处；原文若已改正，更正也就失效。",
            "A correction must show the misprint; if the original no longer contains it, the "
            "correction is obsolete.",
        ),
        incorrect='as_printed = "28320亿元"\ncitations = [{ exact = "2016年的28.320亿元" }]',
        correct='as_printed = "28.320亿元"',
        check=_misprint_not_quoted,
    ),
    Rule(
        code="K404",
        severity="error",
        message=Wording(
            "比率“{rate}”不能证明更正：更正后不吻合，或按原印也吻合",
            "{rate!r} does not prove the correction: it disagrees with the corrected value, or "
            "also agrees with the misprint",
        ),
        fix=Wording(
            "换一个能区分两者的比率，或删去",
            "name a rate that agrees only with the corrected value, or remove it",
        ),
        why=Wording(
            "首尾两个数同时错一千倍时，增长率看不出错误。",
            "If both figures are wrong by the same factor, their growth rate is still right.",
        ),
        incorrect='proved_by = ["chronic-market#cagr-2020-2025"]',
        correct='proved_by = ["chronic-digital-share#share-2020"]',
        check=_unproven_correction,
    ),
    Rule(
        code="K405",
        severity="error",
        message=Wording(
            "“{key}”只有一个值，不必写preferred", "{key!r} has a single value, so none is preferred"
        ),
        fix=Wording("删去rank", "remove rank"),
        why=Wording(
            "没有分歧却标preferred，读者会去找并不存在的另一个值。",
            "A preferred value without an alternative makes readers look for one that does not "
            "exist.",
        ),
        incorrect='rank = "preferred"   # the only value of its period',
        correct="(no rank)",
        check=_preferred_without_alternative,
    ),
    Rule(
        code="K406",
        severity="error",
        message=Wording("数字{figure}记了两次", "the figure {figure} is recorded twice"),
        fix=Wording(
            "合并为一个，把两处的引文都列在citations中",
            "merge them into one, with the quotes of both in its citations",
        ),
        why=Wording(
            "同一个数字记两次，像是两个互相竞争的数字。",
            "A figure that is recorded twice looks like two competing figures.",
        ),
        incorrect='[[observations]] period = "2022" value = 3099   # twice',
        correct='citations = [{ source = "a", … }, { source = "b", … }]',
        check=_same_figure_twice,
    ),
)
