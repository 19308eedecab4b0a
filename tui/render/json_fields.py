"""The fields of ``--json`` and their meaning, for ``medbrief help json`` and the man page."""

from __future__ import annotations

from typing import NamedTuple

from tui.text.language import Wording


class Field(NamedTuple):
    """A field. ``form``: its type in JSON terms."""

    name: str
    form: str
    meaning: Wording


class Shape(NamedTuple):
    """An object that ``--json`` prints. ``title``: where it occurs; ``id``: for programs."""

    id: str
    title: Wording
    fields: tuple[Field, ...]


_TEXT = "string"
_BOTH = "{zh, en}"
_MAYBE = "string | null"

RECORD = Shape(
    "record",
    Wording("每条结果", "Each answer"),
    (
        Field(
            "id",
            _TEXT,
            Wording("记录的标识，可用于show与open", "id of the record, for show and open"),
        ),
        Field(
            "kind",
            _TEXT,
            Wording("记录的类别：player、policy、statistic等", "kind of record: player, policy, …"),
        ),
        Field("title", _BOTH, Wording("记录的名称", "name or title of the record")),
        Field(
            "answer",
            _BOTH,
            Wording(
                "答案：所查的数字或说法，连同其状态",
                "the answer: the figure or statement, with its status",
            ),
        ),
        Field(
            "status",
            _MAYBE,
            Wording(
                "数字的状态：reported（已公布）、estimate（估计）、forecast（预测）；不是数字时为null",
                "status of the figure: reported, estimate or forecast; null without a figure",
            ),
        ),
        Field(
            "period",
            _MAYBE,
            Wording(
                "数字的时期：2022、2023-06、2021-H1、2024-Q1、2016/2020",
                "period of the figure: 2022, 2023-06, 2021-H1, 2024-Q1, 2016/2020",
            ),
        ),
        Field(
            "fact",
            _MAYBE,
            Wording(
                "数字的引用名，如market-size@2022",
                "reference of the fact, such as market-size@2022",
            ),
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
            _TEXT,
            Wording(
                "exact：即所问；other_period：同一指标的其他时期；"
                "other_measure：同一对象的其他内容；near：只与问题的一部分相符，或写法相近",
                "exact: what was asked for; other_period: the measure at another time; "
                "other_measure: the subject, but nothing about what is asked of it; near: a part "
                "of the question, or another spelling",
            ),
        ),
        Field(
            "remark",
            f"{_BOTH} | null",
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
            Wording("与之不一致的其他来源", "other sources that disagree"),
        ),
    ),
)

CITATION = Shape(
    "citation",
    Wording("citations中每一项", "Each item of citations"),
    (
        Field("source", _TEXT, Wording("来源的标识", "id of the source")),
        Field("exact", _TEXT, Wording("引用的原文，一字不改", "the quoted words, verbatim")),
        Field(
            "title",
            _TEXT,
            Wording("来源的题名（原文）", "title of the source in its own language"),
        ),
        Field("title_en", _TEXT, Wording("题名的英文译名", "title of the source in English")),
        Field(
            "short_zh",
            _TEXT,
            Wording("来源的简称", "short name of the source"),
        ),
        Field("short_en", _TEXT, Wording("简称的英文", "short name in English")),
        Field(
            "date",
            _TEXT,
            Wording(
                "来源的发表日期；未注明时为空",
                "publication date of the source; empty if unknown",
            ),
        ),
        Field(
            "url",
            _TEXT,
            Wording("来源的网址；没有时为空", "URL of the source; empty if unknown"),
        ),
        Field(
            "relation",
            _TEXT,
            Wording(
                "quoted：原文直接给出；derived：由原文推算",
                "quoted: stated by the source; derived: follows from what it states",
            ),
        ),
        Field(
            "via",
            _TEXT,
            Wording(
                "数字转引自谁；不是转引时没有此字段",
                "whose figure the source cites; missing if it is its own",
            ),
        ),
    ),
)

DISAGREEMENT = Shape(
    "disagreement",
    Wording("disagrees中每一项", "Each item of disagrees"),
    (
        Field(
            "answer",
            _BOTH,
            Wording("另一来源的数字或说法", "figure or statement of the other source"),
        ),
        Field(
            "citations",
            "[object]",
            Wording("其出处，字段同上", "its evidence, with the fields above"),
        ),
    ),
)

FINDING = Shape(
    "finding",
    Wording("medbrief check --json的每一项", "Each finding of medbrief check --json"),
    (
        Field("file", _TEXT, Wording("文件", "file")),
        Field(
            "line",
            "number",
            Wording("行号，从1起；0表示整个文件", "line, from 1; 0 for the whole file"),
        ),
        Field("column", "number", Wording("列号，从1起", "column, from 1")),
        Field(
            "code",
            _TEXT,
            Wording("规则的代码，可用于check --explain", "code of the rule, for check --explain"),
        ),
        Field("severity", _TEXT, Wording("error（错误）或hint（提示）", "error or hint")),
        Field("message", _BOTH, Wording("哪里不对", "what is wrong")),
        Field("mend", _BOTH, Wording("如何修改", "how to fix it")),
    ),
)

COVERAGE = Shape(
    "coverage",
    Wording("medbrief check --coverage --json的每一项", "Each source of check --coverage --json"),
    (
        Field("source", _TEXT, Wording("来源的标识", "id of the source")),
        Field(
            "figures", "number", Wording("原件中数字的个数", "number of figures in the original")
        ),
        Field("covered", "number", Wording("其中有引文的个数", "how many of them are quoted")),
        Field(
            "uncovered",
            "[{text, context}]",
            Wording("没有引文的数字及上下文", "figures without a quote, with context"),
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

SHAPES = (RECORD, CITATION, DISAGREEMENT, FINDING, COVERAGE)
"""In the order of the help."""
