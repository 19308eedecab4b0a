"""The bars of one line: title bar, notice, key bar."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from textual import events
from textual.strip import Strip

from tui.app.browse.location import OVERVIEW, PAGES, TIMELINE, has_facets, has_order
from tui.app.browse.view_state import TWO_PANELS_WIDTH, KeyBarView
from tui.app.key_bar_commands import (
    BAR_GROUPS,
    BARE,
    BARE_WIDTH,
    DISPUTE_WIDTH,
    OPEN_DISPUTE,
    PALETTE_WHILE_TYPING,
    RESTORE,
    SELECT_LINK,
    bar_commands,
    fitting_groups,
    panel_groups,
)
from tui.app.key_command import KeyCommand
from tui.app.keymap import Keymap
from tui.app.textual_internals.line_widgets import LineWidget
from tui.app.textual_theme import strip
from tui.document import Role, Span
from tui.render.glyphs import UNICODE, Glyphs
from tui.render.line_wrap import Line, line_width, padded
from tui.text.language import NO_TEXT, Wording
from tui.text.width import cell_width, truncate

_PROGRAM = " medbrief "
_BETWEEN_FACTS = " · "
_COLON = Wording("：", ": ")
_SHORTEST_TITLE = 8
"""Cells below which a title says nothing."""


class TitleBar(LineWidget):
    """The program, the briefing and the section at the left, the edition at the right."""

    def __init__(self, widget_id: str, glyphs: Glyphs = UNICODE) -> None:
        super().__init__(widget_id)
        self._separator = glyphs.cursor
        self._title = ""
        self._section = ""
        self._details = ""
        self._edition = ""

    def show(self, title: str, section: str, details: str = "", edition: str = "") -> None:
        """Set the texts. ``details``: conditions of what is shown; ``edition``: of the briefing,
        where no details are shown."""
        self._title, self._section, self._details = title, section, details
        self._edition = edition
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line: first the section, then the details, the title, the name of the program,
        and of the edition as many facts as have room."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        needed = cell_width(self._details) + 3 if self._details else 0
        left = self._place(width - needed)
        name = (Span(_PROGRAM, "selected"),)
        if line_width((*name, *left)) + needed <= width:
            left = (*name, *left)
        room = width - line_width(left) - 3
        right = _fitting(self._details or self._edition, room)
        role: Role = "mark" if self._details else "muted"
        end = padded(f"{right} ", max(0, room + 3), role, right=True)
        return strip((*left, end), width, self.app.theme)

    def _place(self, room: int) -> Line:
        """Return the title and the section in ``room`` cells: the title is shortened first."""
        between = f" {self._separator} "
        rest = room - cell_width(self._section) - cell_width(between) - 1
        if rest < _SHORTEST_TITLE:
            return (Span(" "), Span(truncate(self._section, max(0, room - 1)), "accent"))
        title = Span(f" {truncate(self._title, rest)}", "heading")
        return (title, Span(between, "muted"), Span(self._section, "accent"))


def _fitting(text: str, room: int) -> str:
    """Return as many of the parts of a text, from the first one on, as have room."""
    while cell_width(text) > room:
        text = text.rpartition(_BETWEEN_FACTS)[0]
        if not text:
            break
    return text


class Notice(LineWidget):
    """A message that stays until it is closed; hidden while there is none."""

    def __init__(self, widget_id: str) -> None:
        super().__init__(widget_id)
        self._text = ""
        self._close_hint = ""

    def show(self, text: str, close_hint: str) -> None:
        """Show ``text``, or hide the notice if it is empty. ``close_hint``: the key to close it."""
        self._text, self._close_hint = text, close_hint
        self.display = bool(text)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line; the hint has priority over the text."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        hint = Span(f"  {self._close_hint}", "muted")
        room = max(0, width - line_width((hint,)))
        return strip((padded(self._text, room, "error"), hint), width, self.app.theme)


class KeyBar(LineWidget):
    """The most useful keys in groups, each of which can be clicked, after a message until the next
    key press."""

    def __init__(
        self,
        widget_id: str,
        keymap: Keymap,
        glyphs: Glyphs = UNICODE,
        command_chosen: Callable[[str], None] = lambda _: None,
        enter_selects: Callable[[], bool] = lambda: False,
    ) -> None:
        """``command_chosen``: called with the action of a key that was clicked;
        ``enter_selects``: whether Enter selects a link instead of opening one."""
        super().__init__(widget_id)
        self._view = KeyBarView()
        self._keymap = keymap
        self._glyphs = glyphs
        self._command_chosen = command_chosen
        self._enter_selects = enter_selects
        self.message: Wording | None = None
        self._message_role: Role = "heading"
        self._places: list[tuple[int, str]] = []
        """The column after each text of the last drawn line, and the action of the text."""
        self._bare: tuple[str, ...] = ()
        """Actions whose keys have no title: there is no room for it."""
        self._pressed = ""

    def show(self, view: KeyBarView) -> None:
        """Show the keys of what can be done."""
        view = view._replace(message=None)
        if view != self._view:
            self._view = view
            self.refresh()

    def show_message(self, message: Wording | None, role: Role = "heading") -> None:
        """Show ``message`` before the keys that still fit; None shows the keys alone."""
        if message != self.message:
            self.message, self._message_role = message, role
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the message, and the groups of keys that fit."""
        width = self.size.width
        if y:
            return Strip.blank(width)
        self._places = []
        spans: list[Span] = []
        if self.message:
            text = truncate(self.message.of(self._view.language), width - 2)
            self._append(spans, (Span(f" {text} ", self._message_role),), "")
        for group in self.groups(width - line_width(tuple(spans))):
            if group[0].action == OPEN_DISPUTE and not self._view.disputes:
                continue  # its place stays empty
            if spans:
                self._append(spans, (Span(self._glyphs.edge, "frame"),), "")
            for command in group:
                self._append(spans, self._item(command), command.action)
        if self._places and self._places[-1][1] == OPEN_DISPUTE:
            which = self._which_dispute(width - line_width(tuple(spans)) - 1)
            if which.text and len(self._view.disputes) == 1:
                colon = _COLON.of(self._view.language)
                spans[-1] = spans[-1]._replace(text=f"{spans[-1].text.rstrip()}{colon}")
                self._places[-1] = (self._places[-1][0] + 1, OPEN_DISPUTE)
            self._append(spans, (which,), OPEN_DISPUTE)
        return strip(spans, width, self.app.theme)

    def groups(self, width: int) -> list[list[KeyCommand]]:
        """Return the commands that fit into ``width`` cells, in groups."""
        self._bare = ()
        if groups := panel_groups(self._view.panel):
            return self._cut(groups, width)
        section, on_page = self._view.section, self._view.panel == "page"
        unavailable = {
            *(("change_language",) if self._view.one_language else ()),
            *(("go_back",) if self._view.is_first and section == OVERVIEW else ()),
            *((OPEN_DISPUTE,) if section in PAGES else ()),
            *(() if has_order(section) else ("change_order", "mark")),
            *(() if has_facets(section) else ("choose_facets",)),
            *(("zoom",) if section in PAGES or width < TWO_PANELS_WIDTH else ()),
            *(("choose_facets", "change_order") if on_page and section != TIMELINE else ()),
        }
        self._bare = BARE if width < BARE_WIDTH else ()
        on_overview, narrow = section == OVERVIEW, bool(self._bare)
        commands = bar_commands(
            on_page=on_page, on_overview=on_overview, narrow=narrow, alone=self._view.alone
        )
        available = [one for one in commands if one.action not in unavailable]
        titled = on_page and width >= TWO_PANELS_WIDTH and section not in PAGES
        reserved = DISPUTE_WIDTH if titled else 0
        return fitting_groups(available, BAR_GROUPS, self.cells_of, width - reserved)

    def _cut(self, groups: list[list[KeyCommand]], width: int) -> list[list[KeyCommand]]:
        """Return the groups without the last commands, which have no room."""
        while len(groups) - 1 + sum(map(self.cells_of, chain(*groups))) > width:
            groups = [*groups[:-1], groups[-1][:-1]] if len(groups[-1]) > 1 else groups[:-1]
        return groups

    def cells_of(self, command: KeyCommand) -> int:
        """Return the cells of a key and its title."""
        return line_width(self._item(command))

    def _append(self, spans: list[Span], item: tuple[Span, ...], action: str) -> None:
        before = self._places[-1][0] if self._places else 0
        spans += item
        self._places.append((before + line_width(item), action))

    def _item(self, command: KeyCommand) -> tuple[Span, ...]:
        """Return the first key of a command and its title."""
        language = self._view.language
        key = self._keymap.shown(command, language).partition(" ")[0]
        if command is PALETTE_WHILE_TYPING:  # letters, which the user may have chosen, are text
            key = command.shown.of(language)
        title = self._title(command).of(language)
        if command.action in self._bare:
            return (Span(f" {key} ", "accent"),)
        if command.action != OPEN_DISPUTE:
            return (Span(f" {key}", "accent"), Span(f" {title} ", "body"))
        return (Span(f" {key} {title} ", "warning"),)

    def _title(self, command: KeyCommand) -> Wording:
        """Return what a key does here."""
        if command.action == "enter" and self._enter_selects():
            return SELECT_LINK
        if command.action == "zoom" and self._view.alone:
            return RESTORE
        return command.bar or NO_TEXT

    def _which_dispute(self, room: int) -> Span:
        """Return the title of the dispute, or how many there are, as far as there is room."""
        disputes = self._view.disputes
        least = _SHORTEST_TITLE
        text = "".join(disputes)
        if len(disputes) > 1:
            text = f"({len(disputes)})"
            least = cell_width(text) + 1
        return Span(f"{truncate(text, room - 1)} " if text and room >= least else "", "warning")

    def _action_at(self, column: int) -> str:
        return next((action for end, action in self._places if column < end), "")

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember the key: the click that removes a message is not meant for one below it."""
        self._pressed = self._action_at(event.x)

    def on_click(self, event: events.Click) -> None:
        """Carry out the command of the clicked key."""
        action = self._action_at(event.x)
        if action and action == self._pressed:
            self._command_chosen(action)
