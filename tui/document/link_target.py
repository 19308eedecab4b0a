"""Targets of links: what a span or a link of a page leads to, written ``kind:name``.

record:ID                 the page of a record
cite:NUMBER               a quotation at the end of the same page
section:ID                a section of the briefing
compare:ID,ID             a comparison of records or metrics
subject:TAG               the short brief of a subject
timeline:FACET=A,B;…      the timeline, filtered by values of facets
fold:HEADING              a section of the same page, to fold it away or show it again
"""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

RECORD = "record"
CITATION = "cite"
SECTION = "section"
COMPARISON = "compare"
TIMELINE = "timeline"
SUBJECT = "subject"
FOLD = "fold"

OVERVIEW = "overview"
"""The id of the generated overview page, and of its section."""
DISAGREEMENT_PREFIX = "disagreement-"
"""How the ids of the generated pages of disputed figures begin."""


class LinkTarget(NamedTuple):
    """A parsed target. ``kind`` is empty where a span leads nowhere."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}" if self.kind else ""

    @property
    def record(self) -> str:
        """The id of the record; empty for another kind of target."""
        return self.name if self.kind == RECORD else ""

    @property
    def citation(self) -> int:
        """The number of the quotation; 0 for another kind of target."""
        return int(self.name) if self.kind == CITATION and self.name.isdecimal() else 0


def parse_target(text: str) -> LinkTarget:
    """Return the parts of a target; both are empty for an empty text."""
    kind, _, name = text.partition(":")
    return LinkTarget(kind, name)


def record_target(record: str) -> str:
    """Return the target that leads to the page of a record."""
    return f"{RECORD}:{record}"


def citation_target(number: int) -> str:
    """Return the target that leads to a quotation of the same page."""
    return f"{CITATION}:{number}"


def section_target(section: str) -> str:
    """Return the target that leads to a section."""
    return f"{SECTION}:{section}"


def comparison_target(subjects: Iterable[str]) -> str:
    """Return the target that leads to a comparison of ``subjects``."""
    return f"{COMPARISON}:{','.join(subjects)}"


def subject_target(tag: str) -> str:
    """Return the target that leads to the short brief of a subject."""
    return f"{SUBJECT}:{tag}"


def timeline_target(facets: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return the target that leads to the timeline, filtered by values of facets."""
    return f"{TIMELINE}:{format_facets(facets)}"


def format_facets(facets: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return chosen values of facets as text: ``type=launch,financing;year=2022``."""
    return ";".join(f"{facet}={','.join(values)}" for facet, values in facets)


def parse_facets(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the values of facets that ``format_facets`` has written."""
    parts = (part.partition("=") for part in text.split(";") if part)
    return tuple((facet, tuple(values.split(","))) for facet, _, values in parts)
