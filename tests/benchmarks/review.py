"""How many of the figures that a briefing quotes ``medbrief review`` proposes, and how well.

The content is the reference: each of its observations and rates that quotes a figure of an
original, at the place that the quote selects. A growth over one year may be recorded under that
year or under both years; both count as the right period.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.data.briefings import ROOT
from tests.benchmarks.measure import BenchmarkError, Result
from tui.check.context import CheckContext
from tui.check.quoted_value import compare_with_quotes
from tui.edit.figure_finder import FigureCandidate, find_figures
from tui.edit.source_text import SourceText
from tui.load import load_content
from tui.model import Citation, Observation, Rate
from tui.store.originals import find_originals
from tui.text.periods import same_time
from tui.text.printed_quantity import find_quantities
from tui.text.quote_selector import find_quote
from tui.text.units import UNITS

_SAMPLE = ROOT / "tests" / "sample"


class _Quoted(NamedTuple):
    """A figure of the content, and the candidate at its place."""

    figure: Observation | Rate
    found: FigureCandidate | None


def measure_review(rounds: int) -> list[Result]:
    """Measure recall and precision on the live originals, if there are any, and on the
    sample's."""
    del rounds  # nothing varies
    live = find_originals(None, str(ROOT / "content"), os.environ).folder
    results = []
    if live and Path(live).is_dir():
        results += _measure("live", ROOT / "content", Path(live))
    results += _measure("sample", _SAMPLE / "content", _SAMPLE / "originals")
    return results


def _measure(name: str, folder: Path, originals: Path) -> list[Result]:
    context = CheckContext(load_content(folder), originals)
    if not context.original_texts:
        raise BenchmarkError(f"no originals in {originals}")
    quoted: list[_Quoted] = []
    proposed = used = recorded = 0
    for source in context.original_texts:
        data = context.original_bytes(context.sources[source]) or b""
        document = SourceText(data.decode(), context.latest_date(source))
        figures = list(find_figures(document))
        pairs = list(_pairs(context, source, figures))
        spans = _quoted_spans(context, source, document.text)
        quoted += pairs
        proposed += len(figures)
        used += sum(any(a <= one.start and one.end <= b for a, b in spans) for one in figures)
        recorded += len(_recorded(context, source, figures))
    count, found = len(quoted), [pair for pair in quoted if pair.found]
    right = [pair for pair in found if _right_amount(pair) and _right_period(pair)]
    return [
        _share(f"{name}: figures of the content that are proposed ({count})", len(found), count),
        _share("  with value and unit right", sum(map(_right_amount, found)), count),
        _share("  with period right", sum(map(_right_period, found)), count),
        _share("  with value, unit and period right", len(right), count),
        _share("  with status right", sum(map(_right_status, found)), count),
        _share(f"{name}: proposals that a citation quotes ({proposed})", used, proposed),
        _share("  that are recorded as figures", recorded, proposed),
    ]


def _share(name: str, part: int, whole: int) -> Result:
    return Result(name, "%", (100 * part / max(1, whole),))


def _pairs(context: CheckContext, source: str, figures: list[FigureCandidate]) -> Iterator[_Quoted]:
    for _, _, figure in context.figures():
        places = list(_places(context, source, figure))
        if places:
            at_place = [one for one in figures if any(a <= one.start < b for a, b in places)]
            yield _Quoted(figure, at_place[0] if at_place else None)


def _places(
    context: CheckContext, source: str, figure: Observation | Rate
) -> Iterator[tuple[int, int]]:
    """Yield where the original prints a figure: the number in each passage that is quoted."""
    for citation in figure.citations:
        if citation.source != source or citation.relation != "quoted":
            continue
        excerpt = context.with_surroundings(citation)
        best = compare_with_quotes(figure, [excerpt])
        if best.agreement < max(type(best.agreement)):
            continue
        wanted = _amount(figure)
        fitting = [
            item for item in find_quantities(citation.exact)
            if item.value == wanted and (item.unit or item.start == best.at)
        ]  # fmt: skip
        starts = {item.start for item in fitting} or {best.at}
        for offset in context.quote_offsets(citation):
            for start in starts:
                yield offset + start, offset + start + len(best.printed)


def _recorded(
    context: CheckContext, source: str, figures: list[FigureCandidate]
) -> set[FigureCandidate]:
    places = [
        place for _, _, figure in context.figures() for place in _places(context, source, figure)
    ]
    return {one for one in figures if any(a <= one.start < b for a, b in places)}


def _quoted_spans(context: CheckContext, source: str, text: str) -> list[tuple[int, int]]:
    return [
        (at, at + len(citation.exact))
        for _, _, citation in context.parts(Citation)
        if citation.source == source
        for at in find_quote(text, citation.exact)
    ]


def _amount(figure: Observation | Rate) -> object:
    if figure.as_printed:
        return find_quantities(figure.as_printed)[0].value
    return abs(figure.value.scaleb(UNITS[figure.unit].scale))


def _right_amount(pair: _Quoted) -> bool:
    figure, found = pair.figure, pair.found
    if found is None or not found.unit:
        return False
    wanted = _amount(figure)
    given = found.value.scaleb(UNITS[found.unit].scale)
    same_sign = bool(figure.as_printed) or (figure.value < 0) == (given < 0)
    own, other = UNITS[figure.unit], UNITS[found.unit]
    # 个 counts anything, as in the rule that compares figures with their quotes.
    counts = not own.currency and found.unit.endswith("个")
    return abs(given) == wanted and same_sign and (own.base == other.base or counts)


def _right_period(pair: _Quoted) -> bool:
    figure, found = pair.figure, pair.found
    if found is None or not found.period or not figure.period:
        return found is not None and not found.period and not figure.period
    is_growth = isinstance(figure, Rate) and figure.type == "growth"
    ends = figure.period.rpartition("/")[2]
    return same_time(found.period, figure.period) or (is_growth and ends == found.period)


def _right_status(pair: _Quoted) -> bool:
    return pair.found is not None and pair.found.status == pair.figure.status
