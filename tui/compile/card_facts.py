"""The rows below the chart of a figure on the overview: the change, other figures, what is not
known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal

from tui.compile.chart_periods import missing_figures, years_between, years_of
from tui.compile.chart_series import comparable
from tui.compile.facts.fact_text import rate_in_words
from tui.compile.facts.figure_answers import latest
from tui.compile.page_builder import PageBuilder
from tui.document import CardRow, Span
from tui.document.link_target import record_target
from tui.model import Observation, Statistic
from tui.model.briefing import FigureBeside, FigureCard
from tui.model.gap import MissingFigure
from tui.text.language import Wording
from tui.text.number_format import without_counted
from tui.text.period_change import DatedValue, newest_change
from tui.text.periods import format_period, parse_period, sort_key
from tui.text.units import UNITS

_PERCENT = re.compile(r"^-?\d+(\.\d+)?$")
_SIGNS = (("up ", "+"), ("down ", "−"))
"""Of a change on a card, in place of English words, for which it is too narrow."""
_AGAINST = Wording("较{start}", "vs {start}")
_EARLIER_AGAINST = Wording("{end}较{start}", "{end} vs {start}")
_YEARS = Wording("{start}—{end}年", "{start}–{end}")
_COMPUTED = Wording(" 计算", " calc.")
_NO_FIGURE = Wording("缺{period}数据", "no figure for {period}")
_NOTHING_LATER = Wording("此后无数据", "no later figure")
_NOTHING_EARLIER = Wording("此前无数据", "no earlier figure")
_NOTHING_ELSE = (Wording("此前、", "none earlier "), Wording("此后均无数据", "or later"))
"""Both of these on one line."""
_NO_LATER = Wording("{period}以后无数据", "no figure after {period}")
_NO_EARLIER = Wording("{period}以前无数据", "no figure before {period}")


def bare(amount: str, entry: Statistic) -> str:
    """Return an English amount without what is counted: the title of the card says it."""
    noun = entry.english_noun
    return amount.removesuffix(f" {noun}") if noun else amount


def card_facts(
    page: PageBuilder, entry: Statistic, declared: FigureCard, newest: str
) -> tuple[CardRow, ...]:
    """Return the rows. ``newest``: the period of the figure of the card."""
    beside = (row for each in declared.beside if (row := _beside(page, each)))
    charted = set(years_between(comparable(entry)[0]))
    return (*_change(page, entry, newest), *beside, *_unknown(page, entry, charted))


def _change(page: PageBuilder, entry: Statistic, newest: str) -> Iterator[CardRow]:
    """Yield the latest change: as a source states it, or else computed from two values of it."""
    stated = _stated_change(page, entry)
    computed = _computed_change(page, entry)
    if not (stated or computed):
        return
    end, start, spans = max(filter(None, (stated, computed)), key=lambda each: sort_key(each[0]))
    if end == newest:
        when = _AGAINST.format(start=_words(page, start))
    elif end.isdecimal() and start.isdecimal():
        when = _YEARS.format(start=start, end=end)
    else:
        when = _EARLIER_AGAINST.format(start=_words(page, start), end=_words(page, end))
    first, *rest = spans
    for word, sign in _SIGNS if page.language == "en" else ():
        first = first._replace(text=first.text.replace(word, sign))
    yield CardRow(page.of(when), (first, *rest))


def _words(page: PageBuilder, period: str) -> str:
    return format_period(period, page.language)


_Change = tuple[str, str, tuple[Span, ...]]
"""The later and the earlier period, and the change in words."""


def _stated_change(page: PageBuilder, entry: Statistic) -> _Change | None:
    changes: list[_Change] = []
    for rate in entry.rates:
        ends = [_own_period(each, entry) for each in (rate.end, rate.start)]
        if rate.type in ("growth", "change") and all(ends) and not rate.disputed:
            text = bare(page.of(rate_in_words(rate, entry)), entry)
            changes.append((ends[0], ends[1], (Span(text, "figure"),)))
    return max(changes, key=lambda each: sort_key(each[0]), default=None)


def _own_period(reference: str | None, entry: Statistic) -> str:
    """Return the period of a value of this statistic to which a rate refers."""
    base, _, rest = (reference or "").partition("@")
    return rest.partition(":")[0] if base == entry.id else ""


def _computed_change(page: PageBuilder, entry: Statistic) -> _Change | None:
    values = [_dated(item) for item in entry.observations if _is_exact(item)]
    change = newest_change(values)
    if change is None:
        return None
    spans = (Span(page.of(change.words), "figure"), Span(page.of(_COMPUTED), "muted"))
    return change.end.key, change.start.key, spans


def _is_exact(item: Observation) -> bool:
    usable = item.period and item.status == "reported" and item.rank != "deprecated"
    return bool(usable and not item.comparator and item.upper is None and item.unit != "%")


def _dated(item: Observation) -> DatedValue:
    unit = UNITS[item.unit]
    first, last = (year * 100 + month for year, month in parse_period(item.period or ""))
    value = item.value.scaleb(unit.scale)
    return DatedValue(first, last, value, unit.base, item.citations[0].source, item.period or "")


def _beside(page: PageBuilder, declared: FigureBeside) -> CardRow | None:
    entry = page.catalogue.entry(declared.figure)
    newest = latest(entry) if isinstance(entry, Statistic) else None
    if not isinstance(entry, Statistic) or newest is None:
        return None
    title = page.of(declared.title or entry.title)
    period = _words(page, newest.period) if newest.period else ""
    amount = without_counted(bare(page.of(newest.amount), entry), title)
    spans = (Span(amount, "figure"),)
    is_share = newest.unit == "%" and _PERCENT.match(newest.value)
    share = float(Decimal(newest.value)) if is_share else -1.0
    return CardRow(title, spans, period, record_target(entry.id), share)


def _unknown(page: PageBuilder, entry: Statistic, charted: Set[int]) -> Iterator[CardRow]:
    """Yield the periods for which the sources have no figure: first those between others.
    ``charted``: years that the chart marks as such."""
    missing = [
        (gap, figure)
        for gap, figure in missing_figures(page.catalogue.content.records, entry.id)
        if figure.period or figure.after or figure.before
    ]
    missing.sort(key=lambda pair: (pair[1].period is None, pair[1].after is None))
    rows = []
    for gap, figure in missing:
        words = _missing(page, entry, figure)
        is_charted = bool(figure.period) and years_of([figure.period or ""]) <= charted
        row = CardRow("?", (Span(words),), "", record_target(gap.id), charted=is_charted)
        rows.append(row)
    texts = [row.spans[0].text for row in rows]
    ends = [page.of(words) for words in (_NOTHING_EARLIER, _NOTHING_LATER)]
    if all(end in texts for end in ends):
        targets = [rows[texts.index(end)].target for end in ends]
        spans = tuple(
            Span(page.of(words), target=target)
            for words, target in zip(_NOTHING_ELSE, targets, strict=True)
        )
        rows = [row for row, text in zip(rows, texts, strict=True) if text not in ends]
        rows.append(CardRow("?", spans, "", targets[-1]))
    yield from rows


def _missing(page: PageBuilder, entry: Statistic, figure: MissingFigure) -> str:
    """Return what is missing; briefly where the figures of the card end or begin with it."""
    dated = [
        parse_period(item.period)
        for item in entry.observations
        if item.period and item.status != "forecast"
    ]
    if figure.after and all(each.last <= parse_period(figure.after).last for each in dated):
        return page.of(_NOTHING_LATER)
    if figure.before and all(each.first >= parse_period(figure.before).first for each in dated):
        return page.of(_NOTHING_EARLIER)
    for period, words in (
        (figure.period, _NO_FIGURE), (figure.after, _NO_LATER), (figure.before, _NO_EARLIER)
    ):  # fmt: skip
        if period:
            return page.of(words.format(period=_words(page, period)))
    return ""
