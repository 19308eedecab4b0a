"""Blocks of a comparison of policies: their fields, and what each says on each subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.document import Block, Cell, Heading, Paragraph, Span, Spans, Table, TableRow
from tui.document.shared_labels import FORCE_WORDS
from tui.question.tables import in_list
from tui.store import Store
from tui.store.short_titles import short_title
from tui.text.language import Language, Wording, enumeration
from tui.views import messages
from tui.views.comparison_subjects import Subject
from tui.views.players_compared import heads_of, identity_rows
from tui.views.quote_numbering import QuoteNumbering
from tui.views.subject_evidence import joined_clauses, provision_marks
from tui.views.subject_provisions import (
    EVERY_PROVISION,
    ProvisionFilter,
    SubjectProvision,
    provisions_on,
)


def are_policies(store: Store, subjects: Sequence[Subject]) -> bool:
    """Return whether subjects, which are of one kind, are policies."""
    rows = store.query("SELECT 1 FROM policies WHERE id = ?", (subjects[0].record,))
    return next(rows, None) is not None


def compared_policies(
    store: Store, subjects: Sequence[Subject], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield which subjects several policies have provisions on, the fields of the policies, and a
    row for each subject: first those of several, last the provisions without a subject."""
    ids = [subject.record for subject in subjects]
    by_tag = {
        tag: provisions_on(store, ids, ProvisionFilter((tag,))) for tag in _subjects_of(store, ids)
    }
    labels = _labels(store, ids)
    tags = sorted(filter(by_tag.get, by_tag), key=lambda tag: -len(by_tag[tag]))
    shared = [labels[tag] for tag in tags if len(by_tag[tag]) > 1]
    summary = messages.NO_SUBJECT_IN_COMMON
    if shared:
        summary = messages.SUBJECTS_IN_COMMON.format(names=enumeration(shared))
    yield Paragraph((Span(summary.of(language)),))
    titles = [subject._replace(title=short_title(store, subject.record)) for subject in subjects]
    heads = heads_of(titles, language)
    rows = tuple(identity_rows(store, subjects, (), evidence, language))
    yield Table(heads, rows, on_grid=True)
    said = {tag: by_tag[tag] for tag in tags}
    seen = {
        (each, provision.number)
        for own in said.values()
        for each, provisions in own.items()
        for provision in provisions
    }
    rest = {
        each: [provision for provision in provisions if (each, provision.number) not in seen]
        for each, provisions in provisions_on(store, ids, EVERY_PROVISION).items()
    }
    named = [(labels[tag], own) for tag, own in said.items()]
    if any(rest.values()):
        named.append((messages.OTHER_PROVISIONS, rest))
    if named:
        yield Heading(messages.BY_SUBJECT.of(language))
        rows = tuple(_row(store, label, own, ids, evidence, language) for label, own in named)
        yield Table(heads, rows, on_grid=True)


def _row(
    store: Store,
    label: Wording,
    provisions: Mapping[str, Sequence[SubjectProvision]],
    ids: Sequence[str],
    evidence: QuoteNumbering,
    language: Language,
) -> TableRow:
    cells: list[Cell] = []
    for policy in ids:
        lines: list[Spans] = []
        for provision in provisions.get(policy, ()):
            marks = provision_marks(store, policy, provision, evidence)
            if provision.force:
                name = FORCE_WORDS[provision.force].of(language).lower()
                force = messages.BEHIND_NAME.format(text=name).of(language)
                marks = (*marks, Span(force, "label"))
            text = (Span(provision.text.of(language)),)
            lines.append(joined_clauses([(text, marks)], language))
        cells.append(tuple(lines))
    return TableRow((Span(label.of(language), "label"),), tuple(cells))


def _subjects_of(store: Store, ids: Sequence[str]) -> list[str]:
    places, wanted = in_list(ids)
    sql = f"SELECT DISTINCT tag FROM provision_tags WHERE id IN ({places}) ORDER BY tag"
    return [tag for (tag,) in store.query(sql, wanted)]


def _labels(store: Store, ids: Sequence[str]) -> dict[str, Wording]:
    places, wanted = in_list(ids)
    rows = store.query(
        "SELECT DISTINCT value, label_zh, label_en FROM facets "
        f"WHERE facet = 'tag' AND id IN ({places})",
        wanted,
    )
    return {tag: Wording(zh, en) for tag, zh, en in rows}
