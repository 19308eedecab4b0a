"""The words that pages put around an editor's texts, in both languages."""

from __future__ import annotations

from tui.document import shared_labels
from tui.text.language import Wording

KINDS = {
    "player": Wording("参与者", "Player"),
    "policy": Wording("政策", "Policy"),
    "statistic": Wording("统计指标", "Statistic"),
    "statement": Wording("论断", "Statement"),
    "term": Wording("术语", "Term"),
    "gap": Wording("空白", "Gap"),
    "source": shared_labels.SOURCE,
    "overview": Wording("概览", "Overview"),
    "brief": Wording("简报", "Briefing"),
    "disagreement": Wording("分歧", "Disagreement"),
}

ROLES = {
    "platform": Wording("平台", "Platform"),
    "internet-group": Wording("互联网集团", "Internet group"),
    "insurer": Wording("保险", "Insurer"),
    "pharmacy": Wording("药店", "Pharmacy"),
    "vendor": Wording("信息化厂商", "IT vendor"),
    "hospital": Wording("医院", "Hospital"),
    "investor": Wording("投资方", "Investor"),
    "research-house": Wording("研究机构", "Research house"),
    "media": Wording("媒体", "Media"),
    "government": Wording("政府部门", "Government body"),
    "other": Wording("其他", "Other"),
}
STATEMENTS = {
    "driver": Wording("驱动因素", "Driver"),
    "challenge": Wording("挑战", "Challenge"),
    "trend": Wording("趋势", "Trend"),
    "ecosystem": Wording("生态", "Ecosystem"),
    "claim": Wording("说法", "Claim"),
}
BASES = {
    "fact": Wording("事实", "fact"),
    "source_claim": Wording("来源的说法", "a source's claim"),
    "forecast": shared_labels.STATUS_WORDS["forecast"],
    "judgement": Wording("判断", "judgement"),
}
LEVELS = {
    "national": Wording("国家级", "National"),
    "provincial": Wording("省级", "Provincial"),
    "unknown": Wording("层级不明", "Level unknown"),
}
POLICY_STATUS = {
    "issued": Wording("已发布", "issued"),
    "planned": Wording("拟议", "planned"),
    "unknown": Wording("状态不明", "status unknown"),
}
GAPS = {
    "lost_picture": Wording("图已失", "Lost picture"),
    "missing_period": Wording("缺年份", "Missing period"),
    "missing_scope": Wording("缺口径", "Missing scope"),
    "missing_source": Wording("缺出处", "Missing origin"),
    "not_covered": Wording("未涉及", "Not covered"),
}
OFFERINGS = {
    "product": Wording("产品", "product"),
    "service": Wording("服务", "service"),
    "platform": Wording("平台", "platform"),
    "programme": Wording("计划", "programme"),
    "publication": Wording("出版物", "publication"),
}
EVENTS = {
    "financing": Wording("融资", "Financing"),
    "launch": Wording("上线", "Launch"),
    "founding": Wording("成立", "Founding"),
    "listing": Wording("上市", "Listing"),
    "partnership": Wording("合作", "Partnership"),
    "acquisition": Wording("并购", "Acquisition"),
}
PARTICIPANTS = {
    "lead_investor": Wording("领投", "lead investor"),
    "investor": Wording("跟投", "investor"),
    "investee": Wording("被投方", "investee"),
    "partner": Wording("合作方", "partner"),
    "acquirer": Wording("收购方", "acquirer"),
}
RELATIONS = {
    "investor": Wording("投资方", "investor"),
    "partner": Wording("合作方", "partner"),
    "parent": Wording("母公司", "parent"),
    "subsidiary": Wording("子公司", "subsidiary"),
    "supplier": Wording("供应方", "supplier"),
    "customer": Wording("客户", "customer"),
    "same-as": Wording("同一主体", "the same as"),
}
NOTES = {
    "inference": Wording("编辑推断", "Editor's inference"),
    "doubt": Wording("存疑", "Doubt"),
    "misprint": Wording("误印", "Misprint"),
    "scope": shared_labels.SCOPE,
    "date": shared_labels.DATE,
    "mismatch": Wording("不相符", "Mismatch"),
    "ambiguity": Wording("歧义", "Ambiguity"),
    "lost": Wording("缺失", "Lost"),
    "self_description": Wording("自我描述", "Self-description"),
    "anecdote": Wording("个例", "Anecdote"),
}
RATES = {
    "growth": Wording("增长率", "growth"),
    "cagr": Wording("年复合增长率", "compound annual growth"),
    "share": Wording("占比", "share"),
    "change": Wording("增减", "change"),
    "growth_change": Wording("增速变化", "change of growth"),
}
SOURCE_TYPES = {
    "article-magazine": Wording("媒体文章", "Magazine article"),
    "article-newspaper": Wording("新闻", "Newspaper article"),
    "post-weblog": Wording("专栏文章", "Column"),
    "report": Wording("研究报告", "Report"),
    "webpage": Wording("网页", "Web page"),
    "dataset": Wording("语料", "Data set"),
}

FIGURES = shared_labels.FIGURES
RATES_STATED = shared_labels.RATES_STATED
SCOPE = shared_labels.SCOPE
AREA = shared_labels.AREA
DENOMINATOR = shared_labels.DENOMINATOR
NOT_THE_SAME = Wording("勿与混淆", "Not to be confused with")
EDITOR = Wording("编辑注", "Editor's notes")
RELATED = Wording("相关", "Related")
EVIDENCE = shared_labels.EVIDENCE
LEGAL_NAME = shared_labels.LEGAL_NAME
ALSO_CALLED = Wording("又称", "Also called")
TICKER = shared_labels.TICKER
EXCHANGE = shared_labels.EXCHANGE
FOUNDED = shared_labels.FOUNDED
PARENT = shared_labels.PARENT
GROUP = shared_labels.GROUP
ROLE = shared_labels.ROLE
OFFERED = Wording("产品与服务", "Products and services")
EVENTS_HEAD = Wording("大事", "Events")
RELATIONS_HEAD = Wording("关系", "Relations")
NUMBER = shared_labels.NUMBER
ISSUERS = Wording("发布", "Issued by")
ISSUED = shared_labels.DATE
LEVEL = shared_labels.LEVEL
REGION = shared_labels.REGION
IN_FORCE = Wording("期间", "Period")
STATUS = shared_labels.STATUS
PROVISIONS = Wording("主要内容", "Provisions")
KIND = shared_labels.KIND
BASIS = shared_labels.BASIS
SAID_BY = Wording("出自", "Said by")
AS_OF = Wording("截至", "As of")
HORIZON = Wording("应验于", "Horizon")
SUPPORTED_BY = Wording("佐证", "Borne out by")
DISPUTED_BY = Wording("相反的证据", "Disputed by")
LOOKED_IN = Wording("查过", "Looked in")
WHAT_THERE_IS = Wording("现有内容", "What there is")
ORIGINAL_TITLE = Wording("原题", "Chinese title")
AUTHOR = Wording("作者", "Author")
PRODUCER = Wording("机构", "Institution")
CONTAINER = Wording("载于", "Published in")
PUBLISHED = Wording("发布", "Published")
ADDRESS = Wording("网址", "Address")
LICENCE = Wording("转载条件", "Reuse")
DESCRIPTOR = Wording("来源说明", "Who measures, how, with what interest")
WEAKNESSES = Wording("弱点", "Weaknesses")
MISSING = Wording("缺失", "What is missing")
FILE = Wording("原件", "Original file")
CHECKSUM = Wording("SHA-256", "SHA-256")
WEIGHT = Wording("分量", "How much rests on it")
WHAT_RESTS = Wording("据此写成的记录", "What rests on this source")

ABOUT = shared_labels.ABOUT
CLAIMED = Wording("说法", "The claim")
DISAGREE = Wording("来源不一致，并列比较：", "Sources disagree; side by side: ")
DISPUTED = shared_labels.DISPUTED
HIGHER = Wording(
    "比首选值高{percent}%（{ratio}倍）", "{percent}% above the first ({ratio} times it)"
)
LOWER = Wording(
    "比首选值低{percent}%（{ratio}倍）", "{percent}% below the first ({ratio} times it)"
)
OUTCOME_HIGHER = Wording(
    "{period}的预测{forecast}，实际{outcome}：预测高{percent}%。",
    "{period}: forecast {forecast}, outcome {outcome}; the forecast was {percent}% too high.",
)
OUTCOME_LOWER = Wording(
    "{period}的预测{forecast}，实际{outcome}：预测低{percent}%。",
    "{period}: forecast {forecast}, outcome {outcome}; the forecast was {percent}% too low.",
)
OUTCOMES = Wording("预测与结果", "Forecast and outcome")
RESTS_COUNT = Wording(
    "{records}条记录引用它，共{citations}处引文；其中{alone}条记录、{facts}个数字只凭这一来源。",
    "{records} records cite it, in {citations} places; {alone} records and {facts} figures rest on "
    "it alone.",
)

OTHER_LENGTH = Wording(
    "以下时期长短不同，不宜与上面直接相比",
    "from here on periods of another length: not to be set against those above",
)
OTHER_UNIT = Wording(
    "另有{count}个数字单位不同，没有画出。", "Figures in another unit, not drawn: {count}."
)
WHOLE_IS = Wording("整条为100%：{whole}。", "The whole bar, 100%: {whole}.")
SET_ASIDE = Wording("{status}，{rank}", "{status}, {rank}")
UNDATED = shared_labels.UNDATED
NO_DATE = Wording("未注明", "not given")
SELF_DESCRIPTION = Wording("自我描述", "self-description")
ANECDOTE = Wording("个例", "anecdote")
AS_PRINTED = Wording("原文印作", "printed as")
PROOF = Wording("证明", "Proof")
CALLED = Wording("来源称之为", "the source calls it")
VIA = Wording("转引自", "passed on from")
DERIVED = shared_labels.DERIVED
INFERRED = Wording("编辑推断，来源未言明", "the editor's inference: no source says so")
COUNT_RECORDS = Wording("{count}条", "{count}")
FIVE_LINES = Wording("先读这五行", "Five lines to read first")
CONTENTS = Wording("内容", "Contents")
EDITION = Wording("版本", "Edition")
