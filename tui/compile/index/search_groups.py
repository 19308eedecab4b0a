"""Groups of records that queries call by one word."""

from __future__ import annotations

from typing import NamedTuple


class SearchGroup(NamedTuple):
    """Records that a query calls by one word. ``id``: a slug; ``words``: what queries call them."""

    id: str
    words: tuple[str, ...]


LISTED_COMPANIES = SearchGroup(
    "listed-companies",
    ("上市公司", "上市企业", "股票代码", "证券代码", "listed company", "ticker", "stock code"),
)
SUBSIDIARIES = SearchGroup(
    "subsidiaries",
    ("子公司", "母公司", "隶属", "subsidiary", "parent", "parent company", "owner"),
)
POLICIES = SearchGroup("policies", ("政策", "政策文件", "文件", "policy", "regulation", "rule"))
