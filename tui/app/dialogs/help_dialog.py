"""The help dialog: the keys of the panel, those to begin with, all others by task; mouse and
signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeAlias

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.commands import COMMANDS, CURSOR_COMMANDS, DIGITS, SUSPEND
from tui.app.cursor_actions import CursorActions
from tui.app.dialogs import messages as dialog_messages
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.help_groups import HELP_GROUPS, TO_BEGIN
from tui.app.keymap import Keymap
from tui.app.widgets.dialog_box import DialogBox
from tui.app.widgets.document_view import DocumentView
from tui.app.widgets.line_view import LineView
from tui.app.widgets.text_input import TextInput
from tui.document import Block, Document, Heading, Paragraph, Span
from tui.document.shared_labels import FORCE_MEANINGS, FORCE_WORDS, RANK_WORDS, STATUS_WORDS
from tui.render.glyphs import Glyphs
from tui.text.language import Language, Wording
from tui.text.width import cell_width

Blocks: TypeAlias = tuple[Block, ...]


def help_document(
    language: Language, keymap: Keymap, here: Sequence[str] = (), omitted: Sequence[str] = ()
) -> Document:
    """Return the help as one page, with the user's own keys. ``here``: commands that are listed
    first; ``omitted``: commands that the briefing has no use for."""
    first, rest = help_columns(language, keymap, here, omitted)
    close = Paragraph((Span(messages.HELP_CLOSE.of(language), "muted"),))
    marks = _marks(language)
    left = first.blocks[: len(first.blocks) - len(marks)]
    heading = Heading(rest.title)
    return first._replace(blocks=(*left, heading, *rest.blocks, *marks, close))


def help_columns(
    language: Language, keymap: Keymap, here: Sequence[str] = (), omitted: Sequence[str] = ()
) -> tuple[Document, Document]:
    """Return the help as two pages that stand side by side: the keys of the panel, the keys to
    begin with and the marks; all other keys by task."""
    first = [(dialog_messages.HELP_HERE, tuple(here))] if here else []
    first.append((dialog_messages.HELP_TO_BEGIN, TO_BEGIN))
    listed = {*omitted, *(action for _, actions in first for action in actions)}
    rest = [
        (title, tuple(action for action in actions if action not in listed))
        for title, actions in HELP_GROUPS
    ]
    return (
        _document((*_groups(first, language, keymap), *_marks(language))),
        _document(
            (*_groups([group for group in rest if group[1]], language, keymap), *_mouse(language))
        ),
    )


def matching_keys(
    language: Language, keymap: Keymap, words: str, omitted: Sequence[str] = ()
) -> Document:
    """Return the commands whose title, in either language, or key has every one of the words."""
    wanted = words.lower().split()
    rows = []
    for command in _COMMANDS_BY_ACTION.values():
        if command.action in omitted:
            continue
        text = f"{command.title.zh} {command.title.en} {keymap.shown(command, language)}".lower()
        if all(word in text for word in wanted):
            rows.append(_row(keymap.shown(command, language), command.title, language))
    mouse = " ".join(dialog_messages.HELP_MOUSE).lower()
    for name, meaning in dialog_messages.MOUSE_MEANINGS:
        text = " ".join((mouse, *name, *meaning)).lower()
        if all(word in text for word in wanted):
            rows.append(_row(name.of(language), meaning, language))
    heading = dialog_messages.HELP_MATCHES.format(words=words.strip()).of(language)
    none = Paragraph((Span(dialog_messages.HELP_NO_MATCH.of(language), "muted"),))
    return Document(heading, "", tuple(rows or [none]))


def _document(blocks: Blocks) -> Document:
    """Return a page whose title is the first heading."""
    first, *others = blocks
    return Document(first.text if isinstance(first, Heading) else "", "", tuple(others))


_COMMANDS_BY_ACTION = {command.action: command for command in (*COMMANDS, DIGITS, SUSPEND)}


def _groups(
    groups: Sequence[tuple[Wording, tuple[str, ...]]], language: Language, keymap: Keymap
) -> Blocks:
    """Return a heading and the keys of each group."""
    blocks: list[Block] = []
    for title, actions in groups:
        blocks.append(Heading(title.of(language)))
        for action in actions:
            command = _COMMANDS_BY_ACTION[action]
            blocks.append(_row(keymap.shown(command, language), command.title, language))
    return tuple(blocks)


def _mouse(language: Language) -> Blocks:
    rows = (
        _row(name.of(language), text, language) for name, text in dialog_messages.MOUSE_MEANINGS
    )
    return (Heading(dialog_messages.HELP_MOUSE.of(language)), *rows)


def _marks(language: Language) -> Blocks:
    labels = STATUS_WORDS | RANK_WORDS
    blocks: list[Block] = [Heading(dialog_messages.HELP_MARKS.of(language))]
    for mark, meaning in dialog_messages.MARK_MEANINGS:
        name = labels[mark].of(language) if mark in labels else mark
        blocks.append(_row(name, meaning, language))
    blocks.append(Heading(dialog_messages.HELP_FORCES.of(language)))
    for force, meaning in FORCE_MEANINGS.items():
        blocks.append(_row(FORCE_WORDS[force].of(language), meaning, language, _FORCE_WIDTH))
    return tuple(blocks)


def _row(name: str, meaning: Wording, language: Language, width: int = 0) -> Paragraph:
    """Return a row: a key or mark, and what it means beside it."""
    padding = " " * ((width or _NAME_WIDTH) - cell_width(name))
    return Paragraph((Span(meaning.of(language)),), bullet=name + padding)


_NAME_WIDTH, _FORCE_WIDTH = 10, 13
_TWO_COLUMNS = 112
"""Cells from which the help has two columns."""
_COMMANDS = ("go_back", "open_help", "leave", *CURSOR_COMMANDS)
_LINES = 60


class HelpDialog(CursorActions, DialogScreen[None]):
    """The help, in one or two columns. Typed text lists the keys that match it; a key of the dialog
    is text only where the text has begun."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_COMMANDS),
        Binding("slash", "start_typing", show=False),
        Binding("ctrl+c", "close", show=False),
    ]

    def __init__(
        self,
        language: Language,
        glyphs: Glyphs,
        keymap: Keymap,
        here: Sequence[str] = (),
        omitted: Sequence[str] = (),
    ) -> None:
        """``here``: the commands that are listed first; ``omitted``: those that are not listed."""
        super().__init__()
        self._keymap = keymap
        self._language: Language = language
        self._glyphs = glyphs
        self._here, self._omitted = here, omitted
        self._keys = {key for action in _COMMANDS for key in keymap.textual(action)}
        self._frame = DialogBox(glyphs, "help-box", _LINES)
        self._left = DocumentView(glyphs, "help")
        self._right = DocumentView(glyphs, "help-right")
        self._box = TextInput("help-words", self._typed, lambda _: None)

    def compose(self) -> ComposeResult:
        """Lay out the input line above one or two columns."""
        with self._frame:
            yield self._box
            with Horizontal(id="help-columns"):
                yield self._left
                yield self._right

    def on_mount(self) -> None:
        """Focus the keys."""
        for column in (self._left, self._right):
            column.set_frame("rule", margin=1)
        self._box.placeholder = dialog_messages.HELP_WORDS.of(self._language)
        self._show(self.app.size.width)

    def on_resize(self, event: events.Resize) -> None:
        """Show the help in as many columns as fit."""
        super().on_resize(event)
        self._show(event.size.width)

    def _show(self, width: int) -> None:
        words = self._box.value.strip()
        wide = width >= _TWO_COLUMNS and not words
        shown = self._language, self._keymap, self._here, self._omitted
        self.set_class(width >= _TWO_COLUMNS, "-wide")
        self._right.set_displayed(wide)
        if words:
            self._left.show(matching_keys(self._language, self._keymap, words, self._omitted))
        elif wide:
            first, rest = help_columns(*shown)
            self._left.show(first)
            self._right.show(rest)
        else:
            self._left.show(help_document(*shown))
        if not words:
            self.set_focus(self._right if wide else self._left)
        self._show_title()

    def _show_title(self) -> None:
        """Show what Escape does: while something is typed, it clears the text."""
        typing = self.focused is self._box
        close = dialog_messages.HELP_CLEAR if typing else messages.HELP_CLOSE
        self._frame.set_titles(
            dialog_messages.HELP_TITLE.of(self._language), close.of(self._language)
        )

    def _typed(self, _words: str) -> None:
        self._show(self.app.size.width)

    def panel(self) -> LineView | None:
        """Return the column that scrolls."""
        return self._right if self._right.display else self._left

    def on_key(self, event: events.Key) -> None:
        """Begin the text with a letter that is no key of the dialog."""
        character = event.character or ""
        typing = self.focused is self._box
        if typing or not event.is_printable or event.key in (*self._keys, "slash"):
            return
        event.stop()
        event.prevent_default()
        self.action_start_typing(character)

    def action_start_typing(self, text: str = "") -> None:
        """Go to the input line."""
        self.set_focus(self._box)
        self._box.value = text
        self._box.cursor_position = len(text)
        self._show_title()

    def action_go_back(self) -> None:
        """Show all keys again; then close the dialog."""
        if self.focused is self._box:
            self._box.value = ""
            self._show(self.app.size.width)
        else:
            self.dismiss()

    def action_close(self) -> None:
        """Close the dialog."""
        self.dismiss()

    action_open_help = action_leave = action_close
