"""The policies of a subject: one line each with what the policy says on the subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.document import Block, Heading, Paragraph, Span, shared_labels
from tui.document.link_target import record_target
from tui.document.shared_labels import FORCE_WORDS
from tui.question.tables import in_lists
from tui.store import Store
from tui.store.tag_aliases import tag_aliases
from tui.text.dates import format_date
from tui.text.language import LANGUAGES, Language, Wording
from tui.views import messages
from tui.views.brief_paragraphs import cited_once
from tui.views.first_sentences import first_sentences
from tui.views.quote_numbering import QuoteNumbering

_BETWEEN = " · "


class SubjectProvision(NamedTuple):
    """What a policy says on a subject. ``number``: 0 for the beginning of its summary."""

    number: int
    text: Wording
    force: str


class SubjectPolicy(NamedTuple):
    """A policy and its provisions on a subject; its summary where none names the subject."""

    id: str
    issued: str
    level: str
    provisions: tuple[SubjectProvision, ...]


def policies_of(store: Store, ids: Iterable[str], tag: str) -> list[SubjectPolicy]:
    """Return policies, the newest first, each with its provisions on the subject. Undated policies
    are last, after them those of unknown status."""
    names = _names(store, tag)
    found = []
    for places, wanted in in_lists([*ids]):
        rows = store.query(
            "SELECT id, coalesce(issued, ''), level, status = 'unknown' FROM policies "
            f"WHERE id IN ({places}) ORDER BY id",
            wanted,
        )
        for identity, issued, level, doubtful in rows:
            provisions = tuple(_provisions(store, identity, names))
            found.append((doubtful, SubjectPolicy(identity, issued, level, provisions)))
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
    """Yield a heading and a paragraph for each of ``count`` policies: date, title, issuer or
    level, and its provisions with force and citation marks. The heading says how many there are
    where it is not all."""
    heading = messages.POLICIES
    if count < len(policies):
        heading = messages.POLICIES_OF.format(count=count, all=len(policies))
    policies = _named(policies, count)
    if not policies:
        return
    yield Heading(heading.of(language))
    if any(provision.force for policy in policies for provision in policy.provisions):
        yield Paragraph((Span(messages.FORCE_IN_BRIEF.of(language), "muted"),))
    for policy in policies:
        title, issuer = _title_and_issuer(store, policy, language)
        date = format_date(policy.issued[:7], language) if policy.issued else ""
        parts = [
            Span(date or shared_labels.UNDATED.of(language).capitalize()),
            Span(title, "title", record_target(policy.id)),
            Span(issuer),
        ]
        spans = [spaced for part in parts if part.text for spaced in (Span(_BETWEEN), part)][1:]
        force = ""
        entry = store.answers(policy.id)[0]
        for number, provision in enumerate(policy.provisions):
            if provision.force and provision.force != force:
                label = FORCE_WORDS[provision.force].of(language)
                spans += [Span(_BETWEEN), Span(label, "label"), Span(_BETWEEN)]
            elif number:
                spans.append(Span("" if language == "zh" else " "))
            else:
                spans.append(Span(_BETWEEN))
            force = provision.force
            citations = _citations(store, policy.id, provision.number) or entry.citations
            marks = evidence.mark_spans(entry._replace(citations=cited_once(citations)))
            spans += [Span(provision.text.of(language)), *marks]
        yield Paragraph(tuple(spans), bullet="-")


def _names(store: Store, tag: str) -> list[str]:
    """Return the titles of a subject and its other names, folded to small letters."""
    labels = store.query(
        "SELECT DISTINCT label_zh, label_en FROM facets WHERE facet = 'tag' AND value = ?", (tag,)
    )
    aliases = [alias for slug, alias in tag_aliases(store) if slug == tag]
    return [name.lower() for name in (*(label for row in labels for label in row), *aliases)]


def _provisions(store: Store, policy: str, names: Sequence[str]) -> Iterator[SubjectProvision]:
    """Yield the provisions on a subject: those that name it, or the only one; else the beginning
    of the summary."""
    rows = [
        *store.query(
            "SELECT number, text_zh, text_en, coalesce(force, '') FROM provisions WHERE id = ? "
            "ORDER BY number",
            (policy,),
        )
    ]
    found = False
    for number, zh, en, force in rows:
        text = f"{zh} {en}".lower()
        if len(rows) == 1 or any(name in text for name in names):
            found = True
            yield SubjectProvision(number, Wording(zh, en), force)
    if not found:
        answer = store.answers(policy)[0].answer
        summary = Wording(answer.zh.partition("：")[2], answer.en.partition(": ")[2])
        texts = (first_sentences(summary.of(language), language) for language in LANGUAGES)
        yield SubjectProvision(0, Wording(*texts), "")


def _title_and_issuer(store: Store, policy: SubjectPolicy, language: Language) -> tuple[str, str]:
    """Return the short title, and the issuers unless the title names them, or else the level."""
    row = store.row(policy.id, language)
    if not row:
        return policy.id, ""
    section = store.section(row.section)
    title, issuer, level = (
        row.cells[section.column_index(column)] for column in ("name", "issuer", "level")
    )
    if not issuer or issuer.lower() in title.lower():
        issuer = "" if policy.level == "unknown" else level
    return title, issuer


def _citations(store: Store, policy: str, provision: int) -> list[dict[str, str]]:
    """Return the citations of a provision: its verb and what it is about may be quoted apart."""
    rows = store.query(
        "SELECT source, exact, relation FROM provision_quotes WHERE id = ? AND provision = ? "
        "ORDER BY number",
        (policy, provision),
    )
    return [{"source": row[0], "exact": row[1], "relation": row[2]} for row in rows]
