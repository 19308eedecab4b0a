"""Questions for all records of a kind: what are the sources, 有哪些数据缺口."""

from __future__ import annotations

import re

_ALL_OF_KIND = re.compile(
    r"^(?:what|which|list)(?: are)?(?: all)?(?: the)? ([a-z &]+?)"
    r"(?: (?:are|is) (?:there|covered|used|included|known)| exist"
    r"| (?:does|do) (?:the|this) briefing (?:have|use|cover))?$"
    r"|^(?:一共|共|都)?有(?:哪些|什么)(?:资料)?(.+)$|^(?:资料)?(.+?)(?:都|一共)?有哪些$"
)
"""A question for all records of a kind, whose name is its only group that is found."""


def asked_kind(text: str) -> str:
    """Return the words for the kind that a question asks for; empty for another question."""
    found = _ALL_OF_KIND.search(text)
    return next(filter(None, found.groups()), "") if found else ""
