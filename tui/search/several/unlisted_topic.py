"""Questions for records of a kind on what none of them has: policies of Guangdong, 广东的政策."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import positions_of_token
from tui.search.features import IN_NAME, IN_TITLE, in_record
from tui.search.list_topics import records_about
from tui.search.several.list_question import list_of
from tui.search.several.list_remark import measure_word, records_words
from tui.search.several_answers import SAME_QUESTION, SAME_WORDS, SeveralAnswers
from tui.search.verdict import Verdict
from tui.store.short_titles import short_titles
from tui.text.fold import fold
from tui.text.language import Wording, enumeration, within_sentence

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.known_matches import KnownMatch
    from tui.search.list_topics import Topic
    from tui.store import IndexedRecord, KindInfo, Store

_OPEN = frozenset(("what", "list"))
_MOST = 2
"""Topics without a filter that are looked for together (税收优惠政策)."""
_FEW = 50
"""Records with a word, from which on it is no marginal one."""
_NONE = Wording(
    "没有{asked}\n全部{all}的主题：{subjects}", "no {asked}\nsubjects of all {count}: {subjects}"
)
_ALSO = Wording("{remark}\n另见：{titles}", "{remark}\nsee also: {titles}")
_SAY_LITTLE = frozenset(("player", "statement", "disagreement"))
"""Kinds of records whose known questions are about much else than policies."""
_TEXTS = frozenset(("term", "statement", "gap", "statistic"))
_MOST_ALSO = 2
_OTHERS = Wording("没有{asked}\n{found}", "no {asked}\n{found}")


def none_on_topic(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    topics: list[Topic],
) -> SeveralAnswers | None:
    """Return all records of a kind with a remark where none has one of the topics of a question,
    and one is the subject of no other record either; where it has another subject, those on this.
    Else None."""
    unlisted = [topic for topic in topics if not topic.facet]
    if not 0 < len(unlisted) <= _MOST or question.asks - _OPEN or question.query.months:
        return None
    if "还是" in question.query.text or " or " in question.query.text:
        return None  # which of two: stricter or looser
    if any(match.similarity >= SAME_WORDS for match in known.values()):
        return None  # an editor has written what answers it
    parts = [topic.part for topic in unlisted]
    if any(records_about(store, kind, [topic], 1) for topic in unlisted):
        return None
    if (listed := _on_subject_with(store, question, known, kind, topics)) is not None:
        return listed
    is_head = min(len(part.text) for part in parts) > 1  # 关 of 相关政策 is no topic
    is_head = (
        is_head and not question.fillers and question.query.text.endswith((*kind.words, kind.id))
    )
    if any(part.names or (part.measure and not is_head) for part in parts):
        return None
    having = [_in_names(store, part) for part in parts]
    if not any(
        named is not None and all(each.kind == "player" for each in named) for named in having
    ) and not (is_head and _is_of_statements(store, known)):
        return None
    also = [
        each.id
        for part, named in zip(parts, having, strict=True)
        for each in named or ()
        if each.kind in _TEXTS and in_record(part, each) >= IN_TITLE
    ]
    others = [topic for topic in topics if topic.facet]
    found = list_of(store, question, known, kind, others)
    if found is None:
        return None
    asked = records_words(kind, unlisted, None)
    count = len(found.ranked)
    (first, verdict), *rest = found.ranked
    remark = _NONE.format(
        asked=asked,
        count=count,
        all=f"{count}{measure_word(kind)}",
        subjects=_subjects(store, kind),
    )
    if also:
        titles = short_titles(store, also[:_MOST_ALSO])
        remark = _ALSO.format(remark=remark, titles=enumeration([*titles.values()]))
    if others:
        remark = _OTHERS.format(asked=asked, found=verdict.remark)
    answers = [(first, Verdict("near", tuple(part.text for part in parts), remark))]
    return found._replace(ranked=answers + [(item, Verdict("near")) for item, _ in rest])


def _on_subject_with(
    store: Store,
    question: Question,
    known: dict[int, KnownMatch],
    kind: KindInfo,
    topics: list[Topic],
) -> SeveralAnswers | None:
    """Return the records on the one subject whose name has the words of each topic: pharmacy
    policies are on online pharmacy."""
    labels = dict(_subject_rows(store, kind))
    changed = []
    for topic in topics:
        word = topic.part.text
        having = [
            value
            for value, label in labels.items()
            if (f" {word} " in f" {fold(label.en)} " if word.isascii() else word in label.zh)
        ]
        if topic.facet:
            changed.append(topic)
        elif len(having) == 1 and len(word) > 1:
            changed.append(topic._replace(label=labels[having[0]], facet="tag", value=having[0]))
        else:
            return None
    return list_of(store, question, known, kind, changed)


def _in_names(store: Store, part: Part) -> list[IndexedRecord] | None:
    """Return the records that have a part in their names; None where many have it."""
    tokens = part.concepts or part.tokens
    positions = {each for token in tokens for each in positions_of_token(store, token)}
    if len(positions) > _FEW:
        return None
    records = store.indexed_records(positions)
    return [each for each in records if in_record(part, each) >= IN_NAME]


def _is_of_statements(store: Store, known: dict[int, KnownMatch]) -> bool:
    """Return whether no record but a statement or a company has a known question much like the
    query."""
    same = [each for each, match in known.items() if match.similarity >= SAME_QUESTION]
    return all(record.kind in _SAY_LITTLE for record in store.indexed_records(same))


def _subjects(store: Store, kind: KindInfo) -> Wording:
    return enumeration([within_sentence(label) for _, label in _subject_rows(store, kind)])


def _subject_rows(store: Store, kind: KindInfo) -> list[tuple[str, Wording]]:
    """Return the subjects of the records of a kind with their names, the most frequent first."""
    rows = store.query(
        "SELECT value, label_zh, label_en FROM facets JOIN records USING (id) WHERE kind = ? "
        "AND facet = 'tag' GROUP BY value ORDER BY count(*) DESC, value",
        (kind.id,),
    )
    return [(value, Wording(zh, en)) for value, zh, en in rows]
