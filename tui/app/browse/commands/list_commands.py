"""Commands on a list: sort, filter, mark rows, compare what is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.app import messages
from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.effects import OpenFilters
from tui.app.browse.location import COMPARISON, PAGES, SEARCH, Location, has_facets, has_order
from tui.app.browse.marked_records import (
    MAX_COMPARED,
    are_comparable,
    have_one_kind,
    marked_names,
    marked_rows,
    marks_hint,
)
from tui.app.browse.order_names import order_in_words
from tui.app.browse.view_state import InputText
from tui.document.gloss import quoted_title
from tui.store import Row
from tui.text.language import Wording, plural


def change_order(model: BrowseModel) -> None:
    """Sort the list by the next of its orders."""
    location = model.location
    if not has_order(location.section):
        model.show_message(messages.NOTHING_TO_SORT)
        return
    from tui.app.browse.sources.list_query import next_order

    list_query = location.list_query
    order = next_order(model.briefing.store, location.section, list_query.order)
    _sort(model, order, reverse=False)


def reverse_order(model: BrowseModel) -> None:
    """Reverse the order of the list."""
    if not has_order(model.location.section):
        model.show_message(messages.NOTHING_TO_SORT)
        return
    list_query = model.location.list_query
    _sort(model, list_query.order, reverse=not list_query.reverse)


def _sort(model: BrowseModel, order: str, *, reverse: bool) -> None:
    """Sort the list and say how. ``order``: empty for the section's own."""
    from tui.app.browse.sources.list_query import has_asides_last

    list_query = model.location.list_query._replace(order=order, reverse=reverse)
    model.change_query(list_query, from_top=True)
    content = model.content
    asides_last = has_asides_last(model.briefing.store, list_query, content.rows)
    name = content.order or "importance"
    model.show_message(order_in_words(name, reverse=reverse, asides_last=asides_last))


def sort_by_column(model: BrowseModel, column: int) -> None:
    """Focus the list and sort it by the column whose heading was clicked; in reverse if it is
    sorted by it already."""
    from tui.app.browse.sources.list_query import own_order_as_empty
    from tui.views.ordering import available_orders

    model.focus_panel("list")
    store, location = model.briefing.store, model.location
    if not has_order(location.section):
        model.show_message(messages.NOTHING_TO_SORT)
        return
    ids = store.section(location.section).column_ids
    order = ids[column] if column else "name"
    orders = available_orders(store, location.section)
    if order not in orders:
        model.show_message(messages.NOT_SORTABLE)
        return
    list_query, order = location.list_query, own_order_as_empty(orders, order)
    _sort(model, order, reverse=order == list_query.order and not list_query.reverse)


def remove_filter(model: BrowseModel, number: int) -> None:
    """Focus the list and remove one of the filters that are shown above it."""
    model.focus_panel("list")
    if number < len(model.content.chips):
        model.change_query(model.content.chips[number].removed)


def narrow(model: BrowseModel) -> None:
    """Open the input box for words that the rows must contain."""
    if not has_order(model.location.section):
        model.show_message(messages.NOTHING_TO_SORT)
        return
    model.replace(narrow=InputText(model.location.list_query.words, earlier=True))
    model.focus_panel("narrow")


def narrow_by(model: BrowseModel, words: str) -> None:
    """Narrow the list by the words in the input box, with the cursor on the best match."""
    list_query = model.location.list_query
    if model.positions.focus == "narrow" and words != list_query.words:
        if words:
            model.preselected = model.location.record
        model.change_query(list_query._replace(words=words), from_top=bool(words))


def search_for(model: BrowseModel, query: str) -> None:
    """List the results of the query in the search box."""
    location = model.location
    if location.section == SEARCH and query != location.query:
        if len(query) < len(location.query) - 1:  # replaced or deleted as a whole
            model.history.keep_query()
        _search(model, query)


def recall_query(model: BrowseModel) -> None:
    """Put the query before this one into the search box, and list its results."""
    query = model.history.queries.earlier(model.location.query)
    if query is None:
        model.show_reason(messages.NO_EARLIER_QUERY)
        return
    _search(model, query)
    model.show_earlier_query()


def _search(model: BrowseModel, query: str) -> None:
    model.history.adjust(query=query, record="", line=0, link=-1)
    model.show_location()


def choose_facets(model: BrowseModel) -> None:
    """Open the filter dialog."""
    if not has_facets(model.location.section):
        model.show_message(messages.NOTHING_TO_SORT)
        return
    model.remember()
    model.request(OpenFilters(model.location))


def clear_filters(model: BrowseModel) -> None:
    """Remove all filters and marks."""
    if not (model.marked or model.location.list_query.has_filters):
        model.show_reason(messages.NOTHING_TO_CLEAR)
        return
    count, is_filtered = len(model.marked), model.location.list_query.has_filters
    model.marked.clear()
    model.change_query(model.location.list_query.unfiltered)
    if count:
        cleared = messages.ALL_CLEARED if is_filtered else messages.MARKS_CLEARED
        model.show_reason(cleared, count=count, marks=plural(count, "mark"))


# -- comparing


def mark(model: BrowseModel) -> None:
    """Mark the row under the cursor, or the record of the page, to compare or export it."""
    row = _markable_row(model)
    if row is None:
        model.show_reason(messages.NOT_MARKABLE)
        return
    if row.id in model.marked:
        model.marked.remove(row.id)
    else:
        model.marked.append(row.id)
    marked = tuple(model.marked)
    view = model.state.list._replace(cursor=model.cursor, top=-1, marked=marked)
    foot, commands = model.list_foot()
    model.replace(list=view._replace(foot=foot, foot_commands=commands))
    model.show_title()
    visible = model.state.visible
    if not marked:
        model.show_message(messages.UNMARKED)
    elif not (visible.list and visible.frame == "box"):  # else the border of the list says it
        model.show_message(marks_hint(model.session, model.briefing, marked)[0])


def choose_row(model: BrowseModel, number: int) -> None:
    """Select a row and focus the list; go to its page where that is not beside the list."""
    if not model.state.visible.page:
        model.open_row(number)
        return
    move_cursor_to(model, number)
    model.focus_panel("list")


def move_cursor_to(model: BrowseModel, number: int) -> None:
    """Show the page of the row that the cursor moved to."""
    if number != model.cursor:
        model.cursor, model.preselected = number, ""
        model.set_record(model.content.rows[number].id)
        model.show_page()


def _markable_row(model: BrowseModel) -> Row | None:
    location = model.location
    if location.section in PAGES or location.cited_by:
        return None
    if location.section == SEARCH:
        return model.row
    return model.briefing.store.row(location.record, model.briefing.language)


def _refusal(model: BrowseModel) -> Wording | None:
    """Return why the marked records cannot be compared."""
    if not are_comparable(model.briefing, model.marked):
        return messages.NOT_COMPARABLE
    if not have_one_kind(model.briefing, model.marked):
        return messages.OTHER_KIND
    return messages.TOO_MANY_MARKED if len(model.marked) > MAX_COMPARED else None


def open_comparison(model: BrowseModel) -> None:
    """Compare the marked records; without marks, those that the search asks to compare, or a
    statistic with those it is not comparable with."""
    names = marked_names(model.briefing, model.marked)
    if model.marked and (refusal := _refusal(model)):
        model.show_reason(refusal, marked=names)
        return
    ids = compared_records(model)
    rows = marked_rows(model.briefing, model.marked)
    if len(ids) > 1:
        here = model.briefing.store.row(model.location.record, model.briefing.language)
        model.go(Location(COMPARISON, ",".join(ids), panel="page"))
        if rows and here and here.kind != rows[0].kind:
            model.show_reason(messages.MARKED_COMPARED, marked=names)
        return
    if rows:
        model.show_reason(messages.MARK_ANOTHER, title=quoted_title(rows[0].title))
    else:
        model.show_reason(messages.MARK_MORE)


def compared_records(model: BrowseModel) -> Sequence[str]:
    """Return the ids of the records that a comparison would show, if there are two or more."""
    return model.marked or model.lists.compared(model.location) or _similar_measures(model)


def _similar_measures(model: BrowseModel) -> list[str]:
    record = model.location.record
    others = model.briefing.store.query(
        "SELECT other FROM compare_with WHERE id = ? ORDER BY other", (record,)
    )
    return [record, *(row[0] for row in others)][:MAX_COMPARED]


COMMANDS: dict[str, Callable[[BrowseModel], None]] = {
    each.__name__: each
    for each in (
        change_order, reverse_order, narrow, choose_facets, clear_filters, mark, open_comparison,
    )
}  # fmt: skip
