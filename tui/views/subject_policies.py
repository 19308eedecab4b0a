"""The policies of a subject: one line each with what the policy says on the subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.document import (
    Block,
    Heading,
    Paragraph,
    Span,
    Spans,
    Table,
    TableRow,
    shared_labels,
)
from tui.document.link_target import record_target
from tui.question.tables import in_lists
from tui.store import Store
from tui.text.dates import format_date
from tui.text.language import Language, chinese_list
from tui.views import messages
from tui.views.quote_numbering import QuoteNumbering
from tui.views.subject_evidence import document_number, joined_clauses, provision_marks
from tui.views.subject_provisions import (
    ProvisionFilter,
    SubjectPolicy,
    SubjectProvision,
    beginning_of_summary,
    force_words,
    provisions_on,
)

_MOST_PROVISIONS, _MOST_OF_FORCES = 2, 3
"""Provisions of a policy that are named, and of one with several forces; the others are counted."""


def policies_of(store: Store, ids: Iterable[str], tag: str) -> list[SubjectPolicy]:
    """Return policies, the newest first, each with its provisions on the subject. Undated policies
    are last, after them those of unknown status."""
    ids = [*ids]
    said = provisions_on(store, ids, ProvisionFilter((tag,)))
    found = []
    for places, wanted in in_lists(ids):
        rows = store.query(
            "SELECT id, coalesce(issued, ''), level, status = 'unknown' FROM policies "
            f"WHERE id IN ({places}) ORDER BY id",
            wanted,
        )
        for identity, issued, level, doubtful in rows:
            provisions = said.get(identity) or [beginning_of_summary(store, identity)]
            policy = SubjectPolicy(identity, issued, level, tuple(provisions), bool(doubtful))
            found.append((doubtful, policy))
    found.sort(key=lambda each: each[1].issued, reverse=True)
    found.sort(key=lambda each: each[0])
    return [policy for _, policy in found]


def forces_of(policies: Iterable[SubjectPolicy]) -> int:
    """Return how many policies it takes to have one of each force."""
    return len(_first_of_each_force(policies))


def _first_of_each_force(policies: Iterable[SubjectPolicy]) -> list[SubjectPolicy]:
    """Return the first policy with each force that none before it has."""
    forces: set[str] = set()
    first = []
    for policy in policies:
        new = {provision.force for provision in policy.provisions if provision.force} - forces
        if new:
            forces |= new
            first.append(policy)
    return first


def _named(policies: Sequence[SubjectPolicy], count: int) -> list[SubjectPolicy]:
    """Return ``count`` policies in their order: one of each force, those with a provision on the
    subject, then others."""
    first = {policy.id for policy in _first_of_each_force(policies)}
    chosen = sorted(
        policies, key=lambda each: (each.id not in first, not each.provisions[0].number)
    )
    names = {policy.id for policy in chosen[:count]}
    return [policy for policy in policies if policy.id in names]


def policy_blocks(
    store: Store,
    policies: Sequence[SubjectPolicy],
    count: int,
    evidence: QuoteNumbering,
    language: Language,
) -> Iterator[Block]:
    """Yield a heading and a table with ``count`` of them: date,
    title, issuer, force, and the provisions with citation marks. The heading says how many
    there are where it is not all."""
    heading = messages.POLICIES
    if count < len(policies):
        heading = messages.POLICIES_OF.format(count=count, all=len(policies))
    named = _named(policies, count)
    if not named:
        return
    yield Heading(heading.of(language))
    heads = (
        *(messages.POLICY, messages.ISSUER),
        *(shared_labels.FORCE, messages.PROVISIONS_ON_SUBJECT),
    )
    yield Table(
        tuple((Span(head.of(language)),) for head in heads),
        tuple(_row(store, policy, evidence, language) for policy in named),
        messages.DATE.of(language),
        prose=True,
    )
    if left := [policy for policy in policies if policy not in named]:
        names = [_named_cells(store, policy, language)[0] for policy in left]
        listed = chinese_list(names) if language == "zh" else ", ".join(names)
        text = messages.LEFT_OUT.format(names=listed)
        yield Paragraph((Span(text.of(language), "muted"),))


def force_note(policies: Iterable[SubjectPolicy], language: Language) -> Iterator[Block]:
    """Yield the note on the forces, where policies differ in force or have one that is not
    ranked."""
    forces = {each.force for policy in policies for each in policy.provisions if each.force}
    if len(forces) > 1 or "stated" in forces:
        yield Paragraph((Span(messages.FORCE_IN_BRIEF.of(language), "muted"),))


def _row(
    store: Store, policy: SubjectPolicy, evidence: QuoteNumbering, language: Language
) -> TableRow:
    title, issuer, level = _named_cells(store, policy, language)
    named = _first_provisions(policy.provisions)
    differ = len({each.force for each in policy.provisions if each.force}) > 1
    clauses: list[tuple[Spans, Spans]] = []
    for provision in named:
        marks = provision_marks(store, policy.id, provision, evidence)
        if provision.force and differ:  # else the column has it
            name = force_words([provision], language).lower()
            force = messages.BEHIND_NAME.format(text=name).of(language)
            marks = (*marks, Span(force, "label"))
        clauses.append(((Span(provision.text.of(language)),), marks))
    said = [*joined_clauses(clauses, language)]
    if others := len(policy.provisions) - len(named):
        said.append(Span(messages.MORE_PROVISIONS.format(count=others).of(language), "muted"))
    forces = force_words(policy.provisions, language)
    names: list[Spans] = [(Span(title, "title", record_target(policy.id)),)]
    if number := document_number(store, policy.id, language):
        names.append((Span(number, "muted"),))
    issuers: list[Spans] = [(Span(issuer),)] if issuer else []
    if level and level != issuer:
        issuers.append((Span(level, "muted"),))
    return TableRow(
        (Span(_date(policy, language)),),
        (
            tuple(names),
            tuple(issuers),
            ((Span(forces),),) if forces else (),
            (tuple(said),),
        ),
    )


def _first_provisions(provisions: Sequence[SubjectProvision]) -> list[SubjectProvision]:
    """Return a few provisions in their order: one of each force, then the first ones."""
    new: set[int] = set()
    forces: set[str] = set()
    for number, provision in enumerate(provisions):
        if provision.force not in forces:
            forces.add(provision.force)
            new.add(number)
    numbers = sorted(range(len(provisions)), key=lambda number: number not in new)
    most = max(_MOST_PROVISIONS, min(_MOST_OF_FORCES, len(new)))
    return [provisions[number] for number in sorted(numbers[:most])]


def _date(policy: SubjectPolicy, language: Language) -> str:
    if not policy.issued:
        return shared_labels.UNDATED.of(language).capitalize()
    return format_date(policy.issued[:7], language)


def _named_cells(store: Store, policy: SubjectPolicy, language: Language) -> tuple[str, str, str]:
    """Return the short title, the issuers and the level; empty where no source names them."""
    row = store.row(policy.id, language)
    if not row:
        return policy.id, "", ""
    section = store.section(row.section)
    level = row.cells[section.column_index("level")] if policy.level != "unknown" else ""
    return row.cells[0], row.cells[section.column_index("issuer")], level
