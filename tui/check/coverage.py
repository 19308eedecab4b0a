"""Which figures of each original some citation's words cover, and which nobody states.

A figure is a number in Arabic or Chinese script that counts or measures something. Dates,
document numbers, list numbers, addresses and names that contain digits are none; they are
recognised by their form. Everything else must be quoted by a citation or be listed, with a
reason, as ``not_figures`` in the source's record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.model import Citation, Source
from tui.text.language import Wording
from tui.text.number_parser import NumberInText, find_numbers
from tui.text.quote_selector import find_quote


class NonFigurePattern(NamedTuple):
    """A form by which a number is seen to be no figure."""

    name: Wording
    pattern: re.Pattern[str]


_YEAR = r"(?:19|20)\d{2}"
_MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:\s*(?:\d{1,2}|[一二三四五六七八九十]+)\s*[日号])?"

NON_FIGURES = (
    NonFigurePattern(
        Wording("网址", "address"), re.compile(r"https?://[^\s)\"']+|[\w.]+@[\w.]+|\(/[^)]*\)")
    ),
    NonFigurePattern(
        Wording("日期", "date"),
        re.compile(
            rf"{_YEAR}\s*[-—–~到至]\s*{_YEAR}\s*年?|{_YEAR}-\d{{1,2}}(?:-\d{{1,2}})?"
            rf"|{_YEAR}\s*年\s*(?:{_MONTH}\s*(?:-\s*\d{{1,2}}\s*)?月{_DAY})?"
            rf"|(?<![\d．.]){_MONTH}\s*(?:-\s*\d{{1,2}}\s*)?月(?:底|份)?{_DAY}"
            rf"|\d{{1,2}} [A-Z][a-z]{{2}} {_YEAR} [\d:]+ GMT|{_YEAR}到{_YEAR}(?=我国)|{_YEAR}(?=年)"
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
"""Forms of numbers that are no figures, wherever they stand."""

_COUNTED = re.compile(r"\s?[起家个年月日天位名人大项条省次倍种部阶款座张篇期轮成元亩级亿万%％]")
"""What makes a Chinese numeral a count: the measure word that follows."""


class UncoveredFigure(NamedTuple):
    """A figure that no record states, with the words around it."""

    text: str
    context: str


class Coverage(NamedTuple):
    """Of one source. ``excluded``: words and reason of each number that its record sets aside;
    ``by_form``: how many numbers are none by which form."""

    source: str
    figures: int
    covered: int
    uncovered: tuple[UncoveredFigure, ...]
    excluded: tuple[tuple[str, Wording], ...]
    by_form: tuple[tuple[Wording, int], ...] = ()

    @property
    def share(self) -> float:
        """Covered figures, in percent; 100 where the source has none."""
        return 100 * self.covered / self.figures if self.figures else 100.0


def measure_coverage(context: CheckContext) -> list[Coverage]:
    """The coverage of every source whose original is at hand."""
    quoted: dict[str, set[str]] = {}
    for _, _, citation in context.parts(Citation):
        quoted.setdefault(citation.source, set()).add(citation.exact)
    return [
        _of_source(source, context.texts[source.id], quoted.get(source.id, set()))
        for source in context.content.sources
        if source.id in context.texts
    ]


def _of_source(source: Source, text: str, quoted: set[str]) -> Coverage:
    set_aside = [
        span for form in NON_FIGURES for span in (m.span() for m in form.pattern.finditer(text))
    ]
    for furniture in source.not_figures:
        set_aside += _spans(text, furniture.exact)
    cited = [span for exact in quoted for span in _spans(text, exact)]
    numbers = [found for found in find_numbers(text) if _counts(found, text)]
    figures = [found for found in numbers if not _begins_in(found, set_aside)]
    uncovered = [found for found in figures if not _within(found, cited)]
    return Coverage(
        source.id,
        len(figures),
        len(figures) - len(uncovered),
        tuple(
            UncoveredFigure(text[found.start : found.end], _around(text, found))
            for found in uncovered
        ),
        tuple((item.exact, item.reason.wording()) for item in source.not_figures),
        tuple(_by_form(text, numbers)),
    )


def _by_form(text: str, numbers: list[NumberInText]) -> Iterator[tuple[Wording, int]]:
    """Each form with the numbers that it alone, or it first, takes for none."""
    rest = numbers
    for form in NON_FIGURES:
        spans = [match.span() for match in form.pattern.finditer(text)]
        left = [found for found in rest if not _begins_in(found, spans)]
        if len(left) < len(rest):
            yield form.name, len(rest) - len(left)
        rest = left


def _counts(found: NumberInText, text: str) -> bool:
    if not found.chinese:
        return True
    return found.value > 1 and bool(_COUNTED.match(text, found.end))


def _spans(text: str, words: str) -> list[tuple[int, int]]:
    return [(at, at + len(words)) for at in find_quote(text, words)]


def _within(found: NumberInText, spans: list[tuple[int, int]]) -> bool:
    """Whether a quote holds the whole figure: its first digits say another number."""
    return any(start <= found.start and found.end <= end for start, end in spans)


def _begins_in(found: NumberInText, spans: list[tuple[int, int]]) -> bool:
    """Whether a form reaches to the figure: a date may have lost the blank behind it."""
    return any(start <= found.start < end for start, end in spans)


def _around(text: str, found: NumberInText) -> str:
    words = " ".join(text[max(0, found.start - 18) : found.end + 18].split())
    return "".join(char for char in words if char.isprintable())
