"""F8: briefs and the key takeaways of the briefing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.load.record_references import FACT_IN_TEXT
from tui.load.toml_positions import TomlPath
from tui.text.language import Wording
from tui.text.units import UNITS

_COUNTED = "|".join(re.escape(unit) for unit in UNITS if not unit.endswith("年"))
_YEAR = rf"(?<!\d)(?:19|20)\d{{2}}(?!\d| ?(?:{_COUNTED}|[百千万亿％]|million|billion|trillion))"
# Digits that may be typed: years, months, titles, names such as 5G.
_ALLOWED = re.compile(
    rf"《[^》]*》|\{{fact:[^{{}}]*\}}|{_YEAR}|(?<!\d)(?:0?[1-9]|1[0-2])月"
    r"|(?<![0-9A-Za-z])[0-9]G(?![0-9A-Za-z])|COVID-19|Grade 3A"
)
_DIGITS = re.compile(r"[0-9０-９][0-9０-９,.．%％]*")


def narrative_texts(context: CheckContext) -> Iterator[tuple[str, TomlPath, str]]:
    """Yield entry, path and text of the key takeaways and the briefs, in both languages."""
    for number, line in enumerate(context.content.briefing.lines):
        yield "briefing.toml", ("lines", number, "text", "zh"), line.text.zh
        yield "briefing.toml", ("lines", number, "text", "en"), line.text.en
        if line.note:
            yield "briefing.toml", ("lines", number, "note", "zh"), line.note.zh
            yield "briefing.toml", ("lines", number, "note", "en"), line.note.en
    for brief in context.content.briefs:
        yield brief.id, ("title", "zh"), brief.title.zh
        yield brief.id, ("title", "en"), brief.title.en
        yield brief.id, ("summary", "zh"), brief.summary.zh
        yield brief.id, ("summary", "en"), brief.summary.en
        for number, passage in enumerate(brief.passages):
            yield brief.id, ("passages", number, "heading", "zh"), passage.heading.zh
            yield brief.id, ("passages", number, "heading", "en"), passage.heading.en
            for index, paragraph in enumerate(passage.paragraphs):
                path = ("passages", number, "paragraphs", index)
                yield brief.id, (*path, "zh"), paragraph.zh
                yield brief.id, (*path, "en"), paragraph.en


def _typed_figure(context: CheckContext) -> Iterator[Violation]:
    for entry, path, text in narrative_texts(context):
        match = _DIGITS.search(_ALLOWED.sub("", text))
        if match:
            yield Violation(entry, path, {"digits": match[0]})


def _deprecated_figure(context: CheckContext) -> Iterator[Violation]:
    for entry, path, text in narrative_texts(context):
        for reference in FACT_IN_TEXT.findall(text):
            observation = context.used_observation(reference)
            if observation is not None and observation.rank == "deprecated":
                yield Violation(entry, path, {"fact": reference})


def _different_references(context: CheckContext) -> Iterator[Violation]:
    first_language: dict[tuple[str, TomlPath], list[str]] = {}
    for entry, path, text in narrative_texts(context):
        references = sorted(FACT_IN_TEXT.findall(text))
        if first_language.setdefault((entry, path[:-1]), references) != references:
            yield Violation(entry, path, {})


RULES = (
    Rule(
        code="F801",
        severity="error",
        message=Wording("叙述中直接写了数字“{digits}”", "typed figure in a narrative: {digits}"),
        fix=Wording(
            "改用引用：{fact:ID@时期}，再用--fix补上值",
            "use a reference: {fact:ID@PERIOD}; --fix adds the value",
        ),
        why=Wording(
            "手写的数字会与数据脱节；引用随数据更新。",
            "A typed figure can diverge from the data; a reference is updated with it.",
        ),
        incorrect='zh = "2022年为3,099亿元。"',
        correct='zh = "2022年为{fact:market-size@2022 3099亿元}。"',
        check=_typed_figure,
    ),
    Rule(
        code="F802",
        severity="error",
        message=Wording(
            "叙述引用了未采用的数字{fact}",
            "the narrative refers to {fact}, which is not the value used",
        ),
        fix=Wording("改引采用的数字，或引用记录本身", "refer to the value used, or to the record"),
        why=Wording(
            "叙述中没有地方说明为何不采用。",
            "A narrative has no room to explain why a value is doubtful.",
        ),
        incorrect="{fact:market-size@2021-10 ~1630亿元}",
        correct="{fact:market-size@2022 3099亿元}",
        check=_deprecated_figure,
    ),
    Rule(
        code="F803",
        severity="error",
        message=Wording(
            "中英文引用的数字不同", "the Chinese and the English text refer to different figures"
        ),
        fix=Wording("中英文写相同的引用", "use the same references in both"),
        why=Wording("中英文内容应当一致。", "Both languages must say the same."),
        incorrect='zh = "{fact:a@2022 3亿元}", en = "…"',
        correct='zh = "{fact:a@2022 3亿元}", en = "{fact:a@2022 3亿元}"',
        check=_different_references,
    ),
)
