"""Texts of the generated pages in both languages."""

from __future__ import annotations

from tui.document import shared_labels
from tui.text.language import Wording

COMPARISON = shared_labels.COMPARISON
ONLY_COMPARABLE = Wording("可以直接对比的只有{items}。", "only {items} can be compared directly.")
ALL_COMPARABLE = Wording("可以直接对比{items}。", "{items} can be compared directly.")
NONE_COMPARABLE = Wording("未见可以直接对比的数据。", "No figures can be compared directly.")
NO_COMMON_PERIOD = Wording(
    "{items}无同一时期的数据。", "{items}: the figures are of different periods."
)
DEFINITIONS_DIFFER = Wording(
    "{items}各家口径不同，不能直接对比。",
    "{items}: the definitions differ, so the values cannot be compared.",
)
SINGLE_MEASURE = Wording(
    "有1项指标仅一家披露（{owners}）。",
    "One measure has figures for one company only ({owners}).",
)
SINGLE_MEASURES = Wording(
    "有{count}项指标仅一家披露（{owners}）。",
    "{count} measures have figures for one company only ({owners}).",
)
OWNER = Wording("{name}{count}项", "{name} {count}")
HAS_NO_FIGURE = Wording("{names}在资料中未见数据", "{names} has no figures in the documents")
HAVE_NO_FIGURE = Wording("{names}在资料中未见数据", "{names} have no figures in the documents")
PUBLISHER = Wording(
    "（指自身经营；其发布的数据见", " (on its own operations; the figures that it publishes are in "
)
PUBLISHERS = Wording(
    PUBLISHER.zh, " (on their own operations; the figures that they publish are in "
)
GROUP_COMPANIES = Wording(
    "集团旗下有数据的企业：{names}。", "Of these groups, {names} has figures."
)
GROUP_COMPANIES_MANY = Wording(GROUP_COMPANIES.zh, "Of these groups, {names} have figures.")
COMPARE_THEM = Wording("可以改用：", " Compare instead: ")
SEE_GAP = Wording("（数据缺口：", " (data gap: ")
SEE_GAP_END = Wording("）", ")")
PERIOD_AND_NAMES = Wording("{period}，{names}", "{period}; {names}")
CALCULATED = Wording("按下列数据计算，", "Calculated from the figures below. ")
TIMES_AS_MUCH = Wording(
    "{high}的{measure}约为{low}的{number}倍", "{measure}: {high}'s is about {number} times {low}'s"
)
PERCENT_ABOVE = Wording(
    "{high}的{measure}比{low}高约{number}%", "{measure}: {high}'s is about {number}% above {low}'s"
)
POINTS_ABOVE = Wording(
    "{high}的{measure}比{low}高{number}个百分点",
    "{measure}: {high}'s is {number} percentage points above {low}'s",
)
NOT_IN_DOCUMENTS = Wording("资料未提供", "not in documents")
NAME_AND_PERIOD = Wording("{name}，{period}", "{name}, {period}")
OTHER_PERIOD = Wording("时期不同：{periods}", "other period: {periods}")
OTHER_STATUS = Wording("状态不同：{periods}", "other status: {periods}")
SIMILAR_WARNING = Wording(
    "≠：名称相近而口径不同，仅列出数值，不宜直接比较。",
    "≠ another definition under a similar name: listed, not comparable.",
)
SINGLE = Wording("仅一家披露的数据", "Only one company has a figure")
ONLY = Wording("只有{name}", "{name} only")
MEASURE_HEAD = Wording("指标", "Measure")
FIGURE = Wording("数据", "Figure")
SCOPE_AND_NOTES = Wording("口径与说明", "Definitions and notes")
PROFILE = Wording("基本信息", "Profile")
PERIOD = shared_labels.PERIOD
POSITIONING = Wording("概况", "Summary")
OFFERINGS = Wording("产品与服务", "Products and services")
SAID = Wording("来源的说法", "What sources say")
NOT_SAID = Wording("数据缺口", "Data gaps")
MORE = Wording("另{count}条", "{count} more")
SHARED_VALUE = Wording("{label}（{value}）", "{label} ({value})")
SENTENCE = Wording("{text}。", "{text}.")
ABOUT_ALL = Wording("各家共同", "All of them")
BY_SUBJECT = Wording("各主题的规定", "Provisions by subject")
OTHER_PROVISIONS = Wording("其他", "Other")
SUBJECTS_IN_COMMON = Wording("共同的主题：{names}。", "Subjects in common: {names}.")
NO_SUBJECT_IN_COMMON = Wording(
    "引用的规定没有共同的主题。", "The provisions quoted have no subject in common."
)
MEASURES_KNOWN = Wording("有数据的指标", "Measures with figures")
WHAT_IS_COUNTED = Wording("各自的口径", "Definitions")
VALUES = shared_labels.FIGURES
RATES_STATED = shared_labels.RATES_STATED
DIFFERENT_MEASURES = Wording(
    "{names}是不同的指标，不能直接对比，以下只是并列。",
    "{names} are different measures: they are listed side by side and cannot be compared directly.",
)
COMMON_PERIODS = Wording("共同的时期：{periods}。", "Periods in common: {periods}.")
NO_PERIOD_OF_ALL = Wording("各项数据无共同时期。", "The figures have no period in common.")
UNITS_DIFFER = Wording(
    "单位不同：{units}。",
    "The units differ: {units}.",
)
SCOPES_DIFFER = Wording(
    "{first}与{second}口径不同，来源未说明可以互比。",
    "{first} and {second} have different scopes, and no source says that they are comparable.",
)

IDENTITY_EVIDENCE = Wording("以上出处", "Sources of the above")
UNIT = Wording("单位", "Unit")
SCOPE = shared_labels.SCOPE
NO_SCOPE = Wording("来源未说明如何界定。", "How it is defined is not stated.")
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
    "{title}是{kind}，不能对比；可以对比企业与机构、政策、统计指标或企业的指标（如jd-health.revenue）",
    "{title} is a {kind}, which cannot be compared: expected companies, policies, statistics or "
    "metrics of companies (such as jd-health.revenue)",
)
NO_DATA_TO_COMPARE = Wording(
    "资料没有可以对比的数据（数据缺口{title}）；可以对比企业与机构、统计指标或企业的指标（如jd-health.revenue）",
    "the documents have no data to compare (data gap {title}): expected companies, statistics or "
    "metrics of companies (such as jd-health.revenue)",
)
STATISTIC = Wording("统计指标", "statistic")
METRIC = Wording("企业指标", "metric of a company")

SHORT_BRIEF = Wording("专题简报", "Short brief")
EDITORS_BRIEF = Wording("编者撰写的简报：", "The editor's brief: ")
EDITORS_BRIEFS = Wording("编者撰写的简报：", "The editor's briefs: ")
BEHIND_NAME = Wording("（{text}）", " ({text})")
LATEST_FIGURES = Wording("最新数据", "Latest figures")
SIMILAR_FIGURES = Wording("易混指标（口径不同）", "Similar measures, different definitions")
BESIDE_MAIN = Wording("对照{title}：", "Compared with {title}: ")
COURSE = Wording("历年数据", "Figures by period")
CHANGES = Wording("变化", "Change")
COMPUTED = Wording("（编者计算）", " (editor's calculation)")
CHANGE = Wording(
    f"{{title}}{{end}}比{{start}}{{change}}{COMPUTED.zh}。",
    f"{{title}} {{change}} from {{start}} to {{end}}{COMPUTED.en}.",
)
PERIOD_NOTE = Wording("{period}：{text}", "{period}: {text}")
CLAIMS = Wording("来源的说法", "What the sources say")
DISPUTED = Wording("分歧（由编者并列）", "Disputes (compared by the editor)")
SOURCE_OF_TABLE = Wording("来源：{source}", "Source: {source}")
TAKEAWAYS = Wording("要点", "Key takeaways")
DISPUTED_QUESTIONS = Wording("有分歧：", "Disputed: ")
NOT_KNOWN_YET = Wording("尚无资料：", "Not known: ")
NOT_KNOWN = Wording("数据缺口", "Data gaps")
POLICIES = Wording("政策", "Policies")
POLICY = Wording("政策", "Policy")
ISSUER = Wording("发布机构", "Issuer")
PROVISIONS_ON_SUBJECT = Wording("就此规定的内容", "What it says on the subject")
MORE_PROVISIONS = Wording("（另有{count}条）", " (and {count} more)")
POLICIES_OF = Wording("政策（{all}项中的{count}项）", "Policies ({count} of {all})")
COMPANIES = Wording("企业与机构", "Companies & institutions")
OTHERWISE = Wording("另一来源（{by}）{text}", "Another source ({by}) {text}")
VALUE_OF_SIDE = Wording(
    "据{by}，{period}为{amount}（{status}）。", "{by} has {amount} for {period} ({status})."
)
FORCE_IN_BRIEF = Wording(
    f"措辞按引文的动词归类。{shared_labels.FORCE_ORDER.zh}一般表述不分强弱，"
    f"未必弱于探索。{shared_labels.WORDING_IS_NOT_LAW.zh}。",
    f"Force is the class of the quoted verb. {shared_labels.FORCE_ORDER.en} Declarative provisions "
    f"are not ranked and may bind more than explored; {shared_labels.WORDING_IS_NOT_LAW.en}.",
)
LEFT_OUT = Wording("限于两页，未列入表中：{names}。", "Left out to keep to two pages: {names}.")
MORE_RECORDS = Wording(
    "这一主题另有{count}条记录未列入{where}。",
    "Not listed here: {more} on this subject{where}.",
)
