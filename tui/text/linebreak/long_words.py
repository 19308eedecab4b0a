"""Where to part what no line can hold: a long URL or word in a narrow column. Rare, and so its
regular expressions are compiled only then."""

from __future__ import annotations

import re

# Over the kinds of tui.text.linebreak.clusters, best first: at a space inside it; after the
# punctuation of a URL; anywhere but before a closing or after an opening mark; and last without
# splitting the two halves of a dash or an ellipsis.
_PARTINGS = (
    ".*[^sjz](?=[sz])",
    ".*(?:[hu]|[lp](?!d))(?=[ndy])",
    ".*[^objy](?![cepmljhsz])(?=.)",
    ".+(?<!j)(?![mj])(?:(?<!e)|(?!e))(?=.)",
    "(?:ee)+(?=[^mj])",
)


def parting(kinds: str, start: int, limit: int) -> int:
    """Where to part the cluster that begins at ``start``, at ``limit`` at the latest."""
    matches = (re.compile(each).match(kinds, start, limit + 1) for each in _PARTINGS)
    return next((match.end() for match in matches if match), limit)
