"""Names outside the index (commands, sections) are matched in both languages and in pinyin."""

from __future__ import annotations

import pytest

from tui.search.name_match import match_names, section_named
from tui.store import Store
from tui.text.language import Wording


@pytest.mark.parametrize(
    ("query", "section"),
    [
        ("zhengce", "policies"),
        ("shuyu", "glossary"),
        ("yiliao", ""),
        ("政策", "policies"),
        ("有哪些政策", "policies"),
        ("which policies are there", "policies"),
        ("what does the briefing not know", "gaps"),
        ("what are the sources", "sources"),
        ("which sources does the briefing use", "sources"),
        ("list the companies", "players"),
        ("有哪些数据缺口", "gaps"),
        ("有哪些来源", "sources"),
        ("who wrote the sources and when", "sources"),
        ("source dates", "sources"),
        ("where do the figures come from", "sources"),
        ("source of the data", "sources"),
        ("how many sources are there", "sources"),
        ("有几份资料", "sources"),
        ("资料来源有几个", "sources"),
        ("how many users", ""),
        ("有多少患者", ""),
        ("where do the users come from", ""),
        ("source of the user figures", ""),
        ("who wrote the policies", ""),
        ("术语有哪些", "glossary"),
        ("what are the policies on insurance", ""),
        ("有哪些公司做问诊", ""),
        ("which policies in 2022", ""),
        ("what is online consultation", ""),
    ],
)
def test_a_question_for_a_list_is_a_section(sample_store: Store, query: str, section: str) -> None:
    assert section_named(sample_store, query) == section


_NAMES = [
    Wording("语言", "change the language"),
    Wording("政策", "rules"),
    Wording("列出", "list all policies"),
]


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("", [0, 1, 2]),
        ("yuyan", [0]),
        ("yy", [0]),
        ("language", [0]),
        ("政策", [1]),
        ("zhengce", [1]),
        ("list policies", [2]),
        ("l", [2, 0, 1]),
        ("nothing", []),
    ],
)
def test_names_are_matched_in_each_script(
    sample_store: Store, query: str, matches: list[int]
) -> None:
    assert match_names(sample_store, query, _NAMES) == matches
