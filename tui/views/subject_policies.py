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
from tui.text.language import Language, Wording
from tui.views import messages
from tui.views.first_sentences import first_sentences
from tui.views.quote_numbering import QuoteNumbering

_BETWEEN = " · "


class SubjectPolicy(NamedTuple):
    """A policy and its provision on a subject. ``provision``: 0 where none names the subject."""

    id: str
    issued: str
    level: str
    provision: int
    text: Wording
    force: str


def policies_of(store: Store, ids: Iterable[str], tag: str) -> list[SubjectPolicy]:
    """Return policies, the newest first, each with its provision on the subject. Undated policies
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
            provision = _provision(store, identity, names)
            found.append((doubtful, SubjectPolicy(identity, issued, level, *provision)))
    found.sort(key=lambda each: each[1].issued, reverse=True)
    found.sort(key=lambda each: each[0])
    return [policy for _, policy in found]


def policy_blocks(
    store: Store, policies: Sequence[SubjectPolicy], evidence: QuoteNumbering, language: Language
) -> Iterator[Block]:
    """Yield a heading and a line for each policy: date, title, issuer or level, force, provision,
    citation marks."""
    if not policies:
        return
    yield Heading(messages.POLICIES.of(language))
    if any(policy.force for policy in policies):
        yield Paragraph((Span(messages.FORCE_IN_BRIEF.of(language), "muted"),))
    for policy in policies:
        title, issuer = _title_and_issuer(store, policy, language)
        date = format_date(policy.issued[:7], language) if policy.issued else ""
        force = FORCE_WORDS[policy.force].of(language) if policy.force else ""
        parts = [
            Span(date or shared_labels.UNDATED.of(language).capitalize()),
            Span(title, "title", record_target(policy.id)),
            Span(issuer),
            Span(force, "label"),
            Span(policy.text.of(language)),
        ]
        spans = [spaced for part in parts if part.text for spaced in (Span(_BETWEEN), part)][1:]
        entry = store.answers(policy.id)[0]
        citations = _citations(store, policy) or entry.citations[:1]
        marks = evidence.mark_spans(entry._replace(citations=citations))
        yield Paragraph((*spans, *marks), bullet="-")


def _names(store: Store, tag: str) -> tuple[list[str], list[str]]:
    """Return the titles of a subject, and its other names."""
    labels = store.query(
        "SELECT DISTINCT label_zh, label_en FROM facets WHERE facet = 'tag' AND value = ?", (tag,)
    )
    aliases = [alias.lower() for slug, alias in tag_aliases(store) if slug == tag]
    return [label.lower() for row in labels for label in row], aliases


def _provision(
    store: Store, policy: str, names: tuple[list[str], list[str]]
) -> tuple[int, Wording, str]:
    """Return number, text and force of the provision on a subject: the only one, or the most
    binding of those that name the subject; else the beginning of the summary."""
    titles, aliases = names
    forces = [*FORCE_WORDS, ""]
    found = []
    rows = store.query(
        "SELECT number, text_zh, text_en, coalesce(force, '') FROM provisions WHERE id = ?",
        (policy,),
    )
    provisions = [*rows]
    for number, zh, en, force in provisions:
        text = f"{zh} {en}".lower()
        has_title = any(name in text for name in titles)
        if has_title or len(provisions) == 1 or any(name in text for name in aliases):
            found.append(((forces.index(force), not has_title, number), Wording(zh, en), force))
    if found:
        (_, _, number), wording, force = min(found)
        return number, wording, force
    answer = store.answers(policy)[0].answer
    summary = Wording(answer.zh.partition("：")[2], answer.en.partition(": ")[2])
    return 0, Wording(first_sentences(summary.zh, "zh"), first_sentences(summary.en, "en")), ""


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


def _citations(store: Store, policy: SubjectPolicy) -> list[dict[str, str]]:
    """Return the first citation of a provision that says what it is about: some quote the verb
    alone."""
    rows = store.query(
        "SELECT source, exact, relation FROM provision_quotes WHERE id = ? AND provision = ? "
        "ORDER BY 2 * length(exact) < max(length(exact)) OVER (), number LIMIT 1",
        (policy.id, policy.provision),
    )
    return [{"source": row[0], "exact": row[1], "relation": row[2]} for row in rows]
