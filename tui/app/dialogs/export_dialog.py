"""The export dialog: what to export, in which format, to which file."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from tui.app import messages
from tui.app.bindings import bindings
from tui.app.browse.sources.export_choices import ExportChoice, file_name
from tui.app.browse.typed_path import (
    expanded_path,
    free_name,
    is_file,
    not_replaceable,
    shown_folder,
    written,
)
from tui.app.dialogs.dialog_screen import DialogScreen
from tui.app.dialogs.option_fields import OptionFields
from tui.app.textual_theme import styles
from tui.app.widgets.dialog_box import DialogBox, TextLine
from tui.app.widgets.radio_list import RadioItem, RadioList
from tui.app.widgets.text_input import TextInput
from tui.document import Role
from tui.export.docx import NoPandocError, PandocError, docx_file
from tui.export.formats import DOCX, FORMATS, extension_of, format_by_name, write
from tui.file_write import write_file
from tui.render.glyphs import Glyphs
from tui.system_errors import cannot_write, not_writable
from tui.text.language import NO_TEXT, Language, Wording
from tui.text.width import cell_width, truncate

_COMMANDS = ("down", "up", "page_down", "page_up", "first", "last", "next_link", "previous_link")
_NAMES = (messages.EXPORT_CONTENT, messages.EXPORT_FORMAT, messages.EXPORT_FILE)
_CHROME = 8
"""Lines of the dialog without the options."""
_MAX_NAMED = 36
"""Cells of a path in a message of one line."""
_YES = ("y", "Y")


class ExportDialog(OptionFields, DialogScreen[Wording]):
    """Two lists of options and an input line, which say what cannot be written. The result says
    which file was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*_COMMANDS, without=frozenset({"space"})),
        Binding("enter", "export", show=False),
        Binding("escape,ctrl+c", "cancel", show=False),
    ]

    def __init__(
        self,
        title: Wording,
        choices: Sequence[ExportChoice],
        first: int,
        language: Language,
        glyphs: Glyphs,
    ) -> None:
        """``first``: the number of the choice that is chosen at first."""
        super().__init__()
        self._choices, self._first = choices, first
        self._language: Language = language
        self._formats = [*FORMATS, *([DOCX] if shutil.which("pandoc") else [])]
        self._question = ""
        """The path of an existing file that the user is asked about; empty for none."""
        self._is_converting = False
        self._suggested = ""
        self._frame = DialogBox(glyphs, "export", len(choices) + len(self._formats) + _CHROME)
        self._frame.set_titles(title.of(language))
        width = max(cell_width(name.of(language)) for name in _NAMES) + 2
        self._content = RadioList(glyphs, "export-content", width, self._content_chosen)
        self._format = RadioList(glyphs, "export-format", width, self._format_chosen)
        self._path = TextInput("export-path", self._path_typed, lambda _: self._export())
        self._label = Static("", id="export-label", markup=False)
        self._label.styles.width = width + 1
        self._place = Static(id="export-place", markup=False)
        self._place.styles.padding = (0, 0, 0, width + 1)
        self._keys = TextLine("export-keys")

    def compose(self) -> ComposeResult:
        """Lay out the options, the input line, the place of the file and the keys."""
        with self._frame:
            yield self._content
            yield self._format
            with Horizontal(id="export-file"):
                yield self._label
                yield self._path
            yield self._place
            yield self._keys

    def on_mount(self) -> None:
        """Fill the fields and focus the formats."""
        self._label.update(self._text(self._of(messages.EXPORT_FILE), "label"))
        items = [RadioItem(choice.label.of(self._language)) for choice in self._choices]
        self._content.show(self._of(messages.EXPORT_CONTENT), items, self._first)
        self._content.styles.height = len(items)
        self._show_formats(0)
        self._suggest_name()
        self.set_focus(self._format)

    def _of(self, wording: Wording) -> str:
        return wording.of(self._language)

    def _text(self, text: str, role: Role) -> Text:
        return Text(text, styles(self.app.theme)[role])

    # -- fields

    @property
    def _choice(self) -> ExportChoice:
        return self._choices[self._content.chosen]

    @property
    def _form(self) -> str:
        return self._formats[self._format.chosen]

    def _show_formats(self, chosen: int) -> None:
        entries = self._choice.entries
        items = [
            RadioItem(form, self._of(messages.EXPORT_FORMATS[form].format(entries=entries)))
            for form in self._formats
        ]
        self._format.show(self._of(messages.EXPORT_FORMAT), items, chosen)

    def _content_chosen(self, _number: int) -> None:
        self._show_formats(self._format.chosen)
        self._suggest_name()

    def _format_chosen(self, _number: int) -> None:
        if self._path.value in ("", self._suggested):
            self._suggest_name()
            return
        typed = self._path.value.rstrip()
        if format_by_name(typed) not in (None, self._form):  # .htm is a name of html too
            stem = typed.removesuffix(PurePath(typed).suffix)
            self._set_path(stem + extension_of(self._form))
        self._show_place()

    def _suggest_name(self) -> None:
        """Put a name into the input line, unless the user has typed another one."""
        name = file_name(self._choice.name.of(self._language))
        try:
            os.fsencode(name)
        except UnicodeEncodeError:  # the locale's encoding lacks a character
            name = "medbrief"
        if self._path.value in ("", self._suggested):
            self._suggested = free_name(name + extension_of(self._form))
            self._set_path(self._suggested)
        self._show_place()

    def _set_path(self, path: str) -> None:
        self._path.value = path
        self._path.cursor_position = len(path)

    def _path_typed(self, path: str) -> None:
        """Choose the format that the extension of the name means."""
        form = format_by_name(path.strip())
        if form in self._formats:
            self._format.move(self._formats.index(form) - self._format.chosen)
        self._show_place()

    def _show_place(self) -> None:
        """Show where the file will be."""
        self._question = ""
        folder = shown_folder(self._path.value)
        self._show(messages.EXPORT_PLACE.format(folder=folder) if folder else NO_TEXT)

    def _show(self, message: Wording, role: Role = "muted") -> None:
        self._place.update(self._text(self._of(message), role))
        keys = messages.OVERWRITE_KEYS if self._question else messages.EXPORT_KEYS
        self._keys.show(self._of(keys))

    # -- export

    def _export(self) -> None:
        """Write the file; ask first where there is one."""
        if self._is_converting:
            return
        path = expanded_path(self._path.value)
        if why := not_replaceable(path):
            self._fail(not_writable(truncate(path, _MAX_NAMED), why))
        elif is_file(path):
            self._ask(path)
        else:
            self._write(path)

    def _ask(self, path: str) -> None:
        self._question = path
        name = truncate(PurePath(path).name, _MAX_NAMED)
        self._show(messages.OVERWRITE.format(file=name), role="title")
        self.set_focus(None)

    def on_key(self, event: events.Key) -> None:
        """Answer the question whether a file is to be overwritten; else choose by a letter."""
        if not self._question:
            if self.choose_by_letter(event):
                event.stop()
                event.prevent_default()
            return
        event.stop()
        event.prevent_default()
        path, is_yes = self._question, event.key in _YES
        self._set_path(self._path.value if is_yes else free_name(self._path.value.strip()))
        self._show_place()  # which also ends the question
        self.set_focus(self._path)
        if is_yes:
            self._write(path, overwrite=True)

    def _write(self, path: str, *, overwrite: bool = False) -> None:
        form = self._form
        if format_by_name(path) == DOCX != form:
            self._fail(messages.NO_PANDOC)
            return
        contents = self._choice.contents(form)
        store = contents.store
        if not any(store.row(identity, self._language) for identity in contents.identities):
            self._fail(messages.NOTHING_TO_EXPORT)
        elif form == DOCX:
            self._is_converting = True
            self._show(messages.EXPORT_CONVERTING)
            markdown = write(contents._replace(front_matter=True), "md")
            self.run_worker(self._convert(path, markdown, overwrite))
        else:
            self._save(path, write(contents, form).encode("utf-8", "replace"), overwrite)

    async def _convert(self, path: str, markdown: str, overwrite: bool) -> None:
        """Convert with pandoc, which takes seconds, while the app goes on."""
        try:
            data = await asyncio.to_thread(docx_file, markdown, self._language)
        except NoPandocError:
            self._fail(messages.NO_PANDOC)
        except PandocError as error:
            self._fail(messages.PANDOC_FAILED.format(why=error))
        else:
            self._save(path, data, overwrite)
        finally:
            self._is_converting = False

    def _save(self, path: str, data: bytes, overwrite: bool) -> None:
        try:
            write_file(path, data, exclusive=not overwrite)
        except (OSError, ValueError) as error:  # ValueError: a null character in the name
            self._fail(cannot_write(truncate(path, _MAX_NAMED), error))
        else:
            self.dismiss(written(path))

    def _fail(self, reason: Wording) -> None:
        self._show(reason, role="error")

    # -- keys

    def action_export(self) -> None:
        """Write the file."""
        self._path.report_change()
        self._export()

    def action_cancel(self) -> None:
        """Close the dialog without a file."""
        self.dismiss(None)

    def fields(self) -> tuple[Widget, ...]:
        """Return content, format and file."""
        return (self._content, self._format, self._path)

    def go_to_field(self, number: int) -> None:
        """Focus the field of that number; what was said of a letter is over."""
        self._show_place()
        self.set_focus(self.fields()[number])

    def no_option(self, letter: str) -> None:
        """Say that no option begins with the letter, and where a name is typed."""
        self._show(messages.EXPORT_NO_OPTION.format(letter=letter), role="warning")
