"""Messages that several modules print; the others are in the module that prints them."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_SUCH_RECORD = Wording("没有记录“{id}”", "no record '{id}'")
NO_SUCH_FIGURE = Wording("没有数据“{id}”", "no figure '{id}'")
AVAILABLE = Wording("可用的有：{names}", "available: {names}")
DID_YOU_MEAN = Wording("是不是：{names}", "did you mean: {names}")
NO_SUCH_KIND = Wording(
    "类别“{kind}”无效：应为{known}之一{near}",
    "invalid kind {kind!r}: expected one of {known}{near}",
)
INVALID_CONTENT = Wording("内容校验未通过", "content validation failed")
_ERRORS_IN_CONTENT = Wording(
    f"{INVALID_CONTENT.zh}：{{count}}处错误", f"{INVALID_CONTENT.en}: {{errors}}"
)


def listed(names: Iterable[str]) -> Wording:
    """Return names as a list in the punctuation of either language."""
    found = list(names)
    return Wording("、".join(found), ", ".join(found))


def invalid_content(count: int) -> Wording:
    """Return the message that the content has ``count`` errors."""
    return _ERRORS_IN_CONTENT.format(count=count, errors=count_of(count, "error"))


def count_of(count: int, noun: str) -> str:
    """Return a count with its English noun: ``1 error``, ``2 errors``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
