"""Lookup of records, sources and facts by what refers to them, for all pages of a briefing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from tui.compile import labels
from tui.compile.facts.disagreements import Disagreement, find_disagreements
from tui.compile.facts.edition_dates import core_figures_to, edition_year
from tui.compile.facts.fact_text import ReferencedFact, facts_of
from tui.compile.facts.misprints import Misprints
from tui.compile.facts.record_citations import citations_of
from tui.compile.facts.source_usage import SourceUsage, count_source_usage
from tui.document.fact_ref import record_id_of, without_value
from tui.load import Content
from tui.load.record_references import FACT_IN_TEXT
from tui.model import (
    Bilingual,
    Citation,
    Gap,
    Identified,
    Policy,
    Source,
    Statement,
)
from tui.model.connections import Connection, connections
from tui.text.dates import format_date
from tui.text.language import Language, Wording
from tui.text.source_name import is_named_last, without_source

PageSubject: TypeAlias = Identified | Disagreement
"""Everything that has a page and a row in a list."""


def title_of(subject: PageSubject) -> Wording:
    """Return the title of the page."""
    return subject.title if isinstance(subject, Disagreement) else subject.heading.wording()


class Catalogue:
    """Looks up entries, sources and facts of one content.

    ``kinds``: the label of each kind; ``sections``: the title of its section, if not the same.
    """

    def __init__(
        self,
        content: Content,
        kinds: Mapping[str, Wording],
        sections: Mapping[str, Wording] | None = None,
    ) -> None:
        self.content = content
        self._kinds = kinds
        self._section_titles = sections or kinds
        self.core_figures_to: str = core_figures_to(content)
        self.edition_year: int = edition_year(content)
        self._sources = {source.id: source for source in content.sources}
        self._themes = {item.id: item.title.wording() for item in content.briefing.themes}
        self.connections: tuple[Connection, ...] = tuple(connections(content.records))
        # Dicts without values serve as ordered sets.
        self._neighbors: dict[str, dict[str, None]] = {}
        for connection in self.connections:
            self._neighbors.setdefault(connection.from_id, {})[connection.to_id] = None
        for connection in self.connections:
            self._neighbors.setdefault(connection.to_id, {})[connection.from_id] = None
        self._facts = dict(facts_of(content.records))
        self.measures = {
            name: measure for record in content.records for name, measure in record.measures()
        }
        self.misprints = Misprints(content.records)
        self._citing: dict[str, dict[str, None]] = {}
        self._cited = {record.id: tuple(citations_of(record)) for record in content.records}
        for identity, citations in self._cited.items():
            for cited in citations:
                self._citing.setdefault(cited.citation.source, {})[identity] = None
        self.disagreements = tuple(find_disagreements(content.records))
        self._entries: dict[str, PageSubject] = {entry.id: entry for entry in self.entries()}
        self._disputed = {
            each.about: item.id for item in self.disagreements for each in (item, *item.merged)
        }
        self._disputing: dict[str, dict[str, None]] = {}
        self._in_disputes: dict[str, dict[str, None]] = {}
        for item in self.disagreements:
            self._in_disputes.setdefault(item.record.id, {})[item.id] = None
            for dispute in item.disputes:
                self._in_disputes.setdefault(record_id_of(dispute.by), {})[item.id] = None
                for reference in (dispute.by, dispute.against or dispute.by):
                    side = measure_of(reference)
                    if self._disputed.get(side) != item.id:
                        self._disputing.setdefault(side, {})[item.id] = None

    def choice(
        self, what: Literal["roles", "levels"], value: str, common: Mapping[str, Wording]
    ) -> Wording:
        """Return what readers see of a value of an enumeration: its title in briefing.toml, else
        the common one."""
        for declared in getattr(self.content.briefing, what):
            if declared.id == value:
                return Wording(*declared.title.wording())
        return common[value]

    def entries(self) -> tuple[PageSubject, ...]:
        """Return everything that has a page, most important first."""
        content = self.content
        return (*content.briefs, *content.records, *self.disagreements, *content.sources)

    def title(self, identity: str) -> Wording:
        """Return what lists and links call an entry."""
        entry = self._entries[identity]
        return entry.short.wording() if isinstance(entry, Source) else title_of(entry)

    def short_title(self, identity: str) -> Wording:
        """Return what lists and narrow cells call an entry: the dispute of a statement is called
        by the question, else as the statement; that of a figure as its page."""
        entry = self._entries[identity]
        subject: PageSubject = entry
        if isinstance(entry, Disagreement) and entry.measure is None:
            subject = entry.record
        short: Bilingual | None = getattr(subject, "short", None)
        if subject is not entry:
            short = getattr(subject, "question", None) or short
        return short.wording() if short else self.title(identity)

    def entry(self, identity: str) -> PageSubject:
        """Return what has a page by its id."""
        return self._entries[identity]

    def kind(self, identity: str) -> Wording:
        """Return the label of an entry's kind."""
        return self._kinds[self._entries[identity].record_kind]

    def section_title(self, identity: str) -> Wording:
        """Return the title of the section that lists an entry."""
        return self._section_titles[self._entries[identity].record_kind]

    def disagreement(self, about: str) -> str | None:
        """Return the id of the disagreement about a measure or statement, by its reference."""
        return self._disputed.get(about)

    def disputed_with(self, reference: str) -> list[str]:
        """Return the ids of the disagreements about other statements in which a measure, a part or
        a record as a whole is evidence or disputed."""
        return list(self._disputing.get(reference, ()))

    def is_disputed(self, record: str) -> bool:
        """Return whether a record, or a fact of it, is a side of a disagreement."""
        return record in self._in_disputes

    def disputes_of(self, record: str) -> list[str]:
        """Return the ids of the disagreements of which a record, or a fact of it, is a side."""
        return list(self._in_disputes.get(record, ()))

    def source_names(self, sources: Iterable[str], language: Language) -> str:
        """Return the short titles of sources."""
        found = (self._sources[each].short.of(language) for each in dict.fromkeys(sources))
        return ("；" if language == "zh" else "; ").join(found)

    def sources_and_dates(self, sources: Iterable[str], language: Language) -> str:
        """Return the short titles of sources, each with when it was written in brackets."""
        found = [self._sources[each] for each in dict.fromkeys(sources)]
        texts = [(each.short.of(language), short_source_date(each, language)) for each in found]
        if language == "zh":
            return "；".join(f"{name}（{date}）" for name, date in texts)
        return "; ".join(f"{name} ({date})" for name, date in texts)

    def source_line(self, identity: str, language: Language) -> str:
        """Return a source as citations name it: short title and date."""
        source = self._sources[identity]
        name, date = source.short.of(language), source_date(source, language)
        return f"{name}（{date}）" if language == "zh" else f"{name} ({date})"

    def theme(self, identity: str) -> Wording:
        """Return the name of a subject by which records are tagged."""
        return self._themes[identity]

    def neighbors(self, identity: str) -> list[str]:
        """Return the records that a record links to, then those that link to it."""
        return list(self._neighbors.get(identity, ()))

    def usage(self, source: str) -> SourceUsage:
        """Return how much of the briefing rests on a source."""
        return count_source_usage(source, self._cited.values())

    def filled(self, text: Bilingual | Wording) -> Wording:
        """Return a text with its references (``{fact:…}``) replaced by the figures."""
        return Wording(
            FACT_IN_TEXT.sub(lambda match: self.words_in_text(self.fact(match[1])).zh, text.zh),
            FACT_IN_TEXT.sub(lambda match: self.words_in_text(self.fact(match[1])).en, text.en),
        )

    def citing(self, source: str) -> list[str]:
        """Return the records that cite a source, in order of importance."""
        return list(self._citing.get(source, ()))

    def record_citations(self, identity: str, fact: str = "") -> tuple[Citation, ...]:
        """Return every citation of a record, or those of one of its facts."""
        cited = self._cited.get(identity, ())
        return tuple(each.citation for each in cited if fact in ("", each.fact))

    def fact(self, reference: str) -> ReferencedFact:
        """Return the figure, rate or record that a reference names.

        Of several values of one key it is the preferred one, also where the reference pins a value
        that no figure has any more: ``medbrief check`` reports that.
        """
        for key in (reference, without_value(reference)):
            if key in self._facts:
                return self._facts[key]
        record = record_id_of(reference)
        return ReferencedFact(record, self.title(record))

    def words_in_text(self, fact: ReferencedFact) -> Wording:
        """Return what a text says for a fact that it refers to: for a gap its short title, as a
        question does not fit into a sentence."""
        entry = self._entries[fact.id]
        return self.short_title(fact.id) if isinstance(entry, Gap) else fact.text

    def words_after(self, before: str, fact: ReferencedFact, language: Language) -> str:
        """Return what a text says for a fact; the title of a statement without its source if the
        sentence, of which ``before`` is the beginning, has named that."""
        words = self.words_in_text(fact).of(language)
        entry = self._entries[fact.id]
        if before and isinstance(entry, Statement):
            for source in dict.fromkeys(each.source for each in entry.citations):
                name = self._sources[source].short.of(language)
                if is_named_last(before, name):
                    return without_source(words, name)
        return words

    def evidence(self, reference: str) -> tuple[Citation, ...]:
        """Return what a narrative quotes for a reference: the first citation of a figure or a
        policy, all those of a statement, none of other records."""
        if citations := self.fact(reference).citations:
            return citations[:1]
        entry = self._entries[record_id_of(reference)]
        if isinstance(entry, Statement):
            return entry.citations
        return entry.citations[:1] if isinstance(entry, Policy) else ()


def measure_of(reference: str) -> str:
    """Return the reference of the measure of a figure, or else the reference without its value."""
    return without_value(reference).partition("@")[0].partition("#")[0]


def short_source_date(source: Source, language: Language) -> str:
    """Return the date of publication for a cell of a table: ``c. Mar 2024–Jun 2025``."""
    inferred = source.date_inferred
    if source.date_published:
        return format_date(source.date_published, language)
    if inferred is None or not inferred.earliest:
        return labels.NO_DATE.of(language)
    earliest = format_date(inferred.earliest, language)
    if inferred.latest is None:
        return f"{earliest}以后" if language == "zh" else f"{earliest} or later"
    latest = format_date(inferred.latest, language)
    return f"约{earliest}—{latest}" if language == "zh" else f"c. {earliest}–{latest}"


def source_date(source: Source, language: Language) -> str:
    """Return the date of publication; of an undated source the range in which it must lie."""
    if source.date_published:
        return format_date(source.date_published, language)
    inferred, zh = source.date_inferred, language == "zh"
    if inferred is None or not inferred.earliest:
        return labels.NO_DATE.of(language)
    earliest = format_date(inferred.earliest, language)
    if inferred.latest is None:
        return f"未注明日期，不早于{earliest}" if zh else f"undated, {earliest} or later"
    latest = format_date(inferred.latest, language)
    return f"未注明日期，约{earliest}—{latest}" if zh else f"undated, c. {earliest}–{latest}"
