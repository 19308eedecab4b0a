"""Why a figure rose or fell: the statements about that change come before the figure. Why something
else is so: an answer with a cause comes before one without."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.question_kind import NO_CAUSE, judge_reason
from tui.search.several.list_question import described_records
from tui.search.verdict import Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.search.ranking import Ranked
    from tui.store import Store

_RISES = (
    *("grow", "grew", "rise", "rising", "rose", "increas", "expand", "up", "upward", "more"),
    *("surg", "soar", "gain", "boom", "climb", "jump", "增", "升", "涨", "扩大", "多了", "变多"),
)
_FALLS = (
    *("fall", "fell", "declin", "decreas", "drop", "shrink", "shrank", "shrunk", "down", "cool"),
    *("slump", "plunge", "fewer", "less", "contract", "reduc", "降", "减", "跌", "下滑", "萎缩"),
    *("缩水", "遇冷", "回落", "少了", "变少"),
)
_WHOLE = frozenset(("up", "more", "down", "less", "fewer"))
"""Words of which longer ones with the same beginning have another meaning."""
_MAY_BE_REASON = Verdict(
    "near",
    (),
    Wording(
        "以下是资料对这一变化的论述，未必是其原因",
        "what the documents say about this change; it may not be the reason",
    ),
)
_MAY_BE_CAUSE = Verdict(
    "near",
    (),
    Wording(
        "以下是资料的说法，未必是原因", "what the documents say of this; it may not be the reason"
    ),
)
_TYPES = ("driver", "trend", "challenge", "claim")


def with_statements_first(
    store: Store,
    question: Question,
    best: list[tuple[Ranked, Verdict]],
    known: dict[int, KnownMatch],
) -> list[tuple[Ranked, Verdict]]:
    """Return the answers to a question why a statistic rose or fell with the statements first that
    rest on it or belong to it and speak of this change; as they are where there are none."""
    fact, text = best[0][0].described.chosen.fact, question.query.text
    changes = [words for words in (_RISES, _FALLS) if _has_any(text, words)]
    if fact.kind != "statistic" or len(changes) != 1:
        return best
    found = [
        item
        for item in _statements(store, question, known, fact.id)
        if _speaks_of(item, changes[0], question)
    ]
    if not found:
        return best
    verdicts = [judge_reason(store, item.described) or _MAY_BE_REASON for item in found]
    first = sorted(zip(found, verdicts, strict=True), key=lambda pair: pair[1] != _MAY_BE_REASON)
    ids = {item.described.record.id for item in found}
    figure = best[0][0], Verdict("exact")
    rest = [pair for pair in best[1:] if pair[0].described.record.id not in ids]
    return [first[0], *((item, Verdict("exact")) for item, _ in first[1:]), figure, *rest]


def with_cause_first(
    store: Store, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first gives no cause with the drivers that answer the question
    first, and the disputes among these; a claim has the remark that it may not be the reason. As
    they are where there is no driver and the first one is no claim or has another remark."""
    if best[0][1].remark != NO_CAUSE:
        return best
    types = dict(store.query("SELECT id, type FROM statements"))
    causes = [
        (item, verdict)
        for item, verdict in best
        if verdict == Verdict("exact")
        and (item.described.record.kind == "disagreement" or _is(types, item, "driver"))
        and judge_reason(store, item.described) is None
    ]
    first = best[0][0]
    if any(_is(types, item, "driver") for item, _ in causes):
        rest = [(first, _MAY_BE_CAUSE), *best[1:]]
        causes.sort(key=lambda each: not _is(types, each[0], "driver"))
        return [*causes, *(each for each in rest if each not in causes)]
    if _is(types, first, "claim"):
        return [(first, _MAY_BE_CAUSE), *best[1:]]
    return best


def _is(types: dict[str, str], item: Ranked, type_: str) -> bool:
    return types.get(item.described.record.id) == type_


def _statements(
    store: Store, question: Question, known: dict[int, KnownMatch], record: str
) -> list[Ranked]:
    """Return the statements that rest on the figures of a record, then those that belong to it."""
    types = ", ".join("?" * len(_TYPES))
    rows = store.query(
        "SELECT r.position, min(l.type = 'related') AS is_related FROM links l "
        "JOIN records r ON r.id = l.from_id JOIN statements s ON s.id = r.id "
        f"WHERE l.to_id = ? AND l.type IN ('supports', 'related') AND s.type IN ({types}) "
        "GROUP BY r.position ORDER BY is_related, r.position",
        (record, *_TYPES),
    )
    positions = [position for position, _ in rows]
    records = {each.position: each for each in store.indexed_records(positions)}
    return described_records(store, question, known, [records[each] for each in positions])


def _speaks_of(item: Ranked, change: tuple[str, ...], question: Question) -> bool:
    """Return whether the title of a statement has a word for a change, and its text the year that
    the question names."""
    record, months = item.described.record, question.query.months
    if months and str(months.first // 100) not in f"{record.titles}\n{record.body}":
        return False
    return _has_any(record.titles, change)


def _has_any(text: str, change: tuple[str, ...]) -> bool:
    """Return whether a folded text has one of the words for a change."""
    words = text.split()
    return any(
        word in words
        if word in _WHOLE
        else any(each.startswith(word) for each in words)
        if word.isascii()
        else word in text
        for word in change
    )
