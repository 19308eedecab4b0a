"""The length of a list that a query asks for: top 5 companies, 10 largest. It is left out:
what is listed does not depend on it. Imported only for queries that may have one."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,2}|two|four|five|six|seven|eight|nine|ten|twenty|fifty"
_TOP = rf"\btop[ -]?(?:{_NUMBER})\b(?!\s*(?:%|percent|per cent))"
_BEFORE = rf"\b(?:{_NUMBER}|three) (?=(?:largest|biggest|leading|fastest|highest|best)\b)"
_ALL = r"\btop (?=(?:polic|source|trend|challenge|driver|risk|problem|figure|number|gap|claim))"
"""What has no order but its date: the top policies are all of them."""
_RANKED_BY = r"\btop (?=[a-z ]+ (?:by|in terms of) )"


def without_list_length(text: str) -> str:
    """Return a text without the number of things that it wants listed."""
    text = re.sub(_TOP, "top", text, flags=re.IGNORECASE)
    text = re.sub(_BEFORE, "", text, flags=re.IGNORECASE)
    text = re.sub(_ALL, "", text, flags=re.IGNORECASE)
    return re.sub(_RANKED_BY, "largest ", text, flags=re.IGNORECASE)
