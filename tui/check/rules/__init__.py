"""The rules, by what they look at. Codes are never reused."""

from __future__ import annotations

from tui.check.rule import Rule
from tui.check.rules import (
    citations,
    conflicts,
    copied_text,
    duplicates,
    entities,
    glosses,
    hedges,
    known_questions,
    missing_quotes,
    narratives,
    numbers,
    overlaps,
    policies,
    prose_numbers,
    quoted_values,
    rates,
    references,
    short_titles,
    sources,
    staleness,
    statements,
    terms,
    texts,
    thesaurus,
)

RULES: tuple[Rule, ...] = (
    *sources.RULES,
    *missing_quotes.RULES,
    *citations.RULES,
    *quoted_values.RULES,
    *glosses.RULES,
    *numbers.RULES,
    *rates.RULES,
    *conflicts.RULES,
    *overlaps.RULES,
    *statements.RULES,
    *policies.RULES,
    *entities.RULES,
    *duplicates.RULES,
    *copied_text.RULES,
    *texts.RULES,
    *prose_numbers.RULES,
    *terms.RULES,
    *hedges.RULES,
    *short_titles.RULES,
    *narratives.RULES,
    *references.RULES,
    *staleness.RULES,
    *thesaurus.RULES,
    *known_questions.RULES,
)
"""In the order of their codes."""
