"""Views: generate pages on request.

Input: a store, and the records to compare or the years to show. Output: documents like the compiled
ones (comparison, timeline), and selections of records by facets and dates. As on every page, each
figure cites its evidence.
"""

from tui.database.timeline import TimelineEvent
from tui.views.comparison import compared_entries, comparison
from tui.views.comparison_subjects import IncomparableError, UnknownSubjectError
from tui.views.matching_facts import MatchingFact, matching_facts, select_by_facts
from tui.views.selection import (
    Choice,
    DateRange,
    Selection,
    SelectionFilter,
    facet_choices,
    joined_subjects,
    select,
    subject_choices,
    subject_of_facets,
    subjects_of,
)
from tui.views.timeline_page import (
    UndatedEvent,
    entry_for,
    subject_of_types,
    timeline,
    timeline_choices,
    timeline_document,
    timeline_events,
    timeline_table,
    undated_events,
    undated_lines,
)

__all__ = [
    "Choice",
    "DateRange",
    "IncomparableError",
    "MatchingFact",
    "Selection",
    "SelectionFilter",
    "TimelineEvent",
    "UndatedEvent",
    "UnknownSubjectError",
    "compared_entries",
    "comparison",
    "entry_for",
    "facet_choices",
    "joined_subjects",
    "matching_facts",
    "select",
    "select_by_facts",
    "subject_choices",
    "subject_of_facets",
    "subject_of_types",
    "subjects_of",
    "timeline",
    "timeline_choices",
    "timeline_document",
    "timeline_events",
    "timeline_table",
    "undated_events",
    "undated_lines",
]
