"""The filter dialog: select values of facets to filter a list or the timeline, which stays visible
beside it and shows what each choice leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.app.bindings import bindings
from tui.app.browse.location import ListQuery, Location
from tui.app.browse.sources.list_query import facet_choices, match_count
from tui.app.browse.sources.localized_briefing import LocalizedBriefing
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs import messages
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.widgets.checkbox_list import CheckboxItem, CheckboxList
from tui.app.widgets.dialog_box import DialogBox, TextLine
from tui.app.widgets.line_view import LineView
from tui.app.widgets.text_input import TextInput
from tui.document.shared_labels import FORCE_MEANINGS
from tui.render.glyphs import Glyphs
from tui.search.name_match import match_names
from tui.text.language import Wording, plural
from tui.text.width import cell_width

_COMMANDS = ("go_back", "down", "up", "page_down", "page_up")
_TYPED_KEYS = frozenset({"j", "k", "b", "space", "backspace"})
"""Keys of these commands that check a box or are typed here, ``j`` and ``k`` once anything is."""
_TOGGLE_KEYS = ("space", "ideographic_space")
_LEAST_WIDTH = 60
"""Cells of a window in which the whole hint has room."""
_CHROME = 7
"""Lines of the dialog without the list."""


def _matching(count: int) -> str:
    return f"{plural(count, 'record')} {'matches' if count == 1 else 'match'}"


class FilterDialog(CursorActions, DialogScreen[ListQuery]):
    """Checkboxes for the values of each facet, below a line that narrows them. The result is the
    list query with the selection, None if the dialog was canceled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_COMMANDS, without=_TYPED_KEYS),
        Binding(",".join(_TOGGLE_KEYS), "toggle_value", show=False, priority=True),
        Binding("ctrl+x", "clear_filters", show=False, priority=True),
        Binding("ctrl+c", "cancel", show=False),
    ]

    def __init__(
        self,
        briefing: LocalizedBriefing,
        location: Location,
        glyphs: Glyphs,
        chosen: Callable[[ListQuery], None] = lambda _: None,
    ) -> None:
        """``chosen``: called with the query after each change of the selection."""
        super().__init__()
        self._briefing = briefing
        self._location = location
        self._chosen = chosen
        self._items: list[tuple[CheckboxItem, Wording]] = []
        """Every value, and the words by which it is found."""
        self._is_toggled = False
        """Whether a value was toggled since the text was typed."""
        self._matches = 0
        """Records that match what is selected."""
        self._frame = DialogBox(glyphs, "facets")
        self._box = TextInput(
            "facets-words",
            self._typed,
            lambda _: self._apply(),
            not_typed=_TOGGLE_KEYS,
            first_keys={
                "j": self.action_down,
                "k": self.action_up,
                "slash": self._start_typing,
            },
        )
        self._rule = TextLine("facets-rule")
        self._hint = TextLine("facets-hint")
        self._list = CheckboxList(glyphs, "facets-list", self._toggle, self._show_title)

    def compose(self) -> ComposeResult:
        """Lay out the input line, the checkboxes and the hints."""
        with self._frame:
            yield self._box
            yield self._list
            yield self._rule
            yield self._hint

    def on_mount(self) -> None:
        """Fill the list; text is typed into the line above it."""
        is_narrow = self.app.size.width < _LEAST_WIDTH
        words = messages.FACETS_TYPE if is_narrow else messages.FACETS_WORDS
        self._box.placeholder = words.of(self._briefing.language)
        self._list.can_focus = False
        self.set_focus(self._box)
        self._count()
        self._frame.want_lines(len(self._items) + _CHROME)

    def panel(self) -> LineView | None:
        """Return the list: cursor keys move in it while text is typed."""
        return self._list

    def _count(self) -> None:
        """Count what each value leaves with the present selection."""
        store, language = self._briefing.store, self._briefing.language
        selected = self._location.list_query.selected
        self._items = []
        for facet in facet_choices(store, self._location, language):
            group = messages.FACET_LABELS[facet.facet]
            for choice in facet.choices:
                checked = choice.value in selected.get(facet.facet, ())
                name, label = group.of(language), choice.label.of(language)
                item = CheckboxItem(facet.facet, choice.value, name, label, choice.records, checked)
                words = messages.FACET_AND_VALUE.format(facet=group, value=choice.label)
                self._items.append((item, words))
        self._matches = match_count(store, self._location, language)
        self._show()
        self._show_title()

    def _show_title(self) -> None:
        """Show how many records match, and what the value under the cursor is."""
        language, item = self._briefing.language, self._list.item
        facet = item.facet if item else ""
        title = messages.FACETS_TITLE.format(
            count=self._matches, matching=_matching(self._matches)
        ).of(language)
        self._frame.set_titles(title, messages.FACET_LABELS[facet].of(language) if facet else "")
        rule = messages.FACETS_RULE if item else messages.NO_OPTION
        if item and facet == "force":
            rule = FORCE_MEANINGS[item.value]
        if not self._items:
            rule = messages.NO_FACETS
        self._rule.show(rule.of(language), "muted" if item else "heading")

    def _show(self) -> None:
        """List the values that match what is typed."""
        language, words = self._briefing.language, self._box.value.strip()
        names = [name for _, name in self._items]
        found = match_names(self._briefing.store, words, names)
        shown: list[CheckboxItem] = []
        facet = ""
        for number in sorted(found):
            item = self._items[number][0]
            shown.append(item if item.facet != facet else item._replace(group=""))
            facet = item.facet
        self._list.show(shown, max((cell_width(item.group) for item, _ in self._items), default=0))
        hint = messages.FACETS_TYPED_HINT if self._box.value else messages.FACETS_HINT
        self._hint.show(hint.of(language))

    def _start_typing(self) -> None:
        self._box.start_typing()

    def _typed(self, _words: str) -> None:
        self._is_toggled = False
        self._list.cursor = 0
        self._show()
        self._show_title()

    def _toggle(self, item: CheckboxItem) -> None:
        self._is_toggled = True
        self._set_query(self._location.list_query.toggled(item.facet, item.value))

    def _set_query(self, list_query: ListQuery) -> None:
        self._location = self._location._replace(list_query=list_query)
        self._count()
        self._chosen(list_query)
        self.refresh()

    def _apply(self) -> None:
        selected = self._location.list_query.selected
        moved = bool(self._list.cursor) and not any(selected.values())
        if (self._box.value.strip() or moved) and not self._is_toggled:
            self._list.check()
        self.dismiss(self._location.list_query)

    def action_toggle_value(self) -> None:
        """Select or deselect the value under the cursor."""
        self._list.toggle()

    def action_clear_filters(self) -> None:
        """Deselect all values."""
        self._set_query(self._location.list_query.unfiltered)

    def action_go_back(self) -> None:
        """Clear what is typed; then close the dialog without a change."""
        if self._box.value:
            self._box.value = ""
        else:
            self.action_cancel()

    def cancel(self) -> None:
        """Close the dialog at a click outside it and keep what is selected."""
        self.dismiss(self._location.list_query)

    def action_cancel(self) -> None:
        """Close the dialog without a change."""
        self.dismiss(None)
