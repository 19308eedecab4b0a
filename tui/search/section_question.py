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

_COUNT_OF_SOURCES = re.compile(
    r"^how many (?:data |different )?(?:sources?|source documents?|documents?|reports?)"
    r"(?: (?:are|were) (?:there|used|cited|included|covered)(?: (?:in|by) (?:the|this) briefing)?"
    r"| (?:does|do) (?:the|this|you|it)(?: briefing)? (?:have|use|cover|cite|draw on|rely on)"
    r"| (?:is|are) (?:this|the|it|they)(?: briefing)?(?: data| figures)? (?:based on|from))?$"
    r"|^(?:这份|本)?(?:简报|资料库)?(?:里|中)?(?:一共|总共|共)?(?:有|用了?|引用了?|参考了?|收录了?)?"
    r"(?:几|多少)(?:份|个|篇|种|条)?(?:不同的?)?(?:数据|资料|引用|信息)?(?:的)?(?:来源|资料|文献|报告)$"
    r"|^(?:数据|资料|引用|信息)?的?(?:来源|资料|文献)(?:一共|总共|共)?(?:有|是)?"
    r"(?:几|多少)(?:份|个|篇|种|条)?$"
)
"""A question for the number of sources: the list of them answers it."""


def counts_sources(text: str) -> bool:
    """Return whether a question asks how many sources there are."""
    return bool(_COUNT_OF_SOURCES.search(text))


def asked_kind(text: str) -> str:
    """Return the words for the kind that a question asks for; empty for another question."""
    found = _ALL_OF_KIND.search(text)
    return next(filter(None, found.groups()), "") if found else ""
