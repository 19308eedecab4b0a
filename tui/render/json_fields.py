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
        Field("id", _TEXT, Wording("记录的标识，show与open用它", "the record, for show and open")),
        Field(
            "kind",
            _TEXT,
            Wording(
                "记录的类别：player、policy、statistic等", "what kind of record: player, policy, …"
            ),
        ),
        Field("title", _BOTH, Wording("记录的题名", "what the record is called")),
        Field(
            "answer",
            _BOTH,
            Wording(
                "答案本身：问到的数字或说法，连同其状态",
                "the fact itself: the figure or statement asked for, with its status",
            ),
        ),
        Field(
            "status",
            _MAYBE,
            Wording(
                "数字有多确实：reported（已报告）、estimate（估计）、forecast（预测）；不是数字则为null",
                "how sure the figure is: reported, estimate, forecast; null for what is no figure",
            ),
        ),
        Field(
            "period",
            _MAYBE,
            Wording(
                "数字所属的时期：2022、2023-06、2021-H1、2024-Q1、2016/2020",
                "the period of the figure: 2022, 2023-06, 2021-H1, 2024-Q1, 2016/2020",
            ),
        ),
        Field(
            "fact",
            _MAYBE,
            Wording(
                "数字自己的名称，如market-size@2022",
                "the figure's own name, as market-size@2022",
            ),
        ),
        Field(
            "score",
            "number",
            Wording(
                "与查询相合的程度，0到1；不是查询所得则为1",
                "how well it fits the query, 0 to 1; 1 where nothing was searched",
            ),
        ),
        Field(
            "citations",
            "[object]",
            Wording("答案的依据，最要紧的在前", "what the answer rests on, the weightiest first"),
        ),
        Field(
            "disagrees",
            "[object]",
            Wording("与之不一致的其他来源", "other sources that say otherwise"),
        ),
    ),
)

CITATION = Shape(
    "citation",
    Wording("citations中每一项", "Each of citations"),
    (
        Field("source", _TEXT, Wording("来源的标识", "the source's id")),
        Field("exact", _TEXT, Wording("原文词句，一字不改", "the quoted words, to the letter")),
        Field(
            "title",
            _TEXT,
            Wording("来源的题名，用原文", "the source's title, in its own language"),
        ),
        Field("title_en", _TEXT, Wording("题名的英文译名", "its title in English")),
        Field(
            "short_zh",
            _TEXT,
            Wording("本简报怎样称呼这份来源", "what this briefing calls the source"),
        ),
        Field("short_en", _TEXT, Wording("同上，英文", "the same in English")),
        Field(
            "date",
            _TEXT,
            Wording(
                "来源发表的日期；来源没有写明则为空",
                "when the source was published; empty where it does not say",
            ),
        ),
        Field(
            "url", _TEXT, Wording("来源的网址；没有则为空", "the source's address, if it has one")
        ),
        Field(
            "relation",
            _TEXT,
            Wording(
                "quoted：原文如此；derived：由原文推得",
                "quoted: it says so; derived: it follows from what it says",
            ),
        ),
        Field(
            "via",
            _TEXT,
            Wording(
                "来源转引的是谁的数字；不是转引则没有此字段",
                "whose figure the source passes on; missing where it is its own",
            ),
        ),
    ),
)

DISAGREEMENT = Shape(
    "disagreement",
    Wording("disagrees中每一项", "Each of disagrees"),
    (
        Field("answer", _BOTH, Wording("另一来源的数字或说法", "what the other source says")),
        Field("citations", "[object]", Wording("其依据，字段同上", "what it rests on, as above")),
    ),
)

FINDING = Shape(
    "finding",
    Wording("medbrief check --json的每一项", "Each finding of medbrief check --json"),
    (
        Field("file", _TEXT, Wording("文件", "the file")),
        Field("line", "number", Wording("行，从1数起；0指整个文件", "from 1; 0: the whole file")),
        Field("column", "number", Wording("列，从1数起", "from 1")),
        Field(
            "code",
            _TEXT,
            Wording("规则的代号，check --explain用它", "the rule, for check --explain"),
        ),
        Field("severity", _TEXT, Wording("error（错误）或hint（提示）", "error or hint")),
        Field("message", _BOTH, Wording("哪里不对", "what is wrong")),
        Field("mend", _BOTH, Wording("怎样改", "how to mend it")),
    ),
)

COVERAGE = Shape(
    "coverage",
    Wording("medbrief check --coverage --json的每一项", "Each source of check --coverage --json"),
    (
        Field("source", _TEXT, Wording("来源的标识", "the source's id")),
        Field("figures", "number", Wording("原件中的数字个数", "figures that the original has")),
        Field("covered", "number", Wording("其中有引文的", "those of them that are quoted")),
        Field(
            "uncovered",
            "[{text, context}]",
            Wording("没有引文的，连同上下文", "those that are not, with the words around them"),
        ),
        Field(
            "excluded",
            "[{exact, reason}]",
            Wording("编者说明不算数字的，连同理由", "what the editor set aside, with the reason"),
        ),
        Field(
            "by_form",
            "object",
            Wording("按形式不计的个数：日期、文号等", "how many were set aside by form: dates, …"),
        ),
    ),
)

SHAPES = (RECORD, CITATION, DISAGREEMENT, FINDING, COVERAGE)
"""In the order in which a person reads of them."""
