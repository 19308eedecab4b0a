"""Which commands of the palette can do nothing at a location: they are listed last."""

from __future__ import annotations

from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.commands.list_commands import compared_records
from tui.app.browse.commands.navigation_commands import disputes_here
from tui.app.browse.location import OVERVIEW, PAGES, PINS, TIMELINE, has_facets, has_order
from tui.app.browse.view_state import TWO_PANELS_WIDTH


def commands_without_effect(model: BrowseModel) -> frozenset[str]:
    """Return the actions that would only say why they do nothing."""
    location, section = model.location, model.location.section
    is_page = section in PAGES
    is_filtered = bool(model.marked) or location.list_query.has_filters
    conditions = {
        "go_forward": model.history.has_future,
        "change_order": has_order(section),
        "reverse_order": has_order(section),
        "narrow": has_order(section),
        "choose_facets": has_facets(section),
        "clear_filters": is_filtered,
        "mark": not is_page and not location.cited_by,
        "open_comparison": len(compared_records(model)) > 1,
        "zoom": not is_page and model.positions.width >= TWO_PANELS_WIDTH,
        "fold_sections": any(model.pages.headings(location)),
        "open_disagreement": bool(disputes_here(model)),
        "toggle_pin": not is_page,
        "write_note": not is_page,
        "export_pins": bool(model.session.state.pins),
        "go_to_overview": section != OVERVIEW,
        "open_timeline": section != TIMELINE,
        "open_pins": section != PINS,
    }
    return frozenset(action for action, works in conditions.items() if not works)
