"""Q2: quotes: which passage they identify, attribution, derived values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tui.check.context import CheckContext
from tui.check.quoted_value import Agreement
from tui.check.rule import Rule, Violation
from tui.load.toml_positions import TomlPath
from tui.model import Citation, Observation
from tui.text.language import Wording
from tui.text.number_parser import find_numbers

_ATTRIBUTION = re.compile(r"据[^，,。]{2,30}(?:显示|分析|报告|数据|普查)|半年报显示|》显示")


def _ambiguous_quote(context: CheckContext) -> Iterator[Violation]:
    for entry, path, citation in context.parts(Citation):
        if (count := context.quoted_passages(citation)) > 1:
            values: dict[str, object] = {"source": citation.source, "count": count}
            yield Violation(entry, (*path, "exact"), values)


def _value_not_quoted(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure, _, comparison in context.quoted_figures:
        if comparison.agreement is Agreement.OTHER_NUMBER:
            values: dict[str, object] = {"value": figure.value, "unit": figure.unit}
            yield Violation(entry, (*path, "value"), values)
        elif figure.upper is not None and not _prints(figure.citations, figure.upper):
            upper: dict[str, object] = {"value": figure.upper, "unit": figure.unit}
            yield Violation(entry, (*path, "upper"), upper)


def _prints(citations: tuple[Citation, ...], number: Decimal) -> bool:
    """Return whether one of the quotes prints a number, as the upper end of a range."""
    return any(
        found.number == number for citation in citations for found in find_numbers(citation.exact)
    )


def _attributed_without_via(context: CheckContext) -> Iterator[Violation]:
    for entry, path, figure in context.figures():
        for number, citation in enumerate(figure.citations):
            if citation.via is None and (words := _attribution(context, citation)):
                citation_path: TomlPath = (*path, "citations", number)
                yield Violation(entry, citation_path, {"words": words})


def _attribution(context: CheckContext, citation: Citation) -> str:
    """Return the words in the quote's sentence that attribute the figure to someone else."""
    for offset in context.quote_offsets(citation)[:1]:
        text = context.original_texts[citation.source]
        start = max(text.rfind(mark, 0, offset) for mark in "。！？\n") + 1
        match = _ATTRIBUTION.search(text[start : offset + len(citation.exact)])
        if match:
            return match[0]
    return ""


def _unexplained_derivation(context: CheckContext) -> Iterator[Violation]:
    for entry, path, observation in context.parts(Observation):
        derived = all(item.relation == "derived" for item in observation.citations)
        if derived and observation.note is None and observation.correction is None:
            yield Violation(entry, path, {"value": Decimal(observation.value)})


RULES = (
    Rule(
        code="Q202",
        severity="error",
        message=Wording(
            "引文在“{source}”的{count}个不同段落中出现",
            "the quote occurs in {count} different passages of {source!r}",
        ),
        fix=Wording("加长引文，或加上prefix、suffix", "quote more, or add prefix or suffix"),
        why=Wording(
            "引文须指向唯一的段落，读者才能核对。原文把同一段印了两遍的，引哪一处都可以。",
            "A quote must identify one passage, so that readers can verify it. Where a document "
            "prints the same passage twice, either printing counts.",
        ),
        incorrect='exact = "三家"',
        correct='exact = "三家", prefix = "目前已形成“", suffix = "巨头"',
        check=_ambiguous_quote,
    ),
    Rule(
        code="Q203",
        severity="error",
        message=Wording(
            "引文中没有数值{value}{unit}", "the quote does not contain the value {value} ({unit})"
        ),
        fix=Wording(
            '引用含有该数值的词句；若由其他数值推算，写relation = "derived"，并在note中写明步骤',
            "quote the words that contain it; for a value derived from others, set relation = "
            '"derived" and explain the calculation in a note',
        ),
        why=Wording(
            "读者应能直接在引文中看到该数值，字形与分隔符可以不同。",
            "Readers must be able to see the value in the quote; script and separators may differ.",
        ),
        incorrect='value = 3099\ncitations = [{ source = "…", exact = "市场规模不断扩大" }]',
        correct='value = 3099\ncitations = [{ source = "…", exact = "达到了3099亿元" }]',
        check=_value_not_quoted,
    ),
    Rule(
        code="Q204",
        severity="hint",
        message=Wording(
            "原句称该数字出自他处（{words}），引用缺少via",
            "the sentence attributes the figure to someone else ({words}), but the citation has no "
            "via",
        ),
        fix=Wording("写明转引自谁：via = …", "name its origin: via = …"),
        why=Wording(
            "转引的数字不如一手测量的可靠。",
            "A figure cited from elsewhere is less reliable than one that the source measured.",
        ),
        incorrect='exact = "43％接通了医保支付"',
        correct='exact = "43％接通了医保支付", via = { zh = "动脉网蛋壳研究院", en = "VCBeat …" }',
        check=_attributed_without_via,
    ),
    Rule(
        code="Q205",
        severity="error",
        message=Wording(
            "{value}是推算值，但没有说明步骤",
            "{value} is derived, but no note explains the calculation",
        ),
        fix=Wording("在note中写出推算步骤", "write the calculation in a note"),
        why=Wording(
            "没有步骤的推算无法核对。",
            "A derived value without its calculation cannot be verified.",
        ),
        incorrect='citations = [{ relation = "derived", … }]',
        correct='note = { zh = "3.64亿减162万", en = "364 million less 1.62 million" }',
        check=_unexplained_derivation,
    ),
)
