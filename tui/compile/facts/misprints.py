"""What sources misprint: a quotation that contains it says so, whatever it is quoted for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.compile.facts.answer import Answer
from tui.compile.facts.fact_text import observation_text, rate_text
from tui.compile.facts.figure_notes import notes_in_lines
from tui.model import Citation, Measure, Observation, Rate, Record
from tui.text.language import NO_TEXT, Wording
from tui.text.periods import format_period

_MEANT = Wording(
    "引文中的“{printed}”系误印，应为{value}{period}。",
    "“{printed}” in the quotation is a misprint for {value}{period}.",
)


class _Misprint(NamedTuple):
    """``note``: what a quotation that contains the words misprints."""

    printed: str
    note: Wording

    def is_in(self, exact: str) -> bool:
        """Return whether quoted words contain the misprint as a whole number."""
        words = re.escape(self.printed.replace(" ", ""))
        return re.search(rf"(?<![\d.,]){words}", exact.replace(" ", "")) is not None


class Misprints:
    """The misprints of each source that the editor corrects."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._of_source: dict[str, dict[str, _Misprint]] = {}
        for record in records:
            for source, misprint in _misprints(record):
                self._of_source.setdefault(source, {})[misprint.printed] = misprint

    def in_citation(self, citation: Citation) -> str:
        """Return what the quoted words misprint; empty for none."""
        return next((each.printed for each in self._in(citation)), "")

    def correction(self, answer: Answer) -> Wording:
        """Return what the source prints in place of a corrected value or, of any other answer, what
        its quotations misprint; empty for none."""
        if answer.correction.en:
            return answer.correction
        found = {each.printed: each.note for it in answer.citations for each in self._in(it)}
        return notes_in_lines(*found.values())

    def _in(self, citation: Citation) -> Iterator[_Misprint]:
        for misprint in self._of_source.get(citation.source, {}).values():
            if misprint.is_in(citation.exact):
                yield misprint


def _misprints(record: Record) -> Iterator[tuple[str, _Misprint]]:
    for _, measure in record.measures():
        figures: tuple[Observation | Rate, ...] = (*measure.observations, *measure.rates)
        for figure in figures:
            if figure.as_printed:
                note = _note(figure, measure)
                for citation in figure.citations:
                    yield citation.source, _Misprint(figure.as_printed, note)


def _note(figure: Observation | Rate, measure: Measure) -> Wording:
    if isinstance(figure, Observation):
        value = observation_text(figure, measure)
    else:
        value = rate_text(figure, measure)
    period = NO_TEXT
    if figure.period:
        period = Wording(
            f"（{format_period(figure.period, 'zh')}）", f" ({format_period(figure.period, 'en')})"
        )
    return _MEANT.format(printed=figure.as_printed, value=value, period=period)
