"""The policy that a question names by a title with a year: is Healthy China 2030 binding."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.term_lookup import named_records

if TYPE_CHECKING:
    from tui.store import IndexedRecord, Store

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STARTS = re.compile(r"\b\w|[\u4e00-\u9fff]")


def policy_with_year(store: Store, text: str) -> IndexedRecord | None:
    """Return the policy one of whose names is a year of a query with the words before it; None
    where the year is a period."""
    year = _YEAR.search(text)
    if year is None:
        return None
    starts = [it.start() for it in _STARTS.finditer(text, 0, year.start())]
    names = named_records(store, [text[start : year.end()] for start in starts]) if starts else {}
    positions = [position for each in names.values() for position in each]
    records = (each for each in store.indexed_records(positions) if each.kind == "policy")
    return next(records, None)
