"""The takeaways of the overview with their notes."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.briefing import NOTE_SIGN, HeadLine
from tui.text.language import Wording


def takeaways(lines: Sequence[HeadLine]) -> list[Wording]:
    """Return the text of each line, its note behind it. Lines with the same note have the same
    sign."""
    notes = list(dict.fromkeys(line.note.wording() for line in lines if line.note))
    return [
        _with_note(line.text.wording(), notes.index(line.note.wording()), line.note.wording())
        if line.note
        else line.text.wording()
        for line in lines
    ]


def _with_note(text: Wording, number: int, note: Wording) -> Wording:
    sign = NOTE_SIGN * (number + 1)
    zh, en = (each.replace(NOTE_SIGN, sign) for each in text)
    return Wording(f"{zh}（{sign} {note.zh}）", f"{en} ({sign} {note.en})")
