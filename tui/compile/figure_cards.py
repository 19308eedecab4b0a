"""The cards of the overview that show a figure: its course as a chart, and what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tui.compile.card_facts import bare, card_facts
from tui.compile.chart_legend import ONLY
from tui.compile.chart_series import are_alike, chart_of, comparable, size
from tui.compile.facts.answer import Answer
from tui.compile.facts.fact_text import observation_text
from tui.compile.facts.figure_answers import latest
from tui.compile.page_builder import PageBuilder
from tui.document import Card, CardRow, Point, Span
from tui.document.gloss import in_quotation_marks, quoted_gloss
from tui.document.link_target import record_target
from tui.document.shared_labels import DISPUTED, SCOPE, STATUS_WORDS, with_colon
from tui.model import Observation, Statistic
from tui.model.briefing import FigureCard
from tui.text.language import Wording
from tui.text.number_format import format_quantity
from tui.text.periods import format_period, sort_key

_VALUES = 4
_MIN_COLUMNS = 2
_HUNDRED = Decimal(100)
_LONGEST = 7
"""Characters of a number above a column; a longer one is rounded."""
_NUMBER = re.compile(r"\d[\d,]*(\.\d+)?")


def figure_card(page: PageBuilder, declared: FigureCard) -> Card | None:
    """Return the card of a figure; None if the statistic has no observation."""
    entry = page.catalogue.entry(declared.figure)
    newest = latest(entry) if isinstance(entry, Statistic) else None
    if not isinstance(entry, Statistic) or newest is None:
        return None
    disputed = page.catalogue.disagreement(entry.id)
    rival = next((side for side in newest.others if side.figure), None)
    remark = ""
    if rival and rival.figure:
        amount = bare(page.of(_amount(rival.text)), entry)
        remark = f"{amount} {page.of(STATUS_WORDS[rival.figure.status])}"
    card = Card(
        page.of(declared.title or entry.short or entry.title),
        record_target(entry.id),
        f"! {page.of(DISPUTED)}" if disputed else "",
        bare(page.of(newest.amount), entry),
        format_period(newest.period, page.language) if newest.period else "",
        newest.status,
        page.of(newest.status_words),
        tuple(_earlier(page, entry)),
        remark=remark,
        facts=card_facts(page, entry, declared, newest.period),
        notes=tuple(_notes(page, entry, newest)),
    )
    card, shown = _with_chart(page, entry, card)
    cited = [*newest.citations[:1], *(each for item in shown for each in item.citations[:1])]
    sources = dict.fromkeys(page.of(page.catalogue.title(each.source)) for each in cited)
    return card._replace(foot=" · ".join((card.foot, *sources)))


def _notes(page: PageBuilder, entry: Statistic, newest: Answer) -> Iterator[str]:
    """Yield the quoted words of the figure, and the scope of the statistic."""
    for citation in newest.citations[:1]:
        gloss = quoted_gloss(citation.gloss or "") if page.language == "en" else ""
        yield f"{in_quotation_marks(citation.exact)}{gloss}"
    if entry.scope:
        yield f"{with_colon(page.of(SCOPE))}{page.of(entry.scope)}"


def _amount(text: Wording) -> Wording:
    """Return the value of a figure in words (``2022: CNY 5 billion (forecast)``)."""
    zh = text.zh.partition("：")[2].rpartition("（")[0]
    en = text.en.partition(": ")[2].rpartition(" (")[0]
    return Wording(zh or text.zh, en or text.en)


def _earlier(page: PageBuilder, entry: Statistic) -> Iterator[CardRow]:
    """Yield the dated values that are used, oldest first; only where there are several."""
    used = [item for item in entry.observations if item.period and item.rank != "deprecated"]
    used.sort(key=lambda item: sort_key(item.period))
    if len(used) < 2:
        return
    used = used[-_VALUES:]
    largest = max(map(size, used))
    is_one_scale = min(map(size, used)) >= 0 < largest and len({each.unit for each in used}) == 1
    is_one_scale = is_one_scale and not are_alike(used)  # bars of one length say nothing
    for item in used:
        value = bare(page.of(observation_text(item, entry)), entry)
        role = "figure" if item.status == "reported" else item.status
        spans = [Span(value, role)]
        if item.status != "reported":
            spans.append(Span(f" {page.of(STATUS_WORDS[item.status])}", role))
        period = format_period(item.period or "", page.language)
        share = float(size(item) / largest * _HUNDRED) if is_one_scale else -1.0
        yield CardRow(period, tuple(spans), share=share)


def _with_chart(
    page: PageBuilder, entry: Statistic, card: Card
) -> tuple[Card, Sequence[Observation]]:
    """Return the card with a chart, where at least two values can be compared and are not
    nearly equal, and the values in it."""
    observations, later = comparable(entry)
    if len({item.period for item in observations}) < _MIN_COLUMNS:
        return card, ()
    if are_alike((*observations, *later)):
        return card, ()
    largest = max((*observations, *later), key=size)
    noun = entry.english_noun
    words = bare(format_quantity(largest.value, largest.unit, page.language, noun=noun), entry)
    number = _NUMBER.search(words)
    if number is None or not size(largest):
        return card, ()
    factor = Decimal(number[0].replace(",", "")) / size(largest)
    unit = " ".join(filter(None, (part.strip() for part in _NUMBER.split(words, 1)[::2])))
    series = chart_of(page, entry, observations, later)
    apart = tuple(
        point._replace(period=page.of(ONLY.format(period=_brief_period(item.period or ""))))
        for point, item in zip(_labeled(series.apart, later, factor), later, strict=True)
    )
    points = _labeled(series.points, observations, factor)
    series = series._replace(unit=unit, points=points, apart=apart)
    return card._replace(series=series), (*observations, *later)


def _brief_period(period: str) -> Wording:
    """Return a period in few cells: a Chinese quarter as ``2024年Q1``."""
    year, _, part = period.partition("-")
    zh = f"{year}年{part}" if part[:1] in ("H", "Q") else format_period(period, "zh")
    return Wording(zh, format_period(period, "en"))


def _labeled(
    points: tuple[Point, ...], observations: Sequence[Observation], factor: Decimal
) -> tuple[Point, ...]:
    """Return the columns with their numbers in the unit of the largest, rounded where they are
    long."""
    pairs = zip(points, observations, strict=True)
    return tuple(point._replace(short=_number(item, factor)) for point, item in pairs)


def _number(item: Observation, factor: Decimal) -> str:
    number = (size(item) * factor).normalize()
    text = f"{number:,f}"
    if len(text) > _LONGEST:
        places = 0 if abs(number) >= _HUNDRED else 1 if abs(number) >= 1 else 2
        text = f"{number:,.{places}f}"
    return (item.comparator or "")[:1] + text
