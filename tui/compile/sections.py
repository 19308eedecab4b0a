"""The sections of the briefing and the columns of their lists."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.compile import labels
from tui.document import shared_labels
from tui.text.language import Wording


class Column(NamedTuple):
    """A column's head, and the side on which its cells stand; ``right`` and ``whole`` (at the
    left) hold figures, which are shown in full or not at all: half a figure misleads. ``spark``:
    cells are levels from 0 to 7, drawn as a small line."""

    head: Wording
    align: Literal["left", "right", "whole", "spark"] = "left"


class SectionSpec(NamedTuple):
    """A part of the briefing: all records of one kind."""

    id: str
    kind: str
    title: Wording
    columns: tuple[Column, ...]


SECTIONS = (
    SectionSpec("overview", "overview", labels.KINDS["overview"], ()),
    SectionSpec(
        "briefs",
        "brief",
        Wording("简报", "Briefings"),
        (Column(Wording("题目", "Title")), Column(Wording("内容", "Summary"))),
    ),
    SectionSpec(
        "players",
        "player",
        Wording("参与者", "Players"),
        (
            Column(Wording("名称", "Name")),
            Column(shared_labels.TICKER),
            Column(shared_labels.ROLE),
            Column(Wording("最新数据", "Latest figure"), "whole"),
        ),
    ),
    SectionSpec(
        "policies",
        "policy",
        Wording("政策", "Policies"),
        (
            Column(Wording("名称", "Title")),
            Column(shared_labels.DATE),
            Column(shared_labels.LEVEL),
            Column(Wording("发布", "Issuer")),
            Column(shared_labels.NUMBER, "whole"),
        ),
    ),
    SectionSpec(
        "statistics",
        "statistic",
        Wording("统计", "Statistics"),
        (
            Column(Wording("指标", "Measure")),
            Column(Wording("最新值", "Latest value"), "right"),
            Column(shared_labels.STATUS),
            Column(Wording("走势", "Trend"), "spark"),
            Column(shared_labels.PERIOD),
        ),
    ),
    SectionSpec(
        "themes",
        "statement",
        Wording("主题", "Themes"),
        (
            Column(labels.KINDS["statement"]),
            Column(shared_labels.KIND),
            Column(shared_labels.BASIS),
        ),
    ),
    SectionSpec(
        "disagreements",
        "disagreement",
        Wording("分歧", "Disputes"),
        (
            Column(Wording("分歧", "Where sources disagree")),
            Column(shared_labels.ABOUT),
            Column(Wording("方", "Sides"), "right"),
        ),
    ),
    SectionSpec(
        "glossary",
        "term",
        Wording("术语", "Glossary"),
        (Column(labels.KINDS["term"]), Column(Wording("释义", "Meaning"))),
    ),
    SectionSpec(
        "gaps",
        "gap",
        Wording("空白", "Gaps"),
        (Column(Wording("问题", "Question")), Column(Wording("缘由", "Why"))),
    ),
    SectionSpec(
        "sources",
        "source",
        Wording("来源", "Sources"),
        (
            Column(shared_labels.SOURCE),
            Column(shared_labels.DATE),
            Column(shared_labels.TYPE),
        ),
    ),
)
"""In the order in which a reader goes through them."""

SECTION_OF_KIND = {section.kind: section for section in SECTIONS}
