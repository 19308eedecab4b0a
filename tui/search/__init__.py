"""Reading, step 6: a query in, ranked hits out, each with the fact that it asks for.

The index of briefing.db names the candidates; each is compared with the query once more,
text against text, and its answer chosen by the period and the words that were asked.
"""

from tui.search.find import Hit, SearchResult, find, find_facts, suggest

__all__ = ["Hit", "SearchResult", "find", "find_facts", "suggest"]
"""``find`` for hits, ``find_facts`` for hits without their evidence, ``suggest`` for names near to
a query that found nothing."""
