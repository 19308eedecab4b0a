"""The exact reported values of a measure, from which a change can be computed."""

from __future__ import annotations

from decimal import Decimal

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.period_change import DatedValue

if TYPE_CHECKING:
    from tui.store import Store


def dated_values(store: Store, measure: str) -> list[DatedValue]:
    """Return the values of a measure that are not shares; the key of each is its fact."""
    rows = store.query(
        "SELECT first_month, last_month, exact_base_value, base_unit, source, fact "
        "FROM answers LEFT JOIN evidence ON answer = number AND side = 0 AND position = "
        "(SELECT min(position) FROM evidence WHERE answer = number AND side = 0) "
        "WHERE measure = ? AND form = 'observation' AND status = 'reported' "
        "AND rank <> 'deprecated' AND qualifier IS NULL AND exact_base_value IS NOT NULL "
        "AND base_unit <> '%' AND first_month > 0",
        (measure,),
    )
    return [DatedValue(first, last, Decimal(value), *rest) for first, last, value, *rest in rows]
