"""The fields of what the editing commands print with ``--json``."""

from __future__ import annotations

from tui.render.json_shape import BOTH, MAYBE, MAYBE_BOTH, TEXT, Field, Shape
from tui.text.language import Wording

CANDIDATE = Shape(
    "candidate",
    Wording("medbrief review --json的每一项", "Each candidate of medbrief review --json"),
    (
        Field(
            "number", "number", Wording("编号，用于--accept等", "number, for --accept and others")
        ),
        Field(
            "kind",
            TEXT,
            Wording(
                "figure（数字）、policy（政策）、name（已有名称）、new-name（新名称）或claim（说法）",
                "figure, policy, name, new-name or claim",
            ),
        ),
        Field(
            "state",
            TEXT,
            Wording(
                "open（未决）、used（已引用）、rejected（不采用）或skipped（搁置）",
                "open, used, rejected or skipped",
            ),
        ),
        Field("line", "number", Wording("在原件中的行号，从1起", "line of the original, from 1")),
        Field(
            "start",
            "number",
            Wording("在去掉标签的原件中的位置", "offset in the original without its tags"),
        ),
        Field("end", "number", Wording("末尾的位置", "offset of its end")),
        Field("text", TEXT, Wording("原文", "its words")),
        Field(
            "quote",
            "object",
            Wording("引文：exact、prefix、suffix", "the quote: exact, prefix, suffix"),
        ),
        Field(
            "found",
            "object",
            Wording(
                "读出的内容：数字的value、unit、period、status等，政策的number、issuer等",
                "what was read: value, unit, period … of a figure, number, issuer … of a policy",
            ),
        ),
        Field(
            "homes",
            "[object]",
            Wording(
                "可能归入的指标，最像的在前：id、title、score、rivals、known",
                "measures that it may belong to, best first: id, title, score, rivals, known",
            ),
        ),
        Field("record", MAYBE, Wording("同名的记录", "the record of that name")),
        Field("reason", MAYBE, Wording("不采用的理由", "why it was rejected")),
    ),
)

TODO = Shape(
    "todo",
    Wording("medbrief todo --json的每一项", "Each item of medbrief todo --json"),
    (
        Field(
            "kind",
            TEXT,
            Wording(
                "draft（草稿）、unconfirmed（待核对）、figure（未决的数字）、rival（与已有数值不同）、"
                "gap（未查的缺口）或outdated（过时）",
                "draft, unconfirmed, figure, rival, gap or outdated",
            ),
        ),
        Field("file", TEXT, Wording("文件", "file")),
        Field(
            "line", "number", Wording("行号，从1起；0为整个文件", "line, from 1; 0: the whole file")
        ),
        Field("message", BOTH, Wording("要做什么", "what is to be done")),
    ),
)

IMPACT = Shape(
    "impact",
    Wording("medbrief impact --json的每一项", "Each change of medbrief impact --json"),
    (
        Field(
            "kind",
            TEXT,
            Wording(
                "figure（数字改变）、removed、added、dispute opened、dispute closed、gap answered、"
                "outdated（文字过时）或answer（查询的答案改变）",
                "figure, removed, added, dispute opened, dispute closed, gap answered, outdated or "
                "answer",
            ),
        ),
        Field(
            "id",
            TEXT,
            Wording("记录、数字的引用或查询", "a record, the reference of a figure, or a query"),
        ),
        Field("before", MAYBE_BOTH, Wording("之前", "before")),
        Field("after", MAYBE_BOTH, Wording("之后", "after")),
        Field("references", "number", Wording("引用它的处数", "how many places name it")),
    ),
)
