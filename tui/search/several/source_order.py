"""Questions for the newest or the oldest source: which source is the newest, 哪份资料最新."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, enumeration

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_NEW, _OLD = "latest|newest|most recent", "oldest|earliest"
_NOUN = r"(?:sources?|source documents?|articles?|reports?)"
_CHINESE_NOUN = "(?:资料来源|信息来源|资料|来源|文章|报告|文献|材料)"
_ASKS = re.compile(
    rf"(?:which|what)(?: of the)? {_NOUN} (?:is|are) (?:the )?(?:(?P<new>{_NEW})|{_OLD})(?: one)?"
    rf"|(?:what (?:is|are) )?(?:the )?(?:(?P<new2>{_NEW})|{_OLD}) {_NOUN}"
    rf"|(?:哪|那)[个份篇项]{_CHINESE_NOUN}(?:是)?(?:(?P<new3>最新|最近)|最早|最老|最旧)的?"
    rf"|(?:(?P<new4>最新|最近)|最早|最老|最旧)的?(?:一[个份篇])?{_CHINESE_NOUN}(?:是(?:哪|那)[个份篇])?"
)
_ENTRY = Wording("{title}（{date}）", "{title} ({date})")
_NEWEST_FIRST = Wording("来源由新到旧：{sources}", "sources, newest first: {sources}")
_OLDEST_FIRST = Wording("来源由旧到新：{sources}", "sources, oldest first: {sources}")


def sources_by_date(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the sources in the order of their dates, which the remark names as the list of sources
    does; None for another question."""
    asks = _ASKS.fullmatch(question.query.plain.strip(" ?？"))
    if asks is None or question.query.months:
        return None
    order = "DESC" if any(asks.groups()) else "ASC"
    rows = list(
        store.query(
            "SELECT position, json_extract(cells_zh, '$[0]'), json_extract(cells_en, '$[0]'), "
            "json_extract(cells_zh, '$[1]'), json_extract(cells_en, '$[1]') FROM records "
            f"WHERE kind = 'source' AND date <> '' ORDER BY date {order}, position"
        )
    )
    if not rows:
        return None
    entries = [
        _ENTRY.format(title=Wording(title_zh, title_en), date=Wording(date_zh, date_en))
        for _, title_zh, title_en, date_zh, date_en in rows
    ]
    form = _NEWEST_FIRST if order == "DESC" else _OLDEST_FIRST
    records = {it.position: it for it in store.indexed_records([row[0] for row in rows])}
    asked = question._replace(parts=(), asks=frozenset())
    ranked = described_records(store, asked, {}, [records[row[0]] for row in rows])
    first = Verdict("exact", (), form.format(sources=enumeration(entries)))
    verdicts = [first, *[Verdict("exact")] * (len(ranked) - 1)]
    return SeveralAnswers(list(zip(ranked, verdicts, strict=True)))
