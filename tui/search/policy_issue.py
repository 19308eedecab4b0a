"""Who issued a policy: what the documents leave open about it is said before the answer."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.verdict import Verdict
from tui.text.language import Wording, one_a_line
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.record_features import DescribedRecord
    from tui.store import Store

_ISSUING = words_of(
    "issued issue issuing issuer released published wrote written signed adopted promulgated "
    "drafted made behind"
)
_CHINESE_ISSUING = ("发", "出台", "制定", "颁布", "公布", "起草", "签署", "联合")
_BODIES = words_of("departments ministries agencies bodies authorities")
_CHINESE_BODIES = ("部门", "部委", "机关", "机构")
_NOT_NAMED = Wording("没有写明发布机构", "no issuer is named")
_NAMED = Wording("资料写明的发布机构：{names}", "issuers that the documents name: {names}")


def judge_issue(
    store: Store, question: Question, described: DescribedRecord, verdict: Verdict
) -> Verdict:
    """Return the verdict on a policy as the answer to who issued it, or how many did: with the
    editor's note on its issuers, or that none is named; the given one for another question."""
    asks_number = "count" in question.asks and _has(question, _BODIES, _CHINESE_BODIES)
    asks_who = "person" in question.asks and _has(question, _ISSUING, _CHINESE_ISSUING)
    if not (asks_number or asks_who):
        return verdict
    sql = (
        "SELECT issuers_zh, issuers_en, issuers_note_zh, issuers_note_en FROM policies WHERE id = ?"
    )
    for zh, en, note_zh, note_en in store.query(sql, (described.record.id,)):
        note = Wording(note_zh.rstrip("。"), note_en.rstrip(".")) if note_zh else None
        if zh is None:
            return Verdict("other_measure", (), note or _NOT_NAMED)
        if asks_number or note:
            named = _NAMED.format(names=Wording(zh, en))
            return Verdict("exact", (), one_a_line([named, note]) if note else named)
    return verdict


def _has(question: Question, words: frozenset[str], chinese: tuple[str, ...]) -> bool:
    query = question.query
    if query.text.isascii():
        return not words.isdisjoint(query.words)
    return any(map(query.text.__contains__, chinese))
