"""N3: single figures: units, qualifiers, forecasts, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tui.check.context import CheckContext
from tui.check.quoted_value import shows_number
from tui.check.rule import Rule, Violation
from tui.model import Citation, Observation, Rate, value_pin
from tui.text.language import Wording
from tui.text.periods import parse_period, sort_key
from tui.text.units import UNITS

_NUMBER = r"(?:[0-9０-９][0-9０-９,，.．]*|[零〇一二两三四五六七八九十百千万亿]+)"
_UNIT = r"[ ]?(?:万亿|亿|千万|百万|万|千|百)?(?:元|人|家|起|次|个|名|位|种|项|条|%|％|SKU)?"
_QUALIFIED = re.compile(
    rf"(?:超过|超|逾|(?<![最附])近|约|大约|不足|至少)[ ]?{_NUMBER}"
    rf"|{_NUMBER}{_UNIT}[ ]?(?:多|余|左右|以上|以内)"
    r"|(?<![A-Za-z])(?i:over|above|more than|at least|about|around|some|roughly|approximately"
    r"|nearly|almost|under|below|less than|fewer than)"
    r" (?:CNY |RMB ?)?\d[\d,.]*(?: ?[a-z]+illion|[bmt]n)?"
)
_FORECAST_WORDS = re.compile(
    r"预计|有望|预测|预期|将(?:增至|达|分别|突破|创|超)"
    r"|(?<![A-Za-z])(?i:expected to|forecast|projected|predicted|will (?:reach|exceed|grow|be))\b"
)

PART_OF_WHOLE = Wording("部分不会大于整体。", "A part cannot be larger than its whole.")


def _missing_comparator(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        if figure.comparator is None:
            for citation in figure.citations:
                if words := _qualifier(citation, figure):
                    yield Violation(entry, (*path, "value"), {"words": words})
                    break


def _qualifier(citation: Citation, figure: Observation | Rate) -> str:
    """Return the words of the quote that qualify the value of this figure."""
    if citation.relation == "derived":
        return ""
    for match in _QUALIFIED.finditer(citation.exact):
        if shows_number(match[0], figure):
            return match[0]
    return ""


def _unmarked_forecast(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        if figure.status == "forecast":
            continue
        for citation in figure.citations:
            if citation.relation == "quoted" and (match := _FORECAST_WORDS.search(citation.exact)):
                yield Violation(entry, (*path, "status"), {"words": match[0]})
                break


def _period_after_document(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        if figure.period is None or figure.status == "forecast":
            continue
        period = parse_period(figure.period, context.content.briefing.fiscal_year_ends)
        dates = [context.latest_date(citation.source) for citation in figure.citations]
        months = [_month(date) for date in dates if date]
        # A period that had begun may have been measured so far; a note must say so.
        not_begun = months and period.first > max(months)
        not_ended = months and period.last > max(months) and figure.note is None
        if not_begun or not_ended:
            values: dict[str, object] = {"period": figure.period, "date": max(dates)}
            yield Violation(entry, (*path, "status"), values)


def _month(date: str) -> tuple[int, int]:
    # A document dated by year alone may have been written in any month.
    return (int(date[:4]), int(date[5:7]) if len(date) > 4 else 12)


def _missing_denominator(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        if located.measure.unit == "%" and located.measure.denominator is None:
            yield Violation(located.entry, (*located.path, "unit"), {"measure": located.reference})


def _share_out_of_range(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        for number, item in enumerate(located.measure.observations):
            if item.unit == "%" and not 0 <= item.value <= 100:
                path = (*located.path, "observations", number, "value")
                yield Violation(located.entry, path, {"value": item.value})


def _incompatible_unit(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        base = UNITS[located.measure.unit].base
        for number, item in enumerate(located.measure.observations):
            if UNITS[item.unit].base != base:
                path = (*located.path, "observations", number, "unit")
                yield Violation(
                    located.entry, path, {"unit": item.unit, "measure": located.measure.unit}
                )


def _jump(context: CheckContext) -> Iterator[Violation]:
    for located in context.measures():
        numbered = [
            (number, item)
            for number, item in enumerate(located.measure.observations)
            if item.period and item.rank != "deprecated" and item.value
        ]
        numbered.sort(key=lambda pair: sort_key(pair[1].period))
        for (_, before), (number, after) in pairwise(numbered):
            sizes = [abs(item.value.scaleb(UNITS[item.unit].scale)) for item in (before, after)]
            explained = after.note or after.correction or before.correction
            if max(sizes) >= 10 * min(sizes) and not explained:
                path = (*located.path, "observations", number, "value")
                values: dict[str, object] = {"before": before.period, "after": after.period}
                yield Violation(located.entry, path, values)


def _derived_as_reported(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        derived = all(citation.relation == "derived" for citation in figure.citations)
        if derived and figure.status == "reported" and figure.correction is None:
            yield Violation(entry, (*path, "status"), {"value": value_pin(figure)})


RULES = (
    Rule(
        code="N301",
        severity="error",
        message=Wording(
            "原文为“{words}”，数字却没有comparator",
            "the source says {words!r}, but the figure has no comparator",
        ),
        fix=Wording(
            '写上comparator：超、逾、多用">"，约、左右用"~"，近用"<"，至少用">="，只说明数量级用"~~"',
            'add comparator: ">" for over, more than; "~" for about, around; "<" for nearly, up '
            'to; ">=" for at least; "~~" for an order of magnitude',
        ),
        why=Wording(
            "略去“超”“约”，约数就成了精确数。",
            "Without its qualifier, an approximate figure looks exact.",
        ),
        incorrect='value = 1600\ncitations = [{ exact = "突破1600家以上" }]',
        correct='value = 1600\ncomparator = ">"',
        check=_missing_comparator,
    ),
    Rule(
        code="N302",
        severity="error",
        message=Wording(
            "原文为“{words}”，状态却不是forecast",
            "the source says {words!r}, but the status is not forecast",
        ),
        fix=Wording('改为status = "forecast"', 'set status = "forecast"'),
        why=Wording(
            "预测一旦记成事实，读者就无从分辨。",
            "Once a forecast is recorded as a fact, readers cannot tell the difference.",
        ),
        incorrect='status = "reported"\ncitations = [{ exact = "预计2025年将达到97.120亿元" }]',
        correct='status = "forecast"',
        check=_unmarked_forecast,
    ),
    Rule(
        code="N303",
        severity="error",
        message=Wording(
            "时期{period}晚于文件日期{date}，只能是预测",
            "the period {period} is later than the document ({date}), so the figure is a forecast",
        ),
        fix=Wording(
            '改为status = "forecast"；若原文写作已发生，在note中注明',
            'set status = "forecast"; if the source states it as a fact, say so in a note',
        ),
        why=Wording(
            "文件写成时尚未发生的事，不可能已经测得。",
            "A document cannot report what had not happened when it was written.",
        ),
        incorrect='period = "2025"   # the document is of April 2025\nstatus = "reported"',
        correct='status = "forecast"',
        check=_period_after_document,
    ),
    Rule(
        code="N304",
        severity="error",
        message=Wording(
            "占比“{measure}”没有denominator", "the share {measure!r} has no denominator"
        ),
        fix=Wording("在denominator中写明以什么为100%", "state what 100 % is: denominator = …"),
        why=Wording(
            "不知道分母，占比没有意义。", "A share is meaningless if its denominator is unknown."
        ),
        incorrect='unit = "%"',
        correct='unit = "%"\ndenominator = { zh = "互联网医院", en = "internet hospitals" }',
        check=_missing_denominator,
    ),
    Rule(
        code="N305",
        severity="error",
        message=Wording(
            "占比{value}%不在0到100之间", "a share of {value} % is not between 0 and 100"
        ),
        fix=Wording(
            "核对原文；增长率应写在rates中", "check the original; a growth rate belongs in rates"
        ),
        why=PART_OF_WHOLE,
        incorrect='value = 141\nunit = "%"',
        correct='[[rates]]\ntype = "growth"\nvalue = 141',
        check=_share_out_of_range,
    ),
    Rule(
        code="N306",
        severity="error",
        message=Wording(
            "单位“{unit}”与指标单位“{measure}”不可换算",
            "the unit {unit!r} cannot be converted to the unit of the measure, {measure!r}",
        ),
        fix=Wording("改正单位，或另立一个指标", "correct the unit, or create a separate measure"),
        why=Wording(
            "不同的量不能画在同一坐标轴上。",
            "Different quantities cannot share one axis of a chart.",
        ),
        incorrect='unit = "亿元"  …  [[observations]] unit = "亿人"',
        correct='unit = "亿元"  …  [[observations]] unit = "万元"',
        check=_incompatible_unit,
    ),
    Rule(
        code="N307",
        severity="hint",
        message=Wording(
            "{before}到{after}相差十倍以上",
            "the values of {before} and {after} differ by a factor of ten or more",
        ),
        fix=Wording(
            "核对是否误印；若属实，写note说明",
            "check the original for a misprint; if the value is right, explain it in a note",
        ),
        why=Wording(
            "小数点或千分位错位，往往表现为数量级突变。",
            "A misplaced decimal point usually shows as a jump by a power of ten.",
        ),
        incorrect="value = 28.320 (2016)  value = 55870 (2020)",
        correct='as_printed = "28.320亿元" with a correction, or a note',
        check=_jump,
    ),
    Rule(
        code="N308",
        severity="error",
        message=Wording(
            "{value}是编者推算的，状态却是reported",
            "{value} is derived by the editor, but its status is reported",
        ),
        fix=Wording('改为status = "estimate"', 'set status = "estimate"'),
        why=Wording(
            "没有来源公布过推算出来的数字。", "No source has reported a figure that is derived."
        ),
        incorrect='status = "reported"\ncitations = [{ relation = "derived", … }]',
        correct='status = "estimate"',
        check=_derived_as_reported,
    ),
)
