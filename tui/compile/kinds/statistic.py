"""Statistics of the industry: one measure, one scope, all its observations."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.chart_series import sparkline
from tui.compile.facts.facets import region
from tui.compile.facts.figure_answers import latest
from tui.compile.kinds.base import Column, FacetValue, RecordKind, SqlRow
from tui.compile.measure_blocks import add_figures, add_rates
from tui.compile.page_builder import PageBuilder
from tui.compile.summary_paragraphs import add_summary
from tui.document import Span, shared_labels
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Statistic
from tui.text.language import Language, Wording
from tui.text.number_format import without_counted
from tui.text.periods import list_period

_SIMILAR = Wording("易混指标", "Similar measures, different definitions")


class StatisticKind(RecordKind[Statistic]):
    """A measure of the industry with its observations and rates."""

    entry_type = Statistic
    id = Statistic.record_kind
    order = Statistic.order
    label = Wording("统计指标", "Statistic")
    section = "statistics"
    title = Wording("统计", "Statistics")
    tab = Wording("统计", "Stats")
    columns = (
        Column("name", Wording("指标", "Measure")),
        Column("value", Wording("最新值", "Latest value"), "right"),
        Column("date", shared_labels.PERIOD, "period"),
        Column("status", shared_labels.STATUS),
        Column("trend", Wording("走势", "Trend"), "spark"),
    )
    words = ("statistics", "stats", "figures", "统计", "统计数据", "指标")
    search_weight = 0.05
    questions = ("amount", "uncounted", "money", "count", "rate", "share", "forecast", "latest")
    titles_are_names = True
    comparable = True
    sql = """
-- Measures of the industry, each with what it counts.
CREATE VIEW statistics AS
    SELECT m.id, m.title_zh, m.title_en, m.unit, m.scope_zh, m.scope_en, m.area_zh, m.area_en,
           m.denominator_zh, m.denominator_en, r.disputed
    FROM measures m JOIN records r USING (id)
    WHERE r.kind = 'statistic' ORDER BY r.position;
"""

    def cells(self, entry: Statistic, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
        """Return short title, latest value, its period and status, and the trend."""
        newest = latest(entry)
        title = (entry.short or entry.title).of(language)
        if newest is None:
            return (title, "", "", "", "")
        period = list_period(newest.period, language) if newest.period else ""
        status = STATUS_WORDS[newest.status].of(language)
        if catalogue.disagreement(entry.id):
            status += f" {shared_labels.DISPUTED.of(language)}"
        amount = without_counted(newest.amount.of(language), title)
        return (title, amount, period, status, sparkline(entry))

    def date(self, entry: Statistic) -> str:
        """Return the period of the latest value."""
        newest = latest(entry)
        return newest.period if newest else ""

    def facets(
        self,
        entry: Statistic,
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[FacetValue]:
        """Yield the area as the region."""
        yield from region(entry.area)

    def build_page(self, page: PageBuilder, entry: Statistic) -> None:
        """Add headline figure, summary, chart and table; notes, scope, rates, similar measures and
        related records."""
        page.headline(latest(entry))
        add_summary(page, entry.summary, entry.citations)
        page.heading(shared_labels.FIGURES)
        add_figures(page, entry, entry.id)
        page.notes(entry.notes)
        page.heading(shared_labels.SCOPE)
        page.paragraph(page.of(entry.scope))
        page.fields(
            [(shared_labels.AREA, entry.area), (shared_labels.DENOMINATOR, entry.denominator)]
        )
        add_rates(page, entry, entry.rates, 1)
        if entry.compare_with:
            page.heading(_SIMILAR)
            for comparison in entry.compare_with:
                stop = "：" if page.language == "zh" else ": "
                why = page.spans(page.of(comparison.why))
                page.paragraph((page.link(comparison.id), Span(stop), *why), bullet="-")
        page.neighbors(entry)

    def sql_rows(self, entry: Statistic, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield the rows of ``compare_with``."""
        for comparison in entry.compare_with:
            yield "compare_with", (entry.id, comparison.id, *catalogue.filled(comparison.why))
