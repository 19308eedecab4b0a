"""What is said below a chart: whose forecasts it shows, what is not drawn, or not to scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.compile.facts.fact_text import observation_text
from tui.compile.page_builder import PageBuilder
from tui.document.shared_labels import STATUS_WORDS
from tui.model import Measure, Observation
from tui.text.language import Wording
from tui.text.periods import format_period

REJECTED = Wording("未画出：{values}（未采用）。", "Not drawn: {values} (rejected).")
_DATED_VALUE = Wording("{period}的{value}", "{value}, {period}")
BROKEN = Wording("超出坐标，不按比例：{values}。", "Beyond the axis, not to scale: {values}.")

ONLY = Wording("仅{period}", "{period} only")
"""Below a column of a shorter period."""
APART = Wording(
    "{periods}时期较短，单独画出，不能与其他各期比高低。",
    "{periods}: a shorter period, drawn apart; not comparable with the others.",
)


def legend(page: PageBuilder, observations: Sequence[Observation]) -> Iterator[tuple[str, str]]:
    """Yield each status and its words; a forecast with its source, unless that is the source of
    the value reported for its period, or else of the newest one."""
    reported = [item for item in observations if item.status == "reported"]
    for status in dict.fromkeys(item.status for item in observations):
        named = []
        for item in observations:
            beside = [each for each in reported if each.period == item.period] or reported[-1:]
            own = {citation.source for citation in item.citations}
            known = {citation.source for each in beside for citation in each.citations}
            if item.status == status == "forecast" and beside and not own & known:
                names = page.catalogue.source_names(own, page.language)
                named.append(f"{period_words(page, item)} {names}")
        words = STATUS_WORDS[status].of(page.language)
        if named:
            stop = "：" if page.language == "zh" else ": "
            words += stop + ("；" if page.language == "zh" else "; ").join(named)
        yield status, words


def listed(observations: Sequence[Observation], measure: Measure) -> Wording:
    """Return values with their periods as a list in words."""
    named = []
    for item in observations:
        value, period = observation_text(item, measure), item.period
        if period:
            words = Wording(format_period(period, "zh"), format_period(period, "en"))
            value = _DATED_VALUE.format(value=value, period=words)
        named.append(value)
    return Wording("、".join(each.zh for each in named), "; ".join(each.en for each in named))


def period_words(page: PageBuilder, item: Observation) -> str:
    """Return the period of an observation in words."""
    return format_period(item.period or "", page.language)
