"""Find the figures of a document: value, unit, period, status and form of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.check.coverage import is_count, non_figure_spans
from tui.edit import figure_wording
from tui.edit.declared_units import declared_unit
from tui.edit.english_names import name_pattern
from tui.edit.figure_lists import place_in_list, start_of_range
from tui.edit.figure_origin import OriginFinder
from tui.edit.figure_period import figure_period
from tui.edit.figure_unit import figure_unit
from tui.edit.figure_wording import FigureForm
from tui.edit.period_resolver import PeriodResolver
from tui.edit.source_text import SourceText
from tui.edit.table_cells import with_table_unit
from tui.text.direction_words import direction_of, mentions_loss
from tui.text.number_parser import find_numbers
from tui.text.periods import parse_period
from tui.text.printed_quantity import PrintedQuantity, find_quantities
from tui.text.units import UNITS

_NOT_COUNTED = re.compile(
    r"!?\[[^\]]*\]\([^)]*\)|https?://\S+"
    r"|(?<![\d.])\d{3,4}-\d{3,4}-?\d{4}(?!\d)"  # telephone numbers
    r"|(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)"  # times of day
    r"|[（(]\s?(?:[A-Z]{2,6}\s?[:：]\s?)?\d{4,6}(?:\.[A-Z]{2})?\s?[）)]"  # codes of shares
    r"|(?<![\d.,])0\d+(?![\d.,])"
    r"|每\s?(?:\d+|[两十百千万]+)|[一二三]级(?!市场)"
    r"|第\s?(?:\d+|[一二三四五六七八九十百]+)"  # ordinals
    r"|(?:\d+|[一二三四五六七八九十]+)(?:\s?[-—–~～至到]\s?\d+)?周?岁"  # ages
    r"|(?:近|过去|最近|未来)的?(?:\d+|[一二两三四五六七八九十]+)个?[年月天](?:来|内|间|里)?"
    r"|(?<!\d)\d{1,2}\.\d(?:\s?[-—–~～]\s?\d{1,2}\.\d)?(?=阶段|时代|版本?)|\d\.0(?![\d%％万亿个倍])"
    r"|[A-Za-z]+[-－]?\d[\d.]*|\d+\s?天\s?\d+\s?小时"
    r"|(?:两|[一二三四五六七八九十]+|\d+)年(?=前|来|后|间|内)"
    r"|(?:评论|浏览|收藏|点赞|阅读|转发)量?\s?[:：]?\s?\d[\d.,]*\s?[万千wk]?\+?(?![\d人元家次])"
    r"|\d+\s?(?:分钟前?|(?:评论|浏览|收藏|点赞|阅读|转发|views|comments|collects|likes)(?![率量]))"
    r"|(?:已?(?:收藏|赞|点赞|阅读|评论)[量数]?)\s?[:：]?\d+"
    r"|[两一二三四五六七八九十]大(?=[^学约概量小型于众厅堂夫军]{2})|[两三]座大山|连续(?:[两二三四五六七八九十]|\d)+年"
    r"|前(?:\d{1,2}|[二两三四五六七八九十])个?(?:季度|月)"
    r"|[两三四]位数|止[三六九]个月|两家(?:机构|公司|企业|平台|巨头)"
    r"|[十百千]倍于|[两二三四五六七八九十]年(?=多|亏|[连累]|间)"
    r"|[一二三两]\s?[者方种类是家个点大](?:面|是|巨头)?(?=[，、：,:]|之|以上)"
)
_LARGE_IN_WORDS = re.compile(r"(?:破|超|达|逾|近|约|过|到|至)[百千]?[万亿]+|[百千]?亿级?")
_UNIT_LABEL = re.compile(
    r"(?:hundred|thousand|million|billion|trillion)s?"
    r"|(?:(?<=[（(：:|])|(?<=人民币)|(?<=[|] ))[百千万亿]+[元人家]?",
    re.IGNORECASE,
)
_MASK = "□"
_YEAR = re.compile(r"(?:19|20)\d\d")


class FigureCandidate(NamedTuple):
    """A figure in ``text[start:end]``. ``value``: in ``unit``, a unit of the registry with the
    printed power, or empty if none can be told; ``period``: empty if none can be told;
    ``unit_is_guessed``: the document prints none; ``rank``, ``list_size``: its place in a list;
    ``carried``: the period is that of a sentence before."""

    start: int
    end: int
    value: Decimal
    unit: str
    comparator: str
    period: str
    status: str
    form: FigureForm
    via: str
    unit_is_guessed: bool = False
    rank: int = 0
    list_size: int = 1
    carried: bool = False


def find_figures(
    document: SourceText,
    units: Sequence[str] = (),
    document_numbers: Sequence[str] = (),
    names: Sequence[str] = (),
) -> Iterator[FigureCandidate]:
    """Yield the figures of a document, in order. ``units``, ``document_numbers``: those that the
    briefing declares; ``names``: of companies and sources, whose digits and nouns do not count."""
    text = document.text
    excluded = non_figure_spans(text, document_numbers) + [
        match.span() for match in _NOT_COUNTED.finditer(text)
    ]
    masked = text
    for name in sorted(names, key=len, reverse=True):
        masked = name_pattern(name).sub(_MASK * len(name), masked)
    excluded += [match.span() for match in re.finditer(f"{_MASK}+", masked)]
    counted = {number.start for number in find_numbers(text) if is_count(number, text)}
    quantities = [
        item
        for item in (with_table_unit(document, one) for one in find_quantities(text))
        if not _UNIT_LABEL.fullmatch(text, item.start, item.end)
        and (item.start in counted or _is_large_in_words(text, item))
        and not (item.bare and _YEAR.fullmatch(text, item.start, item.end))
        and not any(start <= item.start < end for start, end in excluded)
    ]
    resolver = PeriodResolver(document)
    origins = OriginFinder(document, names)
    for index, item in enumerate(quantities):
        unit = declared_unit(text, item, units) if not item.unit else ""
        yield _candidate(document, resolver, origins, quantities, index, unit, masked)


def _is_large_in_words(text: str, item: PrintedQuantity) -> bool:
    if not item.in_words or item.value < 10**6 or not text[item.start : item.end].strip():
        return False
    return bool(_LARGE_IN_WORDS.match(text, item.start - 1) or item.unit)


def _candidate(
    document: SourceText,
    resolver: PeriodResolver,
    origins: OriginFinder,
    quantities: list[PrintedQuantity],
    index: int,
    declared: str,
    masked: str,
) -> FigureCandidate:
    item = quantities[index]
    text, sentence = document.text, document.sentence(item.start)
    place = place_in_list(text, quantities, index)
    clause = document.clause_start(item.start)
    unit, is_guessed = figure_unit(document, quantities, index, declared, masked)
    form = figure_wording.form(
        text, clause, sentence.start, start_of_range(text, quantities, index), unit
    )
    if form == "growth_change" and unit == "%":
        unit = "百分点"
    period = figure_period(document, resolver, quantities, index, form)
    status = figure_wording.status(text, sentence.start, item.start, item.end)
    if period and _first_month(period) > _month_of(document.date or document.not_before):
        status = "forecast"
    value = item.value.scaleb(-UNITS[unit].scale) if unit else item.value
    if _is_negative(text, quantities[index - place.rank], form, unit):
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
        origins.of(item.start),
        is_guessed,
        *place,
        resolver.is_carried(item.start),
    )


def _is_negative(text: str, item: PrintedQuantity, form: FigureForm, unit: str) -> bool:
    if item.minus:
        return True
    if form in ("growth", "cagr", "change", "growth_change"):
        return direction_of(text, item.start, item.end) < 0
    return form == "level" and unit.endswith("元") and mentions_loss(text, item.start)


def _first_month(period: str) -> int:
    first = parse_period(period).first
    return first[0] * 100 + first[1]


def _month_of(date: str) -> int:
    return int(date[:4] or 9999) * 100 + int(date[5:7] or 12)  # without a date, nothing is later
