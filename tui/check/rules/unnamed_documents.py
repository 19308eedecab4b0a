"""T7: a text that is quoted alone says what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Provision
from tui.text.language import Wording

_UNNAMED = {
    "zh": re.compile(r"(?:同文|该文|此文|同一(?:份|篇)?(?:来源|文章|辑录|网页|资料|报道))"),
    "en": re.compile(
        r"(?:Another sentence of |In |According to )?the same "
        r"(?:article|collection|document|page|report|source)\b",
        re.I,
    ),
}

_CONTINUED = {
    "zh": re.compile(r"(?:也|上述|前述|此外|另外|同时(?=[也还，])|同一[^，。：]{1,6}(?=：))"),
    "en": re.compile(r"(?:Also|Likewise|The above|Same \w+(?=:))\b"),
}


def _unnamed_document(context: CheckContext) -> Iterator[Violation]:
    for entry, path, text in context.editor_texts():
        for language in context.content.briefing.languages:
            if found := _UNNAMED[language].match(text.of(language)):
                yield Violation(entry, (*path, language), {"words": found[0]})


def _continued_provision(context: CheckContext) -> Iterator[Violation]:
    for entry, path, provision in context.parts(Provision):
        for language in context.content.briefing.languages:
            if found := _CONTINUED[language].match(provision.text.of(language)):
                yield Violation(entry, (*path, "text", language), {"words": found[0]})


RULES = (
    Rule(
        code="T716",
        severity="hint",
        message=Wording(
            "文字以“{words}”开头，没有说是哪份文件",
            "the text begins “{words}” and names no document",
        ),
        fix=Wording("写出文件的名称", "name the document"),
        why=Wording(
            "列表和引用只显示这一段，读者看不到前文。",
            "Lists and quotations show this text without the one before it.",
        ),
        incorrect='reason = { zh = "同文另有一数。", en = "The same article has another figure." }',
        correct='reason = { zh = "《晚报》另有一数。", en = "Wanbao also has another figure." }',
        check=_unnamed_document,
    ),
    Rule(
        code="T717",
        severity="hint",
        message=Wording(
            "措施以“{words}”开头，离开前一条读不懂",
            "the provision begins “{words}” and needs the one before it",
        ),
        fix=Wording("写出所指的事", "name what it speaks of"),
        why=Wording(
            "专题简报只显示与主题有关的一条措施。",
            "A short brief shows the one provision that is on its subject.",
        ),
        incorrect='text = { zh = "同一工程：提高能力。", en = "Same project: grow." }',
        correct='text = { zh = "平台工程：提高能力。", en = "Quay project: grow." }',
        check=_continued_provision,
    ),
)
