"""Figures for a group without figures of its own: those of one of its companies."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.search.verdict import Verdict
    from tui.store import IndexedRecord, Store

_OF_COMPANY = Wording(
    "{group}本身没有数字，以下是旗下{company}的",
    "{group} has no figures of its own; showing that of {company} alone",
)


def company_of_group(store: Store, group: IndexedRecord) -> tuple[IndexedRecord, int] | None:
    """Return the company of a group that has the most figures, and their number; None for a group
    with figures of its own or without companies."""
    count = "SELECT count(*) FROM answers WHERE id = ? AND form = 'observation'"
    rows = store.query(
        f"SELECT r.position, ({count.replace('?', 'c.id')}) AS figures FROM companies c "
        f"JOIN records r ON r.id = c.id WHERE c.parent = ? AND ({count}) = 0 "
        "ORDER BY figures DESC, r.position LIMIT 1",
        (group.id, group.id),
    )
    for position, figures in rows:
        return store.indexed_records((position,))[0], figures
    return None


def with_company_second(
    store: Store, question: Question, ranked: list[Ranked], known: dict[int, KnownMatch]
) -> list[Ranked]:
    """Return the answers to a question that names only a company. If that is a group without
    figures, the company of the group with the most figures comes second."""
    group = ranked[0].described.record
    company, figures = company_of_group(store, group) or (None, 0)
    if company is None or not figures:
        return ranked
    from tui.search.list_question import described_records

    (second,) = described_records(store, question, known, [company])
    others = [item for item in ranked[1:] if item.described.record.id != company.id]
    score = max([second.score, *(item.score for item in others)])
    return [ranked[0], second._replace(score=min(score, ranked[0].score)), *others]


def with_group_named(store: Store, question: Question, item: Ranked, verdict: Verdict) -> Verdict:
    """Return the verdict on the figure of a company where a question names the group that it
    belongs to, with a remark that says so."""
    record = item.described.record
    group = next((part for part in question.parts if verdict.missing == (part.text,)), None)
    if group is None or record.kind != "player":
        return verdict
    for named in store.indexed_records(group.names):
        found = company_of_group(store, named)
        if found and found[0].position == record.position:
            title, name = item.described.chosen.fact.title, store.facts(named.id)[0].title
            return verdict._replace(remark=_OF_COMPANY.format(group=name, company=title))
    return verdict
