"""Q2: glosses: every quote has one, with the same numbers, and the same one wherever it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Citation
from tui.text.fold import is_chinese
from tui.text.language import Wording
from tui.text.prose_numbers import mentioned_values, stated_amounts, stated_years

_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")


def _no_gloss(context: CheckContext) -> Iterator[Violation]:
    if not any(citation.gloss for *_, citation in context.parts(Citation)):
        return  # a briefing that does without glosses
    for entry, path, citation in context.parts(Citation):
        if citation.gloss is None and any(map(is_chinese, citation.exact)):
            yield Violation(entry, (*path, "exact"), {"words": " ".join(citation.exact.split())})


def _other_numbers(context: CheckContext) -> Iterator[Violation]:
    for entry, path, citation in context.parts(Citation):
        if citation.gloss is None:
            continue
        quote = unicodedata.normalize("NFKC", citation.exact)
        zh, en = _lacking(quote, citation.gloss), _lacking(citation.gloss, quote)
        if zh or en:
            values: dict[str, object] = {"zh": "、".join(zh) or "—", "en": ", ".join(en) or "—"}
            yield Violation(entry, (*path, "gloss"), values)


def _lacking(text: str, other: str) -> list[str]:
    """Return the amounts and years of a text that the other one does not contain."""
    known = mentioned_values(other)
    lacking = [
        text[item.start : item.end].strip()
        for item in stated_amounts(text)
        if item.value not in known
    ]
    years = stated_years(text) - {int(digits) for digits in _FOUR_DIGITS.findall(other)}
    return lacking + sorted(map(str, years))


def _two_glosses(context: CheckContext) -> Iterator[Violation]:
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for entry, path, citation in context.parts(Citation):
        if citation.gloss is None:
            continue
        quote = (citation.source, citation.exact)
        record, known = first.setdefault(quote, (entry, citation.gloss))
        if citation.gloss != known:
            values: dict[str, object] = {"record": record, "other": known}
            yield Violation(entry, (*path, "gloss"), values)


RULES = (
    Rule(
        code="Q209",
        severity="error",
        message=Wording("引文“{words}”没有英文", "the quote “{words}” has no English"),
        fix=Wording(
            "写上gloss：逐字译出引文，数字与留有余地的词都照译",
            "add gloss: the quoted words in English, literal, with their numbers and hedges",
        ),
        why=Wording(
            "只读英文的读者据此核对数字与说法。",
            "Readers who do not read Chinese can check a figure or statement by it.",
        ),
        incorrect='exact = "用户3.64亿人"',
        correct='exact = "用户3.64亿人", gloss = "364 million users"',
        check=_no_gloss,
    ),
    Rule(
        code="Q210",
        severity="error",
        message=Wording(
            "引文与其英文的数字不同：引文{zh}，英文{en}",
            "quote and gloss state different numbers: quote {zh}, gloss {en}",
        ),
        fix=Wording("按引文改正gloss", "correct the gloss after the quote"),
        why=Wording(
            "换算亿与billion最容易错位，只读英文的读者无从发现。",
            "Converting 亿 to billions easily misplaces a power of ten, which readers of English "
            "cannot notice.",
        ),
        incorrect='exact = "用户3.64亿人", gloss = "36.4 million users"',
        correct='exact = "用户3.64亿人", gloss = "364 million users"',
        check=_other_numbers,
    ),
    Rule(
        code="Q211",
        severity="hint",
        message=Wording(
            "同一引文在{record}中译作“{other}”", "the same quote is glossed “{other}” in {record}"
        ),
        fix=Wording("统一译文", "use one gloss for one quote"),
        why=Wording(
            "同一句话两种译法，读者会以为是两处原文。",
            "Two translations of one passage look like two passages.",
        ),
        incorrect='gloss = "364 million users"\n…\ngloss = "users: 364 million"',
        correct='gloss = "364 million users"\n…\ngloss = "364 million users"',
        check=_two_glosses,
    ),
)
