"""Find the figures of each original that no citation quotes.

A figure is a number in Arabic or Chinese script that counts or measures something. Dates,
document numbers, list numbers, web addresses and names with digits are not figures; patterns
recognize them. Every other number must be quoted by a citation, or be listed with a reason as
``not_figures`` in the source's record.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.model import Citation, Source
from tui.text.language import Wording
from tui.text.number_parser import NumberInText, find_numbers
from tui.text.quote_selector import find_quote, line_starts


class NonFigurePattern(NamedTuple):
    """A kind of number that is not a figure."""

    name: Wording
    pattern: re.Pattern[str]


_CONTEXT = 18
"""Characters shown before and after an uncovered figure."""
_YEAR = r"(?:19|20)\d{2}"
_MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
_ENGLISH_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_ENGLISH_DATE = (
    rf"\b{_ENGLISH_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:, {_YEAR})?"
    rf"|\b\d{{1,2}} {_ENGLISH_MONTH}(?: {_YEAR})?|\b(?:FY)?{_YEAR}(?:[-–]{_YEAR})?\b"
    r"(?!,?\d|\.\d|[%％‰]| ?(?:percent|thousand|million|billion|trillion)\b"
    r"| (?!was\b|has\b|does\b)[a-z]{2,}s\b)"
)
"""In English a number of four digits is a year unless it counts a noun in the plural."""
_DAY = r"(?:\s*(?:\d{1,2}|[一二三四五六七八九十]+)\s*[日号])?"

NON_FIGURES = (
    NonFigurePattern(
        Wording("网址", "web address"), re.compile(r"https?://[^\s)\"']+|[\w.]+@[\w.]+|\(/[^)]*\)")
    ),
    NonFigurePattern(
        Wording("日期", "date"),
        re.compile(
            rf"{_YEAR}\s*[-—–~到至]\s*{_YEAR}\s*年?|{_YEAR}-\d{{1,2}}(?:-\d{{1,2}})?"
            rf"|{_YEAR}\s*年\s*(?:{_MONTH}\s*(?:-\s*\d{{1,2}}\s*)?月{_DAY})?"
            rf"|(?<![\d．.]){_MONTH}\s*(?:-\s*\d{{1,2}}\s*)?月(?:底|份)?{_DAY}"
            rf"|\d{{1,2}} [A-Z][a-z]{{2}} {_YEAR} [\d:]+ GMT|{_YEAR}到{_YEAR}(?=我国)|{_YEAR}(?=年)"
            r"|(?<!\d)\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)"
            rf"|(?<![\d,.$€£¥〔\u3400-\u9fff])(?:{_ENGLISH_DATE})"
        ),
    ),
    NonFigurePattern(Wording("文号", "document number"), re.compile(r"〔\d{4}〕\s*\d+\s*号")),
    NonFigurePattern(
        Wording("题名", "title"),
        re.compile(r"《[^》]*》|^(?:title|headimg|thumbnail):.*$", re.MULTILINE),
    ),
    NonFigurePattern(
        Wording("含数字的名称", "name with a digit"),
        re.compile(
            r"5G|十[二三四五]五|[一两双]会|第[一二三四五六七八九十]+步|一[线体站方些个旦直]|万[一物]"
        ),
    ),
    NonFigurePattern(
        Wording("序号", "list number"),
        re.compile(
            r"^\s*(?:#+\s*)?(?:\*\*)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})、|（\d{1,2}）",
            re.MULTILINE,
        ),
    ),
)
"""A number that starts within a match is not a figure."""

_MEASURE_WORD = re.compile(
    r"\s?[起家个年月日天位名人大项条省次倍种部阶款座张篇期轮成元亩级亿万%％]"
)
"""A Chinese numeral is a count only before a measure word."""


class UncoveredFigure(NamedTuple):
    """A figure that no citation quotes. ``context``: the text around it; ``line``: of the original
    file, from 1."""

    text: str
    context: str
    line: int


class Coverage(NamedTuple):
    """The coverage of one source. ``excluded``: text and reason of each of its ``not_figures``;
    ``by_pattern``: how many numbers each pattern excludes."""

    source: str
    figures: int
    covered: int
    uncovered: tuple[UncoveredFigure, ...]
    excluded: tuple[tuple[str, Wording], ...]
    by_pattern: tuple[tuple[Wording, int], ...] = ()

    @property
    def share(self) -> float:
        """Return the share of covered figures in percent; 100 for a source without figures."""
        return 100 * self.covered / self.figures if self.figures else 100.0


def measure_coverage(context: CheckContext) -> list[Coverage]:
    """Return the coverage of every source whose original is available."""
    quoted: dict[str, set[str]] = {}
    for _, _, citation in context.parts(Citation):
        quoted.setdefault(citation.source, set()).add(citation.exact)
    numbers = context.content.briefing.document_numbers
    return [
        _source_coverage(
            source,
            context.original_texts[source.id],
            quoted.get(source.id, set()),
            numbers,
            line_starts((context.original_bytes(source) or b"").decode("utf-8")),
        )
        for source in context.content.sources
        if source.id in context.original_texts
    ]


def _source_coverage(
    source: Source,
    text: str,
    quotes: set[str],
    document_numbers: Sequence[str],
    lines: Sequence[int],
) -> Coverage:
    excluded = non_figure_spans(text, document_numbers)
    for item in source.not_figures:
        excluded += _occurrences(text, item.exact)
    quoted = [span for quote in quotes for span in _occurrences(text, quote)]
    numbers = [number for number in find_numbers(text) if is_count(number, text)]
    figures = [number for number in numbers if not _starts_in(number, excluded)]
    uncovered = [number for number in figures if not _is_within(number, quoted)]
    return Coverage(
        source.id,
        len(figures),
        len(figures) - len(uncovered),
        tuple(
            UncoveredFigure(
                text[number.start : number.end],
                _context(text, number),
                bisect_right(lines, number.start),
            )
            for number in uncovered
        ),
        tuple((item.exact, item.reason.wording()) for item in source.not_figures),
        tuple(_count_by_pattern(text, numbers)),
    )


def _count_by_pattern(text: str, numbers: list[NumberInText]) -> Iterator[tuple[Wording, int]]:
    """Yield each pattern with the count of numbers that it is the first to exclude."""
    remaining = numbers
    for pattern in NON_FIGURES:
        spans = _matches(pattern, text)
        rest = [number for number in remaining if not _starts_in(number, spans)]
        if len(rest) < len(remaining):
            yield pattern.name, len(remaining) - len(rest)
        remaining = rest


def non_figure_spans(text: str, document_numbers: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Return where the patterns match: a number that starts there is not a figure.
    ``document_numbers``: those of the briefing."""
    return [
        span
        for pattern in (*NON_FIGURES, *_declared(document_numbers))
        for span in _matches(pattern, text)
    ]


def _declared(document_numbers: Sequence[str]) -> Iterator[NonFigurePattern]:
    for number in document_numbers:
        yield NonFigurePattern(Wording("文号", "document number"), re.compile(number))


def is_count(number: NumberInText, text: str) -> bool:
    """Return whether a number may count something: a Chinese numeral only before a measure
    word."""
    if not number.chinese:
        return True
    return number.value > 1 and bool(_MEASURE_WORD.match(text, number.end))


def _matches(pattern: NonFigurePattern, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.pattern.finditer(text)]


def _occurrences(text: str, quote: str) -> list[tuple[int, int]]:
    return [(offset, offset + len(quote)) for offset in find_quote(text, quote)]


def _is_within(number: NumberInText, spans: list[tuple[int, int]]) -> bool:
    return any(start <= number.start and number.end <= end for start, end in spans)


def _starts_in(number: NumberInText, spans: list[tuple[int, int]]) -> bool:
    # Not _is_within: a date may run into the figure after it if the space between them is lost.
    return any(start <= number.start < end for start, end in spans)


def _context(text: str, number: NumberInText) -> str:
    context = text[max(0, number.start - _CONTEXT) : number.end + _CONTEXT]
    return "".join(char for char in " ".join(context.split()) if char.isprintable())
