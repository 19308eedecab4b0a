"""The fields of ``--json`` and their meaning, for ``medbrief help json`` and the man page."""

from __future__ import annotations

from tui.render.json_citation_fields import CITATION, DISAGREEMENT
from tui.render.json_editing_fields import CANDIDATE, IMPACT, TODO
from tui.render.json_fact_fields import ATTRIBUTES, TYPED_FACT
from tui.render.json_shape import BOTH, MAYBE, MAYBE_BOTH, TEXT, Field, Shape
from tui.text.language import Wording

RECORD = Shape(
    "record",
    Wording("每条结果", "Each answer"),
    (
        Field(
            "id",
            TEXT,
            Wording("记录的标识，可用于show与open", "id of the record, for show and open"),
        ),
        Field(
            "kind",
            TEXT,
            Wording("记录的类别：player、policy、statistic等", "kind of record: player, policy, …"),
        ),
        Field("title", BOTH, Wording("记录的名称", "name or title of the record")),
        Field(
            "answer",
            BOTH,
            Wording(
                "答案：所查的数字或说法，连同其状态",
                "the answer: the figure or statement, with its status",
            ),
        ),
        Field(
            "status",
            MAYBE,
            Wording(
                "数字的状态：reported（已公布）、estimate（估计）、forecast（预测）；不是数字时为null",
                "status of the figure: reported, estimate or forecast; null without a figure",
            ),
        ),
        Field(
            "period",
            MAYBE,
            Wording(
                "数字的时期：2022、2023-06、2021-H1、2024-Q1、2016/2020",
                "period of the figure: 2022, 2023-06, 2021-H1, 2024-Q1, 2016/2020",
            ),
        ),
        Field(
            "fact",
            MAYBE,
            Wording(
                "数字的引用名，如market-size@2022",
                "reference of the fact, such as market-size@2022",
            ),
        ),
        Field(
            "typed_fact",
            "object | null",
            Wording(
                "数字、事件或业务的各项数据；仅为记录概要时为null",
                "the figure, event or offering as data; null for the summary of a record",
            ),
        ),
        Field(
            "date",
            MAYBE,
            Wording("政策、事件或来源的日期", "date of a policy, event or source"),
        ),
        Field(
            "event_type",
            MAYBE,
            Wording(
                "事件的类型（有无日期均可）：policy、financing、launch等",
                "type of the event, undated or not: policy, financing, launch, …",
            ),
        ),
        Field("round", MAYBE_BOTH, Wording("融资的轮次", "round of a financing")),
        Field(
            "participants",
            "[object]",
            Wording("参与事件的企业：id、title、role", "companies in the event: id, title, role"),
        ),
        Field(
            "attributes",
            "object | null",
            Wording("该类记录的属性", "properties of the record, by kind"),
        ),
        Field(
            "score",
            "number",
            Wording(
                "与查询的匹配程度，0到1；不是查询结果时为1",
                "how well it matches the query, 0 to 1; 1 without a query",
            ),
        ),
        Field(
            "match",
            TEXT,
            Wording(
                "exact：即所问；other_period：同一指标的其他时期；"
                "other_measure：同一对象的其他内容；near：只与问题的一部分相符，或写法相近",
                "exact: what was asked for; other_period: the same measure at another time; "
                "other_measure: the same subject, but another measure; near: matches a part of the "
                "question, or another spelling",
            ),
        ),
        Field(
            "remark",
            MAYBE_BOTH,
            Wording(
                "须先知道的差别，如“没有2023年的数据”；与所问一致时为null",
                "how it differs; null for exact",
            ),
        ),
        Field(
            "citations",
            "[object]",
            Wording("答案的出处，最重要的在前", "evidence of the answer, most important first"),
        ),
        Field(
            "disagrees",
            "[object]",
            Wording(
                "与之不一致的其他来源；分歧的记录则为各方",
                "what other sources say against it; for a disagreement, all sides",
            ),
        ),
        Field(
            "disputed_in",
            "[{id, title}]",
            Wording(
                "涉及该数字的论断分歧：id、title",
                "disagreements about statements that dispute the figure: id, title",
            ),
        ),
        Field(
            "data_to",
            MAYBE,
            Wording(
                "简报中已公布的核心数据截至哪一月，如2024-03",
                "last month of the newest reported core figure of the briefing, such as 2024-03",
            ),
        ),
    ),
)

FINDING = Shape(
    "finding",
    Wording("medbrief check --json的每一项", "Each finding of medbrief check --json"),
    (
        Field("file", TEXT, Wording("文件", "file")),
        Field(
            "line",
            "number",
            Wording("行号，从1起；0表示整个文件", "line, from 1; 0 for the whole file"),
        ),
        Field("column", "number", Wording("列号，从1起", "column, from 1")),
        Field(
            "code",
            TEXT,
            Wording("规则的代码，可用于check --explain", "code of the rule, for check --explain"),
        ),
        Field("severity", TEXT, Wording("error（错误）或hint（提示）", "error or hint")),
        Field("message", BOTH, Wording("哪里不对", "what is wrong")),
        Field("mend", BOTH, Wording("如何修改", "how to fix it")),
    ),
)

COVERAGE = Shape(
    "coverage",
    Wording("medbrief check --coverage --json的每一项", "Each source of check --coverage --json"),
    (
        Field("source", TEXT, Wording("来源的标识", "id of the source")),
        Field(
            "figures", "number", Wording("原件中数字的个数", "number of figures in the original")
        ),
        Field("covered", "number", Wording("其中有引文的个数", "how many of them are quoted")),
        Field(
            "uncovered",
            "[{text, context, line}]",
            Wording(
                "没有引文的数字及上下文、行号", "figures without a quote, with context and line"
            ),
        ),
        Field(
            "excluded",
            "[{exact, reason}]",
            Wording("编者排除的数字及理由", "figures that the editor excluded, with the reason"),
        ),
        Field(
            "by_form",
            "object",
            Wording("按形式排除的个数：日期、文号等", "how many were excluded by form: dates, …"),
        ),
    ),
)

ERROR_OBJECT = Shape(
    "error",
    Wording("出错时标准错误中的对象", "The object on standard error after an error"),
    (
        Field(
            "error",
            TEXT,
            Wording(
                "not_found、usage、invalid_content、internal、output或interrupted",
                "not_found, usage, invalid_content, internal, output or interrupted",
            ),
        ),
        Field("exit_code", "number", Wording("退出码", "exit code")),
        Field("message", TEXT, Wording("哪里不对（所用语言）", "what is wrong, in --lang")),
        Field("details", "[string]", Wording("其余各行，如建议", "further lines: suggestions, …")),
    ),
)

SHAPES = (
    *(RECORD, TYPED_FACT, *ATTRIBUTES, CITATION, DISAGREEMENT),
    *(FINDING, COVERAGE, CANDIDATE, TODO, IMPACT, ERROR_OBJECT),
)
"""In the order of the help."""
