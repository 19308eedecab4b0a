"""The fields of a typed fact and of the attributes of each kind, as ``--json`` prints them."""

from __future__ import annotations

from tui.render.json_shape import BOTH, MAYBE, MAYBE_BOTH, TEXT, Field, Shape
from tui.text.language import Wording

MAYBE_NUMBER = "number | null"

TYPED_FACT = Shape(
    "typed_fact",
    Wording("typed_fact", "typed_fact"),
    (
        Field("fact", TEXT, Wording("引用名", "reference of the fact")),
        Field("id", TEXT, Wording("记录的标识", "id of the record")),
        Field("kind", TEXT, Wording("记录的类别", "kind of record")),
        Field("measure", BOTH, Wording("指标", "what is measured")),
        Field(
            "form",
            TEXT,
            Wording(
                "observation、growth、cagr、share、change、growth_change、event或offering",
                "observation, growth, cagr, share, change, growth_change, event or offering",
            ),
        ),
        Field("value", MAYBE_NUMBER, Wording("以unit计的数值", "the value in unit")),
        Field("unit", MAYBE_BOTH, Wording("单位（原文）", "unit as printed")),
        Field(
            "qualifier",
            MAYBE,
            Wording(
                "over、at_least、about、order_of_magnitude（只说明数量级）、nearly或under；数值确切时为null",
                "over, at_least, about, order_of_magnitude, nearly or under; "
                "null for an exact value",
            ),
        ),
        Field(
            "base_value",
            MAYBE_NUMBER,
            Wording("不带万、亿的数值", "the value without its power of ten"),
        ),
        Field(
            "base_unit",
            MAYBE,
            Wording("CNY、person、deal、%等", "CNY, person, deal, %, …"),
        ),
        Field("period", MAYBE, Wording("时期", "period")),
        Field("period_start", MAYBE, Wording("时期的首日", "first day of the period")),
        Field("period_end", MAYBE, Wording("时期的末日", "last day of the period")),
        Field(
            "status",
            MAYBE,
            Wording("reported、estimate或forecast", "reported, estimate or forecast"),
        ),
        Field(
            "rank",
            MAYBE,
            Wording(
                "preferred、normal或deprecated（未采用）；只有observation有",
                "preferred, normal or deprecated (rejected); of observations only",
            ),
        ),
        Field(
            "used",
            "boolean | null",
            Wording(
                "简报是否采用此值；没有数值时为null",
                "whether the briefing uses this value; null without one",
            ),
        ),
        Field(
            "as_printed",
            MAYBE,
            Wording(
                "原文所印；数值未经更正时为null",
                "what the source prints, where the value is a correction",
            ),
        ),
        Field(
            "text",
            MAYBE_BOTH,
            Wording("数值的文字，如“超1万亿元”", "the value in words, as in over CNY 1 trillion"),
        ),
        Field(
            "reason",
            MAYBE_BOTH,
            Wording("采用、不采用或有分歧的理由", "why it is preferred, rejected or disputed"),
        ),
        Field(
            "note",
            MAYBE_BOTH,
            Wording(
                "编者注，每条一行：时期或单位如何解读、名单是否完整等",
                "the editor's notes, one per line: how period or unit is read, whether a list is "
                "complete, …",
            ),
        ),
        Field(
            "scope",
            MAYBE_BOTH,
            Wording("指标的口径", "what the measure counts and what it does not"),
        ),
        Field("denominator", MAYBE_BOTH, Wording("指标的分母", "denominator of the measure")),
        Field(
            "disputed",
            "boolean",
            Wording(
                "是否为某一分歧的一方（含采用的一方）；各方见disagreements",
                "whether it is a side of a disagreement (the value used included); see "
                "disagreements",
            ),
        ),
    ),
)

ATTRIBUTES = (
    Shape(
        "player_attributes",
        Wording("attributes（企业与机构）", "attributes of players"),
        (
            Field("role", TEXT, Wording("角色", "role")),
            Field("ticker", MAYBE, Wording("股票代码", "ticker")),
            Field("legal_name", MAYBE, Wording("法定名称", "legal name")),
            Field("founded", MAYBE, Wording("成立日期", "date of founding")),
            Field("parent", MAYBE, Wording("母公司的标识", "id of the parent")),
            Field("exchange", MAYBE_BOTH, Wording("交易所", "stock exchange")),
            Field("short", MAYBE_BOTH, Wording("简称", "short name")),
        ),
    ),
    Shape(
        "policy_attributes",
        Wording("attributes（政策）", "attributes of policies"),
        (
            Field("number", MAYBE, Wording("文号", "document number")),
            Field(
                "level",
                TEXT,
                Wording("national、provincial或unknown", "national, provincial or unknown"),
            ),
            Field("issued", MAYBE, Wording("发布日期", "date of issue")),
            Field("period", MAYBE, Wording("规划的期间", "period that it plans for")),
            Field(
                "status", TEXT, Wording("issued、planned或unknown", "issued, planned or unknown")
            ),
            Field("region", MAYBE_BOTH, Wording("地区", "region")),
            Field("issuers", MAYBE_BOTH, Wording("发布机构", "issuers")),
            Field(
                "issuers_note",
                MAYBE_BOTH,
                Wording(
                    "发布机构的说明：如另有未列名的部门",
                    "what is known of issuers that are not named",
                ),
            ),
            Field(
                "provisions",
                "[{text, force, verb, tags, retold}]",
                Wording(
                    "各条：text、force（required、permitted、encouraged、promoted、explored或stated，"
                    "由编者按引文的动词分类）、verb（该动词）；未分类时二者为null；tags（主题）；retold（引文是否为来源的转述）",
                    "its provisions: text, force (required, permitted, encouraged, promoted, "
                    "explored or stated, as the editor classifies the quoted verb) and that verb; "
                    "both null where it is not classified; tags: its subjects; retold: whether the "
                    "words are those of a source that retells the policy",
                ),
            ),
        ),
    ),
    Shape(
        "statistic_attributes",
        Wording("attributes（统计）", "attributes of statistics"),
        (
            Field("unit", TEXT, Wording("比较所用的单位", "unit in which values are compared")),
            Field("scope", MAYBE_BOTH, Wording("口径", "what counts and what does not")),
            Field("area", MAYBE_BOTH, Wording("地域", "area")),
            Field("denominator", MAYBE_BOTH, Wording("分母", "denominator")),
        ),
    ),
    Shape(
        "source_attributes",
        Wording("attributes（来源）", "attributes of sources"),
        (
            Field("type", TEXT, Wording("CSL类型", "CSL type")),
            Field("language", TEXT, Wording("语言", "language")),
            Field(
                "published",
                MAYBE,
                Wording("发表日期；未注明时为null", "date of publication; null if unknown"),
            ),
            Field("date_earliest", MAYBE, Wording("最早可能的日期", "earliest possible date")),
            Field("date_latest", MAYBE, Wording("最晚可能的日期", "latest possible date")),
            Field("url", MAYBE, Wording("网址", "URL")),
            Field("accessed", MAYBE, Wording("引用日期", "date of access")),
            Field("author", MAYBE_BOTH, Wording("作者", "author")),
            Field("producer", MAYBE_BOTH, Wording("数据的提供者", "who made the data")),
            Field("container", MAYBE_BOTH, Wording("刊载处", "where it is published")),
        ),
    ),
    Shape(
        "statement_attributes",
        Wording("attributes（论断）", "attributes of statements"),
        (
            Field("type", TEXT, Wording("driver、trend、claim等", "driver, trend, claim, …")),
            Field(
                "basis",
                TEXT,
                Wording(
                    "fact、source_claim、forecast或judgement",
                    "fact, source_claim, forecast or judgement",
                ),
            ),
            Field("as_of", MAYBE, Wording("截至日期", "date as of which it holds")),
            Field("horizon", MAYBE, Wording("预测的时期", "period of a forecast")),
            Field(
                "self_description",
                "boolean",
                Wording("是否为自我描述", "whether it describes its own author"),
            ),
            Field("anecdote", "boolean", Wording("是否为个例", "whether it is a single case")),
            Field(
                "disputed",
                "boolean",
                Wording("是否为某一分歧的一方", "whether it is a side of a disagreement"),
            ),
            Field("said_by", MAYBE_BOTH, Wording("出自", "who says so")),
        ),
    ),
    Shape(
        "gap_attributes",
        Wording("attributes（数据缺口）", "attributes of data gaps"),
        (
            Field(
                "reason",
                TEXT,
                Wording("缘由：missing_period等", "why there is no answer: missing_period, …"),
            ),
        ),
    ),
)
"""By kind, in the order of the help; other kinds have none."""
