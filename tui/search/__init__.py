"""Search: rank the records that match a query.

Input: a query. Output: hits, best first, each with the fact that answers the query. The index of
briefing.db returns candidates; each is compared with the text of the query, and its answer is
chosen by the period and the words of the query.
"""

from tui.search.find import Hit, SearchResult, find, find_facts, suggest

__all__ = ["Hit", "SearchResult", "find", "find_facts", "suggest"]
"""``find`` returns hits, ``find_facts`` hits without their evidence, ``suggest`` similar titles for
a query that found nothing."""
