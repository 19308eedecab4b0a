"""The short brief of a subject: at most two pages, made of the records with its tag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.document import Block, Document, Heading, Paragraph, Span
from tui.document.fact_ref import record_id_of
from tui.question.tables import in_list
from tui.store import AnswerWithEvidence, Store
from tui.text.language import Language, Wording, plural
from tui.views import messages
from tui.views.brief_paragraphs import BriefParagraphs
from tui.views.figure_takeaways import figure_takeaways, open_questions
from tui.views.page_fitting import fitting_blocks
from tui.views.printed_length import PAGE
from tui.views.quote_numbering import QuoteNumbering
from tui.views.selection import SelectionFilter, facet_choices, select
from tui.views.subject_change import change_blocks
from tui.views.subject_conclusion import conclusions
from tui.views.subject_figures import (
    figures_by_period,
    figures_of_companies,
    figures_of_other_markets,
    latest_figures,
    measured_entry,
    measures_by_period,
)
from tui.views.subject_order import aside_records, in_subject_order
from tui.views.subject_policies import force_note, forces_of, policies_of, policy_blocks
from tui.views.subject_provisions import SubjectPolicy
from tui.views.subject_statements import statements_of, subject_names

_MOST = {
    "statistic": 6,
    "statement": 3,
    "disagreement": 3,
    "gap": 5,
    "policy": 8,
    "player": 5,
}
"""Records of each kind that a brief names at most."""
_MOST_MEASURED = 2
"""Companies with a figure of the subject that a brief has at least."""
_LEAST_GAPS = 2
"""Data gaps that a brief on policies has at least."""
_SUPPLIERS = ("research-house", "media")
"""Roles of those that only supply data: they stand in the references."""
_TITLE_AND_END = 4
"""Printed lines of the title of the file, of the page, and of the note at the end, beyond what the
estimates of the other blocks have to spare (measured in Chromium on US Letter)."""
_LONGEST = 2 * PAGE - _TITLE_AND_END
"""Printed lines of a brief."""
_SMALLER = {"zh": 1.205, "en": 1.215}
"""How many times as much a brief has on policies: with a table of texts it is printed in smaller
type (measured in Chromium on US Letter; lines of Chinese stand further apart)."""


class _Brief(NamedTuple):
    store: Store
    language: Language
    evidence: QuoteNumbering
    records: dict[str, list[str]]
    """The ids by kind, most important first."""
    most: dict[str, int]
    """How many of each kind are named."""
    policies: list[SubjectPolicy]
    """Those with a provision on the subject first."""
    subject: Wording
    tag: str

    def entries(self, kind: str) -> list[AnswerWithEvidence]:
        """Return the main answers of the first records of a kind."""
        return [
            self.store.answers(each)[0] for each in self.records.get(kind, [])[: self.most[kind]]
        ]

    @property
    def is_on_policies(self) -> bool:
        """Whether there are more policies of the subject than statistics: they come first."""
        return len(self.policies) > len(self.records.get("statistic", ()))

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


def subject_brief(
    store: Store, tag: str, language: Language, command: str = "", *, has_pages: bool = True
) -> Document:
    """Return the brief of a subject, by the slug of its tag. ``command``: how to list the records
    that it leaves out, which it says at its end. ``has_pages``: whether it must fit two pages; else
    it has all policies."""
    kinds: dict[str, str] = dict(store.query("SELECT id, kind FROM records"))
    records: dict[str, list[str]] = {}
    for identity in subject_records(store, tag):
        records.setdefault(kinds[identity], []).append(identity)
    records["statement"], statements = statements_of(store, records, tag)
    issuers = {row[0] for row in store.query("SELECT to_id FROM links WHERE type = 'issuer'")}
    places, roles = in_list(_SUPPLIERS)
    sql = f"SELECT id FROM players WHERE role IN ({places})"
    suppliers = {row[0] for row in store.query(sql, roles)}
    players = [each for each in records.get("player", ()) if each not in suppliers]
    records["player"] = players
    met = _with_participants(store, players)
    title = next(each.label for each in facet_choices(store, "tag") if each.value == tag)
    measured = {each for each in players if measured_entry(store, each, title)}
    # Issuers stand with policies; in events of the first, others of the subject took part.
    players.sort(key=lambda each: (each in issuers, each not in met, each not in measured))
    brief = _Brief(
        store,
        language,
        QuoteNumbering(store, language, dated=False),
        records,
        {
            kind: min(count, statements if kind == "statement" else len(records.get(kind, ())))
            for kind, count in _MOST.items()
        },
        policies_of(store, records.get("policy", ()), tag),
        title,
        tag,
    )
    # Other companies may only mention the subject: what else is on it takes their room.
    least = {
        "player": max(int(bool(met)), min(len(measured), _MOST_MEASURED)),
        "policy": forces_of(brief.policies),
    }
    if brief.is_on_policies:
        least |= {"player": 0, "statement": 0}
        least["policy"], least["gap"] = brief.most["policy"], brief.most["gap"]
    if not has_pages:
        brief.most["policy"] = len(brief.policies)
    blocks = _fitting(brief, least, command) if has_pages else _blocks(brief, command)
    return Document(title.of(language), messages.SHORT_BRIEF.of(language), blocks)


def _fitting(brief: _Brief, least: Mapping[str, int], command: str) -> tuple[Block, ...]:
    """Return the blocks of a brief with as many records of each kind as two pages hold, at least
    one of a kind that ``least`` does not have."""
    room = _LONGEST * (_SMALLER[brief.language] if brief.is_on_policies else 1)
    return fitting_blocks(
        lambda most: _blocks(brief._replace(most=most), command),
        brief.most,
        least,
        {"policy": forces_of(brief.policies), "gap": _LEAST_GAPS},  # policies are named still
        room,
    )


def _with_participants(store: Store, players: Sequence[str]) -> set[str]:
    """Return the companies in whose events others of them took part: who received the money."""
    rows = store.query("SELECT event, company FROM participants")
    pairs = {(record_id_of(event), company) for event, company in rows}
    return {own for own, other in pairs if other != own and other in players}


def _blocks(brief: _Brief, command: str) -> tuple[Block, ...]:
    store, language = brief.store, brief.language
    evidence = QuoteNumbering(store, language, dated=False)
    brief = brief._replace(evidence=evidence)
    return (
        *_takeaways(brief),
        *(_policies(brief) if brief.is_on_policies else ()),
        *_latest_figures(brief),
        *figures_by_period(brief.paragraphs, brief.records.get("statistic", [])),
        *figures_of_other_markets(brief.paragraphs, brief.entries("statistic")),
        *_statements(brief),
        *_disputes(brief),
        *_gaps(brief),
        *(() if brief.is_on_policies else _policies(brief)),
        *_listed(brief, "player", messages.COMPANIES, _company(brief)),
        *_editors_briefs(brief, with_commands=bool(command)),
        *_rest(brief, command),
        *brief.evidence.blocks(),
    )


def _takeaways(brief: _Brief) -> Iterator[Block]:
    """Yield what a subject amounts to: of policies, what they say and its main figure; else its
    figures and what is disputed; then what is not known."""
    blocks: list[Block] = []
    gaps, names = brief.entries("gap"), subject_names(brief.store, brief.tag)
    summaries = [*brief.paragraphs.summaries(brief.records.get("brief", ())[:1])]
    if not brief.is_on_policies:
        statistics, disputes = brief.records.get("statistic", ()), brief.entries("disagreement")
        blocks += figure_takeaways(brief.paragraphs, statistics, disputes, gaps, names, summaries)
    else:
        blocks += summaries
        for spans in conclusions(brief.store, brief.policies, brief.evidence, brief.language):
            blocks.append(Paragraph(spans, bullet="-"))
        if figures := [entry for entry in brief.entries("statistic") if entry.value]:
            blocks.append(brief.paragraphs.figure(figures[0], with_source=True))
        elif not brief.records.get("statistic"):
            blocks += figures_of_companies(brief.paragraphs, (*brief.subject, brief.tag))
        blocks += open_questions(brief.paragraphs, messages.NOT_KNOWN_YET, gaps)
    if blocks:
        yield Heading(messages.TAKEAWAYS.of(brief.language))
        yield from blocks


def _latest_figures(brief: _Brief) -> Iterator[Block]:
    """Yield the figures that neither the key takeaways nor the table by period have; of a subject
    on policies also the change."""
    figures, statistics = brief.entries("statistic"), brief.records.get("statistic", ())
    shown = set[str]()
    if brief.is_on_policies:
        yield from change_blocks(brief.store, statistics, brief.evidence, brief.language)
        figures = figures if len(figures) > 1 else []
    else:
        named = {s["record"] for each in brief.entries("disagreement") for s in each.disagrees}
        shown = {
            each.id
            for each in figures
            if each.id in measures_by_period(brief.store, statistics)
            and (each.id in named or not each.disagrees)
        }
    yield from latest_figures(brief.paragraphs, figures, shown)


def _editors_briefs(brief: _Brief, *, with_commands: bool) -> Iterator[Block]:
    """Yield the narratives about the subject by title, with their commands if ``with_commands``."""
    names: list[Span] = []
    for identity in brief.records.get("brief", ()):
        name = brief.paragraphs.name(brief.store.answers(identity)[0])
        if brief.language == "zh":
            name = name._replace(text=f"《{name.text}》")
        key = messages.BEHIND_NAME.format(text=f"medbrief brief {identity}").of(brief.language)
        comma = [Span("；" if brief.language == "zh" else "; ")] if names else []
        names += [*comma, name, *([Span(key, "muted")] if with_commands else [])]
    if names:
        several = len(brief.records["brief"]) > 1
        label = messages.EDITORS_BRIEFS if several else messages.EDITORS_BRIEF
        yield Paragraph((Span(label.of(brief.language), "label"), *names))


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


def _company(brief: _Brief) -> Callable[[AnswerWithEvidence], Paragraph]:
    """Return what makes the paragraph on a company: its figure of the subject, if it has one."""

    def paragraph(entry: AnswerWithEvidence) -> Paragraph:
        figure = measured_entry(brief.store, entry.id, brief.subject)
        return brief.paragraphs.company(figure or entry)

    return paragraph


def _policies(brief: _Brief) -> Iterator[Block]:
    yield from policy_blocks(
        brief.store, brief.policies, brief.most["policy"], brief.evidence, brief.language
    )
    yield from force_note(brief.policies[: brief.most["policy"]], brief.language)


def _rest(brief: _Brief, command: str) -> Iterator[Block]:
    """Yield how many records the brief does not name, and the command that lists them."""
    left = sum(
        len(ids[brief.most.get(kind, 0) :])
        for kind, ids in brief.records.items()
        if kind != "brief"
    )
    if left:
        more = plural(left, "more item")
        where = messages.BEHIND_NAME.format(text=command).of(brief.language) if command else ""
        text = messages.MORE_RECORDS.format(count=left, more=more, where=where).of(brief.language)
        yield Paragraph((Span(text, "muted"),))
