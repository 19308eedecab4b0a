"""F8: narratives and the lines that come first."""

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
# A year or a month may be typed, and what stands in a title or in a name such as 5G.
_ALLOWED = re.compile(
    rf"《[^》]*》|\{{fact:[^{{}}]*\}}|{_YEAR}|(?<!\d)(?:0?[1-9]|1[0-2])月"
    r"|(?<![0-9A-Za-z])[0-9]G(?![0-9A-Za-z])|COVID-19"
)
_DIGITS = re.compile(r"[0-9０-９][0-9０-９,.．%％]*")


def _narrated(context: CheckContext) -> Iterator[tuple[str, TomlPath, str]]:
    for number, line in enumerate(context.content.briefing.lines):
        yield "briefing.toml", ("lines", number, "text", "zh"), line.text.zh
        yield "briefing.toml", ("lines", number, "text", "en"), line.text.en
    for brief in context.content.briefs:
        yield brief.id, ("title", "zh"), brief.title.zh
        yield brief.id, ("title", "en"), brief.title.en
        yield brief.id, ("summary", "zh"), brief.summary.zh
        yield brief.id, ("summary", "en"), brief.summary.en
        for number, passage in enumerate(brief.passages):
            yield brief.id, ("passages", number, "heading", "zh"), passage.heading.zh
            yield brief.id, ("passages", number, "heading", "en"), passage.heading.en
            for place, paragraph in enumerate(passage.paragraphs):
                path = ("passages", number, "paragraphs", place)
                yield brief.id, (*path, "zh"), paragraph.zh
                yield brief.id, (*path, "en"), paragraph.en


def _typed(context: CheckContext) -> Iterator[Violation]:
    for entry, path, text in _narrated(context):
        match = _DIGITS.search(_ALLOWED.sub("", text))
        if match:
            yield Violation(entry, path, {"digits": match[0]})


def _deprecated(context: CheckContext) -> Iterator[Violation]:
    for entry, path, text in _narrated(context):
        for reference in FACT_IN_TEXT.findall(text):
            adopted = context.adopted(reference)
            if adopted is not None and adopted.rank == "deprecated":
                yield Violation(entry, path, {"fact": reference})


def _unlike(context: CheckContext) -> Iterator[Violation]:
    paired: dict[tuple[str, TomlPath], list[str]] = {}
    for entry, path, text in _narrated(context):
        said = sorted(FACT_IN_TEXT.findall(text))
        other = paired.setdefault((entry, path[:-1]), said)
        if other != said:
            yield Violation(entry, path, {})


RULES = (
    Rule(
        "F801",
        "error",
        Wording("叙述里直接写了数字“{digits}”", "a typed figure in a narrative: {digits}"),
        Wording("改用引用：{fact:ID@时期}", "refer to it: {fact:ID@PERIOD}"),
        Wording(
            "手写的数字会与证据脱节；引用跟着数据变。",
            "A typed figure drifts from its evidence; a reference follows it.",
        ),
        'zh = "2022年为3,099亿元。"',
        'zh = "2022年为{fact:market-size@2022}。"',
        _typed,
    ),
    Rule(
        "F802",
        "error",
        Wording(
            "叙述引用了不采用的数字{fact}", "the narrative rests on {fact}, which is not adopted"
        ),
        Wording(
            "改引采用的数字，或直接谈分歧的记录", "refer to the adopted figure, or to the record"
        ),
        Wording(
            "叙述里没有地方写理由。", "A narrative has no room for the reason why it is doubted."
        ),
        "{fact:market-size@2021-10}",
        "{fact:market-size@2022}",
        _deprecated,
    ),
    Rule(
        "F803",
        "error",
        Wording("中英文引用的数字不同", "the Chinese and the English name different figures"),
        Wording("两种文字写同样的引用", "name the same figures in both"),
        Wording("两种文字说的是同一件事。", "Both languages say the same thing."),
        'zh = "{fact:a@2022}", en = "…"',
        'zh = "{fact:a@2022}", en = "{fact:a@2022}"',
        _unlike,
    ),
)
