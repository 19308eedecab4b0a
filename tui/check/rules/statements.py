"""B5: statements, and what they rest on."""

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


def _forecast_without(context: CheckContext) -> Iterator[Violation]:
    for statement in context.statements():
        if statement.basis == "forecast" and not (statement.horizon or statement.open_horizon):
            yield Violation(statement.id, ("basis",), {})


def _no_forecast(context: CheckContext) -> Iterator[Violation]:
    for statement in context.statements():
        if statement.basis != "forecast" and (statement.horizon or statement.open_horizon):
            field = "horizon" if statement.horizon else "open_horizon"
            yield Violation(statement.id, (field,), {})


def _superlative(context: CheckContext) -> Iterator[Violation]:
    yield from _in_facts(context, _SUPERLATIVE)


def _causal(context: CheckContext) -> Iterator[Violation]:
    yield from _in_facts(context, _CAUSAL)


def _in_facts(context: CheckContext, pattern: re.Pattern[str]) -> Iterator[Violation]:
    for statement in context.statements():
        match = pattern.search(statement.text.zh)
        if statement.basis == "fact" and match:
            yield Violation(statement.id, ("text", "zh"), {"words": match[0]})


RULES = (
    Rule(
        "B501",
        "error",
        Wording("预测没有说明应在何时应验", "the forecast does not say by when"),
        Wording(
            '写horizon = "2025"；来源没有给时间就写open_horizon = true',
            'add horizon = "2025"; where the source sets no date, open_horizon = true',
        ),
        Wording(
            "没有期限的预测永远不会错，读者须知道它有没有期限。",
            "A forecast without a date can never fail; a reader must know whether it has one.",
        ),
        'basis = "forecast"',
        'basis = "forecast"\nhorizon = "2025"',
        _forecast_without,
    ),
    Rule(
        "B502",
        "error",
        Wording("不是预测，却写了期限", "a horizon on what is no forecast"),
        Wording('改basis = "forecast"，或删去期限', 'write basis = "forecast", or remove it'),
        Wording(
            "期限表示话还没有应验。",
            "A horizon tells the reader that the claim is about the future.",
        ),
        'basis = "fact"\nhorizon = "2025"',
        'basis = "forecast"\nhorizon = "2025"',
        _no_forecast,
    ),
    Rule(
        "B503",
        "hint",
        Wording("事实里有最高级说法“{words}”", "a fact with a superlative: {words!r}"),
        Wording(
            '若只是来源这样说，basis = "source_claim"',
            'if only a source says so, basis = "source_claim"',
        ),
        Wording(
            "“最大”“第一”多半是自我描述，很少有人量过。",
            "“Largest” and “first” are mostly self-description; seldom has anybody measured.",
        ),
        'basis = "fact"\ntext = { zh = "它是国内最大的平台。" }',
        'basis = "source_claim"',
        _superlative,
    ),
    Rule(
        "B504",
        "hint",
        Wording("事实里有因果说法“{words}”", "a fact with a causal verb: {words!r}"),
        Wording(
            '若只是来源这样说，basis = "source_claim"',
            'if only a source says so, basis = "source_claim"',
        ),
        Wording(
            "先后可以是事实，因果多半是判断。",
            "That one thing came after another may be a fact; that it came from it is a judgement.",
        ),
        'basis = "fact"\ntext = { zh = "政策导致行业爆发。" }',
        'basis = "source_claim"',
        _causal,
    ),
)
