"""The dates of an edition: how far its core figures reach, and which years have passed."""

from __future__ import annotations

import re

from tui.document.fact_ref import parse_fact_ref
from tui.load import Content
from tui.load.record_references import FACT_IN_TEXT
from tui.model import Measure, Observation, Statement, Statistic
from tui.text.periods import parse_period

_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")


def core_figures_to(content: Content) -> str:
    """Return the last month (``2024-03``) of the newest reported core figure; empty if there is
    none.

    Core figures are the values of the measures that the lines of the overview refer to, and of the
    statistics that these lines lead to.
    """
    named = {line.leads_to for line in content.briefing.lines}
    for line in content.briefing.lines:
        facts = FACT_IN_TEXT.findall(line.text.zh)
        named |= {fact.partition("@")[0].partition("#")[0] for fact in facts}
    months = [
        parse_period(observation.period).last
        for record in content.records
        for reference, measure in record.measures()
        if reference in named or (isinstance(record, Statistic) and record.id in named)
        for observation in measure.observations
        if observation.period
        and observation.status == "reported"
        and observation.rank != "deprecated"
    ]
    return "{:04}-{:02}".format(*max(months)) if months else ""


def edition_year(content: Content) -> int:
    """Return the year of the edition: the one that it begins with (``2026.1``), else that of
    ``as_of``. Not the year of the clock: the same content gives the same briefing."""
    briefing = content.briefing
    named = _YEAR.match(briefing.edition)
    return int(named[0] if named else briefing.as_of[:4])


def is_past_forecast(measure: Measure, observation: Observation, year: int) -> bool:
    """Return whether a forecast is of a time before ``year`` and has no value that is reported or
    estimated, other than a rejected one."""
    if observation.status != "forecast" or not has_passed(observation.period, year):
        return False
    return not any(
        item.period == observation.period
        and item.status != "forecast"
        and item.rank != "deprecated"
        for item in measure.observations
    )


def has_passed(period: str | None, year: int) -> bool:
    """Return whether a period ends before ``year``."""
    return period is not None and parse_period(period).last[0] < year


def has_outcome(statement: Statement) -> bool:
    """Return whether a figure of the year that a statement is about disputes it."""
    return any(
        parse_fact_ref(each.by).period == statement.horizon for each in statement.disputed_by
    )
