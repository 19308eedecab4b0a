"""The editor's notes on a figure or event, as its page prints them, in one text."""

from __future__ import annotations

from tui.model import Bilingual, Observation, Rate
from tui.text.language import NO_TEXT, Wording

_PRINTED = Wording("原文印作{printed}。{reason}", "the source prints {printed}. {reason}")
_CALLED = Wording("来源称之为", "the source calls it ")


def figure_notes(figure: Observation | Rate) -> Wording:
    """Return why a figure has no period, why it was corrected, what the source calls a rate, and
    the note; one per line. The reason for its rank or for a dispute is not among them."""
    correction = figure.correction.reason if figure.correction else None
    if isinstance(figure, Observation):
        return notes_in_lines(figure.undated, correction, figure.note)
    term = figure.source_term
    called = Wording(_CALLED.zh + term.zh, _CALLED.en + term.en) if term else None
    return notes_in_lines(correction, called, figure.note)


def correction_note(figure: Observation | Rate) -> Wording:
    """Return what the source prints in place of a corrected value, and why it is corrected; empty
    for another value."""
    if figure.correction is None:
        return NO_TEXT
    reason = figure.correction.reason.wording()
    return _PRINTED.format(printed=figure.as_printed, reason=reason)


def notes_in_lines(*notes: Bilingual | Wording | None) -> Wording:
    """Return notes one per line, without those that are missing; empty for none."""
    known = [it.wording() if isinstance(it, Bilingual) else it for it in notes if it]
    if not known:
        return NO_TEXT
    return Wording("\n".join(it.zh for it in known), "\n".join(it.en for it in known))
