"""The review: passes keys and panel events to its controller and applies what it returns."""

from __future__ import annotations

import os
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType

from tui.app.bindings import bindings, use_keymap
from tui.app.browse.effects import AskForLine, Leave, OpenHelp
from tui.app.commands import CURSOR_COMMANDS
from tui.app.cursor_actions import CursorActions
from tui.app.keymap import Keymap
from tui.app.message_timer import MessageTimer
from tui.app.review import messages
from tui.app.review.review_commands import HOMES, REVIEW_COMMANDS
from tui.app.review.review_controller import ReviewController
from tui.app.review.review_panels import ReviewPanels
from tui.app.review.review_state import (
    TWO_COLUMNS_WIDTH,
    ChooseTarget,
    EditFile,
    ReviewEffect,
    ReviewState,
)
from tui.app.textual_internals.single_frame_screen import SingleFrameScreen
from tui.app.widgets.line_view import LineView
from tui.render.glyphs import Glyphs
from tui.text.language import Wording

_MIN_SIZE = (40, 12)
"""Cells and lines below which only a message about the size is shown."""


class ReviewScreen(CursorActions, SingleFrameScreen):
    """Title bar, original, queue, record, filter box, key bar."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*CURSOR_COMMANDS),
        *(
            Binding(key, f"execute('{command.action}')", command.title.en, show=False)
            for command in REVIEW_COMMANDS
            for key in command.keys
        ),
        *(
            Binding(digit, f"{HOMES.action}({digit})", HOMES.title.en, show=False)
            for digit in HOMES.keys
        ),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-one"),
        (TWO_COLUMNS_WIDTH, "-two"),
        (160, "-three"),
    ]

    def __init__(self, controller: ReviewController, glyphs: Glyphs, keymap: Keymap) -> None:
        super().__init__()
        use_keymap(self, keymap)
        self.controller = controller
        self._glyphs, self._keymap = glyphs, keymap
        self._state: ReviewState | None = None
        self._message_timer = MessageTimer(self, self.clear_message)
        self.panels = ReviewPanels(
            glyphs,
            keymap,
            row_moved=lambda number: self.apply(controller.row_moved(number)),
            panel_clicked=lambda panel: self.apply(controller.panel_clicked(panel)),
            query_typed=lambda query: self.apply(controller.query_typed(query)),
            query_entered=lambda _: self.apply(controller.query_entered()),
            command_chosen=self.action_execute,
        )

    def compose(self) -> ComposeResult:
        """Lay out the panels."""
        return self.panels.compose()

    def on_mount(self) -> None:
        """Show the first undecided candidate."""
        self.apply(self.controller.open(self.app.size.width))

    def on_resize(self, event: events.Resize) -> None:
        """Show the panels that fit; below the smallest size only a message."""
        small = event.size.width < _MIN_SIZE[0] or event.size.height < _MIN_SIZE[1]
        self.set_class(small, "-small")
        self.apply(self.controller.resized(event.size.width))

    def apply(self, state: ReviewState) -> None:
        """Show a state: the only place that updates the panels, called once per key."""
        before, self._state = self._state, state
        self.set_class(len(state.visible) == 1, "-alone")
        self.panels.show(state, before)
        self.lay_out_now()
        self.panels.show_texts(state, before)
        panel = self.panels.by_id[state.focus]
        if self.focused is not panel:
            self.set_focus(panel, scroll_visible=False)
        self._message_timer.show(state.bar.message)
        if state.effect is not None:
            self._perform(state.effect)

    def _perform(self, effect: ReviewEffect) -> None:
        match effect:
            case Leave():
                self.app.exit()
            case EditFile(file, line):
                self.apply(self.controller.edited(self._edit(file, line)))
            case _:
                self._open_dialog(effect)

    def _edit(self, file: str, line: int) -> Wording | None:
        """Run the user's editor in the terminal; return why that is impossible."""
        from tui.app.review.external_editor import editor_command, editor_name, run_editor

        failed = messages.NO_EDITOR.format(editor=editor_name(os.environ))
        try:
            command = editor_command(os.environ, file, line)
        except ValueError:  # an unclosed quote
            return failed
        problem = None
        try:
            with self.app.suspend():
                try:  # within: an exception would leave the app suspended
                    run_editor(command)
                except OSError:
                    problem = failed
        except SuspendNotSupported:
            return messages.CANNOT_SUSPEND
        return problem

    def _open_dialog(self, effect: ReviewEffect) -> None:
        from tui.app.dialogs.choice_dialog import ChoiceDialog, ChoiceItem
        from tui.app.dialogs.page_dialog import PageDialog
        from tui.app.dialogs.prompt_dialog import PromptDialog
        from tui.app.review.review_help import help_page

        language = self.controller.language
        match effect:
            case AskForLine(title, hint, text, on_enter, check, keep, selected):
                dialog = PromptDialog(
                    title, hint, text, self._glyphs, check, keep, selected=selected
                )
                self._ask(dialog, on_enter)
            case ChooseTarget(title, hint, targets, on_choice):
                choices = [ChoiceItem(target.id, target.title.of(language)) for target in targets]
                none = messages.NO_TARGET.of(language)
                self._ask(ChoiceDialog(title, hint, none, choices, self._glyphs), on_choice)
            case OpenHelp():
                page = PageDialog(help_page(language, self._keymap), self._glyphs)
                use_keymap(page, self._keymap)
                self.app.push_screen(page)

    def _ask(self, dialog: Any, on_enter: Any) -> None:
        use_keymap(dialog, self._keymap)

        def closed(result: str | None) -> None:
            if result is not None:
                self.apply(self.controller.entered(result, on_enter))

        self.app.push_screen(dialog, closed)

    def clear_message(self) -> None:
        """Remove the message from the key bar."""
        if self.controller.state.bar.message:
            self.apply(self.controller.message_read())

    def action_execute(self, command: str) -> None:
        """Carry out a command by its name."""
        self.apply(self.controller.execute(command))

    def action_choose_home(self, number: int) -> None:
        """Choose one of the likely records."""
        self.apply(self.controller.choose_home(number))

    def panel(self) -> LineView | None:
        """Return the panel in which cursor keys move: the queue while the filter is typed."""
        return self.panels.queue if self.focused is self.panels.query else super().panel()
