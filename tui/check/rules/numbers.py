"""N3: single figures: units, hedges, forecasts, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.check.rules.citations import quote_shows_value
from tui.model import Citation, Observation, Rate
from tui.text.language import Wording
from tui.text.periods import parse_period, sort_key
from tui.text.units import UNITS

_NUMBER = r"(?:[0-9０-９][0-9０-９,，.．]*|[零〇一二两三四五六七八九十百千万亿]+)"
_UNIT = r"[ ]?(?:万亿|亿|千万|百万|万|千|百)?(?:元|人|家|起|次|个|名|位|种|项|条|%|％|SKU)?"
_HEDGED = re.compile(
    rf"(?:超过|超|逾|(?<![最附])近|约|大约|不足|至少)[ ]?{_NUMBER}"
    rf"|{_NUMBER}{_UNIT}[ ]?(?:多|余|左右|以上|以内)"
)
_AHEAD = re.compile(r"预计|有望|预测|预期|将(?:增至|达|分别|突破|创|超)")


def _hedge(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        if figure.comparator is None:
            for citation in figure.citations:
                hedge = _hedging(citation, figure)
                if hedge:
                    yield Violation(entry, (*path, "value"), {"words": hedge})
                    break


def _hedging(citation: Citation, figure: Observation | Rate) -> str:
    """Words of the quote that hedge this very number."""
    if citation.relation == "derived":
        return ""
    for match in _HEDGED.finditer(citation.exact):
        if quote_shows_value(match[0], figure):
            return match[0]
    return ""


def _forecast(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        if figure.status == "forecast":
            continue
        for citation in figure.citations:
            if citation.relation == "quoted" and (match := _AHEAD.search(citation.exact)):
                yield Violation(entry, (*path, "status"), {"words": match[0]})
                break


def _later(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        if figure.period is None or figure.status == "forecast":
            continue
        period = parse_period(figure.period)
        dates = [context.latest_date(citation.source) for citation in figure.citations]
        months = [_month(date) for date in dates if date]
        # A year that was still running can have been measured so far: a note must say so.
        ahead = months and period.first > max(months)
        unended = months and period.last > max(months) and figure.note is None
        if ahead or unended:
            values: dict[str, object] = {"period": figure.period, "date": max(dates)}
            yield Violation(entry, (*path, "status"), values)


def _month(date: str) -> tuple[int, int]:
    # A document of a year without a month may be of any month of it.
    return (int(date[:4]), int(date[5:7]) if len(date) > 4 else 12)


def _denominator(context: CheckContext) -> Iterator[Violation]:
    for at in context.measures():
        if at.measure.unit == "%" and at.measure.denominator is None:
            yield Violation(at.entry, (*at.path, "unit"), {"measure": at.reference})


def _range(context: CheckContext) -> Iterator[Violation]:
    for at in context.measures():
        for number, item in enumerate(at.measure.observations):
            if item.unit == "%" and not 0 <= item.value <= 100:
                path = (*at.path, "observations", number, "value")
                yield Violation(at.entry, path, {"value": item.value})


def _base(context: CheckContext) -> Iterator[Violation]:
    for at in context.measures():
        base = UNITS[at.measure.unit].base
        for number, item in enumerate(at.measure.observations):
            if UNITS[item.unit].base != base:
                path = (*at.path, "observations", number, "unit")
                yield Violation(at.entry, path, {"unit": item.unit, "measure": at.measure.unit})


def _jump(context: CheckContext) -> Iterator[Violation]:
    for at in context.measures():
        numbered = [
            (number, item)
            for number, item in enumerate(at.measure.observations)
            if item.period and item.rank != "deprecated" and item.value
        ]
        numbered.sort(key=lambda pair: sort_key(pair[1].period))
        for (_, before), (number, after) in pairwise(numbered):
            sizes = [abs(item.value.scaleb(UNITS[item.unit].scale)) for item in (before, after)]
            explained = after.note or after.correction or before.correction
            if max(sizes) >= 10 * min(sizes) and not explained:
                path = (*at.path, "observations", number, "value")
                values: dict[str, object] = {"before": before.period, "after": after.period}
                yield Violation(at.entry, path, values)


RULES = (
    Rule(
        "N301",
        "error",
        Wording(
            "原文说“{words}”，数字却没有comparator",
            "the source says {words!r}, and the figure has no comparator",
        ),
        Wording(
            '加comparator：超、逾、多为">"，约、左右为"~"，近为"<"，至少为">="',
            'add comparator: ">" for 超 逾 多, "~" for 约 左右, "<" for 近, ">=" for 至少',
        ),
        Wording(
            "去掉“超”“约”，就把估数说成了准数。",
            "Without the hedge a rough number passes for an exact one.",
        ),
        'value = 1600\ncitations = [{ exact = "突破1600家以上" }]',
        'value = 1600\ncomparator = ">"',
        _hedge,
    ),
    Rule(
        "N302",
        "error",
        Wording(
            "原文说“{words}”，状态却不是forecast",
            "the source says {words!r}, and the status is not forecast",
        ),
        Wording('写status = "forecast"', 'write status = "forecast"'),
        Wording(
            "预期一旦被当成事实，就再也分不开了。",
            "An expectation once taken for a fact is never told apart again.",
        ),
        'status = "reported"\ncitations = [{ exact = "预计2025年将达到97.120亿元" }]',
        'status = "forecast"',
        _forecast,
    ),
    Rule(
        "N303",
        "error",
        Wording(
            "时期{period}在文件日期{date}之后，只能是预测",
            "the period {period} lies after the document ({date}): it can only be a forecast",
        ),
        Wording(
            '写status = "forecast"，并注明原文写作已发生',
            'write status = "forecast", and note that the source prints it as having happened',
        ),
        Wording(
            "文件写成时还没有发生的事，没有人能测量。",
            "Nobody can have measured what had not happened when the document was written.",
        ),
        'period = "2025"   # the document is of April 2025\nstatus = "reported"',
        'status = "forecast"',
        _later,
    ),
    Rule(
        "N304",
        "error",
        Wording("占比“{measure}”没有denominator", "the share {measure!r} has no denominator"),
        Wording("写明以何为100%", "say of what it is a share: denominator = { zh = …, en = … }"),
        Wording("不知道分母，占比没有意义。", "A share of an unknown whole means nothing."),
        'unit = "%"',
        'unit = "%"\ndenominator = { zh = "互联网医院", en = "internet hospitals" }',
        _denominator,
    ),
    Rule(
        "N305",
        "error",
        Wording(
            "占比{value}%不在0到100之间", "a share of {value} % does not lie between 0 and 100"
        ),
        Wording("核对原文；增长率写成rates", "look at the original; a growth belongs into rates"),
        Wording("部分不会超过整体。", "No part is larger than its whole."),
        'value = 141\nunit = "%"',
        '[[rates]]\ntype = "growth"\nvalue = 141',
        _range,
    ),
    Rule(
        "N306",
        "error",
        Wording(
            "单位“{unit}”与指标单位“{measure}”数的不是一样东西",
            "the unit {unit!r} does not count what the measure's unit {measure!r} counts",
        ),
        Wording("改正单位，或另立一个指标", "mend the unit, or make it a measure of its own"),
        Wording("不同的东西不能放在一条轴上。", "Different things do not go on one axis."),
        'unit = "亿元"  …  [[observations]] unit = "亿人"',
        'unit = "亿元"  …  [[observations]] unit = "万元"',
        _base,
    ),
    Rule(
        "N307",
        "hint",
        Wording(
            "{before}到{after}相差十倍以上", "a jump of ten times or more from {before} to {after}"
        ),
        Wording(
            "核对是否误印；若属实，加note", "look for a misprint; if it is true, say so in a note"
        ),
        Wording(
            "小数点与千分位错位，最常这样露出来。",
            "This is how a misplaced decimal point shows itself most often.",
        ),
        "value = 28.320 (2016)  value = 55870 (2020)",
        'as_printed = "28.320亿元" with a correction, or a note',
        _jump,
    ),
)
