"""The period of a figure: that of its words, or empty where they do not determine one."""

from __future__ import annotations

import re

from tui.edit.figure_lists import place_in_list
from tui.edit.figure_wording import FigureForm
from tui.edit.period_resolver import PeriodResolver
from tui.edit.resolved_mention import ResolvedMention, period_text
from tui.edit.source_text import SourceText
from tui.edit.table_cells import table_cell
from tui.text.fold import is_chinese
from tui.text.printed_quantity import PrintedQuantity

_EARLIEST = 190001
_FLOW = re.compile(
    r"[日月年]均|收入|营收|利润|净利|盈利|金额|毛利|融资|增长|新增|问诊量|咨询量|交易|销售"
)
_FROM_TO = re.compile(r"[从由]\s?(?:19|20)\d\d\s?年.*[至到]\s?(?:19|20)\d\d\s?年")
_OF_BASE = re.compile(r"(?:同期)?(?:的|为|是)?(?:约|近|超)?\s?")
"""Between a period that is compared with and its own figure: 较2019年的7.6亿."""
_ROSE_TO = re.compile(
    r"(?:降|减|增|升|涨|跌|缩|扩|提)(?:低|少|加|长|高|大|减)?(?:至|到|为)了?(?:约|近|超过?)?\s?$"
)
_CHANGES_TO = re.compile(
    r"\s?(?:微|小幅|大幅|略|进一步|逐步|稳步|快速)*(?:降|减|增|升|涨|跌|缩|扩|提)(?:低|少|加|长|高|大|减|升)?(?:至|到|为)"
)
_AFTER_BASE = re.compile(r"[从由](?P<base>[^，。；]{2,12}?)的?(?:约|近|超过?)?\s?$")
_END_OF_REPORT = re.compile(r"(?:报告期|期|年)末")
_REPORT_PERIOD = re.compile(r"报告期|报告期内|期末")


def figure_period(
    document: SourceText,
    resolver: PeriodResolver,
    quantities: list[PrintedQuantity],
    index: int,
    form: FigureForm,
) -> str:
    """Return the period of a figure; empty where its words do not determine one."""
    item = quantities[index]
    if (cell := table_cell(document, item.start)) and cell.period:
        return cell.period
    if based := _of_base(document, resolver, item):
        return based
    mentions = resolver.before(item.start)
    if ahead := resolver.span_ahead(item.start, is_level=form in ("level", "share")):
        return ahead
    if back := resolver.span_back(item.start):
        return back
    if not mentions:
        return ""
    rank, count = place_in_list(document.text, quantities, index)
    mention = mentions[-1]
    if form == "cagr" or (form == "growth" and _is_over_years(document, item)):
        return _interval(resolver.preceding(quantities[index - rank].start), rank, count)
    if listed := resolver.listed(quantities[index - rank].start, rank, count):
        return listed.period
    if year := mention.year_at(rank, count):
        return year
    if resolver.is_carried(item.start) and _is_start_of_change(document, item):
        return period_text(mention.first - 100, mention.last - 100)
    if _rose_since(document, quantities, index, mention):
        later = [one for one in mentions[:-1] if one.first > mention.last]
        return later[-1].period if later else resolver.now()
    if form == "change" and (bases := resolver.bases(item.start)):
        return period_text(bases[-1].first, mention.last)
    if form == "change" and len(mentions) > 1 and not mentions[-2].last >= mention.first:
        return period_text(mentions[-2].first, mention.last)
    if mention.spans_years and (end := _end_of_range(document, item, form)):
        return str((mention.first if end == "first" else mention.last) // 100)
    if mention.is_report and _END_OF_REPORT.search(
        document.text, document.sentence(item.start).start, item.start
    ):
        return period_text(mention.last, mention.last)
    if mention.now:
        if _REPORT_PERIOD.search(document.text, document.sentence(item.start).start, item.start):
            return ""  # of the report, whose period nobody names
        return _period_of_report(document, mentions, item) or mention.period
    if form in ("level", "share") and _is_stock(document, item, mention):
        return period_text(mention.last, mention.last)
    return mention.period


def _is_start_of_change(document: SourceText, item: PrintedQuantity) -> bool:
    """Return whether a figure is the earlier one of 由32.3%微降至31.7%."""
    start = document.clause_start(item.start)
    return bool(
        re.search(r"[从由](?:约|近|超过?)?\s*$", document.text[start : item.start])
        and _CHANGES_TO.match(document.text, item.end)
    )


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
    sentence = document.text[slice(*document.sentence(item.start))]
    if not any(map(is_chinese, sentence)):
        return False  # in English the verb tells: carried 300 tonnes in the first half of 2025
    counted = item.unit in ("人", "名", "位", "家", "个", "SKU", "%", "")
    return counted and not _FLOW.search(
        document.text, document.clause_start(item.start), item.start
    )


def _of_base(document: SourceText, resolver: PeriodResolver, item: PrintedQuantity) -> str:
    """Return the period that a figure is compared with and that stands right before it."""
    for base in resolver.bases(item.start)[-1:]:
        if base.first >= _EARLIEST and _OF_BASE.fullmatch(document.text, base.end, item.start):
            return base.period
    return ""


def _rose_since(
    document: SourceText, quantities: list[PrintedQuantity], index: int, mention: ResolvedMention
) -> bool:
    """Return whether a figure is the present one of 从去年的4000人降至3000人."""
    if not index or mention.now or mention.spans_years:
        return False
    text, before = document.text, quantities[index - 1]
    start = document.sentence(before.start).start
    base = _AFTER_BASE.search(text, start, before.start)
    return bool(
        base
        and base.start("base") <= mention.start < base.end("base")
        and before.start < quantities[index].start <= before.end + 8
        and _ROSE_TO.search(text, before.end, quantities[index].start)
    )
