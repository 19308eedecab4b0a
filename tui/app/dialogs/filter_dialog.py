"""Choosing by what a list, or the timeline, is filtered."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.browse.list_query import count_at, facets_at
from tui.app.browse.location import ListQuery, Location
from tui.app.browse.page_source import PageSource
from tui.app.dialogs.cursor_actions import CursorActions
from tui.app.widgets.checkbox_list import CheckboxItem, CheckboxList
from tui.render.glyphs import Glyphs

_KEYS = ("go_back", "down", "up", "page_down", "page_up", "first", "last", "choose_facets",
         "clear_filters")  # fmt: skip


class FilterDialog(CursorActions, ModalScreen[ListQuery]):
    """Over the panels; gives back the arrangement with what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_KEYS, without=frozenset({"space"})),
        Binding("space,enter", "choose", show=False),
        Binding("q,ctrl+c", "go_back", show=False),
    ]

    def __init__(self, reader: PageSource, place: Location, glyphs: Glyphs) -> None:
        super().__init__()
        self._reader = reader
        self._place = place
        self._head = Static(id="facets-head", markup=False)
        self._hint = Static(id="facets-hint", markup=False)
        self._list = CheckboxList(glyphs, "facets-list", self._toggled)

    def compose(self) -> ComposeResult:
        """How many fit, the values, and how to choose them."""
        with Vertical(id="facets"):
            yield self._head
            yield self._list
            yield self._hint

    def on_mount(self) -> None:
        """Fill and focus it."""
        self._show()
        self._list.focus()

    def _show(self) -> None:
        reader, place = self._reader, self._place
        language = reader.language
        chosen = place.arranged.chosen
        offered = [
            CheckboxItem(
                each.facet,
                choice.value,
                "" if number else messages.FACETS[each.facet].of(language),
                choice.label.of(language),
                choice.records,
                choice.value in chosen.get(each.facet, ()),
            )
            for each in facets_at(reader.store, place, language)
            for number, choice in enumerate(each.choices)
        ]
        count = count_at(reader.store, place, language)
        self._head.update(messages.FACETS_TITLE.format(count=count).of(language))
        hint = messages.FACETS_HINT if offered else messages.NO_FACETS
        self._hint.update(hint.of(language))
        self._list.show(offered)

    def _toggled(self, item: CheckboxItem) -> None:
        arranged = self._place.arranged.toggled(item.facet, item.value)
        self._place = self._place._replace(arranged=arranged)
        self._show()

    def action_choose(self) -> None:
        """Choose what is under the cursor, or no longer."""
        self._list.toggle()

    def action_clear_filters(self) -> None:
        """Nothing is chosen."""
        self._place = self._place._replace(arranged=self._place.arranged.unfiltered)
        self._show()

    def action_go_back(self) -> None:
        """Close it; what was chosen holds."""
        self.dismiss(self._place.arranged)

    action_choose_facets = action_go_back
