"""Groups of records that queries call by one word."""

from __future__ import annotations

from typing import NamedTuple


class SearchGroup(NamedTuple):
    """Records that a query calls by one word. ``id``: a slug; ``words``: what queries call them."""

    id: str
    words: tuple[str, ...]


LISTED_COMPANIES = SearchGroup("listed-companies", ("上市公司", "上市企业", "listed company"))
POLICIES = SearchGroup("policies", ("政策", "政策文件", "文件", "policy", "regulation", "rule"))
