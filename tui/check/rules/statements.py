"""B5: statements and their basis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.text.language import Wording

_SUPERLATIVE = re.compile(
    r"最[大多高强早佳优好快先]|第一|唯一|领先|龙头|首[家个创次]|全球领|no\. 1", re.I
)
_CAUSAL = re.compile(r"导致|促使|推动了?|使得|带来了|引发|得益于|造成")


def _forecast_without_horizon(context: CheckContext) -> Iterator[Violation]:
    for statement in context.statements():
        if statement.basis == "forecast" and not (statement.horizon or statement.open_horizon):
            yield Violation(statement.id, ("basis",), {})


def _horizon_without_forecast(context: CheckContext) -> Iterator[Violation]:
    for statement in context.statements():
        if statement.basis != "forecast" and (statement.horizon or statement.open_horizon):
            field = "horizon" if statement.horizon else "open_horizon"
            yield Violation(statement.id, (field,), {})


def _superlative_fact(context: CheckContext) -> Iterator[Violation]:
    yield from _facts_matching(context, _SUPERLATIVE)


def _causal_fact(context: CheckContext) -> Iterator[Violation]:
    yield from _facts_matching(context, _CAUSAL)


def _facts_matching(context: CheckContext, pattern: re.Pattern[str]) -> Iterator[Violation]:
    for statement in context.statements():
        match = pattern.search(statement.text.zh)
        if statement.basis == "fact" and match:
            yield Violation(statement.id, ("text", "zh"), {"words": match[0]})


RULES = (
    Rule(
        code="B501",
        severity="error",
        message=Wording("预测没有写明期限", "the forecast has no horizon"),
        fix=Wording(
            '写上horizon = "2025"；来源没有给出时间的，写open_horizon = true',
            'add horizon = "2025"; if the source gives no date, open_horizon = true',
        ),
        why=Wording(
            "没有期限的预测无法证伪，读者须知道它有无期限。",
            "A forecast without a date can never be proved wrong; readers must know whether it has "
            "one.",
        ),
        incorrect='basis = "forecast"',
        correct='basis = "forecast"\nhorizon = "2025"',
        check=_forecast_without_horizon,
    ),
    Rule(
        code="B502",
        severity="error",
        message=Wording("不是预测，却写了期限", "only a forecast can have a horizon"),
        fix=Wording(
            '改为basis = "forecast"，或删去期限', 'set basis = "forecast", or remove the horizon'
        ),
        why=Wording(
            "期限表示所说的事尚未发生。",
            "A horizon tells readers that the statement is about the future.",
        ),
        incorrect='basis = "fact"\nhorizon = "2025"',
        correct='basis = "forecast"\nhorizon = "2025"',
        check=_horizon_without_forecast,
    ),
    Rule(
        code="B503",
        severity="hint",
        message=Wording("事实中有最高级说法“{words}”", "superlative in a fact: {words!r}"),
        fix=Wording(
            '若只是来源的说法，改为basis = "source_claim"',
            'if only a source claims it, set basis = "source_claim"',
        ),
        why=Wording(
            "“最大”“第一”多为自我描述，少有测量依据。",
            "“Largest” and “first” are mostly self-descriptions that nobody has measured.",
        ),
        incorrect='basis = "fact"\ntext = { zh = "它是国内最大的平台。" }',
        correct='basis = "source_claim"',
        check=_superlative_fact,
    ),
    Rule(
        code="B504",
        severity="hint",
        message=Wording("事实中有因果说法“{words}”", "causal verb in a fact: {words!r}"),
        fix=Wording(
            '若只是来源的说法，改为basis = "source_claim"',
            'if only a source claims it, set basis = "source_claim"',
        ),
        why=Wording(
            "先后可以是事实，因果多为判断。",
            "That one event followed another can be a fact; that it was caused by it is a "
            "judgment.",
        ),
        incorrect='basis = "fact"\ntext = { zh = "政策导致行业爆发。" }',
        correct='basis = "source_claim"',
        check=_causal_fact,
    ),
)
