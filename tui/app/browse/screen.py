"""The main screen: passes keys and panel events to the controller and applies what it returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.app.bindings import browse_bindings, use_keymap
from tui.app.browse import effects
from tui.app.browse.controller import BrowseController
from tui.app.browse.panels import Panels
from tui.app.browse.sources.list_source import ValueCounts
from tui.app.browse.view_state import TWO_PANELS_WIDTH, PanelPositions, ViewState
from tui.app.commands import DIGITS
from tui.app.cursor_actions import CursorActions
from tui.app.message_timer import MessageTimer
from tui.app.textual_internals.single_frame_screen import SingleFrameScreen
from tui.app.textual_internals.terminal_access import write_to_terminal
from tui.app.widgets.dashboard_links import Direction
from tui.app.widgets.line_view import LineView
from tui.app.widgets.link_hints import link_text
from tui.config import Theme
from tui.render.glyphs import Glyphs
from tui.text.language import Wording

_BESIDE: dict[str, Direction] = {"inward": "right", "outward": "left"}
_MIN_SIZE = (40, 12)
"""Cells and lines below which only a message about the size is shown."""


class BrowseScreen(CursorActions, SingleFrameScreen):
    """Title bar, sections, list, page, search box, key bar."""

    BINDINGS: ClassVar[list[BindingType]] = [*browse_bindings()]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-one"),
        (TWO_PANELS_WIDTH, "-two"),
    ]

    def __init__(
        self,
        controller: BrowseController,
        glyphs: Glyphs,
        *,
        encoding: str = "utf-8",
        use_theme: Callable[[Theme], None],
        hint: Wording | None = None,
    ) -> None:
        """``encoding``: of the terminal; ``hint``: shown as a notice at the start."""
        super().__init__()
        use_keymap(self, controller.session.keymap)
        self.controller = controller
        self.panels = Panels(
            glyphs,
            controller.session.keymap,
            encoding,
            section_chosen=self._section_chosen,
            section_clicked=self._focus_list,
            row_moved=self._row_moved,
            row_chosen=self._row_chosen,
            answer_chosen=self._answer_chosen,
            heading_chosen=self._heading_chosen,
            chip_chosen=self._chip_chosen,
            link_followed=self._link_followed,
            page_clicked=self._page_clicked,
            query_typed=self._query_typed,
            query_entered=self._query_entered,
            words_typed=self._words_typed,
            words_entered=self._words_entered,
            command_chosen=self.action_execute,
        )
        self.panels.record_list.counts = self._value_counts
        self._glyphs = glyphs
        self._use_theme = use_theme
        self._hint = hint
        self._state: ViewState | None = None
        self._message_timer = MessageTimer(self, self.clear_message)
        self._panel_before_g = ""
        """The focused panel when g was pressed; empty after every other key."""

    def _value_counts(self) -> list[ValueCounts]:
        """Return how the rows of the list divide by each facet."""
        from tui.app.browse.sources.list_query import value_counts  # lazy: not in the first frame

        return value_counts(self.controller.lists.briefing, self.controller.location)

    def compose(self) -> ComposeResult:
        """Lay out the panels."""
        return self.panels.compose()

    def on_mount(self) -> None:
        """Show the first location."""
        self.apply(self.controller.open(self.positions(), self._hint))
        self.watch(self.panels.page, "link", self.panels.link_changed, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """Show the panels that fit; below the smallest size only a message."""
        small = event.size.width < _MIN_SIZE[0] or event.size.height < _MIN_SIZE[1]
        self.set_class(small, "-small")
        positions = self.positions()._replace(width=event.size.width, height=event.size.height)
        state = self.controller.resized(positions)
        self.panels.show_visible(state.visible)
        self.panels.fit_list(state)

    # -- the controller's state on the screen

    def apply(self, state: ViewState) -> None:
        """Show a state: the only place that updates the panels, called once per key."""
        before, self._state = self._state, state
        self.panels.show(state, before)
        self.set_class(state.visible.alone, "-alone")
        self.lay_out_now()
        self.panels.page.ensure_layout()
        panel = self.panels.by_id[state.focus]
        if self.focused is not panel:
            # Not ``focus()``: it defers the change, and keys typed ahead would miss the panel.
            self.set_focus(panel, scroll_visible=False)
        self._message_timer.show(state.key_bar.message)
        if state.effect is not None:
            self._perform(state.effect)

    def _perform(self, effect: effects.Effect) -> None:
        match effect:
            case effects.MoveLink(steps):
                if not self.panels.page.move_link(steps) and self.panels.page.links:
                    self.apply(self.controller.at_edge(self.positions(), end=steps > 0))
            case effects.ShowLinkHints(messages):
                self.panels.key_bar.show_message(messages[self.panels.page.show_hints()])
            case effects.CopyText(sequence):
                write_to_terminal(self.app, sequence)
            case effects.UseTheme(theme):
                self._use_theme(theme)
            case effects.Leave():
                self.app.exit()
            case _:
                if isinstance(effect, effects.ShowCopiedText) and effect.sequence:
                    write_to_terminal(self.app, effect.sequence)
                self._open_dialog(effect)

    def _open_dialog(self, effect: effects.Effect) -> None:
        from tui.app.dialogs.dialog_factory import Below, create_dialog

        def update(change: Callable[[PanelPositions], ViewState]) -> None:
            self.apply(change(self.positions()))

        below = Below(update, self._use_theme)
        dialog, on_result, on_cancel = create_dialog(effect, self.controller, self._glyphs, below)
        use_keymap(dialog, self.controller.session.keymap)

        def closed(result: Any) -> None:
            if result is not None and on_result:
                self.apply(on_result(result, self.positions()))
            elif result is None and on_cancel:
                self.apply(on_cancel(self.positions()))

        self.app.push_screen(dialog, closed)

    # -- keys and panels to the controller

    def positions(self) -> PanelPositions:
        """Return how the panels are positioned."""
        panels = self.panels
        return PanelPositions(
            self.focused.id if self.focused and self.focused.id else "page",
            panels.page.top,
            panels.page.link,
            panels.page.links,
            panels.record_list.top,
            self.app.size.width,
            self.app.size.height,
            link_text(panels.page.lines, panels.page.links, panels.page.link),
        )

    def clear_message(self) -> None:
        """Remove the message from the key bar."""
        if self.panels.key_bar.message and not self.panels.page.hints_shown:
            self.apply(self.controller.message_read())

    def action_execute(self, command: str) -> None:
        """Carry out a command by its name; to the left and right of a card there may be another."""
        beside: Direction | None = _BESIDE.get(command)
        page = self.panels.page
        if beside and self.focused is page and page.move_to_neighbor(beside):
            return
        self.apply(self.controller.execute(command, self.positions()))

    def action_go_to_section(self, digit: int) -> None:
        """Handle a digit."""
        self.apply(self.controller.go_to_section(digit, self.positions()))

    def action_down(self) -> None:
        """Move the cursor down; from the section tabs, into the list; from a query without results,
        to the first suggestion."""
        has_results = bool(self.controller.state.list.content.rows)
        if self.focused is self.panels.section_tabs:
            self._focus_list()
        elif self.focused is self.panels.search_box and not has_results:
            self.action_execute("next_link")
        else:
            super().action_down()

    def action_up(self) -> None:
        """Move the cursor up; from the first result, to an earlier query."""
        if self.focused is self.panels.search_box and not self.panels.record_list.cursor:
            self.apply(self.controller.query_recalled(self.positions()))
        else:
            super().action_up()

    def moved(self, panel: LineView, before: object, *, down: bool) -> None:
        """Say that a panel cannot move further."""
        if panel.position == before:
            self.apply(self.controller.at_edge(self.positions(), end=down))

    def panel(self) -> LineView | None:
        """Return the panel in which cursor keys move: the list while a query is typed."""
        typing = self.focused in (self.panels.search_box, self.panels.narrow_box)
        return self.panels.record_list if typing else super().panel()

    def on_key(self, event: events.Key) -> None:
        """Take keys as letters of link hints, and as numbers of citations, while hints are shown;
        gg goes to the beginning."""
        page, before = self.panels.page, self._panel_before_g
        is_g = event.key == "g" and "g" in self.controller.session.keymap.textual("show_hints")
        self._panel_before_g = self.positions().focus if is_g and not before else ""
        if is_g and before:
            event.stop()
            event.prevent_default()
            page.type_hint("")
            self.apply(self.controller.hints_left(before, self.positions()))
            self.action_first()
            return
        if not page.hints_shown:
            return
        event.stop()
        event.prevent_default()
        if event.key in DIGITS.keys:
            page.type_hint("")
            self.apply(self.controller.citation_typed(int(event.key), self.positions()))
            return
        target = page.type_hint(event.character or "" if event.is_printable else "")
        if not page.hints_shown:
            self.apply(self.controller.hints_ended(target, self.positions()))

    def _section_chosen(self, section: str) -> None:
        self.apply(self.controller.section_chosen(section, self.positions()))

    def _row_moved(self, number: int) -> None:
        self.apply(self.controller.row_moved(number, self.positions()))

    def _row_chosen(self, number: int) -> None:
        self.apply(self.controller.row_chosen(number, self.positions()))

    def _answer_chosen(self) -> None:
        self.apply(self.controller.query_entered(self.positions()))

    def _heading_chosen(self, column: int) -> None:
        self.apply(self.controller.heading_chosen(column, self.positions()))

    def _chip_chosen(self, number: int) -> None:
        self.apply(self.controller.chip_chosen(number, self.positions()))

    def _link_followed(self, target: str) -> None:
        self.apply(self.controller.link_followed(target, self.positions()))

    def _page_clicked(self) -> None:
        self.apply(self.controller.focus("page", self.positions()))

    def _query_typed(self, query: str) -> None:
        self.apply(self.controller.query_typed(query, self.positions()))

    def _query_entered(self, _query: str) -> None:
        self.apply(self.controller.query_entered(self.positions()))

    def _words_typed(self, words: str) -> None:
        self.apply(self.controller.words_typed(words, self.positions()))

    def _words_entered(self, _words: str) -> None:
        self._focus_list()

    def _focus_list(self) -> None:
        self.apply(self.controller.focus("list", self.positions()))
