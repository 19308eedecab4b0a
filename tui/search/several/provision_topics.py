"""The provisions of policies that are on the topics of a question: on its subjects, with its words.

What a policy says on other subjects has no bearing on how strongly it is worded on these."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.reader import read_edited_question
from tui.question.tables import in_list
from tui.search.features import IN_NAME, in_record
from tui.text.fold import fold
from tui.text.language import Wording
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.search.list_topics import Topic
    from tui.store import Store

    _Row = tuple[str, int, str, str, *tuple[str | None, ...]]

_TERM = "term"
_DOCUMENT_TYPES = words_of(
    "plan plans outline outlines opinion opinions notice notices circular circulars guideline "
    "guidelines document documents policy policies measures regulation regulations decision "
    "standard 方案 实施方案 规划 计划 纲要 规划纲要 意见 指导意见 通知 办法 细则 条例 文件 "
    "政策 政策文件 决定 公告 规范 标准 发文"
)
"""Words for types of documents, which name policies and no subject of their provisions."""


class TopicProvision(NamedTuple):
    """What a policy says, and its force with the name of that; no force where it has no verb of
    one."""

    text: Wording
    force: str | None
    label: Wording | None


def is_subject(topic: Topic) -> bool:
    """Return whether provisions differ in a topic; others, such as a region or a word for
    documents, are of a whole policy."""
    return topic.facet == "tag" or not (topic.facet or topic.part.text in _DOCUMENT_TYPES)


def provisions_on_topics(
    store: Store, ids: Iterable[str], topics: Iterable[Topic], *, counts_named: bool = True
) -> dict[str, list[TopicProvision]]:
    """Return the provisions on the topics by policy, without the policies that have none: those on
    all topics, or if no policy has one, those on any of them; all provisions of a policy where the
    topics name no subject, but the policy. ``counts_named``: whether these are among them, or only
    provisions that have the words themselves."""
    wanted = sorted({*ids})
    places, values = in_list(wanted)
    rows = list(
        store.query(
            "SELECT id, number, text_zh, text_en, force, force_zh, force_en FROM provisions "
            f"WHERE id IN ({places}) ORDER BY id, number",
            values,
        )
    )
    subjects = [topic for topic in topics if is_subject(topic)]
    of_topics = [_numbers_on_topic(store, wanted, rows, topic, counts_named) for topic in subjects]
    chosen = {policy: _on_all([each.get(policy) for each in of_topics]) for policy in wanted}
    if not any(numbers is None or numbers for numbers in chosen.values()):
        for policy in wanted:
            chosen[policy] = set().union(*(each.get(policy) or () for each in of_topics))
    found: dict[str, list[TopicProvision]] = {}
    for identity, number, zh, en, force, force_zh, force_en in rows:
        numbers = chosen[identity]
        if numbers is None or number in numbers:
            label = Wording(force_zh, force_en) if force else None
            provision = TopicProvision(Wording(zh, en), force, label)
            found.setdefault(identity, []).append(provision)
    return found


def forces_on_topics(
    store: Store, ids: Iterable[str], topics: Iterable[Topic], *, counts_named: bool = True
) -> dict[str, set[str]]:
    """Return the forces of the provisions on the topics by policy, without the policies that have
    none. ``counts_named``: as for provisions."""
    found = provisions_on_topics(store, ids, topics, counts_named=counts_named)
    forces = {
        policy: {each.force for each in provisions if each.force}
        for policy, provisions in found.items()
    }
    return {policy: each for policy, each in forces.items() if each}


def with_force_on_topics(
    store: Store, ids: Sequence[str], topics: Iterable[Topic], forces: Iterable[str]
) -> set[str]:
    """Return the policies with a provision that is on the topics and has one of the forces; all of
    them where no policy has a provision on the topics."""
    found = forces_on_topics(store, ids, topics, counts_named=False)
    if not found:
        return {*ids}
    return {policy for policy, own in found.items() if not own.isdisjoint(forces)}


def _on_all(of_topics: Sequence[set[int] | None]) -> set[int] | None:
    """Return the numbers of provisions that are on every topic; None for all provisions."""
    narrowed = [each for each in of_topics if each is not None]
    return set.intersection(*narrowed) if narrowed else None


def _numbers_on_topic(
    store: Store, ids: Sequence[str], rows: Sequence[_Row], topic: Topic, counts_named: bool
) -> dict[str, set[int] | None]:
    """Return the numbers of the provisions on a topic by policy; None for a policy that the topic
    names, all of whose provisions count."""
    found: dict[str, set[int] | None] = {identity: set() for identity in ids}
    for identity, number in _on_topic(store, rows, topic):
        if numbers := found.get(identity):
            numbers.add(number)
        else:
            found[identity] = {number}
    if topic.facet or not counts_named:
        return found
    places, values = in_list([*ids])
    positions = store.query(f"SELECT position FROM records WHERE id IN ({places})", values)
    for record in store.indexed_records([position for (position,) in positions]):
        is_named = record.position in topic.part.names
        if is_named or (not found[record.id] and in_record(topic.part, record) >= IN_NAME):
            found[record.id] = None
    return found


def _on_topic(store: Store, rows: Sequence[_Row], topic: Topic) -> set[tuple[str, int]]:
    """Return id and number of the provisions on a topic."""
    if topic.facet:
        places, tags = in_list((topic.value, *topic.others))
        sql = f"SELECT id, provision FROM provision_tags WHERE tag IN ({places})"
        return {(row[0], row[1]) for row in store.query(sql, tags)}
    marks = frozenset(topic.part.concepts)
    names = {topic.part.text, *_names_of_terms(store, topic)}
    found = set()
    for identity, number, zh, en, *_ in rows:
        text = fold(f"{zh}\n{en}")
        is_named = any(name in text for name in names)
        if is_named or (marks and not marks.isdisjoint(_marks(store, zh) | _marks(store, en))):
            found.add((identity, number))
    return found


def _names_of_terms(store: Store, topic: Topic) -> set[str]:
    """Return the names of the terms that a topic names: 首诊 of 互联网首诊."""
    records = [each for each in store.indexed_records(topic.part.names) if each.kind == _TERM]
    texts = "\n".join(f"{each.titles}\n{each.names}" for each in records)
    return {*filter(None, texts.split("\n"))}


def _marks(store: Store, text: str) -> frozenset[str]:
    def read() -> frozenset[str]:
        parts = read_edited_question(store, text).parts
        return frozenset(mark for part in parts for mark in part.concepts)

    marks: frozenset[str] = store.memoize(("concepts of", text), read)
    return marks
