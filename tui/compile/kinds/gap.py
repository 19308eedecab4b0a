"""Questions that the sources leave open."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.kinds.base import Column, FacetValue, RecordKind, SqlRow
from tui.compile.page_builder import PageBuilder
from tui.document import Span
from tui.model import Gap
from tui.text.language import Language, Wording

_REASONS = {
    "lost_picture": Wording("图表缺失", "Chart missing"),
    "missing_period": Wording("缺年份", "Missing period"),
    "missing_scope": Wording("缺口径", "Missing scope"),
    "missing_source": Wording("缺出处", "Missing source"),
    "not_covered": Wording("未涉及", "Not covered"),
}
_REASON = Wording("原因", "Reason")
_WHAT_THERE_IS = Wording("资料中的相关内容", "What the sources say")
_LOOKED_IN = Wording("已查来源", "Sources checked")


class GapKind(RecordKind[Gap]):
    """A question, why it has no answer, and what the sources say instead."""

    entry_type = Gap
    id = Gap.record_kind
    order = Gap.order
    label = Wording("数据缺口", "Data gap")
    section = "gaps"
    title = Wording("数据缺口", "Data gaps")
    columns = (
        Column("name", Wording("问题", "Question")),
        Column("reason", _REASON),
    )
    words = ("gaps", "data gaps", "unknowns", "数据缺口", "缺口", "空白")
    search_weight = 0.06
    questions = ("unknown",)
    overview_title = Wording("数据缺口", "Data gaps")
    overview_place = 3
    sql = """
-- Questions that the sources leave open. reason: lost_picture, missing_period, missing_scope,
-- missing_source or not_covered; finding: what the sources say instead. The figures that would
-- close a gap are in missing_figures.
CREATE TABLE gaps (
    id          TEXT PRIMARY KEY REFERENCES entries (id),
    question_zh TEXT NOT NULL,
    question_en TEXT NOT NULL,
    reason      TEXT NOT NULL,
    reason_zh   TEXT NOT NULL,
    reason_en   TEXT NOT NULL,
    finding_zh  TEXT NOT NULL,
    finding_en  TEXT NOT NULL
);
"""

    def cells(self, entry: Gap, catalogue: Catalogue, language: Language) -> tuple[str, ...]:  # noqa: ARG002
        """Return short question and reason."""
        return ((entry.short or entry.question).of(language), _REASONS[entry.kind].of(language))

    def overview_rank(self, entry: Gap, catalogue: Catalogue) -> int:
        """Put what is missing of the figures of the overview first, then of others."""
        shown = {card.figure for card in catalogue.content.briefing.cards}
        missing = {figure.measure for figure in entry.missing}
        return 0 if missing & shown else 1 if missing else 2

    def overview_row(
        self,
        entry: Gap,
        catalogue: Catalogue,  # noqa: ARG002
        language: Language,
    ) -> tuple[str, str]:
        """Return a question mark, and the reason unless the question itself names the period."""
        return "?", "" if entry.kind == "missing_period" else _REASONS[entry.kind].of(language)

    def summary(self, entry: Gap, catalogue: Catalogue) -> Wording:
        """Return what the sources say instead."""
        return catalogue.filled(entry.finding)

    def sql_rows(self, entry: Gap, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield the row of ``gaps`` and the figures that would close the gap."""
        reason, finding = _REASONS[entry.kind], catalogue.filled(entry.finding)
        yield "gaps", (entry.id, *entry.question.wording(), entry.kind, *reason, *finding)
        for figure in entry.missing:
            yield "missing_figures", (entry.id, figure.measure, *figure.months())

    def facets(
        self,
        entry: Gap,
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[FacetValue]:
        """Yield the reason as the type."""
        yield "type", entry.kind, _REASONS[entry.kind]

    def build_page(self, page: PageBuilder, entry: Gap) -> None:
        """Add reason, finding, the sources searched, notes and related records."""
        page.fields([(_REASON, page.of(_REASONS[entry.kind]))])
        page.heading(_WHAT_THERE_IS)
        page.paragraph(page.text_with_marks(entry.finding, entry.citations))
        page.heading(_LOOKED_IN)
        for source in entry.looked_in:
            page.paragraph((Span(""), page.link(source)), bullet="-")
        page.notes(entry.notes)
        page.neighbors(entry)
