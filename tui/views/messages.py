"""Texts of the generated pages in both languages."""

from __future__ import annotations

from tui.document import shared_labels
from tui.text.language import Wording

COMPARISON = shared_labels.COMPARISON
SHARED = Wording("同类数据", "Figures of the same kind")
SIMILAR = Wording("易混指标", "Similar measures, different definitions")
SIMILAR_WARNING = Wording(
    "各格先注明指标名称：名称相近而口径不同，不宜直接比较。",
    "Each cell names its own measure. The names are similar but the definitions differ: do not "
    "compare the values directly.",
)
ONE_SIDE_ONLY = Wording("仅一方有的数据", "Figures for one side only")
NO_FIGURES = Wording("资料中没有经营数字", "no figures in the documents")
SEE_GAP = Wording("（见缺口：", " (see the gap: ")
SEE_GAP_END = Wording("）", ")")
PERIOD = shared_labels.PERIOD
POSITIONING = Wording("定位", "Positioning")
OFFERINGS = Wording("产品与服务", "Products and services")
IN_WORDS = Wording("定位、产品与说法", "Positioning, products, statements")
SAID = Wording("来源的说法", "What sources say")
NOT_SAID = Wording("数据缺口", "Data gaps")
MORE = Wording("另{count}条", "{count} more")
IN_COMMON = Wording("相同：", "In common: ")
DIFFERENT = Wording("不同：", "Different: ")
SHARED_VALUE = Wording("{label}（{value}）", "{label} ({value})")
SENTENCE = Wording("{text}。", "{text}.")
ABOUT_ALL = Wording("同时提到各方的说法：", "Statements about all of them:")
MEASURES_KNOWN = Wording(
    "有数字的指标数（依次为{numbers}）", "number of measures with figures ({numbers})"
)
WHAT_IS_COUNTED = Wording("各自的口径", "Definitions")
VALUES = shared_labels.FIGURES
RATES_STATED = shared_labels.RATES_STATED
BEFORE_COMPARING = Wording("对比之前", "Before comparing")
UNITS_DIFFER = Wording(
    "单位不同（{units}）：仅并列，不可相互计算。",
    "The units differ ({units}): the values are listed side by side and cannot be compared.",
)
SCOPES_DIFFER = Wording(
    "口径不同：“{first}”与“{second}”是两项指标，来源没有说可以互比。",
    "The scopes differ: “{first}” and “{second}” are two measures, and no source says that they "
    "are comparable.",
)
AND = Wording("{first}与{second}", "{first} and {second}")

IDENTITY_EVIDENCE = Wording("以上出处", "Sources of the above")
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
KIND_TIMELINE = Wording("按时间", "Chronological")
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
    "{id}是{kind}，不能对比；能对比的是企业与机构、统计指标和企业的指标（如jd-health.revenue）",
    "{id} is a {kind}, which cannot be compared: expected companies, statistics or metrics of "
    "companies (such as jd-health.revenue)",
)
MEASURE = Wording("指标", "measure")

SHORT_BRIEF = Wording("短报", "Short brief")
LATEST_FIGURES = Wording("最新数据", "Latest figures")
COURSE = Wording("历年数据", "Figures by period")
CLAIMS = Wording("来源的说法", "What the sources say")
DISPUTED = Wording("分歧", "Where sources disagree")
NOT_KNOWN = Wording("数据缺口", "Data gaps")
POLICIES = Wording("政策", "Policies")
COMPANIES = Wording("企业与机构", "Companies & institutions")
OTHERWISE = Wording("另一来源（{by}）{text}", "Another source ({by}) {text}")
MORE_RECORDS = Wording(
    "完整的简报另有{count}条相关记录。", "The full briefing has {more} on this subject."
)
