"""Find the figures of a document: value, unit, period, status and form of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.check.coverage import is_count, non_figure_spans
from tui.edit import figure_wording
from tui.edit.declared_units import declared_unit
from tui.edit.figure_wording import FigureForm
from tui.edit.period_resolver import PeriodResolver, ResolvedMention, period_text
from tui.edit.source_text import SourceText
from tui.text.direction_words import direction_of, mentions_loss
from tui.text.number_parser import find_numbers
from tui.text.printed_quantity import DOLLAR_SIGN, PrintedQuantity, find_quantities
from tui.text.units import BASE_UNITS, CURRENCIES, ENGLISH_POWERS, POWERS, UNITS

_NOT_COUNTED = re.compile(
    r"!?\[[^\]]*\]\([^)]*\)|https?://\S+"
    r"|(?<![\d.])\d{3,4}-\d{3,4}-?\d{4}(?!\d)"  # telephone numbers
    r"|(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)"  # times of day
    r"|[（(]\s?\d{5,6}(?:\.[A-Z]{2})?\s?[）)]"  # codes of shares
    r"|每\s?(?:\d+|[两十百千万]+)|[一二三]级(?!市场)"
    r"|第\s?(?:\d+|[一二三四五六七八九十百]+)"  # ordinals
    r"|(?:\d+|[一二三四五六七八九十]+)(?:\s?[-—–~～至到]\s?\d+)?周?岁"  # ages
    r"|(?:近|过去|最近|未来)的?(?:\d+|[一二两三四五六七八九十]+)个?[年月天](?:来|内|间|里)?"
    r"|(?<!\d)\d{1,2}\.\d(?:\s?[-—–~～]\s?\d{1,2}\.\d)?(?=阶段|时代|版本?)|\d\.0(?!\d)"
    r"|[A-Za-z]+[-－]?\d[\d.]*|\d+\s?天\s?\d+\s?小时"
    r"|(?:两|[一二三四五六七八九十]+|\d+)年(?=前|来|后|间|内)"
    r"|\d+\s?(?:分钟前?|(?:评论|浏览|收藏|点赞|阅读|转发|views|comments|collects|likes)(?![率量]))"
    r"|(?:已?(?:收藏|赞|点赞|阅读|评论)[量数]?)\s?[:：]?\d+"
    r"|[一二三两]\s?[者方种类是家个点大](?:面|是|巨头)?(?=[，、：,:]|之|以上)"
)
_LARGE_IN_WORDS = re.compile(r"(?:破|超|达|逾|近|约|过)[百千]?[万亿]+|[百千]?亿级?")
_NOUN_UNITS = (
    (re.compile(r"用户|人口|人数|患者|患病人|会员|网民|活跃|居民"), "人"),
    (
        re.compile(r"收入|营收|利润|盈利|亏损|金额|融资额|市场规模|市场|产值|成交额|销售额|支出|规模"),
        "元",
    ),
    (re.compile(r"次数|人次|下载量|访问量|接诊量"), "次"),
    (re.compile(r"咨询量|问诊量|咨询|问诊|事件"), "起"),
    (re.compile(r"医院|机构|药店|门店|企业|公司|诊所"), "家"),
    (re.compile(r"医生|医师|护士|员工|专家"), "名"),
)  # fmt: skip
"""The unit of a number that prints none, by the noun that it counts."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_BETWEEN = re.compile(r"\s?[多余]?(?:级别?|规模)?的?")
_FLOW = re.compile(
    r"[日月年]均|收入|营收|利润|盈利|金额|毛利|融资|增长|新增|问诊量|咨询量|交易|销售"
)
_FROM_TO = re.compile(r"[从由]\s?(?:19|20)\d\d\s?年.*[至到]\s?(?:19|20)\d\d\s?年")
_RANGE = re.compile(r"\s?[-—–~～至到]\s?")
_CONTINUED = re.compile(r"\s?[和、与及]\s?")


class FigureCandidate(NamedTuple):
    """A figure in ``text[start:end]``. ``value``: in ``unit``, a unit of the registry with the
    printed power, or empty if none can be told; ``period``: empty if none can be told."""

    start: int
    end: int
    value: Decimal
    unit: str
    comparator: str
    period: str
    status: str
    form: FigureForm
    via: str


def find_figures(
    document: SourceText, units: Sequence[str] = (), document_numbers: Sequence[str] = ()
) -> Iterator[FigureCandidate]:
    """Yield the figures of a document, in order. ``units``, ``document_numbers``: those that the
    briefing declares."""
    text = document.text
    excluded = non_figure_spans(text, document_numbers) + [
        match.span() for match in _NOT_COUNTED.finditer(text)
    ]
    counted = {number.start for number in find_numbers(text) if is_count(number, text)}
    quantities = [
        item
        for item in find_quantities(text)
        if (item.start in counted or _is_large_in_words(text, item))
        and not (item.bare and _YEAR.fullmatch(text, item.start, item.end))
        and not any(start <= item.start < end for start, end in excluded)
    ]
    resolver = PeriodResolver(document)
    for index, item in enumerate(quantities):
        unit = declared_unit(text, item, units) if not item.unit else ""
        yield _candidate(document, resolver, quantities, index, unit)


def _is_large_in_words(text: str, item: PrintedQuantity) -> bool:
    if not item.in_words or item.value < 10**6 or not text[item.start : item.end].strip():
        return False
    return bool(_LARGE_IN_WORDS.match(text, item.start - 1) or item.unit)


def _candidate(
    document: SourceText,
    resolver: PeriodResolver,
    quantities: list[PrintedQuantity],
    index: int,
    declared: str,
) -> FigureCandidate:
    item = quantities[index]
    text, sentence = document.text, document.sentence(item.start)
    clause = document.clause_start(item.start)
    unit = declared or _unit(text, item, clause)
    form = figure_wording.form(
        text, clause, sentence.start, _start_of_range(text, quantities, index), unit
    )
    if form == "growth_change" and unit == "%":
        unit = "百分点"
    period = _period(document, resolver, quantities, index, form)
    status = figure_wording.status(text, sentence.start, item.start, item.end)
    if period and document.date and _first_month(period) > _month_of(document.date):
        status = "forecast"
    value = item.value.scaleb(-UNITS[unit].scale) if unit else item.value
    if _is_negative(text, item, form):
        value = -value
    return FigureCandidate(
        item.start,
        item.end,
        value.normalize() if value % 1 else value.quantize(Decimal(1)),
        unit,
        figure_wording.comparator(text, item.start, item.end),
        period,
        status,
        form,
        figure_wording.attributed_to(text, sentence.start, item.start, sentence.end),
    )


def _is_negative(text: str, item: PrintedQuantity, form: FigureForm) -> bool:
    if item.minus:
        return True
    if form in ("growth", "cagr", "change", "growth_change"):
        return direction_of(text, item.start, item.end) < 0
    return form == "level" and item.unit == "元" and mentions_loss(text, item.start)


def _unit(text: str, item: PrintedQuantity, clause: int) -> str:
    """Return the unit of the registry, with the power that is printed; empty for none."""
    base = item.unit
    if base == DOLLAR_SIGN or UNITS[base or "%"].currency not in ("", "CNY"):
        return _currency_unit(text, item)
    if not base:
        skipped = _BETWEEN.match(text, item.end)
        begin = skipped.end() if skipped else item.end
        after = next((unit for noun, unit in _NOUN_UNITS if noun.match(text, begin)), "")
        base = after or _counted_before(text[clause : item.start])
    if base not in BASE_UNITS:
        return base if base in UNITS else ""
    ratio = item.value / item.number if item.number and not item.in_words else Decimal(1)
    powers = {Decimal(10) ** scale: power for power, scale in POWERS.items()}
    power = powers.get(ratio, "")
    if item.in_words:
        fitting = [name for name, scale in POWERS.items() if item.value >= 10**scale]
        power = fitting[-1] if item.value >= 10**4 else ""
    return power + base


def _currency_unit(text: str, item: PrintedQuantity) -> str:
    """Return the unit of an amount in another currency than the yuan: 亿美元, or USD million."""
    printed = text[item.start : item.end]
    ratio = item.value / item.number if item.number and not item.in_words else Decimal(1)
    if name := next((name for name in CURRENCIES if printed.endswith(name)), ""):
        return next((word for word, at in POWERS.items() if ratio == 10**at), "") + name
    code = "USD" if item.unit == DOLLAR_SIGN else item.unit
    power = next((word for word, at in ENGLISH_POWERS.items() if ratio == 10**at), "")
    return f"{code} {power}".strip()


def _counted_before(clause: str) -> str:
    """Return the unit of the last noun before a number."""
    found = [(match.end(), unit) for noun, unit in _NOUN_UNITS for match in noun.finditer(clause)]
    return max(found, default=(0, ""))[1]


def _period(
    document: SourceText,
    resolver: PeriodResolver,
    quantities: list[PrintedQuantity],
    index: int,
    form: FigureForm,
) -> str:
    item = quantities[index]
    mentions = resolver.before(item.start)
    if back := resolver.span_back(item.start):
        return back
    if not mentions:
        return ""
    rank, count = _place_in_list(document.text, quantities, index)
    mention = mentions[-1]
    if form == "cagr" or (form == "growth" and _is_over_years(document, item)):
        return _interval(resolver.preceding(quantities[index - rank].start), rank, count)
    if listed := resolver.listed(quantities[index - rank].start, rank, count):
        return listed.period
    if form == "change" and (bases := resolver.bases(item.start)):
        return period_text(bases[-1].first, mention.last)
    if form == "change" and len(mentions) > 1 and not mentions[-2].last >= mention.first:
        return period_text(mentions[-2].first, mention.last)
    if mention.spans_years and (end := _end_of_range(document, item, form)):
        return str((mention.first if end == "first" else mention.last) // 100)
    if mention.now:
        return _period_of_report(document, mentions, item) or mention.period
    if form in ("level", "share") and _is_stock(document, item, mention):
        return period_text(mention.last, mention.last)
    return mention.period


def _is_over_years(document: SourceText, item: PrintedQuantity) -> bool:
    """Return whether a growth is over the years from A to B that its sentence names, as in
    由2016年的650亿元增至2020年的1961亿元，增长率为31.79%, not over one year."""
    sentence = document.text[document.sentence(item.start).start : item.start]
    return bool(_FROM_TO.search(sentence)) and "同比" not in sentence and "环比" not in sentence


def _interval(mentions: list[ResolvedMention], rank: int, count: int) -> str:
    """Return the interval of a compound growth rate: between the last two periods before it, or
    in a list of rates between the periods of the same rank."""
    if not mentions:
        return ""
    ends = mentions[-count - 1 :]
    if mentions[-1].spans_years or len(ends) < rank + 2:
        return mentions[-1].period
    if ends[rank].last >= ends[rank + 1].first:
        return ends[rank + 1].period
    return period_text(ends[rank].first, ends[rank + 1].last)


def _end_of_range(document: SourceText, item: PrintedQuantity, form: FigureForm) -> str:
    """Return which end of 2018年到2022年 a figure belongs to in 从77亿元增长到122亿元."""
    start = document.clause_start(item.start)
    before, after = document.text[start : item.start], document.text[item.end : item.end + 8]
    if form not in ("level", "share"):
        return ""
    if re.search(r"[从由]\s*$", before) and re.match(r"(?:增|升|上|下|降|减|提|扩|达)", after):
        return "first"
    return "last" if re.search(r"[从由].*[至到为达]了?\s*$", before) else ""


def _period_of_report(
    document: SourceText, mentions: list[ResolvedMention], item: PrintedQuantity
) -> str:
    """Return the period of 半年报显示……目前有: the report's, its end for what is not a flow."""
    report = next((one for one in reversed(mentions) if not one.now), None)
    if report is None or "报" not in document.text[report.start : report.end]:
        return ""
    if _FLOW.search(document.text, document.clause_start(item.start), item.start):
        return report.period
    return period_text(report.last, report.last)


def _is_stock(document: SourceText, item: PrintedQuantity, mention: ResolvedMention) -> bool:
    """Return whether a figure counts people or organizations at the end of a part of a year."""
    if mention.last - mention.first not in (2, 5):
        return False
    counted = item.unit in ("人", "名", "位", "家", "个", "SKU", "%", "")
    return counted and not _FLOW.search(
        document.text, document.clause_start(item.start), item.start
    )


def _place_in_list(text: str, quantities: list[PrintedQuantity], index: int) -> tuple[int, int]:
    """Return the rank of a figure in a list such as 11.7%和8.9%, and the length of that list."""
    first = last = index
    while first and _CONTINUED.fullmatch(text, quantities[first - 1].end, quantities[first].start):
        first -= 1
    while last + 1 < len(quantities) and _CONTINUED.fullmatch(
        text, quantities[last].end, quantities[last + 1].start
    ):
        last += 1
    return index - first, last - first + 1


def _start_of_range(text: str, quantities: list[PrintedQuantity], index: int) -> int:
    """Return where the range 15%至20% begins that a figure ends, else where the figure begins."""
    before = quantities[index - 1] if index else None
    if before and _RANGE.fullmatch(text, before.end, quantities[index].start):
        return before.start
    return quantities[index].start


def _first_month(period: str) -> int:
    from tui.text.periods import parse_period

    year, month = parse_period(period).first
    return year * 100 + month


def _month_of(date: str) -> int:
    return int(date[:4]) * 100 + int(date[5:7] or 12)
