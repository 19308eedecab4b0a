"""Runtime, step 6: search. In: a query. Out: ranked hits, each with the fact that answers it.

The index of briefing.db returns candidates; each is compared with the text of the query, and its
answer is chosen by the period and the words of the query.
"""

from tui.search.find import Hit, SearchResult, find, find_facts, suggest

__all__ = ["Hit", "SearchResult", "find", "find_facts", "suggest"]
"""``find`` returns hits, ``find_facts`` hits without their evidence, ``suggest`` similar titles for
a query that found nothing."""
