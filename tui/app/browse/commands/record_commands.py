"""Commands that keep something of a record: copy, pin, write a note, export the pins."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tui.app import messages
from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.effects import AskForLine, CopyText, ShowCopiedText
from tui.app.browse.location import PAGES
from tui.document.link_target import parse_target
from tui.fast_namedtuple import TYPE_CHECKING
from tui.system_errors import cannot_write
from tui.text.language import Language, Wording, plural
from tui.text.width import cell_width, truncate
from tui.xdg import home_folder

if TYPE_CHECKING:
    from tui.app.browse.clipboard_text import Clip


def copy(model: BrowseModel) -> None:
    """Send the figure or quote under the cursor to the clipboard, and show what was sent."""
    from tui.app.browse.clipboard_text import ClipSource

    source = ClipSource(model.briefing, model.session.copy_form)
    if model.positions.focus in ("list", "search") and model.row:
        clip = source.of_row(model.row)
    else:
        clip = source.of_page(model.location, model.positions.target, model.positions.row)
    if not clip.text:
        model.show_message(messages.NOTHING_TO_COPY)
    elif clip.text == model.copied or not _copy_with_notice(model, clip):
        model.copied = ""
        _copy_text(model, clip.text, without_figure=clip.without_figure)


def _copy_with_notice(model: BrowseModel, clip: Clip) -> bool:
    """Copy a text and say in the key bar what it is; return False if it is too long for that."""
    from tui.app.terminal.osc52 import clipboard_sequence

    sequence = clipboard_sequence(clip.text, os.environ)
    if not sequence:
        return False
    model.copied = clip.text
    notice = messages.COPIED_WORDS if clip.without_figure else messages.COPIED_NAME
    rest = model.session.with_keys(notice, name="").of(model.briefing.language)
    room = max(0, model.positions.width - cell_width(rest) - 2)
    model.show_reason(notice, name=truncate(clip.name, room))
    model.request(CopyText(sequence))
    return True


def _copy_text(model: BrowseModel, text: str, *, without_figure: bool = False) -> None:
    from tui.app.terminal.osc52 import clipboard_sequence

    language = model.briefing.language
    sequence = clipboard_sequence(text, os.environ)
    copied = messages.COPIED_WITHOUT_FIGURE if without_figure else messages.COPIED
    title, hint = (
        (copied, messages.COPY_HINT)
        if sequence
        else (messages.TOO_LONG_TO_COPY, messages.SELECT_HINT)
    )
    model.request(ShowCopiedText(title.of(language), text, hint.of(language), sequence))


def toggle_pin(model: BrowseModel) -> None:
    """Pin or unpin the record."""
    record = _record(model)
    if not record:
        model.show_message(messages.NOT_A_RECORD)
        return
    is_pinned = model.session.toggle_pin(record)
    _pins_changed(model, messages.PINNED if is_pinned else messages.UNPINNED)


def write_note(model: BrowseModel) -> None:
    """Ask for a note on the record, and pin the record with it."""
    record, language = _record(model), model.briefing.language
    if not record:
        model.show_message(messages.NOT_A_RECORD)
        return
    row = model.briefing.store.row(record, language)

    def save(note: str) -> None:
        model.session.pin(record, note)
        _pins_changed(model, messages.NOTE_SAVED)

    title = row.title.of(language) if row else record

    def keep(note: str) -> None:
        model.session.keep_draft(record, note)

    draft = model.session.draft(record)
    hint = messages.DRAFT_HINT if draft else messages.NOTE_HINT
    text = draft or model.session.note(record) or ""
    model.request(AskForLine(title, hint.of(language), text, save, keep=keep))


def _record(model: BrowseModel) -> str:
    """The id of the record of the page, or of the selected link on a page of no record; empty where
    there is none."""
    if model.location.section not in PAGES:
        return model.location.record
    return parse_target(model.positions.target).record


def _pins_changed(model: BrowseModel, message: Wording) -> None:
    """Show the pins and a message; a problem with the state file takes precedence over it."""
    model.remember()
    model.show_location()
    model.show_message(model.session.new_file_problem() or message)


def export_pins(model: BrowseModel) -> None:
    """Write the pins to a file; in a session that may not write files, copy them instead."""
    from tui.app.browse.typed_path import written
    from tui.export.pins_file import pins_file

    language, pins = model.briefing.language, model.session.state.pins
    if not pins:
        model.show_message(model.lists.no_pins_hint())
        return
    text = pins_file(model.briefing.store, pins, language)
    if not model.session.is_saved:
        _copy_text(model, text)
        return

    def confirm(name: str) -> None:
        model.show_message(written(name))

    model.request(
        AskForLine(
            _export_prompt(len(pins)).of(language),
            messages.EXPORT_HINT.of(language),
            _new_file_name(),
            confirm,
            lambda name: _write_new_file(name, text, language),
        )
    )


def _export_prompt(count: int) -> Wording:
    return messages.EXPORT_PROMPT.format(count=count, pins=plural(count, "pin"))


def _new_file_name() -> str:
    """Return a name in the home folder that no file has: with today's date, numbered if needed."""
    today = date.today().isoformat()
    folder = Path(home_folder(os.environ))
    number, name = 1, f"medbrief-pins-{today}.md"
    while os.path.lexists(folder / name):
        number += 1
        name = f"medbrief-pins-{today}-{number}.md"
    return f"~/{name}"


def _write_new_file(name: str, text: str, language: Language) -> str:
    """Write the text to a new file; return why it was refused, empty on success. An existing file
    is never overwritten."""
    from tui.app.browse.typed_path import expanded_path
    from tui.file_write import write_file

    path = expanded_path(name)
    try:
        write_file(path, text.encode("utf-8", "replace"), exclusive=True)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        return cannot_write(path, error).of(language)
    return ""


COMMANDS: dict[str, Callable[[BrowseModel], None]] = {
    each.__name__: each for each in (copy, toggle_pin, write_note, export_pins)
}
