"""What the keys do to take something along: copying, pins, notes."""

from __future__ import annotations

import os

from tui.app import messages
from tui.app.browse.clipboard_text import page_text, row_text
from tui.app.browse.location import PAGES, PINS, Location
from tui.app.browse.place_screen import PlaceScreen
from tui.app.dialogs.prompt import PromptDialog
from tui.app.dialogs.text_dialog import TextDialog
from tui.app.terminal.osc52 import clipboard_sequence
from tui.document.link_target import parse_target
from tui.text.language import Wording


class KeepActions(PlaceScreen):
    """Keeping something of what the panels show."""

    # -- copying

    def action_copy(self) -> None:
        """Send the figure under the cursor to the clipboard, and show what was sent."""
        if self.focused in (self.record_list, self.search_box) and self.record_list.row:
            text = row_text(self.reader, self.record_list.row)
        else:
            link = self.page.link
            target = self.page.links[link].target if 0 <= link < len(self.page.links) else ""
            text = page_text(self.reader, self.history.place, target)
        if text:
            self._hand_over(text)
        else:
            self.key_bar.show_message(messages.NOTHING_TO_COPY)

    def _hand_over(self, text: str) -> None:
        language = self.reader.language
        sequence = clipboard_sequence(text, os.environ)
        driver = self.app._driver
        if sequence and driver is not None:
            driver.write(sequence)
            driver.flush()
        head, hint = (
            (messages.COPIED, messages.COPY_HINT)
            if sequence
            else (messages.TOO_LONG_TO_COPY, messages.SELECT_HINT)
        )
        slip = TextDialog(head.of(language), text, hint.of(language), self.glyphs)
        self.app.push_screen(slip)

    # -- pins and notes

    def _record(self) -> str:
        """The id of the record that keys are about; empty where there is none."""
        place = self.history.place
        if place.section not in PAGES:
            return place.record
        link = self.page.link
        target = self.page.links[link].target if 0 <= link < len(self.page.links) else ""
        return parse_target(target).record

    def action_toggle_pin(self) -> None:
        """Pin the record, or unpin it."""
        identity = self._record()
        if not identity:
            self.key_bar.show_message(messages.NOT_A_RECORD)
            return
        pinned = self.keeping.toggle(identity)
        self._changed(messages.PINNED if pinned else messages.UNPINNED)

    def action_write_note(self) -> None:
        """Write a note on the record, which is pinned by that."""
        identity, language = self._record(), self.reader.language
        if not identity:
            self.key_bar.show_message(messages.NOT_A_RECORD)
            return
        row = self.reader.store.row(identity, language)

        def written(note: str | None) -> None:
            if note is not None:
                self.keeping.write(identity, note)
                self._changed(messages.NOTED)

        head = row.title.of(language) if row else identity
        old = self.keeping.note(identity) or ""
        self.app.push_screen(PromptDialog(head, messages.NOTE_HINT.of(language), old), written)

    def _changed(self, said: Wording) -> None:
        """Show what the pins are now; what went wrong comes before what was done."""
        self.remember()
        self.show_place()
        self.key_bar.show_message(self.keeping.trouble() or said)

    def action_open_pins(self) -> None:
        """The records that are pinned."""
        if self.history.place.section != PINS:
            self.keeping.look()
            self.go(Location(PINS))

    # -- the pins as a file

    def action_export_pins(self) -> None:
        """Write the pins to a file, where files are written; else show them to be copied."""
        from tui.app.browse.pins_file import default_name, refused
        from tui.export.pins_file import pins_file

        language, pins = self.reader.language, self.keeping.kept.pins
        if not pins:
            self.key_bar.show_message(self.reader.no_pins())
            return
        text = pins_file(self.reader.store, pins, language)
        if not self.keeping.lasts:  # somebody else's machine
            self._hand_over(text)
            return

        def written(name: str | None) -> None:
            if name is not None:
                file = os.path.expanduser(name.strip())  # noqa: PTH111
                self.key_bar.show_message(messages.EXPORTED.format(file=file))

        head = messages.EXPORT_ASKS.format(count=len(pins)).of(language)
        asking = PromptDialog(
            head,
            messages.EXPORT_HINT.of(language),
            default_name(),
            lambda name: refused(name, text, language),
        )
        self.app.push_screen(asking, written)
