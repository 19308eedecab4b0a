"""A reader's pins: as a Markdown file, and as lines for the terminal.

Notes are labeled as the reader's own words: nothing in them has a source.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Paragraph, Span
from tui.export import messages
from tui.export.collection import ExportedPage, collect
from tui.export.markdown import markdown_file
from tui.render.line_wrap import Line, wrap
from tui.state import Pin
from tui.store import Store
from tui.text.language import Language

_INDENT = 2


def pins_file(store: Store, pins: Sequence[Pin], language: Language) -> str:
    """Return the pinned pages as Markdown, in the order of pinning, each with its note first."""
    notes = {pin.id: pin.note for pin in pins}
    collection = collect(store, [pin.id for pin in pins], language)
    pages = tuple(_with_note(page, notes[page.id], language) for page in collection.pages)
    missing = [pin for pin in pins if store.row(pin.id, language) is None]
    text = markdown_file(collection._replace(pages=pages, title=_title(collection.title, language)))
    lines = "".join(f"- {_missing_line(pin, language)}\n" for pin in missing)
    return f"{text}\n{lines}" if missing else text


def pin_lines(store: Store, pins: Sequence[Pin], language: Language, width: int) -> list[Line]:
    """Return each pin as lines: title and id, its answer, the note."""
    lines: list[Line] = []
    for pin in pins:
        answers = store.answers(pin.id)
        if not answers:
            lines += wrap((Span(_missing_line(pin, language), "muted"),), width, _INDENT)
            continue
        main = answers[0]
        head = (Span(f"{main.title.of(language)}  ", "title"), Span(pin.id, "muted"))
        lead = (Span(" " * _INDENT),)
        lines += wrap(head, width, _INDENT)
        lines += wrap((Span(main.answer.of(language)),), width, _INDENT, lead)
        if pin.note:
            lines += wrap(_note(pin.note, language), width, _INDENT, lead)
    return lines


def _with_note(page: ExportedPage, note: str, language: Language) -> ExportedPage:
    if not note:
        return page
    blocks = (Paragraph(_note(note, language)), *page.document.blocks)
    return page._replace(document=page.document._replace(blocks=blocks))


def _note(note: str, language: Language) -> tuple[Span, Span]:
    stop = messages.STOP.of(language)
    return (Span(f"{messages.OWN_NOTE.of(language)}{stop}", "label"), Span(note, "body"))


def _title(title: str, language: Language) -> str:
    return messages.PINS_OF.format(title=title).of(language)


def _missing_line(pin: Pin, language: Language) -> str:
    text = messages.PIN_MISSING.format(id=pin.id).of(language)
    return f"{text}{messages.STOP.of(language)}{pin.note}" if pin.note else text
