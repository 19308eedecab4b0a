"""Questions for the records of a kind that have no date: 哪些政策没有日期, undated policies."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several_answers import SeveralAnswers, kinds_by_word
from tui.search.verdict import Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.known_matches import KnownMatch
    from tui.store import Store

_UNDATED = re.compile(
    r"(没有?|未|无|缺|不|没写|未注明?|未标明?|没有?注明)(日期|年份|时间)|"
    r"(日期|年份|时间)(都|均|是)?(不明|不详|未知|没有|缺失|不清楚)|"
    r"\bundated\b|\b(without|no) (a )?dates?\b|\b(have|has) no dates?\b"
)
_FOUND = Wording("没有日期的{kind}{count}{unit}", "{count} undated {kind}")


def undated_records(
    store: Store, question: Question, known: dict[int, KnownMatch]
) -> SeveralAnswers | None:
    """Return the records without a date of the dated kind that a question names; None where it
    asks for something else."""
    text = question.query.text
    if not _UNDATED.search(text):
        return None
    kinds = kinds_by_word(store)
    words = (word for word in kinds if (word in text if not word.isascii() else _is_in(word, text)))
    kind = next((kinds[word] for word in sorted(words, key=len, reverse=True)), None)
    if kind is None:
        return None
    rows = store.query(
        "SELECT position, date FROM records WHERE kind = ? ORDER BY position", (kind.id,)
    )
    dates = dict(rows)
    undated = [position for position, date in dates.items() if not date]
    if not undated or len(undated) == len(dates):
        return None
    from tui.search.several.list_question import described_records
    from tui.search.several.list_remark import measure_word

    asked = question._replace(parts=())
    ranked = described_records(store, asked, known, store.indexed_records(undated))
    ranked.sort(key=lambda item: item.described.record.position)
    label = Wording(kind.label.zh, kind.words[0] if len(undated) > 1 else kind.label.en.lower())
    remark = _FOUND.format(kind=label, count=len(undated), unit=measure_word(kind))
    verdicts = [Verdict("exact", (), remark), *[Verdict("exact")] * (len(ranked) - 1)]
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)))


def _is_in(word: str, text: str) -> bool:
    return f" {word} " in f" {text} "
