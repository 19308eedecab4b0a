"""A section's rows as a reader wants them: narrowed by words, filtered by facets, in order."""

from __future__ import annotations

from tui.app import messages
from tui.app.browse.location import TIMELINE, ListQuery, Location
from tui.search.list_filter import filter_records
from tui.store import Row, Store
from tui.text.language import Language
from tui.views import timeline_entries
from tui.views.facet_filters import FacetChoice, filter_by_facets, record_facets, timeline_facets
from tui.views.ordering import DATE, IMPORTANCE, VALUE, available_orders, sort_rows

_COLUMNS = {
    ("policy", DATE): 1,
    ("source", DATE): 1,
    ("statistic", VALUE): 1,
    ("statistic", DATE): 4,
}
"""Where the list shows what it is ordered by."""


def arranged(
    store: Store, rows: list[Row], arrangement: ListQuery, language: Language
) -> list[Row]:
    """The rows that fit, in the order that is wanted."""
    kept = {row.id for row in rows}
    if arrangement.facets:
        kept = filter_by_facets(store, kept, arrangement.chosen)
    if arrangement.words.strip():
        kept = filter_records(store, arrangement.words, kept)
    fitting = rows if len(kept) == len(rows) else [row for row in rows if row.id in kept]
    return sort_rows(store, fitting, arrangement.order, language)


def column_of(kind: str, order: str) -> int:
    """The column that an order goes by; 0, the name's, for none of its own."""
    return _COLUMNS.get((kind, order), 0)


def next_order(store: Store, section: str, order: str) -> str:
    """The order after ``order`` of those that a section has; empty for its own."""
    orders = available_orders(store, section)
    place = orders.index(order) if order in orders else 0
    following = orders[(place + 1) % len(orders)]
    return "" if following == IMPORTANCE else following


def facets_at(store: Store, place: Location, language: Language) -> list[FacetChoice]:
    """What can be chosen at a place, with counts."""
    chosen = place.arranged.chosen
    if place.section == TIMELINE:
        return timeline_facets(store, chosen)
    ids = {row.id for row in store.rows(place.section, language)}
    if place.arranged.words.strip():
        ids = filter_records(store, place.arranged.words, ids)
    return record_facets(store, ids, chosen)


def count_at(store: Store, place: Location, language: Language) -> int:
    """How many fit."""
    chosen = place.arranged.chosen
    if place.section == TIMELINE:
        types, years = chosen.get("type", ()), chosen.get("year", ())
        return len(timeline_entries(store, None, types, years))
    rows = store.rows(place.section, language)
    return len(arranged(store, rows, place.arranged, language))


def said(store: Store, place: Location, language: Language) -> str:
    """What is left out and in which order the rest stands; empty where nothing is to be said."""
    arrangement = place.arranged
    parts = []
    if arrangement.words.strip():
        words = " ".join(arrangement.words.split())
        parts.append(f"“{words}”")
    for facet, values in arrangement.facets:
        labels = _labels(store, place, facet, language)
        parts.append("/".join(labels.get(value, value) for value in values))
    if arrangement.order:
        parts.append(messages.ORDERS[arrangement.order].of(language))
    return ("；" if language == "zh" else "; ").join(parts)


def _labels(store: Store, place: Location, facet: str, language: Language) -> dict[str, str]:
    if place.section == TIMELINE:
        offered = timeline_facets(store, {})
        return {
            choice.value: choice.label.of(language)
            for each in offered
            if each.facet == facet
            for choice in each.choices
        }
    rows = store.query(
        f"SELECT DISTINCT value, label_{language} FROM facets WHERE facet = ?", (facet,)
    )
    return dict(rows)
