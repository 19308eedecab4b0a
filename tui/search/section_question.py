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

_CHINESE_ORIGIN = re.compile(
    r"^(?:这些|这份|本|所有|全部)?(?:简报|资料|报告)?(?:里|中)?的?"
    r"(?:数据|数字|资料|信息|内容)的?(?:都|主要)?(?:是)?"
    r"(?:(?:来自|出自|取自|源自|来源于?|引自)"
    r"(?:哪里?儿?|哪些?(?:机构|资料|文件|文献|报告|地方)?|何处|谁)?"
    r"|从(?:哪里?儿?|何处)(?:来|得来|得到|获得|取得)|哪里?来|来源|出处"
    r"|谁(?:发布|提供|公布|统计|给))(?:是什么|是哪里?|是谁|有哪些|的)?(?:呢)?$"
)
_WHOLE = r"(?:the |these |this |all (?:the )?|your )?"
_DATA = r"(?:data|figures|numbers|statistics|documents|sources)"
_ENGLISH_ORIGIN = re.compile(
    r"^(?:who|which (?:organi[sz]ations?|companies|institutions?|publishers?)) "
    r"(?:publish(?:es|ed)?|provide[sd]?|suppl(?:y|ies|ied)|produce[sd]?|compile[sd]?"
    rf"|collect(?:s|ed)?) {_WHOLE}{_DATA}$"
    r"|^what (?:(?:documents?|sources?|reports?) )?(?:is|are|was|were) "
    rf"(?:it|this|these|{_WHOLE}(?:briefing|{_DATA})) "
    r"(?:based on|built on|made from|drawn from|taken from)$"
)
_DISPUTED = re.compile(
    r"^(?:what|which|list|are there|are there any|any|show)?(?: are)?(?: all)?(?: the)? ?"
    r"(?:figures?|numbers?|data|statistics|claims|facts|values|statements|points)?"
    r"(?: (?:that|which))? ?(?:is|are)? ?"
    r"(?:disputed|contested|contradictory|conflicting|in dispute|controversial|inconsistent"
    r"|in conflict)(?: (?:figures|numbers|data|statistics|claims|facts|values|statements))?$"
    r"|^(?:有没有|有无|有哪些|有什么|哪些|什么|哪个)(?:数据|数字|数值|说法|内容|资料|地方)?"
    r"(?:是|之间|互相|相互)*(?:存在|有)?(?:争议|分歧|矛盾|不一致|冲突|打架|对不上|出入|有争议)"
    r"的?(?:数据|数字|数值|说法|内容|地方)?(?:吗)?$"
    r"|^(?:存在|有)?(?:争议|分歧|矛盾|冲突|互相矛盾|不一致)"
    r"的(?:数据|数字|数值|说法|内容|地方)(?:有哪些|有什么)?$"
)


def asks_where_from(text: str) -> bool:
    """Return whether a question asks where the figures of the whole briefing come from."""
    pattern = _ENGLISH_ORIGIN if text.isascii() else _CHINESE_ORIGIN
    return bool(pattern.search(text))


def asks_for_disputes(text: str) -> bool:
    """Return whether a question asks what is disputed, and names no subject."""
    return bool(_DISPUTED.search(text))


def counts_sources(text: str) -> bool:
    """Return whether a question asks how many sources there are."""
    return bool(_COUNT_OF_SOURCES.search(text))


def asked_kind(text: str) -> str:
    """Return the words for the kind that a question asks for; empty for another question."""
    found = _ALL_OF_KIND.search(text)
    return next(filter(None, found.groups()), "") if found else ""
