"""The short brief of a subject: at most two pages, made of the records with its tag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tui.document import (
    Block,
    Document,
    FigureRow,
    Figures,
    Heading,
    Paragraph,
    Span,
    Spans,
    Table,
    TableRow,
    shared_labels,
)
from tui.document.fact_ref import record_id_of
from tui.document.shared_labels import CORRECTION, NO_FIGURE, STATUS_WORDS
from tui.store import AnswerWithEvidence, Store
from tui.text.language import Language, Wording, plural
from tui.text.periods import format_period, sort_key
from tui.views import messages
from tui.views.brief_paragraphs import BriefParagraphs
from tui.views.measure_figures import Figure, figures_of, missing_years, status_words
from tui.views.printed_length import PAGE, printed_lines
from tui.views.quote_numbering import QuoteNumbering
from tui.views.selection import SelectionFilter, facet_choices, select
from tui.views.subject_change import change_blocks
from tui.views.subject_order import aside_records, in_subject_order
from tui.views.subject_policies import policies_of, policy_blocks

_MOST = {
    "statistic": 6,
    "statement": 3,
    "disagreement": 3,
    "gap": 5,
    "policy": 8,
    "player": 5,
}
"""Records of each kind that a brief names at most."""
_WORTH = {"statistic": 2, "gap": 4, "policy": 6}
"""How many records of other kinds are left out before one of this kind is."""
_LEAST = 1
"""Records of each kind that a brief keeps however long it is."""
_TITLE_AND_END = 9
"""Printed lines of the title of the file, of the page, and of the note at the end."""
_LONGEST = 2 * PAGE - _TITLE_AND_END
"""Printed lines of a brief."""
_MEASURES = 3
"""Columns of the table of figures."""
_LEAST_PERIODS = 2


class _Subject(NamedTuple):
    tag: str
    command: str
    """Lists its records; empty for none."""


class _Brief(NamedTuple):
    store: Store
    language: Language
    evidence: QuoteNumbering
    records: dict[str, list[str]]
    """The ids by kind, most important first."""
    most: dict[str, int]
    """How many of each kind are named."""

    def entries(self, kind: str) -> list[AnswerWithEvidence]:
        """Return the main answers of the first records of a kind."""
        return [
            self.store.answers(each)[0] for each in self.records.get(kind, [])[: self.most[kind]]
        ]

    @property
    def paragraphs(self) -> BriefParagraphs:
        """Makes the paragraphs about single records."""
        return BriefParagraphs(self.store, self.language, self.evidence)


def subject_records(store: Store, tag: str) -> list[str]:
    """Return the records of a subject in the order of its brief, without those of other
    industries (unless the subject is one)."""
    found = select(store, SelectionFilter({"tag": (tag,)})).ids
    if tag not in store.meta("aside_themes").split():
        asides = aside_records(store)
        found = tuple(identity for identity in found if identity not in asides)
    return in_subject_order(store, found)


def subject_brief(store: Store, tag: str, language: Language, command: str = "") -> Document:
    """Return the brief of a subject, by the slug of its tag. ``command``: how to list the records
    that it leaves out, which it says at its end."""
    kinds: dict[str, str] = dict(store.query("SELECT id, kind FROM records"))
    records: dict[str, list[str]] = {}
    for identity in subject_records(store, tag):
        records.setdefault(kinds[identity], []).append(identity)
    about = dict(
        store.query(
            "SELECT about, id FROM disagreements UNION "
            "SELECT about, merged_into FROM merged_disagreements"
        )
    )
    disputes = records.get("disagreement", ())
    statements = records.get("statement", [])  # a disputed one stands with its dispute
    records["statement"] = [each for each in statements if about.get(each) not in disputes]
    issuers = {row[0] for row in store.query("SELECT to_id FROM links WHERE type = 'issuer'")}
    players = records.get("player", [])
    met = _with_participants(store, players)
    # Issuers stand with policies; in events of the first, others of the subject took part.
    players.sort(key=lambda each: (each in issuers, each not in met))
    most = {kind: min(count, len(records.get(kind, ()))) for kind, count in _MOST.items()}
    subject = _Subject(tag, command)
    blocks = _blocks(store, subject, language, records, most)
    while printed_lines(blocks) > _LONGEST:
        shortened = [kind for kind in reversed(most) if most[kind] > _LEAST]
        if not shortened:
            break
        most[max(shortened, key=lambda kind: most[kind] / _WORTH.get(kind, 1))] -= 1
        blocks = _blocks(store, subject, language, records, most)
    for kind in most:  # what still fits
        while most[kind] < min(_MOST[kind], len(records.get(kind, ()))):
            longer = _blocks(store, subject, language, records, {**most, kind: most[kind] + 1})
            if printed_lines(longer) > _LONGEST:
                break
            most[kind] += 1
            blocks = longer
    title = next(each.label for each in facet_choices(store, "tag") if each.value == tag)
    return Document(title.of(language), messages.SHORT_BRIEF.of(language), blocks)


def _with_participants(store: Store, players: Sequence[str]) -> set[str]:
    """Return the companies in whose events others of them took part: who received the money."""
    rows = store.query("SELECT event, company FROM participants")
    pairs = {(record_id_of(event), company) for event, company in rows}
    return {own for own, other in pairs if other != own and other in players}


def _blocks(
    store: Store,
    subject: _Subject,
    language: Language,
    records: dict[str, list[str]],
    most: dict[str, int],
) -> tuple[Block, ...]:
    evidence = QuoteNumbering(store, language, dated=False)
    brief = _Brief(store, language, evidence, records, most)
    return (
        *_editors_briefs(brief),
        *change_blocks(store, records.get("statistic", ()), evidence, language),
        *_figures(brief),
        *_series(brief),
        *_statements(brief),
        *_disputes(brief),
        *_gaps(brief),
        *_policies(brief, subject.tag),
        *_listed(brief, "player", messages.COMPANIES, brief.paragraphs.company),
        *_rest(brief, subject.command),
        *brief.evidence.blocks(),
    )


def _editors_briefs(brief: _Brief) -> Iterator[Block]:
    """Yield the narratives about the subject, by title and id."""
    names: list[Span] = []
    for identity in brief.records.get("brief", ()):
        name = brief.paragraphs.name(brief.store.answers(identity)[0])
        if brief.language == "zh":
            name = name._replace(text=f"《{name.text}》")
        key = Span(messages.ID_OF_BRIEF.format(id=identity).of(brief.language), "muted")
        comma = [Span("；" if brief.language == "zh" else "; ")] if names else []
        names += [*comma, name, key]
    if names:
        label = messages.EDITORS_BRIEFS if len(names) > 2 else messages.EDITORS_BRIEF
        yield Paragraph((Span(label.of(brief.language), "label"), *names))


def _figures(brief: _Brief) -> Iterator[Block]:
    rows = [_figure_row(brief, entry) for entry in brief.entries("statistic") if entry.value]
    if rows:
        yield Heading(messages.LATEST_FIGURES.of(brief.language))
        yield Figures(tuple(rows))


def _figure_row(brief: _Brief, entry: AnswerWithEvidence) -> FigureRow:
    language = brief.language
    figure = next(
        each for each in figures_of(brief.store, entry.id) if each.entry.number == entry.number
    )
    remarks: list[Spans] = []
    for side in entry.disagrees:
        by = side["by"].of(language)
        said = messages.OTHERWISE.format(by=by, text=side["answer"][language])
        remarks.append((Span(said.of(language), "warning"),))
    if entry.correction.en:
        label = Span(CORRECTION.of(language), "warning")
        remarks.append((label, Span(entry.correction.of(language))))
    return FigureRow(
        entry.title.of(language),
        _period(figure.period, language),
        figure.amount.of(language),
        entry.status,
        status_words(entry, language),
        brief.evidence.citation_numbers(entry),
        tuple(remarks),
    )


def _period(period: str, language: Language) -> str:
    return format_period(period, language) if period else shared_labels.UNDATED.of(language)


def _series(brief: _Brief) -> Iterator[Block]:
    """Yield the figures of the main measure by period, beside those of measures with the same
    periods."""
    columns: list[tuple[str, dict[str, list[Figure]]]] = []
    for identity in brief.records.get("statistic", []):
        periods: dict[str, list[Figure]] = {}
        for figure in figures_of(brief.store, identity):
            if not figure.is_rate and figure.period and figure.entry.rank != "deprecated":
                periods.setdefault(figure.period, []).append(figure)
        shared = len(periods) >= _LEAST_PERIODS and (not columns or [*periods] == [*columns[0][1]])
        if shared and len(columns) < _MEASURES:
            columns.append((identity, periods))
    if not columns:
        return
    entries = [brief.store.answers(identity)[0] for identity, _ in columns]
    yield Heading(messages.COURSE.of(brief.language))
    known = columns[0][1]
    rows = [
        TableRow(
            (Span(_period(period, brief.language)),),
            tuple(_cell(brief, periods.get(period, [])) for _, periods in columns),
        )
        for period in sorted(
            [*known, *missing_years(brief.store, columns[0][0], known)], key=sort_key
        )
    ]
    heads = tuple((brief.paragraphs.name(entry)._replace(role="body"),) for entry in entries)
    yield Table(heads, tuple(rows), shared_labels.PERIOD.of(brief.language))


def _cell(brief: _Brief, figures: Sequence[Figure]) -> tuple[Spans, ...]:
    texts: list[Spans] = [] if figures else [(Span(NO_FIGURE.of(brief.language), "muted"),)]
    for figure in figures:
        spans = [Span(figure.amount.of(brief.language), "figure")]
        status = status_words(figure.entry, brief.language)
        if status != STATUS_WORDS["reported"].of(brief.language):
            spans += [Span(f" {status}", "muted")]
        texts.append((*spans, *brief.evidence.mark_spans(figure.entry)))
    return tuple(texts)


def _statements(brief: _Brief) -> Iterator[Block]:
    yield from _listed(brief, "statement", messages.CLAIMS, brief.paragraphs.statement)


def _disputes(brief: _Brief) -> Iterator[Block]:
    yield from _listed(brief, "disagreement", messages.DISPUTED, brief.paragraphs.dispute)


def _gaps(brief: _Brief) -> Iterator[Block]:
    yield from _listed(brief, "gap", messages.NOT_KNOWN, brief.paragraphs.question)


def _listed(
    brief: _Brief,
    kind: str,
    title: Wording,
    paragraph: Callable[[AnswerWithEvidence], Paragraph],
) -> Iterator[Block]:
    entries = brief.entries(kind)
    if entries:
        yield Heading(title.of(brief.language))
    yield from map(paragraph, entries)


def _policies(brief: _Brief, tag: str) -> Iterator[Block]:
    policies = policies_of(brief.store, brief.records.get("policy", ()), tag)
    yield from policy_blocks(
        brief.store, policies[: brief.most["policy"]], brief.evidence, brief.language
    )


def _rest(brief: _Brief, command: str) -> Iterator[Block]:
    """Yield how many records the brief does not name, and the command that lists them."""
    left = sum(
        len(ids[brief.most.get(kind, 0) :])
        for kind, ids in brief.records.items()
        if kind != "brief"
    )
    if left:
        more = plural(left, "more item")
        where = messages.ID_OF_BRIEF.format(id=command).of(brief.language) if command else ""
        text = messages.MORE_RECORDS.format(count=left, more=more, where=where).of(brief.language)
        yield Paragraph((Span(text, "muted"),))
