"""F8: references to figures pin what they mean, so that no later edit changes what a text says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.document.fact_ref import FactRef, observation_ref, parse_fact_ref
from tui.load.record_references import FACT_IN_TEXT
from tui.load.toml_positions import TomlPath
from tui.model import Dispute, Observation, Rate, value_pin
from tui.text.language import Wording

_PART = re.compile(r"[\d.]+|[<>–]|[^\d.\s<>–]+")
_BRACES = re.compile(r"\{[^{}]*\}?|\}")


class _Pin(NamedTuple):
    """A reference to a figure that does not say, or no longer says, which figure it means.

    ``text``: the string at ``path`` that contains ``reference``; ``choices``: complete references
    to the figures that it may mean; ``changed``: no figure has the value that it pins.
    """

    entry: str
    path: TomlPath
    text: str
    reference: str
    choices: tuple[str, ...]
    changed: bool


def _strings(context: CheckContext) -> Iterator[tuple[str, TomlPath, str, list[str]]]:
    """Yield entry, path, string and its references, for all strings from which a reader takes a
    figure. The ends of a rate are not among them: computing the rate verifies them."""
    for entry, path, text in context.editor_texts():
        if "{" in text.zh or "{" in text.en:
            yield entry, (*path, "zh"), text.zh, FACT_IN_TEXT.findall(text.zh)
            yield entry, (*path, "en"), text.en, FACT_IN_TEXT.findall(text.en)
    for statement in context.statements():
        for number, reference in enumerate(statement.supports):
            yield statement.id, ("supports", number), reference, [reference]
    for entry, path, dispute in context.parts(Dispute):
        yield entry, (*path, "by"), dispute.by, [dispute.by]
        if dispute.against:
            yield entry, (*path, "against"), dispute.against, [dispute.against]


def _incomplete(context: CheckContext) -> Iterator[_Pin]:
    for entry, path, text, references in _strings(context):
        for reference in references:
            fact = parse_fact_ref(reference)
            if not (fact.period or fact.rate):
                continue
            figures = context.named_figures(fact)
            same = [figure for figure in figures if value_pin(figure) == fact.value]
            parts = _parts(fact.value)
            meant = same or [each for each in figures if _parts(value_pin(each)) == parts]
            choices = tuple(dict.fromkeys(_pinned(fact, figure) for figure in meant or figures))
            if reference.replace(":reported", "") not in choices or not same:
                changed = bool(fact.value) and not meant
                yield _Pin(entry, path, text, reference, choices, changed)
    for entry, path, dispute in context.parts(Dispute):
        if named := _figures_of(dispute.by, context):
            yield _Pin(entry, (*path, "by"), dispute.by, dispute.by, named, changed=False)


def _parts(value: str) -> list[str]:
    """Return the parts of a pinned value, sorted: the unit may stand before the number."""
    return sorted(_PART.findall(value))


def _figures_of(reference: str, context: CheckContext) -> tuple[str, ...]:
    """Return the figures of a measure, or of all measures of a company or statistic, that is named
    without one."""
    return tuple(
        _pinned(parse_fact_ref(observation_ref(located.reference, figure.period)), figure)
        for located in context.measures()
        if reference in (located.reference, located.entry)
        for figure in located.measure.observations
    )


def _dispute_by_source(context: CheckContext) -> Iterator[Violation]:
    for entry, path, dispute in context.parts(Dispute):
        if dispute.by in context.sources:
            yield Violation(entry, (*path, "by"), {"source": dispute.by})


def _pinned(fact: FactRef, figure: Observation | Rate) -> str:
    status = "" if figure.status == "reported" else figure.status
    return str(fact._replace(status=status, value=value_pin(figure)))


def _unpinned_reference(context: CheckContext) -> Iterator[Violation]:
    unpinned = [pin for pin in _incomplete(context) if not pin.changed]
    fixed: dict[tuple[str, TomlPath], str] = {}
    for pin in unpinned:
        if len(pin.choices) == 1:
            text = fixed.get((pin.entry, pin.path), pin.text)
            fixed[pin.entry, pin.path] = _replaced(text, pin.reference, pin.choices[0])
    for pin in unpinned:
        replacement = fixed[pin.entry, pin.path] if len(pin.choices) == 1 else None
        yield Violation(pin.entry, pin.path, _values(pin), replacement)


def _replaced(text: str, reference: str, pinned: str) -> str:
    if text == reference:
        return pinned
    return text.replace(f"{{fact:{reference}}}", f"{{fact:{pinned}}}")


def _changed_figure(context: CheckContext) -> Iterator[Violation]:
    for pin in _incomplete(context):
        if pin.changed:
            yield Violation(pin.entry, pin.path, _values(pin))


def _values(pin: _Pin) -> dict[str, object]:
    return {"fact": pin.reference, "pinned": " / ".join(pin.choices)}


def _stray_brace(context: CheckContext) -> Iterator[Violation]:
    for entry, path, text in context.editor_texts():
        for language in ("zh", "en"):
            words = getattr(text, language)
            if not ("{" in words or "}" in words):
                continue
            if match := _BRACES.search(FACT_IN_TEXT.sub("", words)):
                yield Violation(entry, (*path, language), {"words": match[0]})


RULES = (
    Rule(
        code="F804",
        severity="error",
        message=Wording(
            "引用{fact}没有写全，或数值与单位颠倒：应写{pinned}",
            "the reference {fact} is incomplete, or has the unit before the number: expected "
            "{pinned}",
        ),
        fix=Wording(
            "写上该数字的值，非已公布的再写状态（只有一个数字时可用--fix自动写）；"
            "对照不能是整个企业或统计",
            "add the value, and the status unless it is reported (--fix does it where there is one "
            "figure); a dispute is by a figure, event or offering, not by a whole company",
        ),
        why=Wording(
            "只写时期的引用会随采用值而变：新增一个实际值，原来讲预测的句子就会说成实际值。写上值，"
            "日后改动数据时，此处就会报错，而不会悄悄改变句子的意思。",
            "A reference by period alone follows whichever value is preferred: an outcome added "
            "later would turn up in a sentence about a forecast. With its value, a later change of "
            "the data is an error at the reference instead of a silent change of the sentence.",
        ),
        incorrect='zh = "Mob预测2025年{fact:market-size@2025}"',
        correct='zh = "Mob预测2025年{fact:market-size@2025:forecast >10000亿元}"',
        check=_unpinned_reference,
    ),
    Rule(
        code="F805",
        severity="error",
        message=Wording(
            "引用{fact}所指的数字已改变：现为{pinned}",
            "the figure that {fact} refers to has changed: now {pinned}",
        ),
        fix=Wording(
            "重读这句话；仍然成立的，改写为现在的引用；不成立的，改写句子",
            "read the sentence again; if it still holds, write the present reference; otherwise "
            "rewrite the sentence",
        ),
        why=Wording(
            "句子是照原来的数字写的，数字变了，句子未必成立。",
            "The sentence was written for the former figure and may not hold for the present one.",
        ),
        incorrect="{fact:market-size@2022 3100亿元}   # the record has 3099",
        correct="{fact:market-size@2022 3099亿元}",
        check=_changed_figure,
    ),
    Rule(
        code="F806",
        severity="error",
        message=Wording("“{words}”不是引用", "{words!r} is not a reference"),
        fix=Wording(
            "写成{fact:ID@时期 值}，或删去花括号",
            "write {fact:ID@PERIOD VALUE}, or remove the braces",
        ),
        why=Wording(
            "少了fact:的引用会原样显示给读者。",
            "Without fact: a reference is shown to readers as it is typed.",
        ),
        incorrect='zh = "2022年为{market-size@2022}"',
        correct='zh = "2022年为{fact:market-size@2022 3099亿元}"',
        check=_stray_brace,
    ),
    Rule(
        code="F807",
        severity="error",
        message=Wording(
            "对照只写了来源“{source}”，没有引文",
            "the dispute names the source {source!r} alone, without its words",
        ),
        fix=Wording(
            "为该来源的数字或说法建一条记录并引用原文，by写那条记录",
            "record the figure or claim of that source with its quotation, and name it in by",
        ),
        why=Wording(
            "没有引文，读者无从知道该来源说了什么，来源本身也会被标为有争议。",
            "Without a quotation readers cannot see what the source says, and the source itself "
            "would be marked as disputed.",
        ),
        incorrect='disputed_by = [{ by = "county-2018", reason = "It costs more." }]',
        correct='disputed_by = [{ by = "county-grants@2020 600 NOK million", reason = "…" }]',
        check=_dispute_by_source,
    ),
)
