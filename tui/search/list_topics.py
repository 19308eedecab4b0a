"""The topics of a list: parts of a question as filters of its records."""

from __future__ import annotations

from tui.database.vocabulary import CONCEPT_MARK
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import positions_of_token
from tui.question.reader import make_part, read_edited_question
from tui.question.tables import in_list
from tui.search.features import IN_BODY, IN_NAME, in_record, in_text
from tui.store.short_titles import short_title
from tui.store.tag_aliases import tag_aliases
from tui.text.fold import fold
from tui.text.language import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.question.reader import Part
    from tui.store import IndexedRecord, KindInfo, Store

_FACETS = ("tag", "level", "region", "role")
ISSUER = "issuer"
"""In place of a facet: those who issued the records, who are links."""
_OTHER_NAMES = {
    ("level", "national"): ("central", "central government", "国家", "国家层面", "中央", "全国性"),
    ("level", "provincial"): (
        "local",
        "regional",
        "province level",
        "地方",
        "地方性",
        "各省",
        "各地",
    ),
}
"""Other names of values: local policies, 中央政策."""
_PREPOSITIONS = frozenset(("on", "of", "about", "for", "in"))
_MOST_PARTS = 2
"""Words of a label of which the first may stand for it (insurance for insurance payment)."""


class Topic(NamedTuple):
    """A part of the question as a filter. ``facet`` and ``value``: of the records; without them
    the records that mention the part. ``label``: in words. ``others``: further values, of which one
    is enough."""

    part: Part
    label: Wording
    facet: str = ""
    value: str = ""
    others: tuple[str, ...] = ()


class _FacetLabel(NamedTuple):
    """A value of a facet: its names, folded, and the part with which its label begins in either
    language, unless the label has many."""

    facet: str
    value: str
    label: Wording
    names: set[str]
    parts: list[Part]


def topics_of(store: Store, kind: KindInfo, part: Part) -> list[Topic]:
    """Return a part as a topic; where it is none, but all of its words are (national insurance,
    on insurance), these."""
    topic = _topic(store, kind, part)
    words = [word for word in part.text.split() if word not in _PREPOSITIONS]
    if topic.facet or " " not in part.text:
        return [topic]
    words_alone = read_edited_question(store, " ".join(words)).parts
    for parts in (words_alone, [make_part(word) for word in words]):
        divided = [_topic(store, kind, each) for each in parts]
        if divided and all(each.facet for each in divided):
            return divided
    return [topic]


def distinct(topics: Iterable[Topic]) -> list[Topic]:
    """Return topics without those that filter by the value of an earlier one."""
    by_value = {(each.facet, each.value or each.part.text): each for each in reversed([*topics])}
    return [*by_value.values()][::-1]


def _topic(store: Store, kind: KindInfo, part: Part) -> Topic:
    """Return a part as a value of a facet that records of the kind have, where it is its name, an
    alias of it, another name of a record with its name, or begins its name."""
    labels = _facet_labels(store, kind)
    named = store.indexed_records(part.names)
    titles = [each.titles.split("\n") for each in named]
    titles += [each.names.split("\n") for each in named if each.kind == "player"]
    names = {part.text, *(title for each in titles for title in each)}
    for each in labels:
        if not names.isdisjoint(each.names):
            return Topic(part, each.label, each.facet, each.value)
    for each in labels:  # without its first word: insurance payment for public insurance payment
        ends = " " in part.text and any(name.endswith(f" {part.text}") for name in each.names)
        if ends or any(same_part(part, first) for first in each.parts):
            return Topic(part, each.label, each.facet, each.value)
    for record in named:
        if kind.id == "policy" and record.kind == "player" and _is_government(store, record.id):
            return Topic(part, short_title(store, record.id), ISSUER, record.id)
    return Topic(part, Wording(f"“{part.text}”", f"“{part.text}”"))


def _is_government(store: Store, player: str) -> bool:
    sql = "SELECT 1 FROM facets WHERE id = ? AND facet = 'role' AND value = 'government'"
    return any(store.query(sql, (player,)))


def without_implied(store: Store, topics: list[Topic]) -> list[Topic]:
    """Return topics without the words that mean a word of a subject among them (to pay, beside
    public insurance payment)."""
    words = {word for each in topics if each.facet == "tag" for word in fold(each.label.en).split()}
    if not words or all(each.facet for each in topics):
        return topics
    parts = [part for word in sorted(words) for part in read_edited_question(store, word).parts]
    marks = {mark for part in parts for mark in part.concepts}
    return [each for each in topics if each.facet or marks.isdisjoint(each.part.concepts)]


def facet_label(store: Store, kind: KindInfo, facet: str, value: str) -> Wording | None:
    """Return the label of a value that records of a kind have; None where none has it."""
    for zh, en in store.query(
        "SELECT label_zh, label_en FROM facets JOIN records USING (id) "
        "WHERE kind = ? AND facet = ? AND value = ? LIMIT 1",
        (kind.id, facet, value),
    ):
        return Wording(zh, en)
    return None


def _says(store: Store, part: Part, record: IndexedRecord) -> bool:
    """Return whether a record has a part in its names, or its texts have the words as typed or a
    Chinese word for it: in English one word may be of two concepts (raise capital, capacity)."""
    if not part.concepts or in_record(part, record) >= IN_NAME or in_text(part, record):
        return True
    concepts = [mark.removeprefix(CONCEPT_MARK) for mark in part.concepts]
    places, wanted = in_list(concepts)
    rows = store.query(f"SELECT term FROM vocabulary WHERE concept IN ({places})", wanted)
    terms = (term.replace(" ", "") for (term,) in rows if not term.isascii())
    return any(term in record.body for term in terms)


def same_part(part: Part, other: Part) -> bool:
    """Return whether two parts are the same word or concept."""
    if part.text == other.text or (part.stems and part.stems == other.stems):
        return True
    return not set(part.concepts).isdisjoint(other.concepts)


def _facet_labels(store: Store, kind: KindInfo) -> list[_FacetLabel]:
    def read() -> list[_FacetLabel]:
        aliases = tag_aliases(store)
        places = ",".join("?" * len(_FACETS))
        rows = store.query(
            "SELECT DISTINCT facet, value, label_zh, label_en FROM facets JOIN records USING (id) "
            f"WHERE kind = ? AND facet IN ({places}) ORDER BY facet DESC, value",
            (kind.id, *_FACETS),
        )
        labels = []
        for facet, value, zh, en in rows:
            named = [fold(alias) for theme, alias in aliases if theme == value]
            names = {value, fold(zh), fold(en), *named, *_OTHER_NAMES.get((facet, value), ())}
            divided = [read_edited_question(store, text).parts for text in (zh, en)]
            parts = [each[0] for each in divided if 0 < len(each) <= _MOST_PARTS]
            labels.append(_FacetLabel(facet, value, Wording(zh, en), names, parts))
        return labels

    labels: list[_FacetLabel] = store.memoize(("facet labels", kind.id), read)
    return labels


def tags_of(topics: list[Topic]) -> tuple[str, ...]:
    """Return the subjects among topics."""
    return tuple(_values(topics, "tag"))


def _values(topics: list[Topic], facet: str) -> Iterator[str]:
    for topic in topics:
        if topic.facet == facet:
            yield from (topic.value, *topic.others)


def records_about(
    store: Store, kind: KindInfo, topics: list[Topic], most: int
) -> list[IndexedRecord]:
    """Return the records of a kind that have every topic, by importance, at most ``most``."""
    condition, values = "kind = ?", [kind.id]
    for topic in topics:
        accepted = (topic.value, *topic.others)
        places = ",".join("?" * len(accepted))
        if topic.facet == ISSUER:
            condition += (
                " AND EXISTS (SELECT 1 FROM links "
                f"WHERE from_id = records.id AND to_id IN ({places}) AND type = ?)"
            )
            values += [*accepted, ISSUER]
        elif topic.facet:
            condition += (
                f" AND id IN (SELECT id FROM facets WHERE facet = ? AND value IN ({places}))"
            )
            values += [topic.facet, *accepted]
    of_one = [[*_values(topics, facet)] for facet in ("force", "tag")]
    if all(of_one):  # of one provision
        forces, tags = (",".join("?" * len(each)) for each in of_one)
        condition += (
            " AND id IN (SELECT p.id FROM provisions p JOIN provision_tags t ON t.id = p.id "
            f"AND t.provision = p.number WHERE force IN ({forces}) AND tag IN ({tags}))"
        )
        values += [value for each in of_one for value in each]
    named = [topic.part for topic in topics if not topic.facet]
    limit = -1 if named else most  # -1: none
    sql = f"SELECT position FROM records WHERE {condition} ORDER BY position LIMIT {limit}"
    rows = store.query(sql, values)
    positions = [position for (position,) in rows]
    for part in named:
        having = {
            position
            for token in part.concepts or part.tokens
            for position in positions_of_token(store, token)
        }
        positions = [each for each in positions if each in having or each in part.names]
    records = store.indexed_records(positions[:most])
    records = [each for each in records if all(in_record(part, each) >= IN_BODY for part in named)]
    if kind.id == "policy" and any(part.concepts for part in named):
        records = [each for each in records if all(_says(store, part, each) for part in named)]
    if named and (wanted := [*_values(topics, "force")]):
        from tui.search.several.provision_topics import with_force_on_topics

        chosen = with_force_on_topics(store, [each.id for each in records], topics, wanted)
        records = [each for each in records if each.id in chosen]
    return records
