"""The cards of the overview: the figures that briefing.toml names, and a list of each kind of
record that has a place there (``RecordKind.overview_title``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tui.compile.catalogue import Catalogue, PageSubject
from tui.compile.chart_series import comparable_series
from tui.compile.facts.fact_text import observation_text
from tui.compile.facts.figure_answers import latest
from tui.compile.kinds.base import RecordKind, SectionKind
from tui.compile.page_builder import PageBuilder
from tui.document import Card, CardRow, Cards, Span, Spans
from tui.document.link_target import OVERVIEW, record_target, section_target
from tui.document.shared_labels import DISPUTED, STATUS_WORDS
from tui.model import Statistic
from tui.model.briefing import FigureCard
from tui.text.language import Language, Wording
from tui.text.periods import format_period, sort_key

_KEY_FIGURES = Wording("关键数字", "Key figures")
_TAKEAWAYS = Wording("要点", "Key takeaways")
_CONTENTS = Wording("内容", "Contents")
_FIGURES = 5
"""Figures, where briefing.toml names none."""
_ROWS = 24
"""Rows of a list: as many as the largest screen shows."""
_VALUES = 4
_PERCENT = re.compile(r"^-?\d+(\.\d+)?$")


def overview_cards(
    catalogue: Catalogue, sections: Sequence[tuple[SectionKind, int]], language: Language
) -> Cards:
    """Return the dashboard in one language. ``sections``: each with the number of its records."""
    page = PageBuilder(catalogue, language)
    first = next((kind.section for kind, count in sections if count), "")
    lists = [_takeaways(page, section_target(first))]
    kinds = [(kind, count) for kind, count in sections if isinstance(kind, RecordKind)]
    chosen = sorted((pair for pair in kinds if pair[0].overview_title), key=_place)
    lists += [_list(page, kind, count) for kind, count in chosen if count]
    lists.append(_contents(page, sections))
    figures = tuple(card for each in _figures(catalogue) if (card := _figure(page, each)))
    return Cards(figures, tuple(lists), page.of(_KEY_FIGURES))


def _place(pair: tuple[RecordKind[PageSubject], int]) -> int:
    return pair[0].overview_place


def _figures(catalogue: Catalogue) -> Sequence[FigureCard]:
    if catalogue.content.briefing.cards:
        return catalogue.content.briefing.cards
    statistics = [each for each in catalogue.content.records if isinstance(each, Statistic)]
    return [FigureCard(figure=each.id) for each in statistics[:_FIGURES]]


def _figure(page: PageBuilder, declared: FigureCard) -> Card | None:
    entry = page.catalogue.entry(declared.figure)
    newest = latest(entry) if isinstance(entry, Statistic) else None
    if not isinstance(entry, Statistic) or newest is None:
        return None
    rows = list(_earlier(page, entry))
    share = -1.0
    if declared.beside and (beside := _beside(page, declared)):
        row, share = beside
        rows.append(row)
    disputed = page.catalogue.disagreement(entry.id)
    series = comparable_series(page, entry)
    foot = [page.of(STATUS_WORDS[newest.status])]
    if newest.citations:
        foot.append(page.of(page.catalogue.title(newest.citations[0].source)))
    rival = next((side for side in newest.others if side.figure), None)
    remark = ""
    if rival and rival.figure:
        amount = _bare(page.of(_amount(rival.text)), entry)
        remark = f"{amount} {page.of(STATUS_WORDS[rival.figure.status])}"
    return Card(
        page.of(declared.title or entry.title),
        record_target(entry.id),
        f"! {page.of(DISPUTED)}" if disputed else "",
        _bare(page.of(newest.amount), entry),
        format_period(newest.period, page.language) if newest.period else "",
        newest.status,
        " · ".join(foot),
        tuple(rows),
        series,
        remark,
        share,
    )


def _bare(amount: str, entry: Statistic) -> str:
    """Return an English amount without what is counted: the title of the card says it."""
    noun = entry.english_noun
    return amount.removesuffix(f" {noun}") if noun else amount


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
    for item in used[-_VALUES:]:
        value = _bare(page.of(observation_text(item, entry)), entry)
        role = "figure" if item.status == "reported" else item.status
        mark = "" if item.status == "reported" else f" {page.of(STATUS_WORDS[item.status])}"
        period = format_period(item.period or "", page.language)
        yield CardRow(period, (Span(f"{value}{mark}", role),))


def _beside(page: PageBuilder, declared: FigureCard) -> tuple[CardRow, float] | None:
    entry = page.catalogue.entry(declared.beside or "")
    newest = latest(entry) if isinstance(entry, Statistic) else None
    if not isinstance(entry, Statistic) or newest is None:
        return None
    title = page.of(declared.beside_title or entry.title)
    period = format_period(newest.period, page.language) if newest.period else ""
    spans = (Span(_bare(page.of(newest.amount), entry), "figure"),)
    is_share = newest.unit == "%" and _PERCENT.match(newest.value)
    share = float(Decimal(newest.value)) if is_share else -1.0
    return CardRow(title, spans, period, record_target(entry.id)), share


def _takeaways(page: PageBuilder, target: str) -> Card:
    lines = page.catalogue.content.briefing.lines
    rows = tuple(
        CardRow(str(number), _unlinked(page, line.text.of(page.language)), "",
                record_target(line.leads_to))
        for number, line in enumerate(lines, start=1)
    )  # fmt: skip
    return Card(page.of(_TAKEAWAYS), target, str(len(rows)), rows=rows, sentences=True)


def _unlinked(page: PageBuilder, text: str) -> Spans:
    return tuple(span._replace(target="") for span in page.labeled_spans(text))


def _list(page: PageBuilder, kind: RecordKind[PageSubject], count: int) -> Card:
    catalogue = page.catalogue
    entries = [each for each in catalogue.entries() if each.record_kind == kind.id]
    if kind.overview_newest_first:
        entries.sort(key=kind.date, reverse=True)
    rows = []
    entries.sort(key=lambda entry: kind.overview_rank(entry, catalogue))
    for entry in entries[:_ROWS]:
        lead, tail = kind.overview_row(entry, catalogue, page.language)
        title = catalogue.short_title(entry.id)
        rows.append(CardRow(lead, (Span(page.of(title)),), tail, record_target(entry.id)))
    title = kind.overview_title or kind.title
    return Card(page.of(title), section_target(kind.section), str(count), rows=tuple(rows))


def _contents(page: PageBuilder, sections: Sequence[tuple[SectionKind, int]]) -> Card:
    rows = tuple(
        CardRow("", (Span(page.of(section.title)),), str(count), section_target(section.section))
        for section, count in sections
        if count
    )
    return Card(page.of(_CONTENTS), section_target(OVERVIEW), "", rows=rows)
