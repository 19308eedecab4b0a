"""Hedges of Chinese sources, and how texts in either language carry them."""

from __future__ import annotations

import re
from typing import NamedTuple

_EXPECTED_EN = (
    r"expect|forecast|predict|project|may\b|might|could|likely|possibl|potential|promis|prospect"
    r"|set to|poised|on course|hope|would|will\b"
)
_EXPECTED_ZH = "有望|预计|预期|预测|预估|或|可能|料|将|展望|潜力"


class Hedge(NamedTuple):
    """``source``: how it stands in quoted words; ``zh``, ``en``: what
    carries it in a text, any of many words, as the rule must not ask for one translation."""

    source: re.Pattern[str]
    zh: re.Pattern[str]
    en: re.Pattern[str]


def _hedge(word: str, zh: str, en: str, source: str = "") -> Hedge:
    whole_words = re.compile(rf"\b(?:{en})", re.IGNORECASE)  # no "aim" in "claim"
    return Hedge(re.compile(source or word), re.compile(zh), whole_words)


FORECAST_ZH = re.compile(
    "有望|预[计期测估料言示]|可能|或(?=将|可|许|达|超)|(?<!即)将|展望|前景|潜力|目标|力争|争取|计划|规划|设想|假设|情景"
)
"""Words by which a text tells a figure as a forecast."""
FORECAST_EN = re.compile(
    r"\b(?:expect|forecast|predict|projec(?:ted|ting|tions?)\b|may\b|might\b|could\b|would\b"
    r"|will\b|should\b|likely|possibl|potential|prospect|outlook|set to|poised|on course|hope"
    r"|target|plan(?:s|ned|ning)?\b|aim|goal|anticipat|foresee|foresaw|scenario|assum)",
    re.IGNORECASE,
)


HEDGES = (
    _hedge("有望", _EXPECTED_ZH, _EXPECTED_EN),
    _hedge("预计", _EXPECTED_ZH, _EXPECTED_EN, "预计|预期(?!寿命)|预测(?!性|报告|模型)"),
    _hedge("或", _EXPECTED_ZH, _EXPECTED_EN + "|perhaps", "或(?=将|可|许|达|超|能|会)"),
    _hedge("可能", _EXPECTED_ZH + "|未必|也许|能", _EXPECTED_EN + r"|can\b|chance", "(?<!不)可能"),
    _hedge("探索", "探索|试点|试行|尝试", "explor|pilot|trial|experiment|look into"),
    _hedge("鼓励", "鼓励|引导", "encourag"),
    _hedge(
        "支持",
        "支持|扶持|允许|鼓励|支撑",
        "support|back(s|ed|ing)?\\b|help|assist|encourag|allow|favor",
        "(?<!技术|数据|平台|理论|决策|诊断)支持(?!系统|平台)",
    ),
    _hedge(
        "加快", "加快|加速|提速|快", "accelerat|speed|sped|fast|quick|rapid|step(ped)? up|hasten"
    ),
    _hedge(
        "推动",
        "推动|推进|促进|带动|驱动|拉动|倒逼",
        "promot|push|advanc|driv|drove|foster|encourag|spur|propel|mov|further|boost|accelerat"
        "|help|led to",
    ),
    _hedge("有序", "有序|稳步|逐步", "orderly|order\\b|gradual|step by step"),
    _hedge("初步", "初步|初具|雏形", "initial|prelimin|basic|first|early|begin|began|tentativ"),
    _hedge(
        "基本",
        "基本|大体|大致|总体",
        "basic|largely|broadly|essential|mostly|in the main|by and large|nearly|virtual",
        "基本(?=建成|建立|实现|形成|完善|达到|覆盖|健全|消除|普及|满足|完成|相同|一致)",
    ),
    _hedge("力争", "力争|争取|目标|努力|要", "striv|aim|seek|goal|target|endeavo|try|effort"),
    _hedge(
        "希望",
        "希望|想|愿|盼|期待|有意|意在",
        "hop(e|ing)|want|wish|aspir|intend|would like|aim|expect|look forward",
    ),
    _hedge("试点", "试点|试行|试运行", "pilot|trial"),
)
"""Words that say that something is expected, intended, begun or encouraged, not done."""

APPROXIMATIONS = (
    _hedge(
        "约、近、超",
        "约|近|超|逾|多|余|左右|以上|大概|不足|突破",
        r"about|around|some\b|near|almost|over|more than|above|exceed|approx|close to|roughly"
        r"|at least|under|less than|surpass|top",
        r"(?!近\s?[0-9０-９]+年)(?:约|近|超过?|逾|不足)\s?(?=[0-9０-９])",
    ),
)
"""Words that make a number approximate. Texts refer to figures, which carry their own qualifier."""
