"""The filter dialog: select values of facets to filter a list or the timeline."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.browse.location import ListQuery, Location
from tui.app.browse.sources.list_query import facet_choices, match_count
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.widgets.checkbox_list import CheckboxItem, CheckboxList
from tui.render.glyphs import Glyphs

_COMMANDS = ("go_back", "down", "up", "page_down", "page_up", "first", "last", "choose_facets",
             "clear_filters")  # fmt: skip


class FilterDialog(CursorActions, DialogScreen[ListQuery]):
    """Checkboxes for the values of each facet. The result is the list query with the selection."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_COMMANDS, without=frozenset({"space"})),
        Binding("space,enter", "toggle_value", show=False),
        Binding("q,ctrl+c", "go_back", show=False),
    ]

    def __init__(self, briefing: LocalizedBriefing, location: Location, glyphs: Glyphs) -> None:
        super().__init__()
        self._briefing = briefing
        self._location = location
        self._title = Static(id="facets-head", markup=False)
        self._hint = Static(id="facets-hint", markup=False)
        self._list = CheckboxList(glyphs, "facets-list", self._toggle)

    def compose(self) -> ComposeResult:
        """Lay out the number of matches, the checkboxes and the hint."""
        with Vertical(id="facets"):
            yield self._title
            yield self._list
            yield self._hint

    def on_mount(self) -> None:
        """Fill and focus the list."""
        self._show()
        self.set_focus(self._list)

    def _show(self) -> None:
        store, language = self._briefing.store, self._briefing.language
        selected = self._location.list_query.selected
        items = [
            CheckboxItem(
                facet.facet,
                choice.value,
                "" if number else messages.FACET_LABELS[facet.facet].of(language),
                choice.label.of(language),
                choice.records,
                choice.value in selected.get(facet.facet, ()),
            )
            for facet in facet_choices(store, self._location, language)
            for number, choice in enumerate(facet.choices)
        ]
        count = match_count(store, self._location, language)
        self._title.update(messages.FACETS_TITLE.format(count=count).of(language))
        hint = messages.FACETS_HINT if items else messages.NO_FACETS
        self._hint.update(hint.of(language))
        self._list.show(items)

    def _toggle(self, item: CheckboxItem) -> None:
        self._set_query(self._location.list_query.toggled(item.facet, item.value))

    def _set_query(self, list_query: ListQuery) -> None:
        self._location = self._location._replace(list_query=list_query)
        self._show()

    def action_toggle_value(self) -> None:
        """Select or deselect the value under the cursor."""
        self._list.toggle()

    def action_clear_filters(self) -> None:
        """Deselect all values."""
        self._set_query(self._location.list_query.unfiltered)

    def action_go_back(self) -> None:
        """Close the dialog and keep the selection."""
        self.dismiss(self._location.list_query)

    action_choose_facets = action_go_back
