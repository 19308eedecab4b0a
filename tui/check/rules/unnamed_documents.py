"""T7: a text that is quoted alone says which document it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.text.language import Wording

_UNNAMED = {
    "zh": re.compile(r"(?:同文|该文|此文|同一(?:份|篇)?(?:来源|文章|辑录|网页|资料|报道))"),
    "en": re.compile(
        r"(?:Another sentence of |In |According to )?the same "
        r"(?:article|collection|document|page|report|source)\b",
        re.I,
    ),
}


def _unnamed_document(context: CheckContext) -> Iterator[Violation]:
    for entry, path, text in context.editor_texts():
        for language in context.content.briefing.languages:
            if found := _UNNAMED[language].match(text.of(language)):
                yield Violation(entry, (*path, language), {"words": found[0]})


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
)
