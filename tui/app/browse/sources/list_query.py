"""Apply a list query to rows: narrow by words, filter by facets, sort."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app import messages
from tui.app.browse.location import TIMELINE, ListQuery, Location, has_facets
from tui.app.browse.order_names import order_name
from tui.app.browse.sources.list_source import Chip, ValueCounts
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.document.facet_declarations import FACETS
from tui.document.gloss import in_quotation_marks
from tui.search.list_filter import filter_records, written_forms
from tui.store import Row, Section, Store
from tui.text.language import Language
from tui.views import timeline_events
from tui.views.facet_filters import FacetChoice, filter_by_facets, record_facets, timeline_facets
from tui.views.ordering import DATE, FORCE, available_orders, sort_rows
from tui.views.selection import SelectionFilter, select, unknown_facets
from tui.views.subject_order import aside_records, asides_last
from tui.views.subject_provisions import ProvisionFilter, with_provisions


def query_rows(
    store: Store, rows: list[Row], list_query: ListQuery, language: Language
) -> list[Row]:
    """Return the rows that match the query, in its order; in the section's own order, rows whose
    names have the words come first. Where a list is sorted by date, records of other industries are
    last: they would come first only because their sources are newer."""
    ids = {row.id for row in rows}
    if list_query.facets:
        ids = filter_by_facets(store, ids, list_query.selected)
    in_names: dict[str, bool] = {}
    if list_query.words.strip():
        in_names = filter_records(store, list_query.words, ids)
        ids = set(in_names)
    matching = rows if len(ids) == len(rows) else [row for row in rows if row.id in ids]
    if list_query.selected.get("tag"):  # in any order that leaves them side by side
        matching = asides_last(store, matching)
    order, reverse = list_query.order, list_query.reverse
    found = sort_rows(store, matching, order, language, reverse=reverse)
    if order == DATE:
        found = asides_last(store, found)
    if in_names and not (order or reverse):
        found.sort(key=lambda row: not in_names[row.id])
    return found


def rows_with_provisions(
    store: Store, section: Section, rows: list[Row], list_query: ListQuery, language: Language
) -> list[Row]:
    """Return rows of policies with their provisions that match the query below them."""
    words = list_query.words.strip()
    texts = (words, *sorted(written_forms(store, words))) if words else ()
    wanted = ProvisionFilter.of_facets(list_query.selected, texts)
    found = with_provisions(store, section, rows, wanted, language)
    if list_query.order != FORCE:
        return found
    return sort_rows(store, found, FORCE, language, reverse=list_query.reverse)


def unknown_note(store: Store, rows: list[Row], list_query: ListQuery, language: Language) -> str:
    """Return how many rows are left out because the sources do not tell the value of a facet."""
    wanted = SelectionFilter({facet: values for facet, values in list_query.facets if values})
    omitted = {row.id for row in rows}.intersection(select(store, wanted).unknown)
    if omitted and list_query.words.strip():
        omitted = set(filter_records(store, list_query.words, omitted))
    if not omitted:
        return ""
    facets = unknown_facets(store, wanted)
    return messages.UNKNOWN_OMITTED.format(count=len(omitted), facets=facets).of(language)


def next_order(store: Store, section: str, order: str) -> str:
    """Return the order after ``order`` in a section; empty for the default one. The order by date
    is left out where the list does not show dates."""
    dated = DATE in store.section(section).column_ids
    orders = [each for each in available_orders(store, section) if each != DATE or dated]
    number = orders.index(order) if order in orders else 0
    return own_order_as_empty(orders, orders[(number + 1) % len(orders)])


def own_order_as_empty(orders: Sequence[str], order: str) -> str:
    """Return an order as a list query has it: empty for the section's own, the first one."""
    return "" if order == orders[0] else order


def has_asides_last(store: Store, list_query: ListQuery, rows: Sequence[Row]) -> bool:
    """Return whether records of other industries are at the end of a list sorted by date."""
    asides = aside_records(store) if list_query.order == DATE else ()
    return any(row.id in asides for row in rows)


def facet_choices(store: Store, location: Location, language: Language) -> list[FacetChoice]:
    """Return the facets that a location can be filtered by, with counts."""
    selected = location.list_query.selected
    if location.section == TIMELINE:
        return timeline_facets(store, selected)
    ids = {row.id for row in store.rows(location.section, language)}
    if location.list_query.words.strip():
        ids = set(filter_records(store, location.list_query.words, ids))
    return record_facets(store, ids, selected)


def value_counts(briefing: LocalizedBriefing, location: Location) -> list[ValueCounts]:
    """Return how the rows of a list divide by each facet; nothing where there are none."""
    if not has_facets(location.section):
        return []
    language = briefing.language
    return [
        ValueCounts(
            FACETS[facet.facet].label.of(language),
            tuple((choice.label.of(language), choice.records) for choice in facet.choices),
        )
        for facet in facet_choices(briefing.store, location, language)
    ]


def match_count(store: Store, location: Location, language: Language) -> int:
    """Return how many rows, or events of the timeline, match the query of a location."""
    selected = location.list_query.selected
    if location.section == TIMELINE:
        types, years = selected.get("type", ()), selected.get("year", ())
        return len(timeline_events(store, None, types, years))
    rows = store.rows(location.section, language)
    return len(query_rows(store, rows, location.list_query, language))


def chips(store: Store, list_query: ListQuery, language: Language) -> tuple[Chip, ...]:
    """Return the filters of a list, one for each value."""
    found: list[Chip] = []
    if words := " ".join(list_query.words.split()):
        found.append(Chip(in_quotation_marks(words), list_query._replace(words="")))
    for facet, values in list_query.facets:
        labels = _labels(store, Location(""), facet, language)
        found += (
            Chip(labels.get(value, value), list_query.toggled(facet, value)) for value in values
        )
    return tuple(found)


def description(store: Store, location: Location, language: Language) -> str:
    """Return the filters and the order of a location as text; empty where there are none."""
    list_query = location.list_query
    parts = []
    if list_query.words.strip():
        words = " ".join(list_query.words.split())
        parts.append(in_quotation_marks(words))
    for facet, values in list_query.facets:
        labels = _labels(store, location, facet, language)
        parts.append("/".join(labels.get(value, value) for value in values))
    if list_query.order or list_query.reverse:
        order = list_query.order or available_orders(store, location.section)[0]
        parts.append(order_name(order, reverse=list_query.reverse).of(language))
    return ("；" if language == "zh" else "; ").join(parts)


def _labels(store: Store, location: Location, facet: str, language: Language) -> dict[str, str]:
    if location.section == TIMELINE:
        return {
            choice.value: choice.label.of(language)
            for each in timeline_facets(store, {})
            if each.facet == facet
            for choice in each.choices
        }
    rows = store.query(
        f"SELECT DISTINCT value, label_{language} FROM facets WHERE facet = ?", (facet,)
    )
    return dict(rows)
