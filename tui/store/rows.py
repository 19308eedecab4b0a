"""Records that the store returns, as named tuples, and how rows of the database become them."""

from __future__ import annotations

from collections.abc import Iterable

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.text.language import NO_TEXT, Wording

if TYPE_CHECKING:
    from typing import Any


class Section(NamedTuple):
    """A section of the briefing. ``columns``: title and alignment of each list column; the
    alignment is ``left``, ``right``, ``whole`` (left, never truncated) or ``spark`` (cells are
    levels from 0 to 7, drawn as a sparkline)."""

    id: str
    kind: str
    title: Wording
    tab: Wording
    """A shorter title."""
    columns_zh: tuple[tuple[str, str], ...]
    columns_en: tuple[tuple[str, str], ...]
    column_ids: tuple[str, ...]
    order: str = ""
    """``date`` where its own order is by date, newest first; empty: most important first."""

    def column_index(self, column: str) -> int:
        """Return the index of a column by its id; 0, that of the name, if there is none."""
        return self.column_ids.index(column) if column in self.column_ids else 0

    def columns(self, language: str) -> tuple[tuple[str, str], ...]:
        """Return the columns in a language."""
        return self.columns_zh if language == "zh" else self.columns_en


class KindInfo(NamedTuple):
    """A kind of record. ``words`` name it for ``list``, beside its id; ``search_weight`` is
    added to the score of its records; ``editable``: an editor writes its records, the others are
    generated; ``questions``: the kinds of question that they answer."""

    id: str
    label: Wording
    words: tuple[str, ...]
    search_weight: float
    titles_are_names: bool
    comparable: bool
    editable: bool
    questions: frozenset[str]


class Row(NamedTuple):
    """A record's row in its list. ``below``: texts with labels."""

    id: str
    kind: str
    section: str
    title: Wording
    disputed: bool
    cells: tuple[str, ...]
    below: tuple[tuple[str, str], ...] = ()


class AnswerRow(NamedTuple):
    """A record with one of its answers, without the evidence; a search chooses among these rows.
    ``number``: the key of the answer."""

    number: int
    id: str
    kind: str
    title: Wording
    fact: str
    value: str
    words: str
    """Folded words by which a query selects this answer among those of the record."""
    answer: Wording
    status: str
    period: str
    rank: str
    """``preferred``, ``normal`` or ``deprecated`` among the values of one measure and period."""
    form: str
    """``observation``, the type of a rate, ``event``, ``offering`` or ``whole``."""
    unit: str
    concepts: str
    """Marks of the concepts in ``words``, each between two spaces."""
    first_month: int
    last_month: int
    """The period as yyyymm; 0 where there is none."""

    @property
    def is_rate(self) -> bool:
        """Whether the answer is a rate. (Not ``fact_ref.is_rate``: its import costs 1 % of a
        lookup; a test holds that both agree.)"""
        return "#" in self.fact


class IndexedRecord(NamedTuple):
    """The folded texts of a record that a query is compared with; the texts of a field are
    separated by line ends.

    ``position``: rank of importance in the briefing, 0 first. ``first_month``, ``last_month``:
    the months that its answers cover, as yyyymm; 0 where no answer has a period.
    """

    position: int
    id: str
    kind: str
    first_month: int
    last_month: int
    titles: str
    names: str
    pinyin: str
    """Titles and names in pinyin, in full and as initials, from each syllable on; whole names
    start with ``tui.text.fold.FULL_NAME_MARK``."""
    body: str
    body_pinyin: str
    """Words of the page in pinyin, each between two spaces."""
    concepts: str
    """Marks of the concepts in the titles, each between two spaces."""
    name_concepts: str
    body_concepts: str


class AnswerWithEvidence(NamedTuple):
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
    correction: Wording = NO_TEXT
    """What the source prints in place of a corrected figure, and why."""


class SourceFile(NamedTuple):
    """A source document and its original file. ``size`` in bytes."""

    id: str
    title: Wording
    date: str
    url: str
    file: str
    size: int
    sha256: str


SELECT_INDEXED_RECORDS = """
    SELECT position, id, kind, first_month, last_month, titles, names, pinyin, body, body_pinyin,
           concepts, name_concepts, body_concepts
    FROM folded WHERE position IN ({places})
"""

SELECT_SECTIONS = """
    SELECT id, kind, title_zh, title_en, tab_zh, tab_en, columns_zh, columns_en, column_ids,
           own_order
    FROM sections ORDER BY position
"""


def read_section(row: Iterable[Any]) -> Section:
    """Convert a row of ``sections``."""
    identity, kind, zh, en, tab_zh, tab_en, columns_zh, columns_en, ids, order = row
    columns = _columns(columns_zh), _columns(columns_en)
    titles = Wording(zh, en), Wording(tab_zh, tab_en)
    return Section(identity, kind, *titles, *columns, _texts(ids), order)


SELECT_KINDS = """
    SELECT kind, label_zh, label_en, words, search_weight, titles_are_names, comparable, editable,
           questions
    FROM kinds ORDER BY position
"""


def read_kind(row: Iterable[Any]) -> KindInfo:
    """Convert a row of ``kinds``."""
    identity, zh, en, words, weight, are_names, comparable, editable, questions = row
    return KindInfo(
        identity,
        Wording(zh, en),
        tuple(words.split(",")),
        weight,
        bool(are_names),
        bool(comparable),
        bool(editable),
        frozenset(questions.split()),
    )


def read_row(row: Iterable[Any]) -> Row:
    """Convert a row of ``records``, with the cells of one language."""
    identity, kind, section, zh, en, disputed, cells = row
    return Row(identity, kind, section, Wording(zh, en), bool(disputed), _texts(cells))


SELECT_ANSWER_ROWS = """
    SELECT a.number, r.id, r.kind, r.title_zh, r.title_en, a.fact, a.value, a.words, a.answer_zh,
           a.answer_en, a.status, a.period, a.rank, a.form, a.unit, a.concepts, a.first_month,
           a.last_month
    FROM records r JOIN answers a ON a.id = r.id
"""


def read_answer_row(row: Iterable[Any]) -> AnswerRow:
    """Convert a row of ``records`` joined with ``answers``."""
    number, identity, kind, zh, en, fact, value, words, answer_zh, answer_en, *rest = row
    answer = Wording(answer_zh, answer_en)
    return AnswerRow(number, identity, kind, Wording(zh, en), fact, value, words, answer, *rest)


_SELECT_EVIDENCE = """
    SELECT e.answer, e.side,
           e.source, e.exact, e.gloss, s.title_zh, s.title_en, s.short_zh,
           s.short_en, coalesce(s.published, ''), s.url, e.relation, e.via_zh, e.via_en
    FROM evidence e JOIN sources s ON s.id = e.source
    WHERE e.answer IN ({places}) ORDER BY e.answer, e.side, e.position
"""
_SELECT_SIDES = """
    SELECT answer, side, answer_zh, answer_en, by_record, by_fact, by_value, by_zh, by_en, used,
           reason_zh, reason_en, via_zh, via_en
    FROM rivals WHERE answer IN ({places}) ORDER BY answer, side
"""
_SELECT_CORRECTIONS = "SELECT * FROM corrections WHERE answer IN ({places})"
EVIDENCE_QUERIES = (_SELECT_EVIDENCE, _SELECT_SIDES, _SELECT_CORRECTIONS)
"""What ``add_evidence`` takes, each row after the number of its answer."""
SELECT_DISPUTED = """
    SELECT a.number FROM answers a JOIN records r USING (id) LEFT JOIN facts f USING (number)
    WHERE a.number IN ({numbers}) AND coalesce(f.disputed, r.disputed)
"""
_CITATION_FIELDS = (
    *("source", "exact", "gloss", "title", "title_en", "short_zh", "short_en"),
    *("date", "url", "relation"),
)


def add_evidence(
    answer: AnswerRow, evidence: Iterable[Any], sides: Iterable[Any], corrections: Iterable[Any]
) -> AnswerWithEvidence:
    """Add the evidence to an answer: rows of ``evidence`` joined with ``sources``. Side 0 supports
    the answer; each other is that of a row of ``rivals``: what sources that disagree say. Any
    side may have a row of ``corrections``."""
    cited: dict[int, list[dict[str, str]]] = {}
    for side, *fields, via, via_en in evidence:
        citation = dict(zip(_CITATION_FIELDS, fields, strict=True))
        if via:
            citation |= {"via": via, "via_en": via_en}
        cited.setdefault(side, []).append(citation)
    corrected = {side: Wording(*texts) for side, *texts in corrections}
    disagrees = [
        _side(row, cited.get(number, []), corrected.get(number, NO_TEXT)) for number, *row in sides
    ]
    supporting = cited.get(0, [])
    return AnswerWithEvidence(*answer[:-5], supporting, disagrees, corrected.get(0, NO_TEXT))


def _side(
    row: Iterable[Any], citations: list[dict[str, str]], correction: Wording
) -> dict[str, Any]:
    zh, en, record, fact, value, by_zh, by_en, used, *reason, via_zh, via_en = row
    return {
        "answer": {"zh": zh, "en": en},
        "record": record,
        "fact": fact,
        "value": value,
        "by": Wording(by_zh, by_en),
        "used": None if used is None else bool(used),
        "reason": Wording(*reason),
        "via": Wording(via_zh, via_en),
        "citations": citations,
        "correction": correction,
    }


def _texts(cells: str) -> tuple[str, ...]:
    import json  # makes a lookup 18 % slower (120 pairs); none reads a list

    return tuple(json.loads(cells))


def _columns(text: str) -> tuple[tuple[str, str], ...]:
    import json

    return tuple((title, align) for title, align in json.loads(text))


def bindable(value: object) -> object:
    """Return a value as a parameter of SQL; text without surrogates, which SQLite refuses."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
