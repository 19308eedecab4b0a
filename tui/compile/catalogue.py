"""What pages need to know of each other: titles, figures by reference, who leads to whom."""

from __future__ import annotations

from tui.compile import labels
from tui.compile.entries import Entry, kind_of, title_of
from tui.compile.facts.disagreements import find_disagreements
from tui.compile.facts.fact_text import ReferencedFact, facts_of
from tui.compile.facts.record_citations import citations_of
from tui.compile.facts.source_usage import SourceUsage, count_source_usage
from tui.document.fact_ref import record_id_of
from tui.load import Content
from tui.load.record_references import FACT_IN_TEXT
from tui.model import Bilingual, Source
from tui.model.connections import Connection, connections
from tui.text.dates import format_date
from tui.text.language import Language, Wording


class Catalogue:
    """Looks up records, sources and figures of one content by what refers to them."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._sources = {source.id: source for source in content.sources}
        self._themes = {item.id: item.title.wording() for item in content.briefing.themes}
        self.connections: tuple[Connection, ...] = tuple(connections(content.records))
        self._neighbours: dict[str, dict[str, None]] = {}
        for connection in self.connections:
            self._neighbours.setdefault(connection.from_id, {})[connection.to_id] = None
        for connection in self.connections:
            self._neighbours.setdefault(connection.to_id, {})[connection.from_id] = None
        self._facts = dict(facts_of(content.records))
        self._citing: dict[str, dict[str, None]] = {}
        self._cited = {record.id: tuple(citations_of(record)) for record in content.records}
        for identity, citations in self._cited.items():
            for cited in citations:
                self._citing.setdefault(cited.citation.source, {})[identity] = None
        self.disagreements = tuple(find_disagreements(content.records))
        self._entries: dict[str, Entry] = {entry.id: entry for entry in self.entries()}
        self._disputed = {item.about: item.id for item in self.disagreements}

    def entries(self) -> tuple[Entry, ...]:
        """Everything that has a page, most important first."""
        content = self.content
        return (*content.briefs, *content.records, *self.disagreements, *content.sources)

    def title(self, identity: str) -> Wording:
        """How lists and links call an entry."""
        entry = self._entries[identity]
        return entry.short.wording() if isinstance(entry, Source) else title_of(entry)

    def kind(self, identity: str) -> Wording:
        """What sort of thing it is, in words."""
        return labels.KINDS[kind_of(self._entries[identity])]

    def disagreement(self, about: str) -> str | None:
        """The id of the disagreement about a measure or statement, by its reference."""
        return self._disputed.get(about)

    def is_disputed(self, record: str) -> bool:
        """Whether sources disagree on a record or on one of its figures."""
        return any(item.record.id == record for item in self.disagreements)

    def source(self, identity: str) -> Source:
        """A source record."""
        return self._sources[identity]

    def source_line(self, identity: str, language: Language) -> str:
        """A source as citations name it: short title and date."""
        source = self._sources[identity]
        name, date = source.short.of(language), source_date(source, language)
        return f"{name}（{date}）" if language == "zh" else f"{name} ({date})"

    def theme(self, identity: str) -> Wording:
        """The name of a subject by which records are tagged."""
        return self._themes[identity]

    def neighbours(self, identity: str) -> list[str]:
        """Records that this one leads to, then those that lead here."""
        return list(self._neighbours.get(identity, ()))

    def weight(self, source: str) -> SourceUsage:
        """How much of the briefing rests on a source."""
        return count_source_usage(source, self._cited.values())

    def filled(self, text: Bilingual) -> Wording:
        """A text with the figures that it names (``{fact:…}``) put in."""
        return Wording(
            FACT_IN_TEXT.sub(lambda match: self.fact(match[1]).text.zh, text.zh),
            FACT_IN_TEXT.sub(lambda match: self.fact(match[1]).text.en, text.en),
        )

    def citing(self, source: str) -> list[str]:
        """The records that cite a source, in order of importance."""
        return list(self._citing.get(source, ()))

    def fact(self, reference: str) -> ReferencedFact:
        """The figure, rate or record that ``reference`` names; of several values of one key
        the preferred one."""
        if reference in self._facts:
            return self._facts[reference]
        base = record_id_of(reference)
        return ReferencedFact(base, self.title(base))


def source_date(source: Source, language: Language) -> str:
    """When a source was published, or the time to which it was narrowed down."""
    if source.date_published:
        return format_date(source.date_published, language)
    inferred = source.date_inferred
    if inferred is None:
        return labels.NO_DATE.of(language)
    earliest = format_date(inferred.earliest, language)
    if inferred.latest is None:
        return f"不早于{earliest}" if language == "zh" else f"{earliest} or later"
    latest = format_date(inferred.latest, language)
    return f"约{earliest}至{latest}" if language == "zh" else f"between {earliest} and {latest}"
