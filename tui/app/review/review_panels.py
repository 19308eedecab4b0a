"""The widgets of the review, and how each part of a ``ReviewState`` is shown in them."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from tui.app import messages as app_messages
from tui.app.browse.view_state import KeyBarView
from tui.app.key_bar_commands import fitting_groups
from tui.app.key_command import KeyCommand
from tui.app.keymap import Keymap
from tui.app.review import messages
from tui.app.review.marked_text_view import MarkedTextView
from tui.app.review.queue_list import QueueList
from tui.app.review.review_commands import BAR_GROUPS, BY_USE, REVIEW_COMMANDS
from tui.app.review.review_state import ReviewState
from tui.app.widgets.line_view import LineView
from tui.app.widgets.status_bars import KeyBar, TitleBar
from tui.app.widgets.text_input import TextInput
from tui.render.glyphs import Glyphs


class ReviewKeyBar(KeyBar):
    """The most useful keys of the review."""

    def groups(self, width: int) -> list[list[KeyCommand]]:
        """Return the commands that fit into ``width`` cells, in groups."""
        by_action = {command.action: command for command in REVIEW_COMMANDS}
        commands = [by_action[action] for action in BY_USE]
        return fitting_groups(commands, BAR_GROUPS, self.cells_of, width)


class PanelGrid(Container):
    """The container of the panels, which cover it completely."""

    BLANK = True
    # Without layout: nothing in the container depends on its virtual size.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))


class ReviewPanels:
    """Creates the widgets and updates them."""

    def __init__(
        self,
        glyphs: Glyphs,
        keymap: Keymap,
        *,
        row_moved: Callable[[int], None],
        panel_clicked: Callable[[str], None],
        query_typed: Callable[[str], None],
        query_entered: Callable[[str], None],
        command_chosen: Callable[[str], None],
    ) -> None:
        self.title_bar = TitleBar("title")
        self.original = MarkedTextView(glyphs, "original", panel_clicked)
        self.queue = QueueList(glyphs, "queue", row_moved, panel_clicked)
        self.record = MarkedTextView(glyphs, "record", panel_clicked)
        self.query = TextInput("query", query_typed, query_entered)
        self.key_bar = ReviewKeyBar("keys", keymap, glyphs, command_chosen)
        self.too_small = Static(id="too-small")
        self.by_id: dict[str, Widget] = {
            "original": self.original,
            "queue": self.queue,
            "record": self.record,
            "query": self.query,
        }
        """The widgets that can have the focus."""
        self._panels: dict[str, LineView] = {
            "original": self.original,
            "queue": self.queue,
            "record": self.record,
        }

    def compose(self) -> ComposeResult:
        """Put the panels between the bars."""
        yield self.title_bar
        with PanelGrid(id="review"):
            yield from self._panels.values()
        yield self.query
        yield self.key_bar
        yield self.too_small

    def show(self, state: ReviewState, before: ReviewState | None) -> None:
        """Update the widgets of every part that is another object than in the state before."""
        for name, panel in self._panels.items():
            panel.set_frame(state.frame)
            panel.set_displayed(name in state.visible)
        if before is None or state.title != before.title:
            self.title_bar.show(*state.title)
        if before is None or state.bar != before.bar:
            language, message, is_error = state.bar
            self.key_bar.show(KeyBarView(language))
            self.key_bar.show_message(message, "error" if is_error else "heading")
            self.query.placeholder = messages.SEARCH_HINT.of(language)
            self.too_small.update(app_messages.TOO_SMALL.of(language), layout=False)
        for name, title in state.titles._asdict().items():
            self._panels[name].set_titles(title)
        if before is None or state.query != before.query:
            self.query.display = state.query is not None
            if state.query is None or state.query != self.query.value:
                self.query.value = state.query or ""

    def show_texts(self, state: ReviewState, before: ReviewState | None) -> None:
        """Fill the panels; called when they have their final size."""
        if before is None or state.queue != before.queue:
            self.queue.show(state.queue)
        if before is None or state.original != before.original:
            self.original.show(state.original)
        if before is None or state.record != before.record:
            self.record.show(state.record)
