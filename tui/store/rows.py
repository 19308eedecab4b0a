"""What the store answers with: plain tuples."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.text.language import Wording

if TYPE_CHECKING:
    from typing import Any


class Section(NamedTuple):
    """A part of the briefing. ``columns``: head and side (left or right) of each list column."""

    id: str
    kind: str
    title: Wording
    columns_zh: tuple[tuple[str, str], ...]
    columns_en: tuple[tuple[str, str], ...]

    def columns(self, language: str) -> tuple[tuple[str, str], ...]:
        """The columns in a language."""
        return self.columns_zh if language == "zh" else self.columns_en


class Row(NamedTuple):
    """A record's line in its section's list."""

    id: str
    kind: str
    section: str
    title: Wording
    disputed: bool
    """Whether sources disagree on it."""
    cells: tuple[str, ...]


class Fact(NamedTuple):
    """A record with one of its answers, without the evidence: what a search chooses among.
    ``number``: the answer's, by which its entry is had."""

    number: int
    id: str
    kind: str
    title: Wording
    fact: str
    value: str
    words: str
    """Folded, by which a query names this answer among those of the record."""
    answer: Wording
    status: str
    period: str
    rank: str
    """``preferred``, ``normal`` or ``deprecated`` among the values of one key."""
    first_month: int
    last_month: int
    """The period as yyyymm; 0 where there is none."""


class Searched(NamedTuple):
    """What a query is compared with: the folded texts of a record, within a field one a line.
    ``position``: its rank of importance in the briefing. ``first_month``, ``last_month``: of all
    its answers, as yyyymm; 0 where none has a period."""

    position: int
    id: str
    kind: str
    first_month: int
    last_month: int
    titles: str
    names: str
    sounds: str
    body: str
    spoken: str
    """Words of the page in pinyin, a space on either side of each."""


class Entry(NamedTuple):
    """A record with one of its answers and that answer's evidence: what ``--json`` prints."""

    number: int
    id: str
    kind: str
    title: Wording
    fact: str
    value: str
    words: str
    answer: Wording
    status: str
    period: str
    rank: str
    citations: list[dict[str, str]]
    disagrees: list[dict[str, Any]]


class SourceFile(NamedTuple):
    """A source document and the file that was read. ``size`` in bytes."""

    id: str
    title: Wording
    date: str
    url: str
    file: str
    size: int
    sha256: str
