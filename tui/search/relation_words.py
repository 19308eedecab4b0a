"""Words with which a question may ask for the partners, competitors, head or place of a company."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.word_set import has_word, words_of

if TYPE_CHECKING:
    from tui.question.query_parser import Query

_RELATIONS = words_of(
    "partner partners partnership partnerships supplier suppliers investor investors backer "
    "backers competitor competitors rival rivals competes compete peers based located ceo chairman "
    "chairwoman president executives management headquarters hq address website homepage url phone "
    "headquartered work where relation relations relationship related connection connected "
    "linked overview introduction profile summary background basics"
)
_CHINESE_RELATIONS = words_of(
    "合作 伙伴 供应商 供货商 投资方 投资人 投资者 对手 竞品 同行 竞争 ceo 首席执行官 董事长 "
    "总裁 总经理 高管 管理层 负责人 法人 总部 地址 官网 网址 电话 联系方式 老板 在哪 关系 关联 "
    "介绍 讲讲 说说 聊聊 简介 概况 概览 基本 背景"
)


def asks_for_relation(query: Query) -> bool:
    """Return whether a query may ask what a company is related to, who heads it, where it is, or
    for an overview of it."""
    return has_word(query.text, query.words, _RELATIONS, _CHINESE_RELATIONS)
