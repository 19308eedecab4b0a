"""The remark on a change or multiple of figures that do not come from one source."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.store import AnswerRow, Store

DIFFERENT_SOURCES = Wording("来源不同，假定口径相同", "different sources, assuming one scope")


def source_remark(
    store: Store, first: AnswerRow, second: AnswerRow, *, by_publisher: bool = True
) -> list[Wording]:
    """Return the remark on two figures that no source gives both; none where one does.
    ``by_publisher``: a figure that a source cites from another publisher counts as the latter's."""
    rows = store.query(
        "SELECT answer, source, via_zh FROM evidence WHERE side = 0 AND answer IN (?, ?)",
        (first.number, second.number),
    )
    of_each: dict[int, set[tuple[str, str]]] = {first.number: set(), second.number: set()}
    for number, source, via in rows:
        of_each[number].add((source, via if by_publisher else ""))
    one, other = of_each.values()
    return [DIFFERENT_SOURCES] if one and other and one.isdisjoint(other) else []
