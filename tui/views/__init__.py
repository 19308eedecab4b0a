"""Reading, step 6b: pages that are put together when they are asked for.

In: a store, and which records are to be set side by side, or which years. Out: documents like
those that compiling writes (comparison, timeline), and selections of records by their facets
and dates. No figure without its evidence here either: each bears the mark of its quotes.
"""

from tui.views.comparison import compared_entries, comparison
from tui.views.comparison_subjects import IncomparableError, UnknownSubjectError
from tui.views.selection import (
    Choice,
    Range,
    Selection,
    Wanted,
    facet_choices,
    select,
)
from tui.views.timeline import TimelineEntry, evidence_of, happenings, timeline, timeline_choices

__all__ = [
    "Choice",
    "IncomparableError",
    "Range",
    "Selection",
    "TimelineEntry",
    "UnknownSubjectError",
    "Wanted",
    "compared_entries",
    "comparison",
    "evidence_of",
    "facet_choices",
    "happenings",
    "select",
    "timeline",
    "timeline_choices",
]
