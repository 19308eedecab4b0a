"""Statements about the industry, with what supports and what disputes them."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile import labels
from tui.compile.catalogue import Catalogue
from tui.compile.facts.answer import Side
from tui.compile.facts.disagreement_sides import disputes_of
from tui.compile.facts.edition_dates import has_outcome, has_passed
from tui.compile.kinds.base import Column, FacetValue, RecordKind, SqlRow
from tui.compile.page_builder import PageBuilder
from tui.document import shared_labels
from tui.document.fact_ref import is_figure, record_id_of
from tui.model import Statement
from tui.text.dates import format_date
from tui.text.language import Language, Wording
from tui.text.periods import format_period

_TYPES = {
    "driver": Wording("驱动因素", "Driver"),
    "challenge": Wording("挑战", "Challenge"),
    "trend": Wording("趋势", "Trend"),
    "ecosystem": Wording("生态", "Ecosystem"),
    "claim": Wording("说法", "Claim"),
}
_SELF_DESCRIPTION = Wording("自我描述", "self-description")
_ANECDOTE = Wording("个例", "anecdote")
_FORECAST_YEAR = Wording("预测年份", "Forecast year")
_PASSED = Wording("已过", "passed")
_NO_OUTCOME = Wording("已过，资料中没有实际结果", "passed; no outcome is in the documents")
_ITS_FIGURES = Wording("所述数字", "The figure it states")
_REASONING = Wording("来源依据", "The source's reasoning")
_SUPPORTED_BY = Wording("另一来源的依据", "Supported by another source")
_ABOUT = Wording("所涉记录", "About")


class StatementKind(RecordKind[Statement]):
    """A driver, challenge, trend, ecosystem statement or claim."""

    entry_type = Statement
    id = Statement.record_kind
    order = Statement.order
    label = Wording("论断", "Statement")
    section = "themes"
    title = Wording("论断", "Statements")
    columns = (
        Column("name", Wording("论断", "Statement")),
        Column("type", shared_labels.TYPE),
        Column("basis", shared_labels.BASIS),
    )
    words = ("statements", "themes", "论断", "观点", "主题")
    search_weight = 0.06
    questions = ("reason", "opinion", "origin")
    sql = """
-- Drivers, challenges, trends, ecosystem statements and claims (type). basis: fact, source_claim,
-- forecast or judgement, said_by: whose. horizon: the period of a forecast. disputed: see
-- disagreements.
CREATE TABLE statements (
    id               TEXT PRIMARY KEY REFERENCES entries (id),
    title_zh         TEXT NOT NULL,
    title_en         TEXT NOT NULL,
    type             TEXT NOT NULL,
    type_zh          TEXT NOT NULL,
    type_en          TEXT NOT NULL,
    basis            TEXT NOT NULL,
    basis_zh         TEXT NOT NULL,
    basis_en         TEXT NOT NULL,
    said_by_zh       TEXT,
    said_by_en       TEXT,
    text_zh          TEXT NOT NULL,
    text_en          TEXT NOT NULL,
    as_of            TEXT,
    horizon          TEXT,
    self_description INTEGER NOT NULL,
    anecdote         INTEGER NOT NULL,
    disputed         INTEGER NOT NULL
);
"""

    def cells(self, entry: Statement, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
        """Return short title, type and basis, the basis marked where the statement is disputed."""
        basis = labels.BASES[entry.basis].of(language)
        if catalogue.disagreement(entry.id):
            basis += f" {shared_labels.DISPUTED.of(language)}"
        return ((entry.short or entry.title).of(language), _TYPES[entry.kind].of(language), basis)

    def date(self, entry: Statement) -> str:
        """Return the date as of which the statement was made."""
        return entry.as_of or ""

    def summary(self, entry: Statement, catalogue: Catalogue) -> Wording:
        """Return the text with its basis."""
        basis = labels.BASES[entry.basis]
        text = catalogue.filled(entry.text)
        return Wording(f"{text.zh}（{basis.zh}）", f"{text.en} ({basis.en})")

    def others(self, entry: Statement, catalogue: Catalogue) -> tuple[Side, ...]:
        """Return what disputes the statement."""
        return disputes_of(entry.disputed_by, catalogue)

    def facets(
        self,
        entry: Statement,
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[FacetValue]:
        """Yield basis and type."""
        yield "basis", entry.basis, labels.BASES[entry.basis]
        yield "type", entry.kind, _TYPES[entry.kind]

    def build_page(self, page: PageBuilder, entry: Statement) -> None:
        """Add text, basis, what supports and what disputes the statement, notes, neighbors."""
        page.paragraph(page.text_with_marks(entry.text, entry.citations))
        marks = [_SELF_DESCRIPTION] if entry.self_description else []
        marks += [_ANECDOTE] if entry.anecdote else []
        basis = [labels.BASES[entry.basis], *marks]
        comma = "，" if page.language == "zh" else ", "
        sources = {each.source for each in entry.citations}  # of several the text has the dates
        undated = page.of(shared_labels.UNDATED) if len(sources) < 2 else None
        as_of = format_date(entry.as_of, page.language) if entry.as_of else undated
        horizon = format_period(entry.horizon, page.language) if entry.horizon else None
        if horizon and has_passed(entry.horizon, page.catalogue.edition_year):
            horizon += page.in_brackets(page.of(_PASSED if has_outcome(entry) else _NO_OUTCOME))
        page.fields(
            [
                (shared_labels.TYPE, page.of(_TYPES[entry.kind])),
                (shared_labels.BASIS, comma.join(page.of(word) for word in basis)),
                (labels.SAID_BY, entry.said_by),
                (labels.AS_OF, as_of),
                (_FORECAST_YEAR, horizon),
            ]
        )
        _add_supports(page, entry)
        page.disputes(entry)
        page.disagreement_link(entry.id)
        page.notes(entry.notes)
        page.neighbors(entry)

    def sql_rows(self, entry: Statement, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield the row of ``statements``."""
        row = (
            entry.id,
            *entry.title.wording(),
            entry.kind,
            *_TYPES[entry.kind],
            entry.basis,
            *labels.BASES[entry.basis],
            *(entry.said_by.wording() if entry.said_by else (None, None)),
            *catalogue.filled(entry.text),
            entry.as_of,
            entry.horizon,
            entry.self_description,
            entry.anecdote,
            catalogue.is_disputed(entry.id),
        )
        yield "statements", row


def _add_supports(page: PageBuilder, entry: Statement) -> None:
    """Add what a statement rests on, under labels that claim no more than there is: the figure that
    it states, figures that its own source gives, those of another source, and records."""
    groups: dict[Wording, list[tuple[str, str]]] = {
        title: [] for title in (_ITS_FIGURES, _REASONING, _SUPPORTED_BY, _ABOUT)
    }
    own = {(citation.source, citation.exact) for citation in entry.citations}
    sources = {source for source, _ in own}
    for reference in entry.supports:
        citations = page.catalogue.fact(reference).citations
        if not is_figure(reference):
            title = _ABOUT
        elif any((citation.source, citation.exact) in own for citation in citations):
            title = _ITS_FIGURES
        elif all(citation.source in sources for citation in citations):
            title = _REASONING
        else:
            title = _SUPPORTED_BY
        record = (record_id_of(reference), "")
        if title != _ABOUT:
            groups[title].append((reference, ""))
        elif record not in groups[title]:  # several parts of a record are one
            groups[title].append(record)
    for title, references in groups.items():
        page.references(title, references)
