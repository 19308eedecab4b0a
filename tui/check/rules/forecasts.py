"""F8: narratives mark forecasts as forecasts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.check.rules.narratives import narrative_texts
from tui.document.fact_ref import parse_fact_ref
from tui.load.record_references import FACT_IN_TEXT
from tui.model import value_pin
from tui.text.hedges import FORECAST_EN, FORECAST_ZH
from tui.text.language import Wording

_SENTENCE_ENDS = re.compile(r"(?<=[。！？；])|(?<=[.!?;])(?<!\b[A-Z]\.)(?=[”\")]*\s)|\n")


def _forecast_told_as_fact(context: CheckContext) -> Iterator[Violation]:
    languages = context.content.briefing.languages
    for entry, path, text in narrative_texts(context):
        if path[-1] not in languages:
            continue
        words = FORECAST_ZH if path[-1] == "zh" else FORECAST_EN
        for sentence in _SENTENCE_ENDS.split(text):
            told = [each for each in FACT_IN_TEXT.findall(sentence) if _is_forecast(context, each)]
            if told and not words.search(FACT_IN_TEXT.sub("", sentence)):
                yield Violation(entry, path, {"fact": told[0]})


def _is_forecast(context: CheckContext, reference: str) -> bool:
    fact = parse_fact_ref(reference)
    named = context.named_figures(fact) if fact.status == "forecast" else []
    return any(value_pin(item) == fact.value for item in named)  # others are of F804 and F805


RULES = (
    Rule(
        code="F808",
        severity="error",
        message=Wording(
            "预测{fact}写成了事实：句中没有表明它是预测的词",
            "the sentence states the forecast {fact} as a fact: expected a word such as forecast",
        ),
        fix=Wording(
            "在同一句中写明：预计、预测、有望、将、预期、目标、可能等",
            "say so in the same sentence: forecast, expected, projected, could, may, would, "
            "target, plan",
        ),
        why=Wording(
            "读者会把预测当作已经公布的数字引用。",
            "Readers would quote the forecast as a reported figure.",
        ),
        incorrect='zh = "2025年为{fact:market-size@2025:forecast >10000亿元}。"',
        correct='zh = "预计2025年为{fact:market-size@2025:forecast >10000亿元}。"',
        check=_forecast_told_as_fact,
    ),
)
