"""Search: from a query to the facts that answer it, in one direction.

``tui.question`` (what is asked) → ``candidate_records`` (from the index) → ``features`` (where they
have each part) → ``ranking`` (their order) → ``fact_choice`` (the fact of each) → ``verdict``
(whether it is what was asked). ``find.explain`` returns every step.
"""

from tui.search.find import Hit, SearchResult, explain, find, find_facts, suggest

__all__ = ["Hit", "SearchResult", "explain", "find", "find_facts", "suggest"]
"""``find`` returns hits, ``find_facts`` hits without their evidence, ``explain`` the steps, and
``suggest`` titles for a query that found nothing."""
