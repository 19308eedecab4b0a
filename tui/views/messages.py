"""Texts of the generated pages in both languages."""

from __future__ import annotations

from tui.document import shared_labels
from tui.text.language import Wording

COMPARISON = shared_labels.COMPARISON
SHARED = Wording("同类数据", "Figures of the same kind")
SIMILAR = Wording("名称相近、口径不同的数据", "Figures that go by one word, but count differently")
SIMILAR_WARNING = Wording(
    "每格先写各自的名称：叫法相近，数的却不是同一样东西，不宜直接相比。",
    "Each cell names its own measure: they are asked for by the same word and do not count the "
    "same. Do not set one against the other.",
)
ONE_SIDE_ONLY = Wording("只有一方的数据", "Figures of one side only")
NO_FIGURES = Wording("简报里没有它的数据。", "the briefing has no figures on it.")
WHAT_IS_COUNTED = Wording("各数什么", "What each counts")
VALUES = shared_labels.FIGURES
RATES_STATED = shared_labels.RATES_STATED
BEFORE_COMPARING = Wording("对比之前", "Before comparing")
UNITS_DIFFER = Wording(
    "单位不同（{units}）：只能并列，不能相减相除。",
    "The units differ ({units}): these stand side by side and cannot be set against each other.",
)
SCOPES_DIFFER = Wording(
    "口径不同：“{first}”与“{second}”是两项指标，来源没有说可以互比。",
    "The scopes differ: “{first}” and “{second}” are two measures, and no source says that they "
    "may be compared.",
)
AND = Wording("{first}与{second}", "{first} and {second}")

IDENTITY_EVIDENCE = Wording("以上依据", "All this rests on")
UNIT = Wording("单位", "Unit")
SCOPE = shared_labels.SCOPE
NO_SCOPE = Wording("来源没有说明。", "The sources do not say.")
AREA = shared_labels.AREA
DENOMINATOR = shared_labels.DENOMINATOR
AS_PRINTED = Wording("原文印作{text}", "printed as {text}")
UNDATED = shared_labels.UNDATED

DATE = Wording("日期", "Date")
EVENT = Wording("事件", "Event")
RECORD = Wording("记录", "Record")
SOURCE = shared_labels.SOURCE
TYPE = shared_labels.TYPE
TIMELINE = shared_labels.TIMELINE
KIND_TIMELINE = Wording("按时间", "In order of time")
UNDATED_POLICY = Wording("略去没有日期的政策1项：", "1 undated policy omitted: ")
UNDATED_POLICIES = Wording("略去没有日期的政策{count}项：", "{count} undated policies omitted: ")
UNDATED_EVENT = Wording("略去没有日期的企业事件1件：", "1 undated company event omitted: ")
UNDATED_EVENTS = Wording(
    "略去没有日期的企业事件{count}件：", "{count} undated company events omitted: "
)

DIFFERENT_KINDS = Wording(
    "只能对比同类：{first}是{first_kind}，{second}是{second_kind}",
    "records of different kinds cannot be compared: {first} is a {first_kind}, {second} "
    "a {second_kind}",
)
NOT_COMPARABLE = Wording(
    "{id}是{kind}，不能对比；能对比的是参与者、统计指标和参与者的指标（如jd-health.revenue）",
    "{id} is a {kind}, which cannot be compared: expected players, statistics or metrics of "
    "players (such as jd-health.revenue)",
)
MEASURE = Wording("指标", "measure")
