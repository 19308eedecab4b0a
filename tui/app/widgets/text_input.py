"""A one-line input box, for the search, the filter of a list, the command palette and prompts."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from types import MappingProxyType

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.app.textual_theme import styles
from tui.text.control_characters import is_joiner, one_line


class TextInput(Input):
    """An input box that reports its text by calling functions.

    ``report_change`` reports what was typed since its last call. The app calls it when no more
    input is waiting, and before a command: text that arrives at once is searched for once.
    """

    # The extent of the value. Textual's own reactive has layout=True and would lay out the whole
    # screen on every letter.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(
        self,
        widget_id: str,
        changed: Callable[[str], None],
        submitted: Callable[[str], None],
        *,
        submit_pasted_line: bool = False,
        prompt: str = "",
        not_typed: Container[str] = (),
        first_keys: Mapping[str, Callable[[], None]] = MappingProxyType({}),
    ) -> None:
        """``submit_pasted_line``: submit pasted text that ends with a line break; ``prompt``: drawn
        in the padding at the left; ``not_typed``: keys that the screen binds instead;
        ``first_keys``: what to do for a key before anything is typed, or ``start_typing``."""
        super().__init__(id=widget_id, compact=True, select_on_focus=False)
        # Messages would be overtaken by keys typed ahead.
        self.disable_messages(Input.Changed, Input.Submitted)
        self.cursor_blink = False  # a blinking cursor would wake up an idle process
        self._changed = changed
        self._submitted = submitted
        self._submit_pasted_line = submit_pasted_line
        self._prompt = prompt
        self._not_typed = not_typed
        self._first_keys = first_keys
        self._restored = ""
        self._reported = ""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key is text here."""
        return key not in self._not_typed and super().check_consume_key(key, character)

    def set_prompt(self, prompt: str) -> None:
        """Draw another text in the padding at the left, as wide as the padding."""
        self._prompt = prompt
        self.styles.padding = (0, 1, 0, cell_len(prompt))
        self.refresh()

    def start_typing(self) -> None:
        """Take the keys that do something else before anything is typed as text."""
        self._first_keys = MappingProxyType({})

    def restore(self, text: str) -> None:
        """Show an earlier text, selected: what is typed replaces it, and a slash removes it."""
        self.value = self._restored = text
        self.selection = Selection(0, len(text))

    def report_change(self) -> None:
        """Report the text, if it is not the one reported last."""
        if self.value != self._reported:
            self._reported = self.value
            self._changed(self.value)

    async def action_submit(self) -> None:
        """Report the text, then that it was entered."""
        self.report_change()
        self._submitted(self.value)

    # -- typed and pasted text

    def on_key(self, event: events.Key) -> None:
        """Clear a restored text on a slash, insert joiners; leave other keys to ``Input``."""
        character = event.character or ""
        is_first = not self.value or self.value == self._restored
        if is_first and event.key in self._first_keys:
            self._consume(event)
            self._first_keys[event.key]()
        elif is_first and character == "/" and self.value:
            self._consume(event)
            self.value = self._restored = ""
        elif is_joiner(character):  # not printable: ``Input`` drops it and splits an emoji
            self._consume(event)
            self._replace_selection(character)

    async def on_paste(self, event: events.Paste) -> None:
        """Insert pasted text as one line; ``Input`` drops all lines but the first one."""
        self._consume(event)
        text = one_line(event.text)
        if text:
            self._replace_selection(text)
        if self._submit_pasted_line and event.text.endswith(("\r", "\n")) and text.strip():
            await self.action_submit()

    def _consume(self, event: events.Event) -> None:
        event.stop()
        event.prevent_default()

    def _replace_selection(self, text: str) -> None:
        self.replace(text, *self.selection)

    # -- characters of several code points: the cursor passes them, and is drawn on them, as a whole

    def action_cursor_left(self, select: bool = False) -> None:
        """Move the cursor one character to the left; with ``select``, the end of the selection."""
        if select or self.selection.is_empty:
            self._move_cursor(self._boundary_before(self.cursor_position), select)
        else:
            super().action_cursor_left()

    def action_cursor_right(self, select: bool = False) -> None:
        """Move the cursor one character to the right; with ``select``, the end of the selection."""
        if select or self.selection.is_empty:
            self._move_cursor(self._boundary_after(self.cursor_position), select)
        else:
            super().action_cursor_right()

    def action_delete_left(self) -> None:
        """Delete the selection, or the character to the left."""
        if self.selection.is_empty:
            self.delete(self._boundary_before(self.cursor_position), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right(self) -> None:
        """Delete the selection, or the character under the cursor."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, self._boundary_after(self.cursor_position))
        else:
            self.delete_selection()

    def _move_cursor(self, position: int, select: bool) -> None:
        self.selection = Selection(self.selection.start if select else position, position)

    def _boundary_before(self, position: int) -> int:
        starts = [start for start, _, _ in split_graphemes(self.value)[0] if start < position]
        return starts[-1] if starts else 0

    def _boundary_after(self, position: int) -> int:
        ends = (end for _, end, _ in split_graphemes(self.value)[0] if end > position)
        return next(ends, len(self.value))

    # -- drawing

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the cursor on the screen, where the terminal shows an input method.

        Textual's own is one cell further right at the end of the text.
        """
        x, y, width, _ = self.content_region
        before = cell_len(self.value[: self.cursor_position]) - self.scroll_offset.x
        return Offset(x + min(before, max(0, width - 1)), y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the line with the prompt."""
        lines = super().render_lines(crop)
        size = cell_len(self._prompt)
        if self._prompt and not crop.x and not crop.y and lines and lines[0].cell_length > size:
            prompt = Strip([Segment(self._prompt, styles(self.app.theme)["accent"])], size)
            for line_filter in self.get_line_filters():
                prompt = prompt.apply_filter(line_filter, self.background_colors[1])
            lines[0] = Strip.join([prompt, lines[0].crop(size)])
        return lines

    def render_line(self, y: int) -> Strip:
        """Return the visible part of the text; the placeholder is drawn by ``Input``."""
        if y or not self.value:
            return super().render_line(y)
        text = Text(self.value, no_wrap=True, end="")
        if self.has_focus:
            cursor, end = self.cursor_position, self._boundary_after(self.cursor_position)
            text.pad_right(1)  # the cursor may be behind the text
            selected = self.get_component_rich_style("input--selection")
            text.stylize(selected, *sorted(self.selection))
            cursor_style = self.get_component_rich_style("input--cursor")
            text.stylize(cursor_style, cursor, max(end, cursor + 1))
        left, width = self.scroll_offset.x, self.scrollable_content_region.width
        strip = Strip(text.render(self.app.console)).crop(left, left + width)
        return strip.extend_cell_length(width).apply_style(self.rich_style)
