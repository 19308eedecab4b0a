"""Words with which a question may ask for the author, publisher, date or license of a source."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.word_set import has_word, words_of

if TYPE_CHECKING:
    from tui.question.query_parser import Query

_DETAILS = words_of(
    "author authors byline bylines writer writers wrote written writes publisher publishers "
    "published publication date dates license licence licenses licences licensed copyright "
    "copyrights reprint reprinted reprinting reproduce reproduced reuse when terms undated number "
    "count"
)
_CHINESE_DETAILS = words_of(
    "作者 署名 撰稿 谁写 写的 执笔 撰写 发布 发表 出版 转载 版权 授权 许可 引用 日期 什么时候 何时 "
    "谁出 来源 资料"
)


_MENTIONING = words_of(
    "mention mentions mentioning mentioned cover covers covering cite cites name names about "
    "sources source documents articles"
)
_CHINESE_MENTIONING = words_of("提到 提及 写了 写到 写过 涉及 讲了 讲到 说到 谈到 来源 资料")


def asks_for_source_details(query: Query) -> bool:
    """Return whether a query may ask for the author, publisher, date or license of a source."""
    return has_word(query.text, query.words, _DETAILS, _CHINESE_DETAILS)


def asks_who_mentions(query: Query) -> bool:
    """Return whether a query may ask which sources mention something, or whether one does."""
    if query.text.isascii():
        return not _MENTIONING.isdisjoint(query.words)
    return any(map(query.text.__contains__, _CHINESE_MENTIONING))
