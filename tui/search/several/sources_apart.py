"""Questions that name two sources or more and what they write about (OFweek vs Guanyan doctors at
Ping An, 观研和woshipm 2022): the disagreements between these sources on it, else their figures."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.dispute_words import CHINESE_DISPUTES, DISPUTE_NOUNS, DISPUTE_WORDS
from tui.search.fact_choice import OUTSIDE, period_relation
from tui.search.features import IN_SUMMARY, in_fact
from tui.search.figures_of_source import published_by
from tui.search.group_company import company_of_group
from tui.search.several.dispute_sides import disputes_of
from tui.search.several.publisher_figures import (
    counted_disputes,
    figures_of_publishers,
    other_disputes,
    shown_disputes,
)
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.question.reader import Part, Question
    from tui.search.several.dispute_sides import SidedDispute
    from tui.search.several_answers import SeveralAnswers
    from tui.store import IndexedRecord, Store

_FIGURES = words_of("figure figures number numbers data 数据 数字 数值")
_DIFFER = DISPUTE_WORDS | DISPUTE_NOUNS | words_of("same 一样 一致 相同 说法一样")
_SAYS_NOTHING = words_of("say says said give gives 说法 口径 地方 的说法 怎么说 之间")


def what_sources_say(
    store: Store,
    question: Question,
    published: list[tuple[Part, IndexedRecord]],
    *,
    compares: bool,
) -> SeveralAnswers | None:
    """Return the disagreements between the named publishers on the rest of a question, else the
    figures of each; None for a question that names only them, and for one that neither compares nor
    asks how they differ where they have no figures on the rest. ``compares``: it compares."""
    text, words = question.query.text, question.query.words
    named = [part for part, _ in published]
    records = list({record.id: record for _, record in published}.values())
    says_differ = not _DIFFER.isdisjoint(words) or (
        not text.isascii() and any(map(text.__contains__, (*CHINESE_DISPUTES, "一样", "一致")))
    )
    dropped = _DIFFER | _SAYS_NOTHING | _FIGURES
    subject = tuple(
        _with_company_of_group(store, part)
        for part in question.parts
        if part not in named and not (part.text in dropped or part.text in CHINESE_DISPUTES)
    )
    months = question.query.months
    of_figures = not _FIGURES.isdisjoint(words) or any(it in text for it in ("数据", "数字"))
    if not (subject or months or says_differ or of_figures):
        return None
    found = disputes_of(store, records, subject)
    if not subject and (months or of_figures):
        found = [each for each in found if each.is_figure]
    if months:
        found = [each for each in found if _is_of_time(store, each, months)]
    found = _about_measure(store, found, subject)
    if found and says_differ:
        return counted_disputes(store, question, records, found, subject)
    if found:
        return shown_disputes(store, question, found, subject)
    own = figures_of_publishers(store, question, records, subject) if subject else None
    have_sources = compares or all(published_by(store, record.id) for record in records)
    if own and have_sources and any(verdict.match == "exact" for _, verdict in own.ranked):
        return own
    if says_differ:
        return other_disputes(store, question, records, subject)
    return own if compares else None


def _with_company_of_group(store: Store, part: Part) -> Part:
    """Return a part that names a group without figures as one that names its company."""
    for record in store.indexed_records(part.names[:1]):
        found = company_of_group(store, record) if record.kind == "player" else None
        if found and found[1]:
            return part._replace(names=(found[0].position,))
    return part


def _about_measure(
    store: Store, disputes: list[SidedDispute], subject: tuple[Part, ...]
) -> list[SidedDispute]:
    """Return the disagreements with a figure that has what a subject names beside a company, whose
    name may have the same word (doctors at Good Doctor); all of them where none has one."""
    companies = [
        part
        for part in subject
        for record in store.indexed_records(part.names[:1])
        if record.kind == "player"
    ]
    measures = [part for part in subject if part not in companies]
    if len(disputes) < 2 or not (companies and measures):
        return disputes
    figures = {each.id: _figures_of(store, each) for each in disputes}
    store.load_facts({figure.partition(".")[0] for each in figures.values() for figure in each})
    found = [
        dispute
        for dispute in disputes
        if any(
            fact.fact in figures[dispute.id]
            and all(in_fact(part, fact) > IN_SUMMARY for part in measures)
            for record in {figure.partition(".")[0] for figure in figures[dispute.id]}
            for fact in store.facts(record)
        )
    ]
    return found or disputes


def _figures_of(store: Store, dispute: SidedDispute) -> set[str]:
    """Return the figures of companies that the sides of a disagreement set against each other."""
    rows = store.query("SELECT fact FROM disputed_figures WHERE id = ?", (dispute.id,))
    facts = {fact for (fact,) in rows} | {side.fact for side in dispute.sides}
    return {fact for fact in facts if "." in fact}


def _is_of_time(store: Store, dispute: SidedDispute, months: MonthRange) -> bool:
    """Return whether a figure of a side is of a period."""
    store.load_facts({side.record for side in dispute.sides})
    return any(
        fact.fact == side.fact and fact.value and period_relation(fact, months) != OUTSIDE
        for side in dispute.sides
        for fact in store.facts(side.record)
    )
