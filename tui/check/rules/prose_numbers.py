"""T7: the numbers of the editor's texts: the same in both languages, and held by evidence."""

from __future__ import annotations

from collections.abc import Iterator, Set
from decimal import Decimal

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.load.toml_positions import TomlPath
from tui.model import Bilingual, Citation, Observation, Rate, Record
from tui.model.player import Amount
from tui.text.language import Wording
from tui.text.printed_quantity import PrintedQuantity
from tui.text.prose_numbers import digits_in, mentioned_values, stated_amounts, stated_years
from tui.text.units import UNITS

_SUMMARIES = ("summary", "text")
"""Fields whose figures need evidence in the record."""
_EXPLANATIONS = ("note", "notes", "correction", "reason_for_rank", "scope", "denominator")
"""Fields in which the editor explains a calculation."""


def _different_numbers(context: CheckContext) -> Iterator[Violation]:
    for entry, path, text in context.editor_texts():
        if entry not in context.records and entry not in context.sources:
            continue  # briefs and key takeaways have no typed figures (rule F801)
        if digits_in(text.zh) == digits_in(text.en):
            continue  # saves three quarters of the time of this rule
        known = mentioned_values(text.zh), mentioned_values(text.en)
        zh, en = _missing(text.zh, *known), _missing(text.en, *reversed(known))
        years = stated_years(text.zh), stated_years(text.en)
        if years[0] - years[1] and years[1] - years[0]:  # only one: 今年 in the other language
            zh += sorted(map(str, years[0] - years[1]))
            en += sorted(map(str, years[1] - years[0]))
        if zh or en:
            values: dict[str, object] = {"zh": "、".join(zh) or "—", "en": ", ".join(en) or "—"}
            yield Violation(entry, (*path, "zh" if zh else "en"), values)


def _missing(text: str, own: Set[Decimal], other: Set[Decimal]) -> list[str]:
    """Return the amounts of a text that the text in the other language does not contain."""
    if own <= other:  # most texts; saves two thirds of the time of this rule
        return []
    return [_words(text, item) for item in stated_amounts(text) if item.value not in other]


def _words(text: str, amount: PrintedQuantity) -> str:
    return text[amount.start : amount.end].strip()


def _number_without_evidence(context: CheckContext) -> Iterator[Violation]:
    held: dict[str, set[Decimal]] = {}
    for entry, path, text in context.editor_texts():
        record = context.records.get(entry)
        if record is None or path[-1] not in _SUMMARIES or "notes" in path:
            continue
        for language, words in (("zh", text.zh), ("en", text.en)):
            words = _without_sources(context, words)
            for amount in stated_amounts(words):
                if not _is_held(context, record, amount.value, held):
                    found: dict[str, object] = {"number": _words(words, amount)}
                    yield Violation(entry, (*path, language), found)
                    break


def _without_sources(context: CheckContext, words: str) -> str:
    """Return a text without the short names of sources: 36号观察2022 states no number."""
    for source in context.content.sources:
        for name in (source.short.zh, source.short.en):
            if len(name) > 1 and name in words and any(map(str.isdigit, name)):
                words = words.replace(name, " " * len(name))
    return words


def _is_held(
    context: CheckContext, record: Record, value: Decimal, held: dict[str, set[Decimal]]
) -> bool:
    """Return whether the quotes, figures or notes of a record hold a value, or the quotes or
    figures of a record that it names. ``held``: the values of each record, filled as needed."""
    named = (reference.split("@")[0].split("#")[0].split(".")[0] for _, reference in record.links())
    for entry in (record.id, *record.related, *named):
        if entry not in held:
            held[entry] = _values(context, entry)
        if value in held[entry]:
            return True
    return any(
        value in mentioned_values(part.zh)
        for path, part in context.parts_of(record.id)
        if isinstance(part, Bilingual) and _is_explanation(path)
    )


def _values(context: CheckContext, entry: str) -> set[Decimal]:
    """Return the values in the quotes and figures of a record."""
    values: set[Decimal] = set()
    for _, part in context.parts_of(entry):
        if isinstance(part, Citation):
            values |= mentioned_values(part.exact)
        elif isinstance(part, Observation | Rate | Amount):
            values.add(abs(part.value).scaleb(UNITS[part.unit].scale))
    return values


def _is_explanation(path: TomlPath) -> bool:
    return any(field in _EXPLANATIONS for field in path)


RULES = (
    Rule(
        code="T709",
        severity="error",
        message=Wording(
            "中英文的数字不同：中文{zh}，英文{en}",
            "the languages state different numbers: Chinese {zh}, English {en}",
        ),
        fix=Wording(
            "核对引文，把两种语言改成同样的数；原样引述的数字加引号",
            "check the quote and state the same numbers in both languages; put a number that is "
            "quoted as printed in quotation marks",
        ),
        why=Wording(
            "换算亿与billion最容易错位，只读一种语言的读者无从发现。",
            "Converting 亿 to billions easily misplaces a power of ten, which readers of one "
            "language cannot notice.",
        ),
        incorrect='zh = "用户3.64亿人"\nen = "36.4 million users"',
        correct='zh = "用户3.64亿人"\nen = "364 million users"',
        check=_different_numbers,
    ),
    Rule(
        code="T710",
        severity="error",
        message=Wording(
            "“{number}”在本记录的引文、数字与注中都没有依据",
            "no quote, figure or note of the record holds “{number}”",
        ),
        fix=Wording(
            "引用含有该数字的词句，改正数字；若由编者算出，在note中写明",
            "quote the words that contain it, or correct it; for a calculation of the editor's, "
            "explain it in a note",
        ),
        why=Wording(
            "没有依据的数字不进简报，摘要里的也一样。",
            "No figure without evidence: that holds for summaries too.",
        ),
        incorrect='summary = { zh = "用户9.9亿人", … }   # no quote says so',
        correct='summary = { zh = "用户3.64亿人", … }\ncitations = [{ exact = "3.64 亿人", … }]',
        check=_number_without_evidence,
    ),
)
