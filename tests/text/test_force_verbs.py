"""The verbs of policies by class, and words that resemble them."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from tui.document.shared_labels import FORCE_WORDS
from tui.model.policy import Force
from tui.text.force_verbs import FORCE_VERBS, VERB_NAMES, quoted_verb

_VERBS = [
    ("required", "首诊须在线下进行", "须"),
    ("required", "首诊不得在线上进行", "不得"),
    ("required", "要求夜间有值班医生", "要求"),
    ("required", "医院应当配备药师", "应当"),
    ("required", "医院应配备药师", "应"),
    ("required", "a doctor must be on duty", "must"),
    ("required", "pharmacies may not sell it", "may not"),
    ("permitted", "允许处方跨省流转", "允许"),
    ("permitted", "复诊可在网上进行", "可"),
    ("permitted", "follow-ups may be held online", "may"),
    ("encouraged", "支持高水平医院建设诊疗中心", "支持"),
    ("encouraged", "鼓励在家复诊", "鼓励"),
    ("promoted", "积极发展“互联网+医疗健康”服务", "发展"),
    ("promoted", "放宽部分慢性疾病医保支付范围", "放宽"),
    ("explored", "探索开展互联网首诊试点", "探索"),
    ("explored", "The agency will pilot it", "pilot"),
    ("stated", "符合条件的项目按程序纳入医保支付范围", "纳入"),
]
_OTHER_WORDS = [
    ("required", "落实有效衔接的任务要求"),  # a noun
    ("required", "无须到医院"),
    ("required", "新技术的应用"),
    ("required", "适应需求"),
    ("required", "follow-ups may be held online"),
    ("permitted", "首诊不可以在网上进行"),
    ("permitted", "不允许线上首诊"),
    ("permitted", "市场可能扩大"),
    ("permitted", "pharmacies may not sell it"),
    ("encouraged", "提高业务支撑能力与决策支持能力"),
    ("encouraged", "建设技术支持系统"),
    ("promoted", "全民健康信息化发展规划"),
    ("promoted", "促成健康发展"),
    ("promoted", "新基建强化工程"),
    ("explored", "鼓励在家复诊"),
    ("stated", "支付标准"),
]


@pytest.mark.parametrize(("force", "quote", "verb"), _VERBS)
def test_a_verb_of_the_class_is_found_as_printed(force: str, quote: str, verb: str) -> None:
    assert quoted_verb(force, ["支付标准", quote]) == verb


@pytest.mark.parametrize(("force", "quote"), _OTHER_WORDS)
def test_words_that_resemble_a_verb_are_none(force: str, quote: str) -> None:
    assert quoted_verb(force, [quote]) == ""


def test_every_class_of_a_provision_has_verbs_and_a_name() -> None:
    assert list(get_args(Force)) == list(FORCE_VERBS) == list(FORCE_WORDS)


def test_the_verbs_that_a_page_lists_are_those_that_are_recognized() -> None:
    for force, pattern in FORCE_VERBS.items():
        chinese = re.sub(r"\(\?<?[!=][^)]*\)", "", pattern.pattern.partition(r"|\b(?:")[0])
        assert chinese.split("|") == VERB_NAMES[force].zh.split("、"), force
        for verb in VERB_NAMES[force].en.split(", "):
            assert quoted_verb(force, [f"it {verb} it"]), verb
