"""The command that shows the same records as an answer."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.period_parser import EARLIEST, LATEST, month_or_year
from tui.search.list_topics import ISSUER

if TYPE_CHECKING:
    from tui.question.period_parser import MonthRange
    from tui.search.list_topics import Topic
    from tui.store import KindInfo


def list_command(kind: KindInfo, topics: list[Topic], months: MonthRange | None) -> tuple[str, ...]:
    """Return the command that lists the same records; empty where the topics are no filters."""
    if not all(topic.facet and topic.facet != ISSUER for topic in topics):
        return ()
    words = [kind.words[0]]
    for topic in topics:
        for value in (topic.value, *topic.others):
            words += [f"--{topic.facet}", value]
    return (*words, *period_options(months))


def period_options(months: MonthRange | None) -> tuple[str, ...]:
    """Return the options of a command that narrow it to months."""
    words: tuple[str, ...] = ()
    if months and months.first != EARLIEST:
        words += ("--since", month_or_year(months.first, 1))
    if months and months.last != LATEST:
        words += ("--until", month_or_year(months.last, 12))
    return words
