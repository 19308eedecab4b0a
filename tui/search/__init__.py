"""Search: from a query to the facts that answer it, in one direction.

``tui.question`` (what is asked) → ``candidate_records`` (from the index) → ``features`` (where they
have each part) → ``ranking`` (their order) → ``fact_choice`` (the fact of each) → ``verdict``
(whether it is what was asked). A question that asks for several records takes another way:
``several_answers`` (a list or a comparison). ``find.explain`` returns every step.
"""

from tui.search.find import (
    Hit,
    SearchResult,
    explain,
    find,
    find_all,
    find_all_facts,
    find_facts,
)

__all__ = [
    "Hit",
    "SearchResult",
    "explain",
    "find",
    "find_all",
    "find_all_facts",
    "find_facts",
]
"""``find`` returns hits, ``find_all`` also the command that shows all of a list; those with
``facts`` do so without the evidence. ``explain`` returns the steps."""
