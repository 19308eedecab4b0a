"""Disagreements: measures with rival values and disputed statements, generated from the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.compile.catalogue import Catalogue
from tui.compile.disagreement_tables import add_rivals, add_sides
from tui.compile.facts.answer import Answer, Side
from tui.compile.facts.disagreement_sides import (
    disagreement_rows,
    disputed_figures,
    sides_of,
)
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.fact_text import figure_in_sentence, observation_text
from tui.compile.kinds.base import Column, FacetValue, RecordKind, SqlRow
from tui.compile.measure_blocks import add_rates
from tui.compile.page_builder import PageBuilder
from tui.document import shared_labels
from tui.model import Citation, Statement, Statistic
from tui.text.language import LANGUAGES, NO_TEXT, Language, Wording
from tui.text.number_format import without_counted
from tui.text.source_name import names_source

_GROUPS = {"figure": Wording("数字", "Figures"), "statement": Wording("论断", "Statements")}
_TYPES = {"figure": Wording("数字", "Figure"), "statement": Wording("论断", "Statement")}
_CLAIM = Wording("说法{by}：{text}对照{against}：", "Claim{by}: {text} For comparison{against}: ")
_BY = Wording("（{by}）", " ({by})")


class DisagreementKind(RecordKind[Disagreement]):
    """All sides of a disagreement, which of them is used, and why."""

    entry_type = Disagreement
    id = "disagreement"
    order = 60
    label = Wording("分歧", "Dispute")
    section = "disagreements"
    title = Wording("分歧", "Disputes")
    columns = (
        Column("name", Wording("分歧", "What is disputed")),
        Column("about", shared_labels.TYPE),
        Column("sides", Wording("说法数", "Sides"), "whole"),
        Column("sources", Wording("各方来源", "Sources of the sides")),
    )
    words = ("disagreements", "disputes", "disputed figures", "分歧", "争议")
    search_weight = -0.18
    overview_title = Wording("分歧", "Disputes")
    overview_place = 2
    overview_in_full = True
    sql = """
-- Where sources disagree, a row per side. about: the record in question. record: the record that
-- speaks for the side, fact: the figure, event or offering of it, as in facts (NULL: the whole
-- record). base_value to used: of a figure, as in facts. source: the first that says it, by_*: all
-- of them, or who else says it. reason_*: why a figure is used or not, or why the side disputes.
-- via_*: whose figure or words they are, where the sources cite them from someone else.
CREATE TABLE disagreements (
    id               TEXT NOT NULL REFERENCES entries (id),
    side             INTEGER NOT NULL,
    about            TEXT NOT NULL REFERENCES entries (id),
    title_zh         TEXT NOT NULL,
    title_en         TEXT NOT NULL,
    fact             TEXT,
    text_zh          TEXT NOT NULL,
    text_en          TEXT NOT NULL,
    period           TEXT,
    base_value       REAL,
    exact_base_value TEXT,
    base_unit        TEXT,
    qualifier        TEXT,
    status           TEXT,
    used             INTEGER,
    source           TEXT REFERENCES sources (id),
    by_zh            TEXT NOT NULL,
    by_en            TEXT NOT NULL,
    reason_zh        TEXT,
    reason_en        TEXT,
    record           TEXT NOT NULL REFERENCES entries (id),
    via_zh           TEXT,
    via_en           TEXT,
    PRIMARY KEY (id, side)
);

-- Disagreements about a statement (about) that are part of the one about the other side: id leads
-- to merged_into.
CREATE TABLE merged_disagreements (
    id          TEXT NOT NULL PRIMARY KEY,
    about       TEXT NOT NULL REFERENCES entries (id),
    merged_into TEXT NOT NULL REFERENCES entries (id)
);

-- Figures (as in facts) of a statement that something disputes; id: the disagreement.
CREATE TABLE disputed_figures (
    fact  TEXT NOT NULL,
    value TEXT NOT NULL,
    id    TEXT NOT NULL REFERENCES entries (id),
    PRIMARY KEY (fact, value, id)
);
"""

    def cells(
        self, entry: Disagreement, catalogue: Catalogue, language: Language
    ) -> tuple[str, ...]:
        """Return short title, whether it is about a figure or a statement, the number of sides and
        their sources."""
        figures = sum(len(group) for group in entry.rivals) + len(entry.rates)
        sides = figures or 1 + len(entry.disputes)
        about = _TYPES[_type(entry)].of(language)
        title = catalogue.short_title(entry.id)
        names = _sources(sides_of(entry, catalogue), catalogue).of(language)
        return (title.of(language), about, str(sides), names)

    def facets(
        self,
        entry: Disagreement,
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[FacetValue]:
        """Yield whether it is about a figure or a statement, as the type."""
        yield "type", _type(entry), _GROUPS[_type(entry)]

    def overview_rank(self, entry: Disagreement, catalogue: Catalogue) -> int:  # noqa: ARG002
        """Put figures before statements."""
        return 0 if entry.measure else 1

    def overview_row(
        self,
        entry: Disagreement,
        catalogue: Catalogue,
        language: Language,
    ) -> tuple[str, str]:
        """Return an exclamation mark, and the first two values of a figure."""
        if entry.measure is None or not entry.rivals:
            return "!", ""
        title = catalogue.short_title(entry.id).of(language)
        values = [observation_text(each, entry.measure).of(language) for each in entry.rivals[0]]
        return "!", " ≠ ".join(without_counted(value, title) for value in values[:2])

    def summary(self, entry: Disagreement, catalogue: Catalogue) -> Wording:
        """Return all rival values, or the first reason that disputes the statement."""
        if entry.measure is None:
            for dispute in entry.disputes:
                return catalogue.filled(dispute.reason)
            return entry.record.heading.wording()
        texts = [side.text for side in sides_of(entry, catalogue)]
        return Wording("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))

    def answers(self, entry: Disagreement, catalogue: Catalogue) -> list[Answer]:
        """Return who says which of the rival values, or the statement and everything that disputes
        it, with their sources. The words of a statement find it, not its disagreement."""
        (summary,) = super().answers(entry, catalogue)
        sides = sides_of(entry, catalogue)
        if not isinstance(entry.record, Statement):
            return [summary._replace(text=_figures_in_sentence(entry, sides))]
        text = catalogue.filled(entry.record.text)
        by = _unnamed(sides[:1], [text], catalogue)
        reasons = [catalogue.filled(dispute.reason) for dispute in entry.disputes]
        against = _unnamed(sides[1:], reasons, catalogue)
        return [
            summary._replace(
                lead=_CLAIM.format(text=text, by=by, against=against),
                caveat=Wording(
                    "".join(it.zh for it in reasons[1:]),
                    "".join(f" {it.en}" for it in reasons[1:]),
                ),
            )
        ]

    def others(self, entry: Disagreement, catalogue: Catalogue) -> tuple[Side, ...]:
        """Return all sides."""
        return sides_of(entry, catalogue)

    def citations(self, entry: Disagreement, catalogue: Catalogue) -> tuple[Citation, ...]:
        """Return the citations of all sides."""
        sides = sides_of(entry, catalogue)
        return tuple(dict.fromkeys(each for side in sides for each in side.citations))

    def names(self, entry: Disagreement) -> Iterator[str]:
        """Yield the ids and titles of the disagreements that are merged into this one."""
        for merged in entry.merged:
            yield from (merged.id, *merged.title)

    def build_page(self, page: PageBuilder, entry: Disagreement) -> None:
        """Add a table of the sides, what the editor makes of them, and the scope of a measure."""
        if isinstance(entry.record, Statement):
            add_sides(page, entry.record, entry)
            return
        if entry.measure is None:
            return
        add_rivals(page, entry.measure, entry.record.id, entry.rivals)
        add_rates(page, entry.measure, entry.rates)
        if entry.measure.scope:
            page.heading(shared_labels.SCOPE)
            page.paragraph(page.of(entry.measure.scope))
        if isinstance(entry.record, Statistic):
            page.notes(entry.record.notes)

    def texts(self, entry: Disagreement, catalogue: Catalogue) -> Iterator[str]:  # noqa: ARG002
        """Yield nothing: a query for these texts finds the record itself."""
        yield from ()

    def sql_rows(self, entry: Disagreement, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield a row of ``disagreements`` for each side, those that are merged into it, and the
        disputed figures of the statement."""
        for row in disagreement_rows(entry, catalogue):
            yield "disagreements", row
        for merged in entry.merged:
            yield "merged_disagreements", (merged.id, merged.about, entry.id)
        figures = {(each.fact, each.value) for each in disputed_figures(entry, catalogue)}
        for fact, value in sorted(figures):
            yield "disputed_figures", (fact, value, entry.id)


def _type(entry: Disagreement) -> str:
    return "figure" if entry.measure else "statement"


def _sources(sides: tuple[Side, ...], catalogue: Catalogue) -> Wording:
    """Return the short titles of the first source of each side."""
    cited = [each.source for side in sides for each in side.citations[:1]]
    return Wording(catalogue.source_names(cited, "zh"), catalogue.source_names(cited, "en"))


def _unnamed(sides: tuple[Side, ...], texts: Sequence[Wording], catalogue: Catalogue) -> Wording:
    """Return the sources of sides in brackets; in a language in which the text of each names its
    source, nothing."""
    unnamed = [
        any(
            not names_source(text.of(language), catalogue.source_names([each.source], language))
            for side, text in zip(sides, texts, strict=True)
            for each in side.citations[:1]
        )
        for language in LANGUAGES
    ]
    by = _BY.format(by=_sources(sides, catalogue))
    return Wording(*(name if needed else "" for name, needed in zip(by, unnamed, strict=True)))


def _figures_in_sentence(entry: Disagreement, sides: tuple[Side, ...]) -> Wording:
    measure = entry.measure
    if measure is None:
        return NO_TEXT
    texts = [figure_in_sentence(it.holder, measure, it.figure) for it in sides if it.figure]
    return Wording("；".join(it.zh for it in texts), "; ".join(it.en for it in texts))
