"""The main screen: passes keys and panel events to the controller and applies what it returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.app import messages
from tui.app.bindings import browse_bindings, use_keymap
from tui.app.browse import effects
from tui.app.browse.controller import BrowseController
from tui.app.browse.view_state import (
    TWO_PANELS_WIDTH,
    InputText,
    NoticeView,
    PanelPositions,
    ViewState,
)
from tui.app.dialogs.cursor_actions import CursorActions
from tui.app.textual_internals.single_frame_screen import SingleFrameScreen
from tui.app.textual_internals.terminal_access import write_to_terminal
from tui.app.widgets.document_view import DocumentView
from tui.app.widgets.line_view import LineView
from tui.app.widgets.record_list import RecordList
from tui.app.widgets.section_tabs import SectionTabs
from tui.app.widgets.status_bars import KeyBar, Notice, TitleBar
from tui.app.widgets.text_input import TextInput
from tui.render.glyphs import Glyphs
from tui.render.theme import Theme
from tui.text.encoding import replace_unencodable
from tui.text.language import Language, Wording

_MIN_SIZE = (40, 12)
"""Cells and lines below which only a message about the size is shown."""


class Panels(Horizontal):
    """The container of sections, list and page, which cover it completely."""

    BLANK = True
    # Without layout: nothing in the container depends on its virtual size.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))


class BrowseScreen(CursorActions, SingleFrameScreen):
    """Title bar, sections, list, page, search box, key bar."""

    BINDINGS: ClassVar[list[BindingType]] = [*browse_bindings()]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-one"),
        (TWO_PANELS_WIDTH, "-two"),
        (120, "-three"),
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
        self._shown: ViewState | None = None
        self._glyphs = glyphs
        self._encoding = encoding
        self._use_theme = use_theme
        self._hint = hint
        self.title_bar = TitleBar("title")
        self.section_tabs = SectionTabs(glyphs, "sections", self._section_chosen)
        self.record_list = RecordList(glyphs, "list", self._row_moved, self._row_chosen)
        self.page = DocumentView(glyphs, "page", self._link_followed)
        self.search_box = TextInput("search", submit_pasted_line=True)
        self.narrow_box = TextInput("narrow")
        self.notice = Notice("notice")
        self.key_bar = KeyBar("keys", controller.session.keymap)
        self.too_small = Static(id="too-small")
        self._panels: dict[str, Widget] = {
            "sections": self.section_tabs,
            "list": self.record_list,
            "page": self.page,
            "search": self.search_box,
            "narrow": self.narrow_box,
        }

    def compose(self) -> ComposeResult:
        """Put the panels between the bars."""
        yield self.title_bar
        with Panels(id="panels"):
            yield self.section_tabs
            yield self.record_list
            yield self.page
        yield self.search_box
        yield self.narrow_box
        yield self.notice
        yield self.key_bar
        yield self.too_small

    def on_mount(self) -> None:
        """Show the first location."""
        self.apply(self.controller.open(self.positions(), self._hint))

    def clear_message(self) -> None:
        """Remove the message from the key bar."""
        if self.controller.state.key_bar.message:
            self.apply(self.controller.message_read())

    def on_resize(self, event: events.Resize) -> None:
        """Show the panels that fit; below the smallest size only a message."""
        small = event.size.width < _MIN_SIZE[0] or event.size.height < _MIN_SIZE[1]
        self.set_class(small, "-small")
        positions = self.positions()._replace(width=event.size.width)
        self._show_visible(self.controller.resized(positions))

    # -- from keys and panels to the controller

    def positions(self) -> PanelPositions:
        """Return how the panels are positioned."""
        return PanelPositions(
            self.focused.id if self.focused and self.focused.id else "page",
            self.page.top,
            self.page.link,
            self.page.links,
            self.record_list.top,
            self.app.size.width,
            self.section_tabs.is_vertical,
        )

    def action_execute(self, command: str) -> None:
        """Carry out a command by its name."""
        self.apply(self.controller.execute(command, self.positions()))

    def action_open_citation(self, digit: int) -> None:
        """Handle a digit."""
        self.apply(self.controller.open_citation(digit, self.positions()))

    def action_down(self) -> None:
        """Move the cursor down; from a row of section tabs, into the list."""
        if self.focused is self.section_tabs and not self.section_tabs.is_vertical:
            self.apply(self.controller.focus_list(self.positions()))
        else:
            super().action_down()

    def panel(self) -> LineView | None:
        """Return the panel in which cursor keys move: the list while a query is typed."""
        typing = self.focused in (self.search_box, self.narrow_box)
        return self.record_list if typing else super().panel()

    def on_key(self, event: events.Key) -> None:
        """Take keys as letters of link hints while these are shown."""
        if not self.page.hints_shown:
            return
        event.stop()
        event.prevent_default()
        target = self.page.type_hint(event.character or "" if event.is_printable else "")
        if not self.page.hints_shown:
            self.apply(self.controller.hints_ended(target, self.positions()))

    # Panels report by calls: keys typed ahead would overtake messages.

    def _section_chosen(self, section: str) -> None:
        self.apply(self.controller.section_chosen(section, self.positions()))

    def _row_moved(self, number: int) -> None:
        self.apply(self.controller.row_moved(number, self.positions()))

    def _row_chosen(self, number: int) -> None:
        self.apply(self.controller.row_chosen(number, self.positions()))

    def _link_followed(self, target: str) -> None:
        self.apply(self.controller.link_followed(target, self.positions()))

    @on(Input.Changed, "#search")
    def _query_typed(self, event: Input.Changed) -> None:
        self.apply(self.controller.query_typed(event.value, self.positions()))

    @on(Input.Submitted, "#search")
    def _query_entered(self) -> None:
        self.apply(self.controller.query_entered(self.positions()))

    @on(Input.Changed, "#narrow")
    def _words_typed(self, event: Input.Changed) -> None:
        event.stop()
        self.apply(self.controller.words_typed(event.value, self.positions()))

    @on(Input.Submitted, "#narrow")
    def _words_entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.apply(self.controller.focus_list(self.positions()))

    # -- from the controller to the widgets

    def apply(self, state: ViewState) -> None:
        """Update the widgets of every part that is another object than in the state before."""
        before, self._shown = self._shown, state
        if state.search and (before is None or state.search is not before.search):
            self._fill_search_box(state.search)
        if state.narrow and (before is None or state.narrow is not before.narrow):
            self.narrow_box.value = state.narrow.text
        if before is None or state.key_bar is not before.key_bar:
            self._show_key_bar(state, before)
        if before is None or state.list is not before.list:
            self._show_list(state, before)
        if before is None or state.sections is not before.sections:
            self.section_tabs.show(state.sections.names, state.sections.section)
        if before is None or state.title is not before.title:
            title, position, details, note = state.title
            self.title_bar.show(title, position, details)
            if note:
                self.title_bar.show_message(note)
        if before is None or state.page is not before.page:
            document, line, link, keep_position = state.page
            if keep_position:
                self.page.update_document(document)
            else:
                self.page.set_document(document, line, link)
        if state.notice is not (before and before.notice):
            self._show_notice(state.notice)
        if before is None or state.visible is not before.visible:
            self._show_visible(state)
        self.lay_out_now()
        self.page.ensure_layout()
        panel = self._panels[state.focus]
        if self.focused is not panel:
            # Not ``focus()``: it defers the change, and keys typed ahead would miss the panel.
            self.set_focus(panel, scroll_visible=False)
        if state.effect is not None:
            self._perform(state.effect)

    def _fill_search_box(self, query: InputText) -> None:
        if query.earlier:
            self.search_box.restore_query(query.text)
        else:
            self.search_box.value = query.text

    def _show_key_bar(self, state: ViewState, before: ViewState | None) -> None:
        language, section, message = state.key_bar
        self.key_bar.show(language, section)
        self.key_bar.show_message(message)
        if before is None or language != before.key_bar.language:
            self.search_box.placeholder = messages.SEARCH_HINT.of(language)
            self.narrow_box.placeholder = messages.NARROW_HINT.of(language)
            self.too_small.update(messages.TOO_SMALL.of(language), layout=False)

    def _show_list(self, state: ViewState, before: ViewState | None) -> None:
        content, cursor, top, pinned, marked = state.list
        self.record_list.marked = marked
        self.record_list.set_pinned(pinned)
        if before is not None and content is before.list.content:
            self.record_list.move_cursor_to(cursor, top)
        else:
            self.record_list.show(content, cursor, top)

    def _show_notice(self, notice: NoticeView | None) -> None:
        """Show a notice, in English where the terminal cannot display Chinese."""
        if notice is None:
            self.notice.show("", "")
            return
        has_chinese = replace_unencodable("字", self._encoding) == "字"
        language: Language = self.controller.lists.briefing.language if has_chinese else "en"
        self.notice.show(notice.text.of(language), notice.close.of(language))

    def _show_visible(self, state: ViewState) -> None:
        visible = state.visible
        self.set_class(visible.alone, "-alone")
        self.record_list.set_displayed(visible.list)
        self.page.set_displayed(visible.page)
        self.search_box.display = visible.search
        self.narrow_box.display = visible.narrow

    def _perform(self, effect: effects.Effect) -> None:
        match effect:
            case effects.MoveLink(steps):
                self.page.move_link(steps)
            case effects.ShowLinkHints(found, none):
                self.title_bar.show_message(found if self.page.show_hints() else none)
            case effects.UseTheme(theme):
                self._use_theme(theme)
            case effects.Leave():
                self.app.exit()
            case effects.ShowCopiedText(sequence=sequence) if sequence:
                write_to_terminal(self.app, sequence)
                self._open_dialog(effect)
            case _:
                self._open_dialog(effect)

    def _open_dialog(self, effect: effects.Effect) -> None:
        from tui.app.dialogs.dialog_factory import create_dialog  # see there

        dialog: ModalScreen[Any]
        dialog, on_result = create_dialog(effect, self.controller, self._glyphs)
        use_keymap(dialog, self.controller.session.keymap)

        def closed(result: Any) -> None:
            if result is not None and on_result:
                self.apply(on_result(result, self.positions()))

        self.app.push_screen(dialog, closed)
