"""The provisions of policies that are on the topics of a question: on its subjects, with its words.

What a policy says on other subjects has no bearing on how strongly it is worded on these."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.reader import read_edited_question
from tui.question.tables import in_list
from tui.text.fold import fold
from tui.text.language import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.search.list_topics import Topic
    from tui.store import Store

_TERM = "term"


class TopicProvision(NamedTuple):
    """What a policy says, and its force with the name of that; no force where it has no verb of
    one."""

    text: Wording
    force: str | None
    label: Wording | None


def is_subject(topic: Topic) -> bool:
    """Return whether provisions differ in a topic; others, such as a region, are of a whole
    policy."""
    return topic.facet in ("", "tag")


def provisions_on_topics(
    store: Store, ids: Iterable[str], topics: Iterable[Topic]
) -> dict[str, list[TopicProvision]]:
    """Return the provisions on the topics by policy, without the policies that have none: those on
    all topics, or if no policy has one, those on any of them; all provisions where the topics name
    no subject."""
    subjects = [topic for topic in topics if is_subject(topic)]
    places, wanted = in_list(sorted({*ids}))
    rows = list(
        store.query(
            "SELECT id, number, text_zh, text_en, force, force_zh, force_en FROM provisions "
            f"WHERE id IN ({places}) ORDER BY id, number",
            wanted,
        )
    )
    of_topics = [_on_topic(store, rows, topic) for topic in subjects]
    on_all = set.intersection(*of_topics) if of_topics else None
    chosen = on_all or set().union(*of_topics)
    found: dict[str, list[TopicProvision]] = {}
    for identity, number, zh, en, force, force_zh, force_en in rows:
        if on_all is None or (identity, number) in chosen:
            label = Wording(force_zh, force_en) if force else None
            provision = TopicProvision(Wording(zh, en), force, label)
            found.setdefault(identity, []).append(provision)
    return found


def forces_on_topics(
    store: Store, ids: Iterable[str], topics: Iterable[Topic]
) -> dict[str, set[str]]:
    """Return the forces of the provisions on the topics by policy, without the policies that have
    none."""
    found = provisions_on_topics(store, ids, topics)
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
    found = forces_on_topics(store, ids, topics)
    if not found:
        return {*ids}
    return {policy for policy, own in found.items() if not own.isdisjoint(forces)}


def _on_topic(
    store: Store, rows: Sequence[tuple[str, int, str, str, *tuple[str | None, ...]]], topic: Topic
) -> set[tuple[str, int]]:
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
