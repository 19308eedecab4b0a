"""Words with which a question may ask for the owner of a company, or for what it owns."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.word_set import has_word, words_of

if TYPE_CHECKING:
    from tui.question.query_parser import Query

_OWNERS = words_of(
    "owns own controls control behind owner owners parent shareholder shareholders subsidiary "
    "subsidiaries"
)
_CHINESE_OWNERS = words_of("母公司 股东 控股 归谁 是谁的 哪家的 属于 实控 子公司 旗下")


def asks_for_owner(query: Query) -> bool:
    """Return whether a query may ask for the owner of a company, or for what it owns."""
    return has_word(query.text, query.words, _OWNERS, _CHINESE_OWNERS)
