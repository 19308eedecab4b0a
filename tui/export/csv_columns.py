"""The columns of CSV and TSV, and their meaning for ``medbrief help csv`` and the man page.

New columns are added at the end: scripts may count on the places of the others.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.text.language import Wording


class ColumnGroup(NamedTuple):
    """Columns with one meaning; ``names`` are separated by blanks."""

    names: str
    meaning: Wording


def _pair(name: str, zh: str, en: str) -> ColumnGroup:
    return ColumnGroup(f"{name}_zh {name}_en", Wording(zh, en))


def _one(names: str, zh: str, en: str) -> ColumnGroup:
    return ColumnGroup(names, Wording(zh, en))


CSV_COLUMNS = (
    _one("record", "记录的标识", "id of the record"),
    _one("kind", "记录的类别", "kind of record: player, policy, statistic, …"),
    _pair("title", "记录的名称", "name or title of the record"),
    _one(
        "fact",
        "事实的引用名；仅为记录概要时为空",
        "reference of the fact; empty for the summary of a record",
    ),
    _pair("measure", "指标", "what is measured"),
    _one("period", "时期：2022、2021-H1、2016/2020", "period: 2022, 2021-H1, 2024-Q1, 2016/2020"),
    _one(
        "value unit", "数值与单位（原文）", "the value, and its unit as printed (亿元 is 10^8 yuan)"
    ),
    _one("status", "reported、estimate或forecast", "reported, estimate or forecast"),
    _one(
        "rank",
        "preferred、normal或deprecated（未采用）；只有observation有",
        "preferred, normal or deprecated (rejected); of observations only",
    ),
    _pair("answer", "事实的文字", "the fact in words"),
    _one(
        "quotes sources source_titles source_dates source_urls passed_on_from",
        "出处，每条一行，各列的同一行属于同一条：引文、来源的标识、题名、日期、网址、转引自谁（中文）",
        "citations, one per line, in the same order in each column: quoted words; id, title, date "
        "and URL of the source; whom the source cites (in Chinese)",
    ),
    _one(
        "form",
        "observation、growth、cagr、share、change、growth_change、event或offering；"
        "只导出分歧时各方为side",
        "observation, growth, cagr, share, change, growth_change, event or offering; side of a "
        "disagreement, where only disagreements are exported",
    ),
    _one(
        "qualifier",
        "over、at_least、about、order_of_magnitude（只说明数量级）、nearly或under；数值确切时为空",
        "over, at_least, about, order_of_magnitude, nearly or under; empty for an exact value",
    ),
    _one(
        "base_value base_unit",
        "不带万、亿的数值及其单位：CNY、person、%等；只比较、相加同一base_unit的数值",
        "the value without its power of ten, in CNY, person, %, …; compare and add only values of "
        "one base_unit",
    ),
    _one("period_start period_end", "时期的首日与末日", "first and last day of the period"),
    _one(
        "used",
        "简报是否采用此值：true或false",
        "whether the briefing uses the value: true or false",
    ),
    _one(
        "as_printed",
        "原文所印；数值未经更正时为空",
        "what the source prints, where the value is a correction",
    ),
    _pair("amount", "数值的文字，带“超”“约”等", "the value in words, with its qualifier"),
    _one("date", "政策、事件或来源的日期", "date of a policy, event or source"),
    _one("quotes_en", "引文的英译，每条一行", "the editor's translations of quotes, one per line"),
    _one(
        "data_to",
        "简报中已公布的核心数据截至哪一月",
        "last month of the newest reported core figure of the briefing",
    ),
    _one(
        "type",
        "论断或来源的类型",
        "type of a statement (driver, …) or, by the names of CSL, of a source",
    ),
    _one(
        "level",
        "政策的层级：national、provincial或unknown",
        "of a policy: national, provincial or unknown",
    ),
    _pair("region", "政策的地区", "region of a policy"),
    _one("number", "文号", "document number of a policy"),
    _pair(
        "issuers",
        "列名的发布机构；另有未列名的，见issuers_note",
        "issuers that are named; for others see issuers_note",
    ),
    _one(
        "policy_status",
        "政策的状态：issued、planned或unknown",
        "of a policy: issued, planned or unknown",
    ),
    _one("plan_period", "规划的期间", "period that a policy plans for"),
    _one(
        "basis",
        "论断的性质：fact、source_claim、forecast或judgement",
        "of a statement: fact, source_claim, forecast or judgement",
    ),
    _pair("said_by", "论断出自谁", "who makes a statement"),
    _one(
        "as_of horizon",
        "论断的截至日期与预测的时期",
        "of a statement: date as of which it holds, period of a forecast",
    ),
    _one("reason", "数据缺口的缘由", "of a data gap: why there is no answer"),
    _one(
        "role ticker", "企业或机构的角色与股票代码", "role and ticker of a company or institution"
    ),
    _one(
        "legal_name founded parent",
        "企业或机构的法定名称、成立日期、母公司的标识",
        "of a company or institution: legal name, date of founding, id of the parent",
    ),
    _pair(
        "scope",
        "统计或企业指标的口径",
        "of a statistic or a metric of a company: what counts and what does not",
    ),
    _pair("area", "统计的地域", "area of a statistic"),
    _pair("denominator", "份额的分母", "what 100 % of a share is"),
    _one("language", "来源的语言", "language of a source"),
    _pair("author", "来源的作者", "author of a source"),
    _pair("producer", "数据的提供者", "who made the data of a source"),
    _pair("container", "来源的刊载处", "where a source is published"),
    _one(
        "date_earliest date_latest accessed",
        "来源最早、最晚可能的日期与引用日期",
        "of a source: earliest and latest possible date, date of access",
    ),
    _one(
        "disputed",
        "此事实（没有时为此记录）是否为某一分歧的一方：true或false",
        "whether the fact, or without one the record, is a side of a disagreement: true or false",
    ),
    _one(
        "event_type",
        "时间线上的类型：policy、financing等",
        "type in the timeline: policy, financing, …",
    ),
    _pair("round", "融资轮次", "round of financing"),
    _pair(
        "participants",
        "事件的参与方；名单是否完整见note",
        "who took part in an event; note says where the list is incomplete",
    ),
    _one("tags", "记录的主题，每个一行", "subjects of the record, one per line"),
    _one("id", "与record相同", "the same as record: its name in JSON and SQL"),
    _pair(
        "disagrees", "与之不一致的说法，每条一行", "what other sources say against it, one per line"
    ),
    _pair("by", "分歧的一方：谁的说法", "of a side of a disagreement: who holds it"),
    _pair(
        "reason",
        "采用、不采用或有分歧的理由",
        "why a value is used, rejected or disputed, or why a side disputes",
    ),
    _pair(
        "note",
        "编者注，每条一行：时期或单位如何解读、名单是否完整等",
        "the editor's notes, one per line: how period or unit is read, whether a list is "
        "complete, …",
    ),
    _one(
        "relations passed_on_from_en",
        "与quotes逐行对应：quoted（原文直接给出）或derived（由原文推算）；转引自谁（英文）",
        "line by line with quotes: quoted (stated by the source) or derived (follows from what it "
        "states); whose figure it cites (English)",
    ),
    _pair(
        "issuers_note",
        "政策发布机构的说明：如另有未列名的部门",
        "of a policy: what is known of issuers that are not named",
    ),
    _one(
        "self_description anecdote",
        "论断是否为自我描述、是否为个例：true或false；其他记录为空",
        "whether a statement describes its own author, and is a single case: true or false; empty "
        "for other records",
    ),
    _pair("provisions", "政策的各条内容，每行一条", "provisions of a policy, one per line"),
    _one(
        "forces verbs provision_tags retold",
        "与provisions逐行对应：required、permitted、encouraged、promoted、explored或stated"
        "（由编者按引文的动词分类），该动词，主题，以及引文是否为来源的转述：true或false",
        "line by line with provisions: required, permitted, encouraged, promoted, explored or "
        "stated, as the editor classifies the quoted verb; that verb; subjects; whether the words "
        "are those of a source that retells the policy: true or false",
    ),
)
COLUMNS = tuple(name for group in CSV_COLUMNS for name in group.names.split())
