"""Q2: quoted words and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.load.toml_positions import TomlPath
from tui.model import Citation, Observation, Rate
from tui.text.language import Wording
from tui.text.number_parser import find_numbers
from tui.text.units import UNITS

_ATTRIBUTION = re.compile(r"据[^，,。]{2,30}(?:显示|分析|报告|数据|普查)|半年报显示|》显示")


def _lost(context: CheckContext) -> Iterator[Violation]:
    for entry, path, citation in context.parts(Citation):
        if citation.source in context.texts and not context.places(citation):
            yield Violation(entry, (*path, "exact"), {"source": citation.source})


def _ambiguous(context: CheckContext) -> Iterator[Violation]:
    for entry, path, citation in context.parts(Citation):
        if (count := len(context.places(citation))) > 1:
            values: dict[str, object] = {"source": citation.source, "count": count}
            yield Violation(entry, (*path, "exact"), values)


def _without_number(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        quoted = [item for item in figure.citations if item.relation == "quoted"]
        if quoted and not any(quote_shows_value(item.exact, figure) for item in quoted):
            values: dict[str, object] = {"value": figure.value, "unit": figure.unit}
            yield Violation(entry, (*path, "value"), values)


def quote_shows_value(exact: str, figure: Observation | Rate) -> bool:
    """Whether quoted words show the number of a figure, in whatever script or power of ten."""
    wanted = [(figure.value, UNITS[figure.unit].scale)]
    printed = getattr(figure, "as_printed", None)
    if printed:  # the quote shows the print, not its correction
        wanted = [(found.number, UNITS[figure.unit].scale) for found in find_numbers(printed)][:1]
    return any(
        abs(value) == found.number or abs(value).scaleb(scale) in (found.value, found.number)
        for value, scale in wanted
        for found in find_numbers(exact)
    )


def _passed_on(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        for number, citation in enumerate(figure.citations):
            if citation.via is None and (words := _credit(context, citation)):
                where: TomlPath = (*path, "citations", number)
                yield Violation(entry, where, {"words": words})


def _credit(context: CheckContext, citation: Citation) -> str:
    """Words in the quote's sentence that credit the figure to somebody else."""
    for at in context.places(citation)[:1]:
        text = context.texts[citation.source]
        start = max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1
        match = _ATTRIBUTION.search(text[start : at + len(citation.exact)])
        if match:
            return match[0]
    return ""


def _unexplained(context: CheckContext) -> Iterator[Violation]:
    for entry, path, observation in context.parts(Observation):
        derived = all(item.relation == "derived" for item in observation.citations)
        if derived and observation.note is None and observation.correction is None:
            yield Violation(entry, path, {"value": Decimal(observation.value)})


RULES = (
    Rule(
        "Q201",
        "error",
        Wording("引文不在“{source}”的原文里", "the quoted words do not stand in {source!r}"),
        Wording(
            "照原文重抄（全角数字、引号、空格都不改），并核对prefix与suffix",
            "copy them again as printed (full-width digits, quotes and spaces unchanged); look at "
            "prefix and suffix too",
        ),
        Wording(
            "引文是数字的证据。原文里没有，就没有证据。",
            "The quote is the evidence. If it is not in the original, there is none.",
        ),
        'exact = "38.18亿元"   # printed: 38．18亿元',
        'exact = "38．18亿元"',
        _lost,
    ),
    Rule(
        "Q202",
        "error",
        Wording(
            "引文在“{source}”里出现{count}次", "the quoted words stand {count} times in {source!r}"
        ),
        Wording("加长引文，或加上prefix、suffix", "quote more, or add prefix and suffix"),
        Wording(
            "读者要看到的是那一处，不是随便一处。",
            "The reader is to be shown the one place that is meant.",
        ),
        'exact = "三家"',
        'exact = "三家", prefix = "目前已形成“", suffix = "巨头"',
        _ambiguous,
    ),
    Rule(
        "Q203",
        "error",
        Wording(
            "引文里没有{value}{unit}这个数",
            "the number {value} ({unit}) is not in the quoted words",
        ),
        Wording(
            '引含有该数的词句；若由别的数推得，写relation = "derived"并在note里写明步骤',
            'quote the words that hold it; if it follows from others, relation = "derived" and the '
            "step in a note",
        ),
        Wording(
            "引文须能让人一眼对上数字，字形与分隔符可以不同。",
            "A reader must be able to match figure and quote at a glance, whatever the script.",
        ),
        'value = 3099\ncitations = [{ source = "…", exact = "市场规模不断扩大" }]',
        'value = 3099\ncitations = [{ source = "…", exact = "达到了3099亿元" }]',
        _without_number,
    ),
    Rule(
        "Q204",
        "hint",
        Wording(
            "原句把数字归于他人（{words}），引用却没有via",
            "the sentence credits somebody else ({words}), and the citation has no via",
        ),
        Wording("写上via = { zh = …, en = … }", "add via = { zh = …, en = … }"),
        Wording(
            "转引与亲测分量不同。", "A figure passed on weighs less than one that was measured."
        ),
        'exact = "43％接通了医保支付"',
        'exact = "43％接通了医保支付", via = { zh = "动脉网蛋壳研究院", en = "VCBeat …" }',
        _passed_on,
    ),
    Rule(
        "Q205",
        "error",
        Wording("{value}是推得的，却没有说明步骤", "{value} is derived, and no note says how"),
        Wording("在note里写出推算", "write the calculation in a note"),
        Wording(
            "看不到步骤的推算与编造无异。",
            "A derivation that is not shown cannot be told from an invention.",
        ),
        'citations = [{ relation = "derived", … }]',
        'note = { zh = "3.64亿减162万", en = "364 million less 1.62 million" }',
        _unexplained,
    ),
)
