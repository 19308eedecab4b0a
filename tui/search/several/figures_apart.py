"""Questions for the difference of two figures: difference between 309.9 and 353.7,
3099亿和3537亿相差多少. Answered by the disagreement that has both."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIFFERENCE = Wording(
    "相差{difference}（{more} − {less}），即高{rate}%",
    "difference: {difference} ({more} − {less}), {rate}% more",
)


def disagreement_with_both(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the disagreement with the fewest sides among those whose sides have the two figures of
    a question; None for any other question."""
    numbers = _NUMBER.findall(question.query.text.replace(",", ""))
    if len(numbers) != 2 or any(map(_YEAR.fullmatch, numbers)):
        return None
    less, more = sorted(map(Decimal, numbers))
    if not 0 < less < more:
        return None
    texts: dict[str, list[str]] = {}
    for identity, zh, en in store.query("SELECT id, text_zh, text_en FROM disagreements"):
        texts.setdefault(identity, []).append(f"{zh} {en}".replace(",", ""))
    having = [
        identity
        for identity, sides in texts.items()
        if _has_number(sides, numbers[0]) and _has_number(sides, numbers[1])
    ]
    if not having:
        return None
    record = min(having, key=lambda identity: len(texts[identity]))
    rows = store.query("SELECT position FROM folded WHERE id = ? LIMIT 1", (record,))
    asked = question._replace(parts=(), asks=frozenset())
    records = store.indexed_records([position for (position,) in rows])
    (item,) = described_records(store, asked, {}, records)
    rate = f"{(more - less) / less * 100:.1f}"
    remark = _DIFFERENCE.format(
        difference=str(more - less), more=str(more), less=str(less), rate=rate
    )
    verdict = Verdict("exact", (), remark)
    return SeveralAnswers([(item._replace(score=1.0), verdict)], ("show", record))


def _has_number(sides: list[str], number: str) -> bool:
    typed = re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)")
    return any(typed.search(side) for side in sides)
