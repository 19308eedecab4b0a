"""The fields of citations and of what disagrees with an answer, as ``--json`` prints them."""

from __future__ import annotations

from tui.render.json_shape import BOTH, MAYBE, MAYBE_BOTH, TEXT, Field, Shape
from tui.text.language import Wording

CITATION = Shape(
    "citation",
    Wording("citations中每一项", "Each item of citations"),
    (
        Field("source", TEXT, Wording("来源的标识", "id of the source")),
        Field("exact", TEXT, Wording("引用的原文，一字不改", "the quoted words, verbatim")),
        Field(
            "gloss",
            MAYBE,
            Wording(
                "引文的英文，编者所译；没有时为null",
                "the quoted words in English, the editor's translation; null if there is none",
            ),
        ),
        Field(
            "title",
            TEXT,
            Wording("来源的题名（原文）", "title of the source in its own language"),
        ),
        Field("title_en", TEXT, Wording("题名的英文译名", "title of the source in English")),
        Field(
            "short_zh",
            TEXT,
            Wording("来源的简称", "short name of the source"),
        ),
        Field("short_en", TEXT, Wording("简称的英文", "short name in English")),
        Field(
            "date",
            MAYBE,
            Wording(
                "来源的发表日期；未注明时为null",
                "publication date of the source; null if unknown",
            ),
        ),
        Field(
            "url",
            MAYBE,
            Wording("来源的网址；没有时为null", "URL of the source; null if unknown"),
        ),
        Field(
            "relation",
            TEXT,
            Wording(
                "quoted：原文直接给出；derived：由原文推算",
                "quoted: stated by the source; derived: follows from what it states",
            ),
        ),
        Field(
            "via",
            MAYBE,
            Wording(
                "数字转引自谁；不是转引时为null",
                "whose figure the source cites (Chinese); null if it is its own",
            ),
        ),
        Field("via_en", MAYBE, Wording("via的英文", "via in English")),
    ),
)

DISAGREEMENT = Shape(
    "disagreement",
    Wording("disagrees中每一项", "Each item of disagrees"),
    (
        Field(
            "answer",
            BOTH,
            Wording("另一来源的数字或说法", "figure or statement of the other source"),
        ),
        Field(
            "citations",
            "[object]",
            Wording("其出处，字段同上", "its evidence, with the fields above"),
        ),
        Field("id", TEXT, Wording("所在记录的标识", "id of the record that states it")),
        Field(
            "fact",
            MAYBE,
            Wording("数字、事件或业务的引用名", "reference of the figure, event or offering"),
        ),
        Field(
            "typed_fact",
            "object | null",
            Wording("该数字的各项数据", "the figure, event or offering as data"),
        ),
        Field("by", MAYBE_BOTH, Wording("谁的说法，或其来源", "who says it, or its sources")),
        Field(
            "used",
            "boolean | null",
            Wording(
                "简报是否采用此数字；不是数字时为null",
                "whether the briefing uses the figure; null for words",
            ),
        ),
        Field(
            "reason",
            MAYBE_BOTH,
            Wording(
                "采用与否的理由，或对照方的说法",
                "why it is used or not, or what is set beside the statement",
            ),
        ),
        Field(
            "via",
            MAYBE_BOTH,
            Wording(
                "by所转引的是谁的数字或说法；不是转引时为null",
                "whose figure or words the sources in by cite; null if they are their own",
            ),
        ),
    ),
)
