"""A document to review: its text without tags, its date, and where sentences and lines begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from tui.text.quote_selector import line_starts, paragraph_ends, strip_tags

_SENTENCE_END = re.compile(r"[。！？!?]+[”’」』]?|[；;\n]|\.[”’\"]?(?=\s)|[.!?,]”(?=\s)")
_CLAUSE_END = re.compile(r"[，：、（）()“”]|,(?!\d)|:(?!\d)")


_LONGEST_HEADING = 40
_FULL_STOPS = "。！？；.!?;|"


class TextSpan(NamedTuple):
    """Start and end offset in the text of a document."""

    start: int
    end: int


class SourceText:
    """One original. ``date``: when it was published or, at the latest, written (ISO 8601, may be
    a year or a month); empty if nobody knows. ``not_before``: when it was written at the earliest,
    if only that is known."""

    def __init__(self, original: str, date: str = "", not_before: str = "") -> None:
        self.text = strip_tags(original)
        self.date = date
        self.not_before = not_before
        self._lines = line_starts(original)
        self._paragraphs = paragraph_ends(original)

    def line(self, at: int) -> int:
        """Return the line of the original file, from 1, that holds a character of the text."""
        return bisect_right(self._lines, at)

    def sentence(self, at: int) -> TextSpan:
        """Return the sentence around a character."""
        index = bisect_right(self._sentence_starts, at)
        starts = self._sentence_starts
        end = starts[index] if index < len(starts) else len(self.text)
        return TextSpan(starts[index - 1], end)

    def sentences(self) -> list[TextSpan]:
        """Return all sentences, in order."""
        ends = [*self._sentence_starts[1:], len(self.text)]
        return [TextSpan(*pair) for pair in zip(self._sentence_starts, ends, strict=True)]

    def paragraphs(self) -> list[TextSpan]:
        """Return the paragraphs that are not blank, in order, without the space around them."""
        return self._paragraph_spans

    @cached_property
    def _paragraph_spans(self) -> list[TextSpan]:
        ends = [*self._paragraph_starts[1:], len(self.text)]
        found = []
        for start, end in zip(self._paragraph_starts, ends, strict=True):
            words = self.text[start:end]
            if words.strip():
                start += len(words) - len(words.lstrip())
                found.append(TextSpan(start, start + len(words.strip())))
        return found

    def paragraph_start(self, at: int) -> int:
        """Return where the paragraph of a character begins."""
        breaks = self._paragraph_starts
        return breaks[bisect_right(breaks, at) - 1]

    def paragraph_end(self, at: int) -> int:
        """Return where the paragraph of a character ends."""
        breaks = self._paragraph_starts
        index = bisect_right(breaks, at)
        return breaks[index] if index < len(breaks) else len(self.text)

    def section_start(self, at: int) -> int:
        """Return where the last heading before the paragraph of a character begins: a short line
        that is no sentence; the beginning of the document if there is none."""
        start = self.paragraph_start(at)
        earlier = [one for one in self.paragraphs() if one.start < start]
        return next((one.start for one in reversed(earlier) if self.is_heading(one)), 0)

    def is_heading(self, paragraph: TextSpan) -> bool:
        """Return whether a paragraph is short and no sentence."""
        words = self.text[slice(*paragraph)].strip().rstrip('”’"')
        return len(words) <= _LONGEST_HEADING and words[-1:] not in _FULL_STOPS

    def clause_start(self, at: int) -> int:
        """Return where the clause of a character begins: after the last sign in its sentence."""
        begin = self.sentence(at).start
        ends = [match.end() for match in _CLAUSE_END.finditer(self.text, begin, at)]
        return max(ends, default=begin)

    def clause_end(self, at: int) -> int:
        """Return where the clause that holds a character ends, without its sign."""
        end = self.sentence(at).end
        sign = _CLAUSE_END.search(self.text, at, end)
        return sign.start() if sign else end

    @cached_property
    def _sentence_starts(self) -> list[int]:
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        return sorted({0, *self._paragraphs, *ends} - {len(self.text)} | {0})

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        breaks = [match.end() for match in re.finditer("\n", self.text)]
        return sorted({0, *self._paragraphs, *breaks})
