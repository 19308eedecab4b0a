"""The takeaways of the overview with the signs of their notes."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.briefing import NOTE_SIGN, HeadLine
from tui.text.language import Wording


def takeaways(lines: Sequence[HeadLine]) -> list[Wording]:
    """Return the text of each line. Lines with the same note have the same sign."""
    notes = _notes(lines)
    return [
        line.text.wording()
        if line.note is None
        else _replaced(line.text.wording(), _sign(notes.index(line.note.wording())))
        for line in lines
    ]


def takeaway_notes(lines: Sequence[HeadLine]) -> list[Wording]:
    """Return the notes, each once, after its sign."""
    return [
        Wording(f"{_sign(number)} {note.zh}", f"{_sign(number)} {note.en}")
        for number, note in enumerate(_notes(lines))
    ]


def _notes(lines: Sequence[HeadLine]) -> list[Wording]:
    return list(dict.fromkeys(line.note.wording() for line in lines if line.note))


def _sign(number: int) -> str:
    return NOTE_SIGN * (number + 1)


def _replaced(text: Wording, sign: str) -> Wording:
    return Wording(text.zh.replace(NOTE_SIGN, sign), text.en.replace(NOTE_SIGN, sign))
