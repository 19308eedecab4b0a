"""The last place, as it is kept from one sitting to the next, and whether it is still there."""

from __future__ import annotations

from tui.app.browse.generated_pages import page_named
from tui.app.browse.location import OVERVIEW, PAGES, PINS, SEARCH, ListQuery, Location
from tui.document.link_target import format_facets, parse_facets
from tui.state.user_state import PlaceFields
from tui.store import Store


def fields_of(place: Location) -> PlaceFields:
    """The place as plain fields. What a list is filtered by is not kept: whoever comes back looks
    for the record, not for what was left out around it; a page that is made of it keeps it."""
    fields: PlaceFields = {
        name: value for name, value in place._asdict().items() if isinstance(value, str | int)
    }
    if place.arranged.order:
        fields["order"] = place.arranged.order
    if place.section in PAGES and place.arranged.facets:
        fields["facets"] = format_facets(place.arranged.facets)
    return fields


def place_of(fields: PlaceFields) -> Location | None:
    """The place that was kept; None where nothing of use was."""
    section = fields.get("section")
    if not isinstance(section, str) or not section:
        return None
    known = {name: type(value) for name, value in Location("")._asdict().items()}
    held = {name: fields[name] for name in known if type(fields.get(name)) is known[name]}
    facets = parse_facets(str(fields.get("facets", "")))
    order = fields.get("order", "")
    arranged = ListQuery(order if isinstance(order, str) else "", "", facets)
    return Location(**held)._replace(arranged=arranged)  # type: ignore[arg-type]


def still_there(store: Store, place: Location) -> Location | None:
    """The place, or what is left of it: its section; None where not even that is."""
    if place.section not in (*PAGES, PINS, SEARCH, *(each.id for each in store.sections())):
        return None
    if place.arranged.order:
        from tui.views.ordering import available_orders  # a first screen seldom needs it

        if place.arranged.order not in available_orders(store, place.section):
            place = place._replace(arranged=ListQuery())
    if place.section == PINS or (not place.record and place.section not in PAGES):
        return place
    if page_named(store, place.page, "en") is not None:
        return place
    if place.section in PAGES and place.section != OVERVIEW:
        return None
    return Location(place.section, query=place.query)
