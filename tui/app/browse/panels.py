"""The widgets of the main screen, and how each part of a ``ViewState`` is shown in them."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from tui.app import messages
from tui.app.browse.location import SEARCH
from tui.app.browse.view_state import InputText, KeyBarView, NoticeView, ViewState, VisiblePanels
from tui.app.keymap import Keymap
from tui.app.widgets.answer_card import AnswerCard
from tui.app.widgets.document_view import DocumentView
from tui.app.widgets.record_list import RecordList
from tui.app.widgets.section_tabs import SectionTabs
from tui.app.widgets.status_bars import KeyBar, Notice, TitleBar
from tui.app.widgets.text_input import TextInput
from tui.render.glyphs import Glyphs
from tui.render.panel_border import PanelTitles
from tui.text.encoding import replace_unencodable
from tui.text.language import Language


class PanelRow(Horizontal):
    """The container of sections, list and page, which cover it completely."""

    BLANK = True
    # Nothing in the container depends on its virtual size: no layout, no second frame.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)


class Panels:
    """Creates the widgets and updates them."""

    def __init__(
        self,
        glyphs: Glyphs,
        keymap: Keymap,
        encoding: str,
        *,
        section_chosen: Callable[[str], None],
        section_clicked: Callable[[], None],
        row_moved: Callable[[int], None],
        row_chosen: Callable[[int], None],
        answer_chosen: Callable[[], None],
        heading_chosen: Callable[[int], None],
        chip_chosen: Callable[[int], None],
        link_followed: Callable[[str], None],
        page_clicked: Callable[[], None],
        query_typed: Callable[[str], None],
        query_entered: Callable[[str], None],
        words_typed: Callable[[str], None],
        words_entered: Callable[[str], None],
        command_chosen: Callable[[str], None],
    ) -> None:
        """``encoding``: of the terminal. The functions are called with what the user did in a
        panel: messages would be overtaken by keys typed ahead."""
        self._encoding = encoding
        self._language: Language | None = None
        self._list_width: int | str = "1fr"
        self.title_bar = TitleBar("title", glyphs)
        self.section_tabs = SectionTabs(glyphs, "sections", section_chosen, section_clicked)
        self.answer = AnswerCard("answer", glyphs, answer_chosen)
        self.record_list = RecordList(
            glyphs, "list", row_moved, row_chosen, heading_chosen, chip_chosen
        )
        self.record_list.command_chosen = command_chosen
        self.page = DocumentView(glyphs, "page", link_followed, page_clicked)
        signs = [key for key in keymap.textual("open_palette") if len(key) > 1]  # no letters
        self.search_box = TextInput(
            "search", query_typed, query_entered, submit_pasted_line=True, prompt=" / ",
            first_keys=dict.fromkeys(signs, lambda: command_chosen("open_palette")),
        )  # fmt: skip
        self.narrow_box = TextInput("narrow", words_typed, words_entered)
        self.notice = Notice("notice")
        self.key_bar = KeyBar("keys", keymap, glyphs, command_chosen, self._enter_selects)
        self.too_small = Static(id="too-small")
        self.by_id: dict[str, Widget] = {
            "sections": self.section_tabs,
            "list": self.record_list,
            "page": self.page,
            "search": self.search_box,
            "narrow": self.narrow_box,
        }
        """The widgets that can have the focus."""

    def _enter_selects(self) -> bool:
        """Return whether Enter selects a link of the page: there are several, and none is."""
        return self.page.has_focus and self.page.link < 0 and len(self.page.links) > 1

    def link_changed(self) -> None:
        """Say what Enter does now."""
        self.key_bar.refresh()

    def compose(self) -> ComposeResult:
        """Put the panels between the bars."""
        yield self.title_bar
        yield self.section_tabs
        yield self.search_box
        yield self.narrow_box
        yield self.answer
        with PanelRow(id="panels"):
            yield self.record_list
            yield self.page
        yield self.notice
        yield self.key_bar
        yield self.too_small

    def show(self, state: ViewState, before: ViewState | None) -> None:
        """Update the widgets of every part that is another object than in the state before."""
        if state.search and (before is None or state.search is not before.search):
            self._fill(self.search_box, state.search)
        if state.narrow and (before is None or state.narrow is not before.narrow):
            self._fill(self.narrow_box, state.narrow)
        if before is None or state.key_bar is not before.key_bar:
            self._show_key_bar(state.key_bar)
        if before is None or state.list is not before.list:
            self._show_list(state, before)
        if before is None or state.sections is not before.sections:
            self.section_tabs.show(*state.sections)
        if before is None or state.title is not before.title:
            title = state.title
            self.title_bar.show(title.title, title.section, title.details, title.edition)
        if before is None or state.title is not before.title or state.list is not before.list:
            foot = (state.list.foot, state.list.foot_commands)
            titles = PanelTitles(
                state.title.section, state.title.list_tag, *foot, state.title.shorter
            )
            self.record_list.set_titles(titles)
        if before is None or state.answer is not before.answer:
            self.answer.show(state.answer)
        if before is None or state.page is not before.page:
            document, line, link, keep_position = state.page
            if keep_position:
                self.page.update_document(document)
            else:
                self.page.set_document(document, line, link)
        typing = state.focus in ("search", "narrow")
        self.record_list.use_while_typing(in_use=typing)
        self.section_tabs.use_digits(in_use=not typing)
        if state.notice is not (before and before.notice):
            self._show_notice(state.notice)
        if before is None or state.visible is not before.visible:
            self.show_visible(state.visible)
        elif state.visible.answer and state.answer is not before.answer:
            self._fit_answer(state.visible)
        if before is None or state.list is not before.list or state.visible is not before.visible:
            self.fit_list(state)

    def fit_list(self, state: ViewState) -> None:
        """Give the list the width that its titles need beside the page; beside the results, which
        change with every letter, always the same."""
        window = self.record_list.app.size.width
        beside = state.visible.list and state.visible.page
        if beside and state.location.section == SEARCH:
            width: int | str = window * 2 // 5
        else:
            width = self.record_list.wanted_width(window) if beside else "1fr"
        if width != self._list_width:
            self._list_width = width
            self.record_list.styles.width = width

    def show_visible(self, visible: VisiblePanels) -> None:
        """Show and hide panels. Toggles ``display`` directly: CSS classes would restyle the whole
        screen on every key."""
        self.record_list.set_frame(visible.frame)
        self.page.set_frame(visible.page_frame, 1)
        self._fit_answer(visible)
        self.record_list.set_displayed(visible.list)
        self.page.set_displayed(visible.page)
        self.search_box.display = visible.search
        self.narrow_box.display = visible.narrow

    def _fit_answer(self, visible: VisiblePanels) -> None:
        self.answer.fit(visible.answer, self.answer.app.size.width, visible.frame)

    def _fill(self, box: TextInput, text: InputText) -> None:
        if text.earlier:
            box.restore(text.text)
        else:
            box.value = text.text

    def _show_key_bar(self, key_bar: KeyBarView) -> None:
        self.key_bar.show(key_bar)
        self.key_bar.show_message(key_bar.message)
        if (language := key_bar.language) != self._language:
            self._language = language
            self.search_box.placeholder = messages.SEARCH_HINT.of(language)
            self.narrow_box.set_prompt(messages.NARROW_PROMPT.of(language))
            self.narrow_box.placeholder = messages.NARROW_HINT.of(language)
            self.too_small.update(messages.TOO_SMALL.of(language), layout=False)

    def _show_list(self, state: ViewState, before: ViewState | None) -> None:
        content, cursor, top, pinned, marked, *_ = state.list
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
        language: Language = self._language if self._language and has_chinese else "en"
        self.notice.show(notice.text.of(language), notice.close.of(language))
