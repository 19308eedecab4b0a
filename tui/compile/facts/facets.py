"""The values by which lists filter records, such as level, region, status, tag and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.compile.catalogue import Catalogue, PageSubject
from tui.compile.facts.answer import Answer
from tui.compile.facts.disagreements import Disagreement
from tui.compile.facts.record_citations import citations_of
from tui.document.facet_declarations import FACETS
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Bilingual, Brief, Record
from tui.text.fold import fold
from tui.text.language import Wording

_UNDATED = Wording("无日期", "undated")


class Facet(NamedTuple):
    """A row of the table ``facets``. ``value`` is a slug, the labels are its name."""

    id: str
    facet: str
    value: str
    label_zh: str
    label_en: str


def facets_of(
    entry: PageSubject,
    own: Iterable[tuple[str, str, Wording]],
    answers: Sequence[Answer],
    catalogue: Catalogue,
) -> Iterator[Facet]:
    """Yield every facet value of an entry once: kind, those of its kind (``own``), the statuses of
    its answers, its tags and sources.

    Raises:
        LookupError: a facet is not declared.
    """
    seen = set()
    for facet, value, label in (*own, *_common(entry, answers, catalogue)):
        if facet not in FACETS:
            where = "tui/document/facet_declarations.py"
            raise LookupError(f"facet {facet!r} of {entry.id} is not declared: add it to {where}")
        if (facet, value) not in seen:
            seen.add((facet, value))
            yield Facet(entry.id, facet, value, *label)


def region(name: Bilingual | None) -> Iterator[tuple[str, str, Wording]]:
    """Yield a region as a facet value; its slug is the English name."""
    if name:
        yield "region", fold(name.en).replace(" ", "-"), name.wording()


def year(date: str) -> Iterator[tuple[str, str, Wording]]:
    """Yield the year of a date as a facet value; ``undated`` where there is no date."""
    number = date[:4]
    yield "year", number or "undated", Wording(f"{number}年", number) if number else _UNDATED


def _common(
    entry: PageSubject, answers: Sequence[Answer], catalogue: Catalogue
) -> Iterator[tuple[str, str, Wording]]:
    yield "kind", entry.record_kind, catalogue.kind(entry.id)
    for answer in answers:
        if answer.status:
            yield "status", answer.status, STATUS_WORDS[answer.status]
    tagged: list[Record | Brief] = [entry] if isinstance(entry, (Record, Brief)) else []
    if isinstance(entry, Disagreement):
        tagged = [each.record for each in (entry, *entry.merged)]
    for theme in (theme for record in tagged for theme in record.themes):
        yield "tag", theme, catalogue.theme(theme)
    for source in _sources(entry, answers):
        yield "source", source, catalogue.title(source)


def _sources(entry: PageSubject, answers: Sequence[Answer]) -> Iterator[str]:
    """Yield the sources that a record cites, then those of its answers."""
    if isinstance(entry, Record):
        for cited in citations_of(entry):
            yield cited.citation.source
    for answer in answers:
        for citation in answer.citations:
            yield citation.source
